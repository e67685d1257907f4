/**
 * @file Block Kit blocks into elements.
 *
 * Why our own: the only kept-up renderer, slack-blocks-to-jsx (1.1), needs React, react-markdown and node-emoji at
 * run time, shows blocks without acting on them, and draws no inputs; the others render single strings to HTML. None can be shipped as one
 * file without a build step and drive forms, so a renderer of a few small modules is less to carry.
 */

import { h } from "../core/dom.js";
import { t } from "../core/text.js";
import { renderElement } from "./elements.js";
import { markdown } from "./markdown.js";
import { plainOf, textObject } from "./mrkdwn.js";
import { richText } from "./richtext.js";

/**
 * What a surface offers to its blocks.
 * @typedef {object} Surface
 * @property {{type: string, channel?: string, ts?: string, view_id?: string}} container
 * @property {import("./values.js").Values} values
 * @property {(blockId: string, element: object, value?: unknown) => Promise<{ok: boolean}>} act send a block action
 * @property {(blockId: string, element: object, query: string) => Promise<object>} options ask for external options
 * @property {Object<string, string>} [errors] by block id
 * @property {string} scope makes ids unique in the document
 */

const LONG = 900;

/**
 * Render blocks.
 * @param {object[]} blocks
 * @param {Surface} surface
 * @returns {HTMLElement}
 */
export function renderBlocks(blocks, surface) {
  return h(
    "div",
    { class: "blocks" },
    ...blocks.map((block) => {
      const node = (RENDER[block.type] ?? unknown)(block, surface);
      node.classList.add("block", `block-${block.type}`);
      if (block.block_id) node.dataset.blockId = block.block_id;
      return node;
    }),
  );
}

const RENDER = {
  header: (block, surface) =>
    h(
      "div",
      { role: "heading", "aria-level": surface.container.type === "view" ? 3 : 2 },
      ...textObject(block.text),
    ),
  divider: () => h("hr"),
  section,
  context: (block) =>
    h(
      "div",
      {},
      ...(block.elements ?? []).map((element) =>
        element.type === "image" ? picture(element, "context-image") : h("span", {}, ...textObject(element)),
      ),
    ),
  actions: (block, surface) =>
    h(
      "div",
      {},
      ...(block.elements ?? []).map((element) =>
        renderElement(element, { blockId: block.block_id, surface, dispatch: true }),
      ),
    ),
  image: (block) =>
    h(
      "figure",
      {},
      block.title && h("figcaption", {}, ...textObject(block.title)),
      picture(block, "block-picture"),
    ),
  input,
  rich_text: (block) => h("div", { class: "rich" }, ...richText(block)),
  markdown: (block) => h("div", { class: "markdown" }, ...markdown(block.text ?? "")),
  table,
  alert: (block) =>
    h(
      "div",
      { class: `alert-${block.level ?? "default"}`, role: "note" },
      h(
        "span",
        { class: "alert-sign", "aria-hidden": "true" },
        { warning: "!", error: "!", success: "✓" }[block.level] ?? "i",
      ),
      h("div", {}, ...textObject(block.text)),
    ),
};

function unknown(block) {
  return h("div", { class: "block-unknown" }, t("unknownBlock", { type: block.type }));
}

function section(block, surface) {
  const accessory =
    block.accessory &&
    (block.accessory.type === "image"
      ? picture(block.accessory, "accessory-image")
      : renderElement(block.accessory, {
          blockId: block.block_id,
          surface,
          dispatch: true,
          label: plainOf(block.text?.text ?? ""),
        }));
  return h(
    "div",
    { class: accessory ? "with-accessory" : null },
    h(
      "div",
      { class: "section-body" },
      block.text && clamped(block),
      block.fields &&
        h(
          "div",
          { class: "fields" },
          ...block.fields.map((field) => h("div", { class: "field" }, ...textObject(field))),
        ),
    ),
    accessory && h("div", { class: "accessory" }, accessory),
  );
}

/** Long sections are folded behind "see more" unless the block says `expand`. */
function clamped(block) {
  const body = h("div", { class: "section-text" }, ...textObject(block.text));
  if (block.expand || block.text.text.length <= LONG) return body;
  body.classList.add("clamped");
  const more = h(
    "button",
    {
      type: "button",
      class: "link-button",
      on: {
        click: () => {
          body.classList.remove("clamped");
          more.remove();
        },
      },
    },
    t("seeMore"),
  );
  return h("div", {}, body, more);
}

/** Pictures from elsewhere are not fetched: the sandbox works without any address outside this machine. */
function picture(image, style) {
  const file = image.slack_file?.id;
  const url = file ? `/files/${encodeURIComponent(file)}` : (image.image_url ?? image.slack_file?.url ?? "");
  const own = url.startsWith("/") || url.startsWith(`${location.origin}/`);
  if (own) {
    const img = h("img", { src: url, alt: image.alt_text ?? "", class: style, loading: "lazy" });
    return file ? h("a", { href: url, target: "_blank", rel: "noopener", class: "picture-link" }, img) : img;
  }
  return h(
    "span",
    { class: `${style} picture-stand-in`, role: "img", "aria-label": image.alt_text ?? "" },
    image.alt_text || t("picture"),
  );
}

function input(block, surface) {
  const id = `${surface.scope}-${block.block_id}`;
  const error = surface.errors?.[block.block_id];
  const group = ["checkboxes", "radio_buttons"].includes(block.element.type);
  const described = [block.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || null;
  const control = renderElement(block.element, {
    blockId: block.block_id,
    surface,
    dispatch: block.dispatch_action === true,
    id,
    describedBy: described,
    invalid: Boolean(error),
    required: !block.optional,
    labelledBy: `${id}-label`,
  });
  return h(
    "div",
    {
      class: error ? "has-error" : null,
      role: group ? "group" : null,
      "aria-labelledby": group ? `${id}-label` : null,
    },
    h(
      group ? "div" : "label",
      { class: "input-label", id: `${id}-label`, for: group ? null : id },
      ...textObject(block.label),
      block.optional && h("span", { class: "optional" }, ` ${t("optional")}`),
    ),
    control,
    error && h("p", { class: "input-error", id: `${id}-error`, data: { testid: "field-error" } }, error),
    block.hint && h("p", { class: "input-hint", id: `${id}-hint` }, ...textObject(block.hint)),
  );
}

function table(block) {
  const [head, ...rows] = block.rows ?? [];
  const settings = block.column_settings ?? [];
  const cell = (tag, scope) => (content, column) => {
    const node = h(tag, {
      scope,
      class: `align-${settings[column]?.align ?? (content.type === "raw_number" ? "right" : "left")}${settings[column]?.is_wrapped ? " wrapped" : ""}`,
    });
    node.append(
      ...(content.type === "rich_text" ? richText(content) : [content.text ?? String(content.value ?? "")]),
    );
    return node;
  };
  return h(
    "div",
    { class: "table-scroll", tabindex: 0 },
    h(
      "table",
      {},
      head && h("thead", {}, h("tr", {}, ...head.map(cell("th", "col")))),
      h("tbody", {}, ...rows.map((row) => h("tr", {}, ...row.map(cell("td", null))))),
    ),
  );
}
