/** @file A thread beside its channel. */

import { h, svg } from "../core/dom.js";
import { post } from "../core/api.js";
import { icons } from "../core/icons.js";
import { closeThread } from "../core/places.js";
import { state, watch } from "../core/store.js";
import { t } from "../core/text.js";
import { escape } from "../blocks/mrkdwn.js";
import { Composer } from "./composer.js";
import { MessageList } from "./list.js";

/** @returns {HTMLElement} */
export function threadView() {
  const list = new MessageList({ label: t("thread"), inThread: true });
  const composer = new Composer({ testid: "thread-composer", commands: false, send });
  const node = h(
    "aside",
    {
      class: "thread column",
      hidden: true,
      "aria-label": t("thread"),
      data: { testid: "thread" },
      on: { keydown: (event) => event.key === "Escape" && !event.defaultPrevented && closeThread() },
    },
    h(
      "header",
      { class: "column-head" },
      h("h2", { class: "column-title" }, t("thread")),
      h(
        "button",
        {
          type: "button",
          class: "icon-button",
          "aria-label": t("closeThread"),
          title: t("closeThread"),
          data: { testid: "close-thread" },
          on: { click: closeThread },
        },
        svg(icons.close),
      ),
    ),
    list.wrap,
    composer.node,
  );

  watch(["threadTs"], () => {
    node.hidden = !state.threadTs;
    document.getElementById("app").classList.toggle("with-thread", Boolean(state.threadTs));
    if (!state.threadTs) return;
    composer.place(state.threadTs, t("replyInThread"));
    composer.field.focus();
  });
  watch(["thread", "world"], () => {
    if (state.thread && state.place?.kind === "channel")
      list.show(`${state.me} ${state.threadTs}`, state.place.id, state.thread.messages, "");
  });
  return node;
}

function send(text) {
  if (/^\/\S/.test(text))
    return Promise.resolve({ ok: false, error: "command_in_thread", what: text.split(/\s/)[0] });
  return post("/ui/messages", {
    as: state.me,
    channel: state.place.id,
    text: escape(text),
    thread_ts: state.threadTs,
  });
}
