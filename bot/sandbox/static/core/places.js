/** @file Going somewhere: a channel, a thread, the Home tab, a comment on the page. */

import { loadChannel, loadHome, loadThread, post } from "./api.js";
import { recall, remember, set, state } from "./store.js";

/**
 * Show a channel and, if given, one message of it.
 * @param {string} id
 * @param {{ts?: string|null, thread?: string|null}} [target]
 */
export async function goToChannel(id, { ts = null, thread = null } = {}) {
  const moved = state.place?.kind !== "channel" || state.place.id !== id;
  if (moved) {
    set({ place: { kind: "channel", id }, channel: null, threadTs: null, thread: null });
    remember("channel", id);
  }
  set({ pane: "slack" });
  if (moved) await loadChannel();
  if (thread) await openThread(thread);
  if (ts) requestAnimationFrame(() => flash(`.channel [data-ts="${CSS.escape(ts)}"]`));
}

/** Show the thread under the message `ts` of the current channel. */
export async function openThread(ts) {
  set({ threadTs: ts, thread: null, pane: "slack" });
  await loadThread();
}

/** Close the thread; the focus returns to its message. */
export function closeThread() {
  const ts = state.threadTs;
  set({ threadTs: null, thread: null });
  requestAnimationFrame(() =>
    document.querySelector(`.channel [data-ts="${CSS.escape(ts ?? "")}"]`)?.focus({ preventScroll: true }),
  );
}

/** Show the bot's Home tab, and tell the bot so. */
export async function goHome() {
  set({ place: { kind: "home" }, threadTs: null, thread: null, pane: "slack" });
  await loadHome();
  await post("/ui/home/open", { as: state.me });
}

/** Show a post or comment of the simulated page. */
export function goToComment(id) {
  set({ pane: "page", threadTs: null, thread: null });
  requestAnimationFrame(() =>
    requestAnimationFrame(() =>
      flash(`[data-comment-id="${CSS.escape(id)}"], [data-post-id="${CSS.escape(id)}"]`),
    ),
  );
}

/** Bring an element into view and mark it for a moment. */
export function flash(selector) {
  const element = document.querySelector(selector);
  if (!element) return;
  element.scrollIntoView({
    block: "center",
    behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth",
  });
  element.classList.remove("flash");
  requestAnimationFrame(() => element.classList.add("flash"));
}

/** Channels a person can see: the open ones, and private ones they are in. */
export function visibleChannels() {
  return state.world.channels.filter((channel) => channel.members.includes(state.me) || !channel.is_private);
}

/** The newest message somebody has read in a channel. */
export function readUntil(channel) {
  return recall(`read.${state.me}`, {})[channel] ?? "0";
}

/** Remember how far a channel has been read. */
export function markRead(channel, ts) {
  const read = recall(`read.${state.me}`, {});
  if (Number(read[channel] ?? 0) >= Number(ts)) return;
  remember(`read.${state.me}`, { ...read, [channel]: ts });
}
