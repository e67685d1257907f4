/** @file Initials on a person's own colour. */

import { h } from "../core/dom.js";

const PALETTE = ["#2f6f62", "#7a4f9a", "#b3563b", "#2d62a8", "#8a6a12", "#a23a63", "#466b2a", "#4b5a86"];

/**
 * @param {string} name
 * @param {string|null} [colour] a hex colour; without one the name decides
 */
export function avatar(name, colour = null, style = "") {
  const initials = name
    .split(/[\s-]+/)
    .filter(Boolean)
    .map((word) => [...word][0]);
  const node = h(
    "span",
    { class: `avatar ${style}`, "aria-hidden": "true" },
    [initials[0], initials.length > 1 && initials.at(-1)].filter(Boolean).join("").toLocaleUpperCase() || "?",
  );
  const shade = /^#?[\da-f]{6}$/i.test(colour ?? "")
    ? `#${colour.replace("#", "")}`
    : PALETTE[[...name].reduce((sum, letter) => sum + letter.codePointAt(0), 0) % PALETTE.length];
  node.style.setProperty("--shade", shade);
  node.style.setProperty("--on-shade", luminance(shade) > 0.36 ? "#14201c" : "#ffffff");
  return node;
}

/** Relative luminance as WCAG has it, 0 to 1. */
function luminance(hex) {
  const [red, green, blue] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The bot's own picture: a small open door. */
export function botAvatar() {
  return h(
    "span",
    { class: "avatar avatar-bot", "aria-hidden": "true" },
    h("img", { src: "/static/icon.svg", alt: "" }),
  );
}
