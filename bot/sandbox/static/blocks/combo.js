/** @file A text field with a list of matches: multi-selects and options that the bot looks up. */

import { h, fill, svg } from "../core/dom.js";
import { icons } from "../core/icons.js";
import { Suggestions } from "../core/suggestions.js";
import { t } from "../core/text.js";

/**
 * @param {object} how
 * @param {boolean} how.multi
 * @param {object} how.attributes of the text field
 * @param {string} how.placeholder
 * @param {number} how.minQuery letters before `source` is asked
 * @param {number} how.most options that may be chosen
 * @param {{value: string, text: string}[]} how.selected
 * @param {(query: string) => Promise<object[]>|object[]} how.source groups of options
 * @param {(options: object[]) => Promise<boolean>} how.changed
 * @returns {HTMLElement}
 */
export function combo({ multi, attributes, placeholder, minQuery, most, selected, source, changed }) {
  let chosen = [...selected];
  let asked = 0;
  const chips = h("span", { class: "combo-chips" });
  const field = h("input", {
    ...attributes,
    type: "text",
    class: "combo-field",
    role: "combobox",
    autocomplete: "off",
    "aria-expanded": "false",
    "aria-autocomplete": "list",
    on: { input: search, focus: search, click: search, keydown: keys, blur: () => setTimeout(leave, 120) },
  });
  const box = h(
    "span",
    { class: "combo field-input", on: { click: (event) => event.target === box && field.focus() } },
    chips,
    field,
  );
  const list = new Suggestions({ anchor: box, field, pick: (option) => pick(option) });

  async function search() {
    if (!multi && chosen[0] && field.value === chosen[0].text) field.select();
    const query = !multi && chosen[0]?.text === field.value ? "" : field.value.trim();
    const ticket = ++asked;
    if (query.length < minQuery) return list.show([], t("typeMore", { count: minQuery }));
    const groups = await source(query);
    if (ticket !== asked || document.activeElement !== field) return;
    const taken = new Set(multi ? chosen.map((option) => option.value) : []);
    const left = groups.map((group) => ({
      ...group,
      options: group.options.filter((option) => !taken.has(option.value)),
    }));
    list.show(left, t("noMatches"));
  }

  function keys(event) {
    if (list.key(event)) return;
    if (event.key === "Backspace" && multi && field.value === "" && chosen.length) set(chosen.slice(0, -1));
    if (event.key === "ArrowDown") search();
  }

  function leave() {
    list.hide();
    asked++;
    if (multi) field.value = "";
    else if (field.value.trim() === "" && chosen.length) set([]);
    else draw();
  }

  function pick(option) {
    if (multi && chosen.length >= most) return;
    set(multi ? [...chosen, option] : [option]);
    list.hide();
  }

  async function set(options) {
    const before = chosen;
    chosen = options;
    field.value = "";
    draw();
    if (!(await changed(options))) chosen = before;
    draw();
  }

  function draw() {
    if (!multi) field.value = chosen[0]?.text ?? "";
    field.placeholder = chosen.length && multi ? "" : placeholder;
    fill(
      chips,
      multi &&
        chosen.map((option) =>
          h(
            "span",
            { class: "combo-chip" },
            option.text,
            h(
              "button",
              {
                type: "button",
                "aria-label": t("removeChoice", { name: option.text }),
                on: { click: () => set(chosen.filter((one) => one !== option)) },
              },
              svg(icons.close),
            ),
          ),
        ),
    );
  }

  draw();
  return box;
}
