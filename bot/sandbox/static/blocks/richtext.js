/** @file `rich_text` blocks: structured text, no markup to parse. */

import { h } from "../core/dom.js";
import { slackDate } from "../core/dates.js";
import { emoji } from "../core/emoji.js";
import { broadcast, channelMention, link, userMention } from "./links.js";

const BULLETS = ["disc", "circle", "square"];

/** @returns {HTMLElement[]} */
export function richText(block) {
  return (block.elements ?? []).map(part);
}

function part(element) {
  const leaves = () => (element.elements ?? []).map(leaf);
  switch (element.type) {
    case "rich_text_list":
      return list(element);
    case "rich_text_preformatted":
      return h("pre", { class: "code" }, ...leaves());
    case "rich_text_quote":
      return h("blockquote", { class: "as-written" }, ...leaves());
    default:
      return h("div", { class: "rich-section" }, ...leaves());
  }
}

function list(element) {
  const ordered = element.style === "ordered";
  const items = (element.elements ?? []).map((item) => h("li", {}, ...(item.elements ?? []).map(leaf)));
  const indent = Math.min(element.indent ?? 0, 8);
  return h(
    ordered ? "ol" : "ul",
    {
      class: `rich-list indent-${indent} ${BULLETS[indent % 3]}`,
      start: ordered ? (element.offset ?? 0) + 1 : null,
    },
    ...items,
  );
}

function leaf(element) {
  switch (element.type) {
    case "text":
      return styled(element, element.text);
    case "link":
      return styled(element, link(element.url, element.text || element.url));
    case "user":
      return styled(element, userMention(element.user_id));
    case "channel":
      return styled(element, channelMention(element.channel_id));
    case "usergroup":
      return h("span", { class: "mention" }, `@${element.usergroup_id}`);
    case "broadcast":
      return broadcast(element.range);
    case "emoji":
      return h("span", { class: "emoji", title: `:${element.name}:` }, emoji(element.name));
    case "date":
      return h("time", {}, slackDate(String(element.timestamp), element.format) ?? element.fallback ?? "");
    case "color":
      return h("code", {}, element.value);
    default:
      return h("span", {}, element.text ?? "");
  }
}

function styled(element, content) {
  const style = element.style ?? {};
  let node = content;
  for (const [name, tag] of [
    ["code", "code"],
    ["strike", "s"],
    ["italic", "em"],
    ["bold", "strong"],
    ["underline", "u"],
  ]) {
    if (style[name]) node = h(tag, {}, node);
  }
  return typeof node === "string" ? document.createTextNode(node) : node;
}
