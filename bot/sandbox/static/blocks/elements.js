/** @file Interactive Block Kit elements: buttons, overflow menus, dates, times and text fields. */

import { upload } from "../core/api.js";
import { h, svg } from "../core/dom.js";
import { dayInWords, localFromUnix, weekOf } from "../core/dates.js";
import { icons } from "../core/icons.js";
import { confirmDialog, openMenu } from "../core/overlays.js";
import { t } from "../core/text.js";
import { renderChoice } from "./choices.js";
import { follow, safeUrl } from "./links.js";
import { textObject } from "./mrkdwn.js";
import { unixValue } from "./values.js";

/**
 * @typedef {object} Place where an element stands
 * @property {string} blockId
 * @property {import("./blocks.js").Surface} surface
 * @property {boolean} dispatch does a change send a block action?
 * @property {string} [id] of the control, for its label
 * @property {string} [label] words for an element without a label of its own
 * @property {string} [labelledBy]
 * @property {string} [describedBy]
 * @property {boolean} [invalid]
 * @property {boolean} [required]
 */

/** @param {object} element @param {Place} place @returns {HTMLElement} */
export function renderElement(element, place) {
  const render = RENDER[element.type] ?? ((one) => renderChoice(one, place, change));
  return render(element, place);
}

const RENDER = {
  button,
  workflow_button: button,
  overflow,
  datepicker: (el, place) =>
    dated(
      el,
      place,
      "date",
      (value) => value,
      (value) => value,
    ),
  timepicker: (el, place) =>
    dated(
      el,
      place,
      "time",
      (value) => value,
      (value) => value,
    ),
  datetimepicker: (el, place) =>
    dated(
      el,
      place,
      "datetime-local",
      (value) => (value ? localFromUnix(value).slice(0, 16) : ""),
      unixValue,
    ),
  plain_text_input: textInput,
  url_text_input: textInput,
  email_text_input: textInput,
  number_input: textInput,
  file_input: fileInput,
};

/** Attributes every control shares. */
export function common(element, place) {
  return {
    id: place.id,
    "aria-label": place.labelledBy
      ? null
      : (element.accessibility_label ?? element.placeholder?.text ?? place.label ?? null),
    "aria-describedby": place.describedBy,
    "aria-invalid": place.invalid ? "true" : null,
    "aria-required": place.required ? "true" : null,
    autofocus: element.focus_on_load ?? null,
    data: { actionId: element.action_id, blockId: place.blockId },
  };
}

/**
 * Keep a new value and, where the block says so, tell the bot.
 * @returns {Promise<boolean>} false when the person backed out of the confirmation
 */
export async function change(element, place, value) {
  if (place.dispatch && element.confirm && !(await confirmDialog(element.confirm))) return false;
  place.surface.values.set(place.blockId, element, value);
  if (place.dispatch) await place.surface.act(place.blockId, element, value);
  return true;
}

function button(element, place) {
  const url = element.url && safeUrl(element.url);
  const node = h(
    url ? "a" : "button",
    {
      class: `button ${element.style ? `button-${element.style}` : ""}`,
      ...(url ? { href: url, target: "_blank", rel: "noopener noreferrer" } : { type: "button" }),
      "aria-label": element.accessibility_label ?? null,
      data: { actionId: element.action_id, blockId: place.blockId, value: element.value },
      on: {
        click: async (event) => {
          if (url) follow(event, url);
          if (element.confirm) {
            event.preventDefault();
            if (!(await confirmDialog(element.confirm))) return;
            if (url && !event.defaultPrevented) window.open(url, "_blank", "noopener,noreferrer");
          }
          await busy(node, () => place.surface.act(place.blockId, element));
        },
      },
    },
    ...textObject(element.text),
    url && svg(icons.out),
  );
  return node;
}

/** Show that something is under way, and keep a second click from sending it twice. */
export async function busy(node, work) {
  if (node.getAttribute("aria-busy") === "true") return;
  node.setAttribute("aria-busy", "true");
  try {
    await work();
  } finally {
    node.removeAttribute("aria-busy");
  }
}

