/** @file A list of suggestions under or over a text field, steered from the field. */

import { fill, h } from "./dom.js";
import { hostOf, position } from "./overlays.js";

let serial = 0;

/** The focus stays in the field; the list only says which suggestion is current. */
export class Suggestions {
  #id = `list-${++serial}`;
  #options = [];
  #current = 0;

  /**
   * @param {object} how
   * @param {HTMLElement} how.anchor what the list stands at
   * @param {HTMLInputElement|HTMLTextAreaElement} how.field
   * @param {(option: object) => void} how.pick
   * @param {boolean} [how.above] over the anchor instead of under it
   * @param {(option: object) => Array} [how.row] what a suggestion shows
   */
  constructor({ anchor, field, pick, above = false, row = plainRow }) {
    Object.assign(this, { anchor, field, pick, above, row });
    this.node = h("div", { class: "popover suggestions", role: "listbox", id: this.#id });
    this.keys = {
      ArrowDown: () => this.#mark((this.#current + 1) % this.#options.length),
      ArrowUp: () => this.#mark((this.#current + this.#options.length - 1) % this.#options.length),
      Enter: () => pick(this.option),
      Tab: () => pick(this.option),
      Escape: () => this.hide(),
    };
  }

  /** Are there suggestions to choose from? */
  get active() {
    return this.#options.length > 0;
  }

  /** The current suggestion. */
  get option() {
    return this.#options[this.#current];
  }

  /**
   * Show groups of options; with none, the words `empty`, or nothing.
   * @param {{label?: string|null, options: {value: string, text: string}[]}[]} groups
   * @param {string} [empty]
   */
  show(groups, empty = "") {
    this.#options = groups.flatMap((group) => group.options);
    if (!this.active && !empty) return this.hide();
    const full = groups.filter((group) => group.options.length);
    fill(this.node, ...full.map((group) => this.#group(group)), !this.active && note(empty));
    hostOf(this.anchor).append(this.node);
    this.#place();
    this.field.setAttribute("aria-controls", this.#id);
    this.#expanded(true);
    this.#mark(0);
  }

  hide() {
    this.node.remove();
    this.#options = [];
    this.#expanded(false);
    this.field.removeAttribute("aria-activedescendant");
  }

  /** Handle a key of the field; true when the list used it. */
  key(event) {
    const run = this.keys[event.key];
    const usable = event.key === "Escape" ? this.node.isConnected : this.active;
    if (!run || !usable || event.shiftKey || event.isComposing) return false;
    event.preventDefault();
    event.stopPropagation();
    run();
    return true;
  }

  #group({ label, options }) {
    return [
      label && h("div", { class: "suggestion-group", role: "presentation" }, label),
      options.map((option) => this.#item(option)),
    ];
  }

  #item(option) {
    return h(
      "div",
      {
        role: "option",
        class: "suggestion",
        id: `${this.#id}-${this.#options.indexOf(option)}`,
        data: { value: option.value },
        on: {
          // A press must not take the focus from the field before the click arrives.
          pointerdown: (event) => event.preventDefault(),
          click: () => this.pick(option),
        },
      },
      this.row(option),
    );
  }

  #place() {
    this.node.style.minWidth = `${Math.min(this.anchor.offsetWidth, innerWidth - 16)}px`;
    position(this.node, this.anchor);
    if (!this.above) return;
    const top = this.anchor.getBoundingClientRect().top - 6;
    this.node.style.maxHeight = `${Math.max(120, top - 16)}px`;
    this.node.style.top = `${Math.max(8, top - this.node.offsetHeight)}px`;
  }

  #mark(index) {
    this.#current = index;
    [...this.node.querySelectorAll("[role=option]")].forEach((item, at) => {
      item.setAttribute("aria-selected", String(at === index));
      if (at === index) item.scrollIntoView({ block: "nearest" });
    });
    if (this.active) this.field.setAttribute("aria-activedescendant", `${this.#id}-${index}`);
    else this.field.removeAttribute("aria-activedescendant");
  }

  /** A combobox must say whether it is open; a plain text area has no such state. */
  #expanded(open) {
    if (this.field.getAttribute("role") === "combobox")
      this.field.setAttribute("aria-expanded", String(open));
  }
}

function plainRow(option) {
  return [h("span", {}, option.text), option.note && h("small", {}, option.note)];
}

function note(words) {
  return h("div", { class: "suggestion-empty", role: "presentation" }, words);
}
