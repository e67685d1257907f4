/** @file Writing a message: grows with its text, completes slash commands, keeps drafts. */

import { h, svg } from "../core/dom.js";
import { icons } from "../core/icons.js";
import { errorText } from "../core/notices.js";
import { Suggestions } from "../core/suggestions.js";
import { state } from "../core/store.js";
import { t } from "../core/text.js";

/** A message field with its send button. */
export class Composer {
  #drafts = new Map();
  #where = null;

  /**
   * @param {object} how
   * @param {string} how.testid
   * @param {boolean} how.commands are slash commands offered?
   * @param {(text: string) => Promise<{ok: boolean, error?: string, what?: string}>} how.send
   * @param {Node[]} [how.extra] buttons beside the field
   */
  constructor({ testid, commands, send, extra = [] }) {
    this.send = send;
    this.commands = commands;
    this.field = h("textarea", {
      class: "composer-field",
      rows: 1,
      "aria-haspopup": commands ? "listbox" : null,
      "aria-autocomplete": commands ? "list" : null,
      autocomplete: "off",
      data: { testid },
      on: { input: () => this.#typed(), keydown: (event) => this.#key(event), blur: () => this.list.hide() },
    });
    this.button = h(
      "button",
      {
        type: "submit",
        class: "send",
        "aria-label": t("send"),
        title: t("send"),
        data: { testid: `${testid}-send` },
      },
      svg(icons.send),
    );
    this.notice = h("div", { class: "composer-notice", hidden: true, role: "alert" });
    this.hint = h("p", { class: "composer-hint" });
    this.form = h(
      "form",
      {
        class: "composer",
        on: {
          submit: (event) => {
            event.preventDefault();
            this.#submit();
          },
        },
      },
      ...extra,
      this.field,
      this.button,
    );
    this.list = new Suggestions({
      anchor: this.form,
      field: this.field,
      pick: (command) => this.#complete(command),
      above: true,
      row: commandRow,
    });
    this.node = h("div", { class: "composer-wrap" }, this.notice, this.form, this.hint);
  }

  /** Change the conversation; its draft comes back. */
  place(where, placeholder) {
    if (where === this.#where) return;
    if (this.#where) this.#drafts.set(this.#where, this.field.value);
    this.#where = where;
    this.field.placeholder = placeholder;
    this.field.setAttribute("aria-label", placeholder);
    this.notice.hidden = true;
    this.set(this.#drafts.get(where) ?? "");
  }

  /** Put text into the field, as if typed. */
  set(text, focus = false) {
    this.field.value = text;
    this.#grow();
    this.#hint();
    if (focus) {
      this.field.focus();
      this.field.setSelectionRange(text.length, text.length);
    }
  }

  #typed() {
    this.#grow();
    this.notice.hidden = true;
    this.#hint();
    const word = /^\/\S*$/.exec(this.field.value)?.[0];
    if (!this.commands || word === undefined) return this.list.hide();
    const options = state.world.commands
      .filter((command) => command.command.startsWith(word.toLowerCase()))
      .map((command) => ({ value: command.command, ...command }));
    if (options.length)
      this.list.show([{ label: t("commandsOf", { name: state.world.bot.name }), options }], "");
    else this.list.hide();
  }

  /** Once the command is written, its usage stays in sight. */
  #hint() {
    const name = /^(\/\S+)\s/.exec(this.field.value)?.[1];
    const command = this.commands && state.world.commands.find((one) => one.command === name);
    this.hint.textContent = command
      ? `${command.command} ${command.usage_hint ?? ""} · ${command.description}`
      : "";
  }

  #complete(command) {
    this.list.hide();
    this.set(`${command.command} `, true);
  }

  #key(event) {
    const exact = this.list.active && event.key === "Enter" && this.list.option?.command === this.field.value;
    if (!exact && this.list.key(event)) return;
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.#submit();
  }

  async #submit() {
    const text = this.field.value.trim();
    if (!text || this.form.getAttribute("aria-busy") === "true") return;
    this.list.hide();
    this.form.setAttribute("aria-busy", "true");
    this.button.disabled = true;
    const where = this.#where;
    const answer = await this.send(text);
    this.form.removeAttribute("aria-busy");
    this.button.disabled = false;
    if (where !== this.#where) return;
    if (answer.ok && this.field.value.trim() === text) this.set("");
    if (!answer.ok) {
      this.notice.textContent = errorText(answer.error, answer.what);
      this.notice.hidden = false;
    }
    this.#hint();
  }

  #grow() {
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(this.field.scrollHeight, 220)}px`;
  }
}

function commandRow(command) {
  return [
    h("span", { class: "command-line" }, h("strong", {}, command.command), ` ${command.usage_hint ?? ""}`),
    h("small", {}, command.description ?? ""),
  ];
}
