/** @file One message: head, body, reactions, thread line and its tools. */

import { h, svg } from "../core/dom.js";
import { clockTime, moment } from "../core/dates.js";
import { emoji } from "../core/emoji.js";
import { icons } from "../core/icons.js";
import { openThread } from "../core/places.js";
import { nameOf, state, userOf } from "../core/store.js";
import { t } from "../core/text.js";
import { renderBlocks } from "../blocks/blocks.js";
import { mrkdwn } from "../blocks/mrkdwn.js";
import { avatar, botAvatar } from "./avatar.js";
import { surface } from "./surfaces.js";
import { dismiss, openMessageMenu, openReactions, react } from "./message-tools.js";

/** Who a message is from, as shown. */
export function authorOf(message) {
  return message.username || nameOf(message.user);
}

/** Everything that decides how a message looks: unchanged signature, unchanged element. */
export function signatureOf(message, extra = "") {
  return JSON.stringify([message, extra, state.me, state.world.now.local.slice(0, 10)]);
}

/**
 * @param {object} message
 * @param {{channel: string, compact?: boolean, inThread?: boolean}} where
 * @returns {HTMLElement}
 */
export function renderMessage(message, { channel, compact = false, inThread = false }) {
  const author = authorOf(message);
  return h(
    "article",
    {
      class: [
        "message",
        compact && "compact",
        message.ephemeral && "ephemeral",
        message.user === state.world.bot.user_id && "from-bot",
      ]
        .filter(Boolean)
        .join(" "),
      tabindex: -1,
      data: { ts: message.ts, testid: "message", ephemeral: message.ephemeral ? "true" : null },
      "aria-label": `${author}, ${moment(message.local)}`,
    },
    h(
      "div",
      { class: "message-side" },
      compact ? h("time", { class: "message-minute" }, clockTime(message.local)) : face(message, author),
    ),
    h(
      "div",
      { class: "message-main" },
      message.ephemeral && whisper(message, channel),
      !compact && head(message, author),
      body(message, channel, inThread),
      !message.ephemeral && reactions(message, channel),
      !inThread && message.reply_count > 0 && threadLine(message),
    ),
    !message.ephemeral && tools(message, channel, inThread),
  );
}

function face(message, author) {
  return message.user === state.world.bot.user_id ? botAvatar() : avatar(author, userOf(message.user).color);
}

function head(message, author) {
  return h(
    "header",
    { class: "message-head" },
    h("span", { class: "message-author" }, author),
    message.is_bot && h("span", { class: "app-label" }, t("app")),
    h("time", { class: "message-time", title: moment(message.local) }, clockTime(message.local)),
  );
}

function whisper(message, channel) {
  return h(
    "p",
    { class: "whisper" },
    svg(icons.eye),
    h("span", {}, t("onlyYou")),
    h(
      "button",
      {
        type: "button",
        class: "link-button",
        data: { testid: "dismiss" },
        on: { click: () => dismiss(message, channel) },
      },
      t("dismiss"),
    ),
  );
}

function body(message, channel, inThread) {
  const edited = message.edited && h("span", { class: "edited" }, ` ${t("edited")}`);
  if (!message.blocks?.length)
    return h(
      "div",
      { class: "message-text" },
      ...mrkdwn(message.text ?? "", { links: true, names: false }),
      edited,
    );
  const key = `m-${channel}-${message.ts}`;
  const container = { type: "message", channel, ts: message.ts };
  return h(
    "div",
    { class: "message-text" },
    renderBlocks(
      message.blocks,
      surface(key, container, message.blocks, { scope: inThread ? `t-${key}` : key }),
    ),
    edited,
  );
}

function reactions(message, channel) {
  if (!message.reactions?.length) return null;
  return h(
    "div",
    { class: "reactions", role: "group", "aria-label": t("reactions") },
    ...message.reactions.map((reaction) => chip(reaction, message, channel)),
    h(
      "button",
      {
        type: "button",
        class: "reaction reaction-add",
        "aria-label": t("addReaction"),
        "aria-haspopup": "dialog",
        on: { click: (event) => openReactions(event.currentTarget, message, channel) },
      },
      svg(icons.smile),
    ),
  );
}

function chip(reaction, message, channel) {
  const mine = reaction.users.includes(state.me);
  const names = reaction.users.map((id) => (id === state.me ? t("you") : nameOf(id))).join(", ");
  return h(
    "button",
    {
      type: "button",
      class: "reaction",
      "aria-pressed": String(mine),
      title: `${names} · :${reaction.name}:`,
      "aria-label": t("reactionBy", { name: reaction.name, count: reaction.users.length, names }),
      data: { reaction: reaction.name },
      on: { click: () => react(message, channel, reaction.name, mine ? "remove" : "add") },
    },
    h("span", { class: "emoji" }, emoji(reaction.name)),
    h("span", {}, reaction.users.length),
  );
}

function threadLine(message) {
  return h(
    "button",
    {
      type: "button",
      class: "thread-line",
      data: { testid: "open-thread" },
      on: { click: () => openThread(message.ts) },
    },
    svg(icons.reply),
    h("span", {}, t(message.reply_count === 1 ? "replyOne" : "replyMany", { count: message.reply_count })),
  );
}

function tools(message, channel, inThread) {
  const tool = (icon, label, testid, run, extra = {}) =>
    h(
      "button",
      {
        type: "button",
        class: "icon-button",
        title: label,
        "aria-label": label,
        ...extra,
        data: { testid },
        on: { click: run },
      },
      svg(icon),
    );
  return h(
    "div",
    { class: "message-tools", role: "toolbar", "aria-label": t("messageTools") },
    tool(
      icons.smile,
      t("addReaction"),
      "add-reaction",
      (event) => openReactions(event.currentTarget, message, channel),
      { "aria-haspopup": "dialog" },
    ),
    !inThread &&
      tool(icons.reply, t("replyInThread"), "reply-in-thread", () =>
        openThread(message.thread_ts ?? message.ts),
      ),
    tool(
      icons.dots,
      t("moreChoices"),
      "message-menu",
      (event) => openMessageMenu(event.currentTarget, message, channel, inThread),
      { "aria-haspopup": "menu" },
    ),
  );
}
