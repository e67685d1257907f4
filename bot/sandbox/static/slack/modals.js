/** @file Modals: the top of the stack in a dialog, which keeps focus and Escape to itself. */

import { fill, h, keepingFocus, svg } from "../core/dom.js";
import { loadViews, post } from "../core/api.js";
import { icons } from "../core/icons.js";
import { notify } from "../core/notices.js";
import { state, watch } from "../core/store.js";
import { t } from "../core/text.js";
import { renderBlocks } from "../blocks/blocks.js";
import { busy } from "../blocks/elements.js";
import { mrkdwn, textObject } from "../blocks/mrkdwn.js";
import { surface, valuesOf } from "./surfaces.js";

/** Errors that the answer to a submit brought, until the view changes. */
const errors = new Map();

/** @returns {HTMLDialogElement} */
export function modals() {
  const dialog = h("dialog", {
    class: "dialog modal",
    "aria-labelledby": "modal-title",
    data: { testid: "modal" },
    on: {
      cancel: (event) => {
        event.preventDefault();
        if (!document.querySelector(".popover")) close(top(), false);
      },
    },
  });
  let shown = null;
  watch(["views"], () => {
    const view = top();
    const drawn = view && JSON.stringify([view, errors.get(view.id)]);
    if (drawn === shown) return;
    const same = dialog.dataset.viewId === view?.id;
    shown = drawn;
    if (!view) return dialog.close();
    dialog.dataset.viewId = view.id;
    const draw = () => fill(dialog, form(view, dialog));
    if (same) keepingFocus(dialog, draw);
    else draw();
    if (!dialog.open) dialog.showModal();
    if (!same) first(dialog)?.focus();
  });
  return dialog;
}

function top() {
  return state.views.at(-1) ?? null;
}

function first(dialog) {
  return (
    dialog.querySelector("[autofocus], [aria-invalid]") ??
    dialog.querySelector(".dialog-body :is(input, textarea, select, button, a[href])") ??
    dialog.querySelector(".dialog-foot button")
  );
}

function form(view, dialog) {
  const found = errors.get(view.id) ?? view.errors ?? {};
  const scope = `v-${view.id}`;
  const submit = (event) => {
    event.preventDefault();
    busy(event.target, () => send(view, dialog));
  };
  return h(
    "form",
    { class: "modal-form", novalidate: true, on: { submit } },
    h(
      "div",
      { class: "dialog-head" },
      state.views.length > 1 &&
        h(
          "button",
          {
            type: "button",
            class: "icon-button",
            "aria-label": t("back"),
            title: t("back"),
            data: { testid: "modal-back" },
            on: { click: () => close(view, false) },
          },
          svg(icons.back),
        ),
      h("h2", { id: "modal-title", data: { testid: "modal-title" } }, ...textObject(view.title)),
      h(
        "button",
        {
          type: "button",
          class: "icon-button",
          "aria-label": t("close"),
          title: t("close"),
          data: { testid: "modal-dismiss" },
          on: { click: () => close(view, true) },
        },
        svg(icons.close),
      ),
    ),
    h(
      "div",
      { class: "dialog-body" },
      general(found, view.blocks),
      renderBlocks(
        view.blocks,
        surface(scope, { type: "view", view_id: view.id }, view.blocks, { errors: found }),
      ),
    ),
    h(
      "div",
      { class: "dialog-foot" },
      h(
        "button",
        {
          type: "button",
          class: "button",
          data: { testid: "modal-close" },
          on: { click: () => close(view, false) },
        },
        ...(view.close ? textObject(view.close) : [t(view.submit ? "cancel" : "close")]),
      ),
      view.submit &&
        h(
          "button",
          { type: "submit", class: "button button-primary", data: { testid: "modal-submit" } },
          ...textObject(view.submit),
        ),
    ),
  );
}

/** Errors for blocks that the view does not have would otherwise be lost. */
function general(found, blocks) {
  const lost = Object.entries(found).filter(
    ([id]) => !blocks.some((block) => block.type === "input" && block.block_id === id),
  );
  return (
    lost.length > 0 &&
    h(
      "div",
      { class: "block block-alert alert-error", role: "alert" },
      h("div", {}, ...lost.flatMap(([, text]) => mrkdwn(text, {}))),
    )
  );
}

async function send(view, dialog) {
  const local = missing(view);
  const answer = Object.keys(local).length
    ? { ok: false, errors: local }
    : await post(`/ui/views/${encodeURIComponent(view.id)}/submit`, {
        as: state.me,
        values: valuesOf(`v-${view.id}`).collect(view.blocks),
      });
  if (answer.errors && Object.keys(answer.errors).length) {
    errors.set(view.id, answer.errors);
    fill(dialog, form(view, dialog));
    dialog.querySelector("[aria-invalid], .has-error input")?.focus();
    return;
  }
  errors.delete(view.id);
  if (!answer.ok) return notify(answer.error, view.title.text);
  await loadViews();
}

/** Slack's own check before anything is sent: fields that must be filled in. */
function missing(view) {
  const values = valuesOf(`v-${view.id}`);
  const empty = view.blocks.filter(
    (block) =>
      block.type === "input" && !block.optional && isEmpty(values.get(block.block_id, block.element)),
  );
  return Object.fromEntries(empty.map((block) => [block.block_id, t("required")]));
}

function isEmpty(value) {
  return value === null || (Array.isArray(value) ? value.length === 0 : String(value).trim() === "");
}

/** Close one view, or with `all` the whole stack, as the corner cross does. */
async function close(view, all) {
  const id = all ? state.views[0].id : view.id;
  errors.delete(view.id);
  const answer = await post(`/ui/views/${encodeURIComponent(id)}/close`, { as: state.me, all });
  if (!answer.ok) notify(answer.error);
  await loadViews();
}
