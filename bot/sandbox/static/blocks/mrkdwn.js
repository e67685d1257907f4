/** @file Slack's `mrkdwn` into nodes: escaped text in, elements out, never HTML from strings. */

import { h } from "../core/dom.js";
import { slackDate } from "../core/dates.js";
import { emoji } from "../core/emoji.js";
import { state } from "../core/store.js";
import { broadcast, channelMention, link, safeUrl, userMention } from "./links.js";

const WRAPS = { "*": "strong", _: "em", "~": "s" };
const WORD = /[\p{Letter}\p{Number}]/u;
const URL_AT = /^https?:\/\/[^\s<>|*~]+/;
const BROADCASTS = ["channel", "here", "everyone"];

/** Undo Slack's escaping of `&`, `<` and `>`. */
export function unescape(text) {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

/** What Slack's own clients do to typed text before they send it. */
export function escape(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/**
 * Render mrkdwn.
 * @param {string} text Slack-escaped
 * @param {{links?: boolean, names?: boolean}} [auto] what is parsed out of plain words: addresses, and `@channel` or `#name`
 * @returns {Node[]}
 */
export function mrkdwn(text, auto = { links: true, names: true }) {
  return text
    .split(/```(?:\n)?([\s\S]+?)(?:\n)?```/g)
    .flatMap((part, index) =>
      index % 2 ? [h("pre", { class: "code" }, unescape(stripEntities(part)))] : quotes(part, auto),
    );
}

/** A mrkdwn or plain_text object, as Block Kit's `text` fields hold it. */
export function textObject(object) {
  if (!object) return [];
  if (object.type !== "mrkdwn") return plain(object.text, object.emoji !== false);
  return mrkdwn(object.text, { links: !object.verbatim, names: !object.verbatim });
}

/** plain_text: as it stands, with emoji names where the object allows them. */
export function plain(text, withEmoji = true) {
  const shown = withEmoji ? text.replace(/:([\w+'-]+):/g, (whole, name) => emoji(name)) : text;
  return [document.createTextNode(shown)];
}

/** Text without any markup, for labels and screen readers. */
export function plainOf(text) {
  return h("span", {}, ...mrkdwn(text, {})).textContent;
}

function quotes(text, auto) {
  const out = [];
  const groups = text.split(/(^(?:&gt;|>){3}[\s\S]*$|(?:^(?:&gt;|>)[^\n]*(?:\n|$))+)/m);
  groups.forEach((group, index) => {
    if (!group) return;
    if (index % 2 === 0) out.push(...inline(afterQuote(group, index, groups), auto));
    else
      out.push(
        h(
          "blockquote",
          {},
          ...inline(group.replace(/^(?:(?:&gt;|>){3}|&gt;|>) ?/gm, "").replace(/\n$/, ""), auto),
        ),
      );
  });
  return out;
}

/** A block quote already ends its line, so the line break before it would show twice. */
function afterQuote(group, index, groups) {
  return index < groups.length - 1 ? group.replace(/\n$/, "") : group;
}

function stripEntities(text) {
  return text.replace(/<([^>|]+)(?:\|([^>]*))?>/g, (_, target, label) => label ?? target);
}

/** Walk one stretch of text. `*_~` wrap only when they stand at word edges, as in Slack. */
function inline(text, auto, inside = "") {
  const out = [];
  let words = "";
  const flush = () => {
    if (words) out.push(document.createTextNode(unescape(words)));
    words = "";
  };
  for (let at = 0; at < text.length;) {
    const found = token(text, at, auto, inside);
    if (found) {
      flush();
      out.push(found.node);
      at += found.length;
    } else {
      words += text[at++];
    }
  }
  flush();
  return out;
}

function token(text, at, auto, inside) {
  const char = text[at];
  const rest = text.slice(at);
  if (char === "<") return entity(rest);
  if (char === "`") return code(rest);
  if (char in WRAPS && !inside.includes(char)) return wrapped(text, at, auto, inside);
  if (char === ":") return emojiAt(rest);
  if (char === "h" && auto.links && !WORD.test(text[at - 1] ?? " ")) return address(rest);
  if ((char === "@" || char === "#") && auto.names && !WORD.test(text[at - 1] ?? " ")) return name(rest);
  return null;
}

function entity(rest) {
  const match = /^<([^<>|]+)(?:\|([^<>]*))?>/.exec(rest);
  if (!match) return null;
  const [whole, target, label] = match;
  return { node: entityNode(target, label), length: whole.length };
}

function entityNode(target, label) {
  if (target.startsWith("@")) return userMention(target.slice(1));
  if (target.startsWith("#")) return channelMention(target.slice(1), label);
  if (target.startsWith("!")) return special(target.slice(1), label);
  const address = unescape(target);
  if (!safeUrl(address)) return document.createTextNode(label ? unescape(label) : `<${address}>`);
  return link(address, unescape(label || target.replace(/^mailto:/, "")));
}

function special(target, label) {
  if (BROADCASTS.includes(target)) return broadcast(target);
  const [kind, unix, pattern, url] = target.split("^");
  if (kind === "date" && pattern) {
    const words = slackDate(unix, unescape(pattern)) ?? unescape(label ?? "");
    return url ? link(unescape(url), words) : h("time", { datetime: isoOf(unix) }, words);
  }
  return h("span", { class: "mention" }, unescape(label ?? `@${target.replace(/^subteam\^/, "")}`));
}

function isoOf(unix) {
  return /^\d{1,11}$/.test(unix) ? new Date(Number(unix) * 1000).toISOString() : null;
}

function code(rest) {
  const match = /^`([^`\n]+)`/.exec(rest);
  return match && { node: h("code", {}, unescape(stripEntities(match[1]))), length: match[0].length };
}

function wrapped(text, at, auto, inside) {
  const mark = text[at];
  if (WORD.test(text[at - 1] ?? " ") || /\s/.test(text[at + 1] ?? " ") || text[at + 1] === mark) return null;
  const line = text.indexOf("\n", at);
  const limit = line < 0 ? text.length : line;
  for (let end = text.indexOf(mark, at + 1); end > 0 && end < limit; end = text.indexOf(mark, end + 1)) {
    if (/\s/.test(text[end - 1]) || WORD.test(text[end + 1] ?? " ")) continue;
    const node = h(WRAPS[mark], {}, ...inline(text.slice(at + 1, end), auto, inside + mark));
    return { node, length: end - at + 1 };
  }
  return null;
}

function emojiAt(rest) {
  const match = /^:([\w+'-]+(?:::skin-tone-\d)?):/.exec(rest);
  if (!match) return null;
  const shown = emoji(match[1]);
  // An unknown name stays as written, in the type of the text around it; `10:00:` is no name at all.
  if (!shown.startsWith(":"))
    return { node: h("span", { class: "emoji", title: match[0] }, shown), length: match[0].length };
  return /[a-z]/i.test(match[1]) ? { node: document.createTextNode(shown), length: match[0].length } : null;
}

function address(rest) {
  const match = URL_AT.exec(rest);
  if (!match) return null;
  const url = match[0].replace(/[.,;:!?)'"]+$/, "");
  return { node: link(unescape(url), unescape(url)), length: url.length };
}

function name(rest) {
  const word = /^[@#][\p{Letter}\p{Number}_-]+/u.exec(rest)?.[0];
  if (!word) return null;
  if (word[0] === "@")
    return BROADCASTS.includes(word.slice(1))
      ? { node: broadcast(word.slice(1)), length: word.length }
      : null;
  const channel = state.world.channels.find((one) => one.name === word.slice(1));
  return channel ? { node: channelMention(channel.id), length: word.length } : null;
}
