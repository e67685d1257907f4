/** @file `markdown` blocks: the part of standard Markdown that Slack shows. */

import { h } from "../core/dom.js";
import { emoji } from "../core/emoji.js";
import { link } from "./links.js";

const ITEM = /^(\s*)([-*+]|\d+[.)])\s+(.*)$/;
const STARTS = /^(#{1,6}\s|```|\s*>|\s*(?:[-*+]|\d+[.)])\s|\s*(?:-{3,}|\*{3,}|_{3,})\s*$|\|)/;

/** @returns {Node[]} */
export function markdown(source) {
  const lines = source.replaceAll("\r\n", "\n").split("\n");
  const out = [];
  while (lines.length) {
    if (lines[0].trim() === "") lines.shift();
    else out.push(next(lines));
  }
  return out;
}

function next(lines) {
  const line = lines[0];
  const heading = /^(#{1,6})\s+(.*?)\s*#*$/.exec(line);
  if (heading) {
    lines.shift();
    return h(
      "p",
      { class: `md-heading md-h${heading[1].length}`, role: "heading", "aria-level": 3 },
      ...inline(heading[2]),
    );
  }
  if (line.startsWith("```")) return fence(lines);
  if (/^\s*(?:-{3,}|\*{3,}|_{3,})\s*$/.test(line)) {
    lines.shift();
    return h("hr");
  }
  if (/^\s*>/.test(line))
    return h(
      "blockquote",
      {},
      ...markdown(
        take(lines, /^\s*>/)
          .map((one) => one.replace(/^\s*> ?/, ""))
          .join("\n"),
      ),
    );
  if (ITEM.test(line)) return list(lines);
  if (/^\s*\|/.test(line) && /^\s*\|?[\s:|-]+$/.test(lines[1] ?? "")) return table(lines);
  const words = [lines.shift()];
  while (lines.length && lines[0].trim() && !STARTS.test(lines[0])) words.push(lines.shift());
  return h("p", {}, ...words.flatMap((one, index) => [...(index ? [h("br")] : []), ...inline(one)]));
}

function take(lines, pattern) {
  const taken = [];
  while (lines.length && pattern.test(lines[0])) taken.push(lines.shift());
  return taken;
}

function fence(lines) {
  lines.shift();
  const code = [];
  while (lines.length && !lines[0].startsWith("```")) code.push(lines.shift());
  lines.shift();
  return h("pre", { class: "code" }, code.join("\n"));
}

function list(lines) {
  const [, indent, mark] = ITEM.exec(lines[0]);
  const ordered = /\d/.test(mark);
  const items = [];
  while (lines.length) {
    const match = ITEM.exec(lines[0]);
    if (!match || match[1].length < indent.length) break;
    if (match[1].length > indent.length) {
      items.at(-1).append(list(lines));
      continue;
    }
    lines.shift();
    items.push(h("li", {}, ...task(match[3])));
  }
  return h(ordered ? "ol" : "ul", { start: ordered ? parseInt(mark, 10) : null }, ...items);
}

function task(text) {
  const box = /^\[([ xX])\]\s+(.*)$/.exec(text);
  return box ? [box[1] === " " ? "☐ " : "☑ ", ...inline(box[2])] : inline(text);
}

function table(lines) {
  const rows = take(lines, /^\s*\|/).map((line) =>
    line
      .trim()
      .replace(/^\||\|$/g, "")
      .split("|")
      .map((cell) => cell.trim()),
  );
  const [head, , ...body] = rows;
  return h(
    "div",
    { class: "table-scroll", tabindex: 0 },
    h(
      "table",
      {},
      h("thead", {}, h("tr", {}, ...head.map((cell) => h("th", { scope: "col" }, ...inline(cell))))),
      h("tbody", {}, ...body.map((row) => h("tr", {}, ...row.map((cell) => h("td", {}, ...inline(cell)))))),
    ),
  );
}

const INLINE = [
  [/^`([^`]+)`/, (match) => h("code", {}, match[1])],
  [/^!?\[([^\]]*)\]\(([^()\s]+)\)/, (match) => link(match[2], match[1] || match[2])],
  [/^(\*\*|__)(?=\S)(.+?)(?<=\S)\1(?![*_])/, (match) => h("strong", {}, ...inline(match[2]))],
  [/^~~(?=\S)(.+?)(?<=\S)~~/, (match) => h("s", {}, ...inline(match[1]))],
  [/^([*_])(?=\S)(.+?)(?<=\S)\1(?![\p{Letter}\d])/u, (match) => h("em", {}, ...inline(match[2]))],
  [/^<?(https?:\/\/[^\s<>)]+)>?/, (match) => link(match[1], match[1])],
  [/^:([\w+'-]+):/, (match) => document.createTextNode(emoji(match[1]))],
  [/^\\([\\`*_{}[\]()#+\-.!|~>])/, (match) => document.createTextNode(match[1])],
];

function inline(text) {
  const out = [];
  let words = "";
  for (let at = 0; at < text.length;) {
    const rest = text.slice(at);
    const middle = /[\p{Letter}\d]/u.test(text[at - 1] ?? " ") && rest[0] === "_";
    const found = middle
      ? null
      : INLINE.map(([pattern, build]) => [pattern.exec(rest), build]).find(([match]) => match);
    if (found) {
      if (words) out.push(document.createTextNode(words));
      words = "";
      out.push(found[1](found[0]));
      at += found[0][0].length;
    } else {
      words += text[at++];
    }
  }
  if (words) out.push(document.createTextNode(words));
  return out;
}
