/** @file What can be done with a message: react, shortcuts, delete, copy its link. */

import { h } from "../core/dom.js";
import { post } from "../core/api.js";
import { emoji, emojiName, QUICK } from "../core/emoji.js";
import { icons } from "../core/icons.js";
import { notify, toast } from "../core/notices.js";
import { closePopover, confirmDialog, openMenu, openPopover } from "../core/overlays.js";
import { openThread } from "../core/places.js";
import { state } from "../core/store.js";
import { t } from "../core/text.js";
import { onReaction } from "../guide.js";

/** Add or remove a reaction. */
export async function react(message, channel, name, action) {
  const answer = await post("/ui/reactions", { as: state.me, channel, ts: message.ts, name, action });
  if (answer.ok) onReaction(channel, name, action);
  else notify(answer.error);
}

/** Put away a message that only this person sees. */
export async function dismiss(message, channel) {
  const answer = await post("/ui/messages/delete", { as: state.me, channel, ts: message.ts });
  if (!answer.ok) notify(answer.error);
}

/** The reactions that matter here, and a field for any other. */
export function openReactions(anchor, message, channel) {
  const mine = new Set(
    (message.reactions ?? [])
      .filter((reaction) => reaction.users.includes(state.me))
      .map((reaction) => reaction.name),
  );
  const choose = (name) => {
    closePopover(true);
    react(message, channel, name, mine.has(name) ? "remove" : "add");
  };
  const field = h("input", {
    type: "text",
    class: "field-input",
    placeholder: t("emojiName"),
    "aria-label": t("emojiName"),
    data: { testid: "reaction-name" },
  });
  const submit = (event) => {
    event.preventDefault();
    const name = emojiName(field.value);
    if (name) choose(name);
    else field.focus();
  };
  openPopover(
    anchor,
    h(
      "div",
      { class: "reaction-picker", data: { testid: "reaction-picker" } },
      h(
        "div",
        { class: "reaction-quick" },
        ...QUICK.map((name) =>
          h(
            "button",
            {
              type: "button",
              class: "reaction-choice",
              title: t(`reaction_${name}`),
              "aria-label": t(`reaction_${name}`),
              "aria-pressed": String(mine.has(name)),
              data: { reaction: name },
              on: { click: () => choose(name) },
            },
            emoji(name),
          ),
        ),
      ),
      h(
        "form",
        { class: "reaction-other", on: { submit } },
        field,
        h("button", { type: "submit", class: "button" }, t("add")),
      ),
    ),
    { label: t("addReaction"), align: "right" },
  );
}

/** Message shortcuts, the link, and deleting what is one's own. */
export function openMessageMenu(anchor, message, channel, inThread) {
  const shortcuts = state.world.shortcuts
    .filter((shortcut) => shortcut.type === "message")
    .map((shortcut) => ({
      label: shortcut.name,
      icon: icons.bolt,
      data: { shortcut: shortcut.callback_id },
      run: () => runShortcut(shortcut, { channel, ts: message.ts }),
    }));
  openMenu(
    anchor,
    [
      ...shortcuts,
      !inThread && {
        label: t("replyInThread"),
        icon: icons.reply,
        run: () => openThread(message.thread_ts ?? message.ts),
      },
      { label: t("copyLink"), icon: icons.link, run: () => copy(message.permalink) },
      message.user === state.me &&
        !message.is_bot && {
          label: t("deleteMessage"),
          icon: icons.trash,
          danger: true,
          data: { testid: "delete-message" },
          run: () => remove(message, channel),
        },
    ].filter(Boolean),
    t("moreChoices"),
  );
}

/** Start a shortcut; Slack's words when the bot does not answer. */
export async function runShortcut(shortcut, about = {}) {
  const answer = await post("/ui/shortcuts", { as: state.me, callback_id: shortcut.callback_id, ...about });
  if (!answer.ok) notify(answer.error, shortcut.name);
}

async function copy(address) {
  try {
    await navigator.clipboard.writeText(address);
    toast(t("copied"));
  } catch {
    toast(address);
  }
}

async function remove(message, channel) {
  const plain = (key) => ({ type: "plain_text", text: t(key) });
  if (
    !(await confirmDialog({
      title: plain("deleteMessage"),
      text: plain("deleteMessageSure"),
      confirm: plain("deleteIt"),
      style: "danger",
    }))
  )
    return;
  const answer = await post("/ui/messages/delete", { as: state.me, channel, ts: message.ts });
  if (!answer.ok) notify(answer.error);
}
