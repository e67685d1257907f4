/** @file Choosing from options: selects, multi-selects, checkboxes and radio buttons. */

import { h } from "../core/dom.js";
import { isDirect, nameOf, state } from "../core/store.js";
import { t } from "../core/text.js";
import { combo } from "./combo.js";
import { common } from "./elements.js";
import { textObject } from "./mrkdwn.js";

/** @typedef {(element: object, place: import("./elements.js").Place, value: unknown) => Promise<boolean>} Change */

/** @param {Change} change @returns {HTMLElement} */
export function renderChoice(element, place, change) {
  if (element.type === "checkboxes") return boxes(element, place, change, "checkbox");
  if (element.type === "radio_buttons") return boxes(element, place, change, "radio");
  if (element.type.startsWith("multi_") || element.type === "external_select")
    return combobox(element, place, change);
  if (element.type.endsWith("_select")) return select(element, place, change);
  return h("span", { class: "block-unknown" }, t("unknownBlock", { type: element.type }));
}

/** Option groups of a select, whatever it chooses from. @returns {{label: string|null, options: {value: string, text: string}[]}[]} */
function groupsOf(element) {
  if (element.type.includes("users_select")) return [{ label: null, options: people() }];
  if (element.type.includes("channels_select") || element.type.includes("conversations_select"))
    return [{ label: null, options: channels() }];
  const groups = element.option_groups ?? [{ label: null, options: element.options ?? [] }];
  return groups.map((group) => ({ label: group.label?.text ?? null, options: group.options.map(flat) }));
}

/** An option as plain words. */
export function flat(option) {
  return {
    value: option.value,
    text: h("span", {}, ...textObject(option.text)).textContent,
    note: option.description?.text,
  };
}

function people() {
  return state.world.users
    .filter((user) => user.kind !== "bot")
    .map((user) => ({ value: user.id, text: nameOf(user.id) }));
}

function channels() {
  return state.world.channels
    .filter((channel) => !isDirect(channel) && (!channel.is_private || channel.members.includes(state.me)))
    .map((channel) => ({ value: channel.id, text: `#${channel.name}` }));
}

function select(element, place, change) {
  const held = place.surface.values.get(place.blockId, element);
  // Only where an answer is optional may a choice be taken back.
  const optional = place.id && !place.required;
  const option = (one) => h("option", { value: one.value, selected: one.value === held }, one.text);
  const node = h(
    "select",
    {
      ...common(element, place),
      class: "field-input field-select",
      on: {
        change: async () => {
          const before = place.surface.values.get(place.blockId, element);
          if (!(await change(element, place, node.value || null))) node.value = before ?? "";
        },
      },
    },
    h(
      "option",
      { value: "", selected: held === null, disabled: !optional, hidden: !optional },
      element.placeholder?.text ?? t("choose"),
    ),
    ...groupsOf(element).map((group) =>
      group.label
        ? h("optgroup", { label: group.label }, ...group.options.map(option))
        : group.options.map(option),
    ),
  );
  return node;
}

function combobox(element, place, change) {
  const external = element.type.includes("external_select");
  const multi = element.type.startsWith("multi_");
  const known = new Map(
    groupsOf(
      external
        ? { ...element, options: element.initial_options ?? [element.initial_option].filter(Boolean) }
        : element,
    )
      .flatMap((group) => group.options)
      .map((option) => [option.value, option]),
  );
  const held = [place.surface.values.get(place.blockId, element) ?? []].flat();
  return combo({
    multi,
    attributes: common(element, place),
    placeholder: element.placeholder?.text ?? t("choose"),
    minQuery: external ? (element.min_query_length ?? 3) : 0,
    most: element.max_selected_items ?? Infinity,
    selected: held.map(
      (value) => known.get(value) ?? place.surface.values.labels.get(value) ?? { value, text: value },
    ),
    source: external
      ? (query) => asked(element, place, query)
      : (query) => filtered(groupsOf(element), query),
    changed: (options) => {
      options.forEach((option) => place.surface.values.labels.set(option.value, option));
      const values = options.map((option) => option.value);
      return change(element, place, multi ? values : (values[0] ?? null));
    },
  });
}

async function asked(element, place, query) {
  const answer = await place.surface.options(place.blockId, element, query);
  const groups = answer.option_groups ?? [{ options: answer.options ?? [] }];
  return groups.map((group) => ({ label: group.label?.text ?? null, options: group.options.map(flat) }));
}

function filtered(groups, query) {
  const wanted = query.toLocaleLowerCase();
  return groups.map((group) => ({
    ...group,
    options: group.options.filter((option) => option.text.toLocaleLowerCase().includes(wanted)),
  }));
}

function boxes(element, place, change, type) {
  const name = `${place.surface.scope}-${place.blockId}-${element.action_id}`;
  const held = new Set([place.surface.values.get(place.blockId, element) ?? []].flat());
  const inputs = element.options.map((option) =>
    h("input", {
      type,
      name,
      value: option.value,
      prop: { checked: held.has(option.value) },
      data: { actionId: element.action_id, blockId: place.blockId, value: option.value },
      on: { change: changed },
    }),
  );
  async function changed() {
    const before = [...held];
    const values = inputs.filter((input) => input.checked).map((input) => input.value);
    held.clear();
    values.forEach((value) => held.add(value));
    if (await change(element, place, type === "radio" ? (values[0] ?? null) : values)) return;
    held.clear();
    before.forEach((value) => held.add(value));
    inputs.forEach((input) => (input.checked = held.has(input.value)));
  }
  return h(
    "div",
    { class: "choice-list", id: place.id, "aria-describedby": place.describedBy },
    ...element.options.map((option, index) =>
      h(
        "label",
        { class: "choice" },
        inputs[index],
        h(
          "span",
          {},
          ...textObject(option.text),
          option.description && h("small", {}, ...textObject(option.description)),
        ),
      ),
    ),
  );
}
