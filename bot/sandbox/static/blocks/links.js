/** @file Links and mentions. Addresses of the sandbox's own things lead to them instead of out. */

import { h } from "../core/dom.js";
import { channelOf, isDirect, nameOf, state } from "../core/store.js";
import { goToChannel, goToComment } from "../core/places.js";

/** An address that may be put into a link, or null: `javascript:` and its kind, and words that are no address. */
export function safeUrl(address) {
  try {
    const url = new URL(address);
    return ["http:", "https:", "mailto:", "tel:"].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/**
 * Where an address leads inside the sandbox: a Slack permalink to its message, an address with the id of
 * a post or comment to the simulated page.
 * @returns {(() => void)|null}
 */
export function insideRoute(url) {
  const permalink = /\/archives\/([A-Z0-9]+)(?:\/p(\d{10})(\d{6}))?(?:\?.*thread_ts=([\d.]+))?/.exec(url);
  if (permalink && channelOf(permalink[1])) {
    const ts = permalink[2] && `${permalink[2]}.${permalink[3]}`;
    return () => goToChannel(permalink[1], { ts: permalink[4] ?? ts, thread: permalink[4] ?? null });
  }
  const ids = url.match(/\d{5,}(?:_\d{5,})?/g) ?? [];
  const known = new Set((state.page?.posts ?? []).flatMap((post) => [post.id, ...allIds(post.comments)]));
  const id = [...ids]
    .reverse()
    .flatMap((found) => [found, ...[...known].filter((one) => one.endsWith(`_${found}`))])
    .find((one) => known.has(one));
  return id ? () => goToComment(id) : null;
}

function allIds(comments) {
  return comments.flatMap((comment) => [comment.id, ...allIds(comment.replies ?? [])]);
}

/** A link; plain text when the address is not safe. */
export function link(address, ...label) {
  const href = safeUrl(address);
  if (!href) return h("span", {}, ...label);
  return h(
    "a",
    { href, target: "_blank", rel: "noopener noreferrer", on: { click: (event) => follow(event, href) } },
    ...label,
  );
}

/** Stay inside when the address is one of the sandbox's own. */
export function follow(event, href) {
  const route = insideRoute(href);
  if (!route) return;
  event.preventDefault();
  route();
}

/** `@name` of a person; one's own stands out. */
export function userMention(id) {
  return h("span", { class: id === state.me ? "mention mention-me" : "mention" }, `@${nameOf(id)}`);
}

/** `#name` of a channel, which leads there. */
export function channelMention(id, label) {
  const channel = channelOf(id);
  if (!channel) return h("span", { class: "mention" }, `#${label || id}`);
  return h(
    "button",
    { type: "button", class: "mention mention-link", on: { click: () => goToChannel(id) } },
    isDirect(channel) ? channel.name : `#${channel.name}`,
  );
}

/** `@channel`, `@here` or `@everyone`: what would ping people is to be seen. */
export function broadcast(word) {
  return h("span", { class: "mention mention-all" }, `@${word}`);
}
