/** @file The middle of the page: a channel with its messages and the field to write in. */

import { fill, h, svg } from "../core/dom.js";
import { post } from "../core/api.js";
import { icons } from "../core/icons.js";
import { openMenu } from "../core/overlays.js";
import { markRead } from "../core/places.js";
import { channelOf, isDirect, state, watch } from "../core/store.js";
import { t } from "../core/text.js";
import { escape } from "../blocks/mrkdwn.js";
import { onCommand } from "../guide.js";
import { Composer } from "./composer.js";
import { MessageList } from "./list.js";
import { runShortcut } from "./message-tools.js";

/** The channel's message field, for those who want to write an example into it. */
export let composer;

/** @returns {HTMLElement} */
export function channelView() {
  const head = h("header", { class: "column-head" });
  const list = new MessageList({ label: t("messages") });
  composer = new Composer({
    testid: "composer",
    commands: true,
    send: (text) => {
      list.toEnd(false); // whoever writes wants to see the answer
      return send(text);
    },
    extra: [shortcutsButton()],
  });
  const node = h(
    "section",
    { class: "channel column", "aria-labelledby": "channel-title" },
    head,
    list.wrap,
    composer.node,
  );

  watch(["channel", "place", "world"], () => {
    if (state.place?.kind !== "channel") return;
    const channel = channelOf(state.place.id);
    if (!channel) return;
    const name = isDirect(channel) ? channel.name : `#${channel.name}`;
    fill(
      head,
      h("h1", { class: "column-title", id: "channel-title", data: { testid: "channel-title" } }, name),
      channel.topic && h("p", { class: "column-topic", title: channel.topic }, channel.topic),
    );
    composer.place(`${state.me} ${channel.id}`, t("writeIn", { name }));
    node.classList.toggle("loading", state.channel?.id !== channel.id);
    if (state.channel?.id !== channel.id) return;
    list.show(`${state.me} ${channel.id}`, channel.id, state.channel.messages, t("emptyChannel"));
    const newest = state.channel.messages.at(-1);
    if (newest) markRead(channel.id, newest.ts);
  });
  return node;
}

function shortcutsButton() {
  const button = h(
    "button",
    {
      type: "button",
      class: "icon-button",
      "aria-label": t("shortcuts"),
      title: t("shortcuts"),
      "aria-haspopup": "menu",
      data: { testid: "shortcuts" },
      on: {
        click: () =>
          openMenu(
            button,
            state.world.shortcuts
              .filter((shortcut) => shortcut.type === "global")
              .map((shortcut) => ({
                label: shortcut.name,
                icon: icons.bolt,
                data: { shortcut: shortcut.callback_id },
                run: () => runShortcut(shortcut),
              })),
            t("shortcuts"),
            "left",
          ),
      },
    },
    svg(icons.bolt),
  );
  return button;
}

async function send(text) {
  const channel = state.place.id;
  const command = /^(\/[^\s/]+)(?:\s+([\s\S]*))?$/.exec(text);
  if (!command) return post("/ui/messages", { as: state.me, channel, text: escape(text) });
  const answer = await post("/ui/commands", {
    as: state.me,
    channel,
    command: command[1],
    text: command[2] ?? "",
  });
  if (answer.ok) onCommand(command[1], command[2] ?? "");
  return { ...answer, what: command[1] };
}
