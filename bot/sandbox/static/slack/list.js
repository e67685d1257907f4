/** @file A column of messages with day separators that keeps its place while it changes. */

import { announce, h, syncList } from "../core/dom.js";
import { dayLabel } from "../core/dates.js";
import { t } from "../core/text.js";
import { plainOf } from "../blocks/mrkdwn.js";
import { authorOf, renderMessage, signatureOf } from "./message.js";

const CLOSE_BY = 5 * 60 * 1000;
const NEAR_END = 120;

/** A scrolling column of messages. */
export class MessageList {
  #where = null;
  #last = null;
  #stuck = true;

  /** @param {{label: string, inThread?: boolean}} how */
  constructor({ label, inThread = false }) {
    this.inThread = inThread;
    this.list = h("div", { class: "messages", data: { testid: inThread ? "thread-messages" : "messages" } });
    this.jump = h(
      "button",
      { type: "button", class: "jump", hidden: true, on: { click: () => this.toEnd(true) } },
      t("newMessages"),
    );
    this.node = h(
      "div",
      {
        class: "scroller",
        role: "region",
        tabindex: 0,
        "aria-label": label,
        on: { scroll: () => this.#scrolled() },
      },
      this.list,
    );
    // The column gets shorter when the field below grows; who read the end still wants to.
    new ResizeObserver(() => this.#stuck && this.toEnd(false)).observe(this.node);
    this.wrap = h("div", { class: "scroll-wrap" }, this.node, this.jump);
  }

  /** Show `messages` of `channel`; `where` names the conversation, so that another one starts at its end. */
  show(where, channel, messages, empty) {
    const moved = where !== this.#where;
    const stick = moved || this.#stuck;
    this.#where = where;
    syncList(this.list, messages.length ? withDays(messages, this.inThread) : [{ empty }], {
      key: (item) => (item.message ? `m${item.message.ts}` : item.day ? `d${item.day}` : "empty"),
      signature: (item) =>
        item.message ? signatureOf(item.message, `${item.compact} ${channel}`) : (item.label ?? item.empty),
      render: (item) => this.#item(item, channel),
    });
    const fresh = this.#greet(messages, moved, stick);
    if (stick) this.#follow(fresh[0]);
  }

  #item(item, channel) {
    if (item.message)
      return renderMessage(item.message, { channel, compact: item.compact, inThread: this.inThread });
    if (item.day)
      return h(
        "div",
        { class: "day", role: "separator", "aria-label": item.label },
        h("span", {}, item.label),
      );
    return h("p", { class: "empty" }, item.empty);
  }

  /** Say new messages aloud, and offer the way down when they are out of sight. */
  #greet(messages, moved, stick) {
    const newest = messages.at(-1);
    const fresh =
      !moved && this.#last ? messages.filter((message) => Number(message.ts) > Number(this.#last)) : [];
    this.#last = newest?.ts ?? "0";
    if (!fresh.length) return fresh;
    announce(
      fresh
        .slice(-3)
        .map((message) => `${authorOf(message)}: ${plainOf(message.text ?? "").slice(0, 400)}`)
        .join(". "),
    );
    this.jump.hidden = stick;
    return fresh;
  }

  /** Go to the end, or to the beginning of what is new when it is longer than the window. */
  #follow(first) {
    this.toEnd(false);
    const element = first && this.list.querySelector(`[data-ts="${CSS.escape(first.ts)}"]`);
    const above = element ? element.getBoundingClientRect().top - this.node.getBoundingClientRect().top : 0;
    if (above >= 0) return;
    this.#stuck = false;
    this.node.scrollBy({ top: above - 48, behavior: "instant" });
  }

  #scrolled() {
    this.#stuck = this.node.scrollHeight - this.node.scrollTop - this.node.clientHeight < NEAR_END;
    if (this.#stuck) this.jump.hidden = true;
  }

  toEnd(smooth) {
    this.jump.hidden = true;
    this.#stuck = true;
    this.node.scrollTo({ top: this.node.scrollHeight, behavior: smooth ? "smooth" : "instant" });
  }
}

/** Put a separator before each new day, and mark messages that follow closely on one of the same author. */
function withDays(messages, inThread) {
  const items = [];
  let before = null;
  for (const message of messages) {
    const day = message.local.slice(0, 10);
    const newDay = before?.local.slice(0, 10) !== day;
    if (newDay && !inThread) items.push({ day, label: dayLabel(message.local) });
    items.push({ message, compact: !newDay && follows(message, before) });
    before = message;
  }
  return items;
}

function follows(message, before) {
  return (
    before &&
    !message.ephemeral &&
    !before.ephemeral &&
    !message.blocks &&
    message.user === before.user &&
    message.username === before.username &&
    Date.parse(message.at) - Date.parse(before.at) < CLOSE_BY
  );
}