function overflow(element, place) {
  const node = h(
    "button",
    {
      type: "button",
      class: "button button-icon",
      "aria-haspopup": "menu",
      "aria-label": element.accessibility_label ?? t("moreChoices"),
      data: { actionId: element.action_id, blockId: place.blockId },
      on: { click: () => openMenu(node, element.options.map(item), t("moreChoices")) },
    },
    svg(icons.dots),
  );
  const item = (option) => ({
    label: textObject(option.text),
    note: option.description && textObject(option.description),
    data: { value: option.value },
    run: async (event) => {
      if (element.confirm && !(await confirmDialog(element.confirm))) return;
      const url = option.url && safeUrl(option.url);
      if (url) {
        follow(event, url);
        if (!event.defaultPrevented) window.open(url, "_blank", "noopener,noreferrer");
      }
      await busy(node, () => place.surface.act(place.blockId, element, option.value));
    },
  });
  return node;
}

/** Date and time fields: the browser's own picker, and the day in words beside it. */
function dated(element, place, type, show, hold) {
  let sent = place.surface.values.get(place.blockId, element);
  let timer;
  const words = h("output", { class: "date-words" });
  const spell = () =>
    (words.textContent =
      type !== "time" && field.value
        ? `${dayInWords(field.value)} (${t("week", { week: weekOf(field.value) })})`
        : "");
  const settle = async () => {
    clearTimeout(timer);
    const value = hold(field.value) || null;
    if (value === sent) return;
    const before = sent;
    sent = value;
    if (!(await change(element, place, value))) {
      sent = before;
      field.value = show(before) ?? "";
      spell();
    }
  };
  const field = h("input", {
    ...common(element, { ...place, label: place.label ?? t(type === "time" ? "time" : "date") }),
    type,
    class: "field-input field-date",
    prop: { value: show(sent) ?? "" },
    on: {
      // Typing a date fires a change for every digit; the bot hears of it when the person is done.
      change: () => {
        spell();
        if (place.dispatch) {
          clearTimeout(timer);
          timer = setTimeout(settle, 700);
        } else settle();
      },
      blur: settle,
    },
  });
  spell();
  return h("span", { class: "dated" }, field, type !== "time" && words);
}

const TYPES = { url_text_input: "url", email_text_input: "email", number_input: "text" };

function textInput(element, place) {
  const multiline = element.type === "plain_text_input" && element.multiline;
  const wants = element.dispatch_action_config?.trigger_actions_on ?? ["on_enter_pressed"];
  const field = h(multiline ? "textarea" : "input", {
    ...common(element, place),
    class: "field-input",
    type: multiline ? null : (TYPES[element.type] ?? "text"),
    inputmode: element.type === "number_input" ? (element.is_decimal_allowed ? "decimal" : "numeric") : null,
    rows: multiline ? 4 : null,
    placeholder: element.placeholder?.text,
    maxlength: element.max_length,
    minlength: element.min_length,
    prop: { value: place.surface.values.get(place.blockId, element) ?? "" },
    on: {
      input: () => {
        place.surface.values.set(place.blockId, element, field.value || null);
        count();
        if (place.dispatch && wants.includes("on_character_entered"))
          place.surface.act(place.blockId, element, field.value || null);
      },
      keydown: (event) => {
        if (event.key !== "Enter" || event.isComposing || (multiline && !event.ctrlKey && !event.metaKey))
          return;
        if (!place.dispatch || !wants.includes("on_enter_pressed")) return;
        event.preventDefault();
        place.surface.act(place.blockId, element, field.value || null);
      },
    },
  });
  const left = h("span", { class: "counter", "aria-hidden": "true" });
  const count = () =>
    (left.textContent =
      element.max_length && field.value.length > element.max_length * 0.8
        ? String(element.max_length - field.value.length)
        : "");
  count();
  return h("div", { class: "text-field" }, field, left);
}

/** Files are brought as soon as they are chosen; the form holds their ids. */
function fileInput(element, place) {
  const { values } = place.surface;
  const told = h("output", { class: "files", data: { testid: "files" } });
  const tell = () =>
    (told.textContent = (values.get(place.blockId, element) ?? [])
      .map((id) => values.labels.get(id) ?? id)
      .join(", "));
  const bring = async () => {
    told.textContent = t("filesOnTheirWay");
    const ids = [];
    for (const file of [...field.files].slice(0, element.max_files ?? 10)) {
      const answer = await upload(file);
      if (!answer.ok) continue;
      values.labels.set(answer.id, file.name);
      ids.push(answer.id);
    }
    values.set(place.blockId, element, ids);
    tell();
  };
  const field = h("input", {
    ...common(element, place),
    type: "file",
    class: "field-input field-files",
    multiple: (element.max_files ?? 10) > 1,
    accept: element.filetypes?.map((kind) => `.${kind}`).join(","),
    on: { change: () => busy(field, bring) },
  });
  tell();
  return h("div", { class: "file-field" }, field, told);
}
