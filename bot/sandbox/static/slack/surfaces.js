/** @file What blocks need in order to act: one surface for each message, modal and Home tab. */

import { post } from "../core/api.js";
import { state } from "../core/store.js";
import { notify } from "../core/notices.js";
import { onAction } from "../guide.js";
import { Values } from "../blocks/values.js";

const kept = new Map();

/** The values entered on a surface outlive its redrawing, as in Slack. */
export function valuesOf(scope) {
  if (!kept.has(scope)) kept.set(scope, new Values());
  return kept.get(scope);
}

/** Forget everything: the world begins afresh. */
export function forgetValues() {
  kept.clear();
}

/**
 * @param {string} key whose entered values these are
 * @param {object} container as `/ui/actions` wants it
 * @param {object[]} blocks
 * @param {{errors?: Object<string, string>|null, scope?: string}} [more] `scope` where the same thing is shown twice
 * @returns {import("../blocks/blocks.js").Surface}
 */
export function surface(key, container, blocks, { errors = null, scope = key } = {}) {
  const values = valuesOf(key);
  const about = (blockId, element) => ({
    as: state.me,
    container,
    block_id: blockId,
    action_id: element.action_id,
  });
  return {
    scope,
    container,
    values,
    errors,
    async act(blockId, element, value) {
      const answer = await post("/ui/actions", {
        ...about(blockId, element),
        value,
        state: { values: values.collect(blocks) },
      });
      if (answer.ok) onAction(container, element);
      else notify(answer.error);
      return answer;
    },
    async options(blockId, element, query) {
      const answer = await post("/ui/options", { ...about(blockId, element), query });
      if (answer.ok === false) notify(answer.error);
      return answer;
    },
  };
}
