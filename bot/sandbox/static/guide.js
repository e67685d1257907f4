/** @file "A day with Lucka": the steps a newcomer takes, ticked off as they happen. */

import { fill, h, keepingFocus, svg } from "./core/dom.js";
import { icons } from "./core/icons.js";
import { flash, goToChannel, goToComment } from "./core/places.js";
import { recall, remember, set, state, watch } from "./core/store.js";
import { t } from "./core/text.js";
import { become } from "./page/page.js";
import { openReply } from "./page/comments.js";
import { composer } from "./slack/channel.js";
import { nextMorning } from "./topbar.js";

/** The bot's actions that settle a gap. */
const FILLS = /^(gap\.(plan_idea|take|leave_empty)|plan\.fill)/;
const STEPS = ["idea", "plan", "digest", "gap", "comment", "claim", "answer"];

/** `done` step names; `at` the step shown; `open`; `from` local time before the clock was last moved. */
const progress = recall("guide", { done: [], at: 0, open: true, from: null });

function save(patch) {
  Object.assign(progress, patch);
  remember("guide", progress);
  set({ guide: { ...progress } });
}

/** Tick a step off and show the first one that is left. */
function tick(step) {
  if (progress.done.includes(step)) return;
  const done = [...progress.done, step];
  const next = STEPS.findIndex((one) => !done.includes(one));
  save({ done, at: next < 0 ? STEPS.length : next });
}

/** Show or hide the guide. */
export function toggleGuide() {
  save({ open: !progress.open });
}

/** The sandbox was started over, and the day with it. */
export function restartGuide() {
  save({ done: [], at: 0, open: true, from: null });
}

/** A slash command was answered. */
export function onCommand(command, text) {
  const words = text.trim().toLowerCase();
  if (!words || /^(list|lista|help|hjälp)\b/.test(words)) return;
  if (command.endsWith("idea")) tick("idea");
  if (command.endsWith("plan") && !/^(gaps|luckor|week|vecka|add|ny)\b/.test(words)) tick("plan");
}

/** The clock was moved; the digest that follows is the bot's own doing. */
export function onClock(before) {
  save({ from: before });
}

/** A button or choice in one of the bot's messages was taken. */
export function onAction(container, element) {
  if (FILLS.test(element.action_id)) tick("gap");
  if (container.channel === commentsChannel()?.id && /claim/.test(element.action_id)) tick("claim");
}

/** A reaction was added or removed. */
export function onReaction(channel, name, action) {
  if (name === "eyes" && action === "add" && channel === commentsChannel()?.id) tick("claim");
}

/** Somebody wrote on the page; `author` is null for the page itself. */
export function onComment(author, parentId) {
  if (author !== null) tick("comment");
  else if (parentId) tick("answer");
}

/** The bot sits in two channels: the plan's, which comes first, and the comments'. */
function botChannels() {
  return state.world.channels.filter(
    (channel) => channel.members.includes(state.world.bot.user_id) && !channel.id.startsWith("D"),
  );
}

const planChannel = () => botChannels()[0];
const commentsChannel = () => botChannels()[1];

/** The digest has come when the bot has spoken in the plan's channel after the clock was moved. */
function lookForDigest() {
  const { channel } = state;
  if (!progress.from || progress.done.includes("digest") || channel?.id !== planChannel()?.id) return;
  if (
    channel.messages.some(
      (message) =>
        message.user === state.world.bot.user_id && !message.ephemeral && message.local > progress.from,
    )
  )
    tick("digest");
}

function command(name) {
  return state.world.commands.find((one) => one.command.endsWith(name))?.command ?? `/${name}`;
}

function newestComment() {
  const all = (state.page?.posts ?? []).flatMap((post) => post.comments);
  return all
    .filter(
      (comment) => !comment.is_page && !comment.hidden && !comment.replies.some((reply) => reply.is_page),
    )
    .sort((one, other) => other.at.localeCompare(one.at))[0];
}

/** What "show me" does at each step: lead there and prepare it, leaving the last key to the person. */
const SHOW = {
  idea: () => write("idea", t("exampleIdea")),
  plan: () => write("plan", t("examplePlan")),
  digest: async () => {
    await goToChannel(planChannel().id);
    await nextMorning();
  },
  gap: async () => {
    await goToChannel(planChannel().id);
    const gaps = [...document.querySelectorAll(".channel [data-action-id]")].filter((one) =>
      FILLS.test(one.dataset.actionId),
    );
    const reminder = gaps.at(-1)?.closest("[data-ts]");
    if (reminder) flash(`.channel [data-ts="${reminder.dataset.ts}"]`);
  },
  comment: () => {
    if (state.pageAuthor === null) become(state.world.residents[0]);
    set({ pane: "page", threadTs: null, thread: null });
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        const field = document.querySelector("[data-testid=comment-text]");
        if (!field) return;
        if (!field.value) field.value = t("exampleComment");
        field.dispatchEvent(new Event("input"));
        field.focus();
      }),
    );
  },
  claim: () => goToChannel(commentsChannel().id),
  answer: () => {
    become(null);
    const comment = newestComment();
    if (!comment) return set({ pane: "page" });
    goToComment(comment.id);
    setTimeout(() => openReply(comment.id, t("exampleAnswer")), 80);
  },
};

async function write(name, example) {
  await goToChannel(planChannel().id);
  composer.set(`${command(name)} ${example}`, true);
}

/** @returns {HTMLElement} */
export function guide() {
  const node = h("section", { class: "guide", "aria-label": t("guideTitle"), data: { testid: "guide" } });
  watch(["guide", "world"], () => {
    node.hidden = !progress.open;
    if (progress.open) keepingFocus(node, () => fill(node, steps(), sentence()));
  });
  watch(["channel", "guide"], lookForDigest);
  return node;
}

function steps() {
  return h(
    "ol",
    { class: "guide-steps" },
    ...STEPS.map((step, index) => {
      const done = progress.done.includes(step);
      return h(
        "li",
        {},
        h(
          "button",
          {
            type: "button",
            title: t(`guide_${step}`),
            class: done ? "guide-step done" : "guide-step",
            "aria-current": index === progress.at ? "step" : null,
            data: { testid: "guide-step", value: step, done: done ? "true" : null },
            on: { click: () => save({ at: index }) },
          },
          h("span", { class: "guide-mark", "aria-hidden": "true" }, done ? svg(icons.check) : index + 1),
          h("span", { class: "guide-name" }, t(`guide_${step}`)),
          done && h("span", { class: "visually-hidden" }, t("done")),
        ),
      );
    }),
  );
}

function sentence() {
  const step = STEPS[progress.at];
  return h(
    "div",
    { class: "guide-now" },
    h(
      "p",
      {},
      h("strong", {}, step ? `${progress.at + 1}. ${t(`guide_${step}`)}` : t("guideDone")),
      " ",
      t(step ? `guideText_${step}` : "guideDoneText"),
    ),
    step &&
      h(
        "button",
        {
          type: "button",
          class: "button button-primary",
          data: { testid: "guide-show" },
          on: { click: () => SHOW[step]() },
        },
        t(`guideShow_${step}`),
      ),
    step &&
      h(
        "button",
        {
          type: "button",
          class: "button",
          data: { testid: "guide-next" },
          on: { click: () => save({ at: Math.min(progress.at + 1, STEPS.length) }) },
        },
        t("nextStep"),
      ),
    h(
      "button",
      {
        type: "button",
        class: "icon-button",
        "aria-label": t("closeGuide"),
        title: t("closeGuide"),
        data: { testid: "guide-close" },
        on: { click: toggleGuide },
      },
      svg(icons.close),
    ),
  );
}
