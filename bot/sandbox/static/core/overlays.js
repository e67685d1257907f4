/** @file Things that float: menus, popovers and yes-or-no dialogs. */

import { h, svg } from "./dom.js";
import { t } from "./text.js";
import { textObject } from "../blocks/mrkdwn.js";

let open = null;

/** Close the popover that is open, if any. */
export function closePopover(focus = false) {
  if (!open) return;
  const { node, anchor, onClose } = open;
  open = null;
  node.remove();
  anchor.setAttribute("aria-expanded", "false");
  if (focus) anchor.focus();
  onClose?.();
}

document.addEventListener("pointerdown", (event) => {
  if (open && !open.node.contains(event.target) && !open.anchor.contains(event.target)) closePopover();
});
window.addEventListener("resize", () => closePopover());

/** Put `node` under `anchor`, or over it where there is more room, always inside the window. */
export function position(node, anchor, align = "left") {
  const box = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = node;
  const below = box.bottom + 6 + height <= innerHeight || box.top < innerHeight - box.bottom;
  const left = align === "right" ? box.right - width : box.left;
  node.style.left = `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`;
  node.style.top = `${Math.max(8, below ? Math.min(box.bottom + 6, innerHeight - height - 8) : box.top - 6 - height)}px`;
}

/** Where a floating thing must live to be usable: inside the open dialog of its anchor, else the page. */
export function hostOf(anchor) {
  return anchor.closest("dialog") ?? document.body;
}

/**
 * Open a small panel at `anchor`; a second call on the same anchor closes it.
 * @returns {HTMLElement|null}
 */
export function openPopover(anchor, content, { label, align = "left", role = "dialog", onClose = null }) {
  const same = open?.anchor === anchor;
  closePopover();
  if (same) return null;
  const node = h("div", { class: "popover", role, "aria-label": label, on: { keydown: escapes } }, content);
  hostOf(anchor).append(node);
  anchor.setAttribute("aria-expanded", "true");
  open = { node, anchor, onClose };
  position(node, anchor, align);
  (node.querySelector("[autofocus]") ?? node.querySelector("button, input, select, a[href]"))?.focus();
  return node;
}

function escapes(event) {
  if (event.key === "Escape") {
    event.preventDefault();
    event.stopPropagation();
    closePopover(true);
  }
  if (event.key === "Tab" && open?.node.getAttribute("role") === "menu") closePopover(true);
}

/**
 * Open a menu of actions.
 * @param {HTMLElement} anchor
 * @param {{label: Node[]|string, note?: Node[]|string, icon?: string[], danger?: boolean, data?: object, run: (event: Event) => void}[]} items
 * @param {string} label
 */
export function openMenu(anchor, items, label, align = "right") {
  const buttons = items.map((item) =>
    h(
      "button",
      {
        type: "button",
        role: "menuitem",
        class: item.danger ? "menu-item menu-danger" : "menu-item",
        data: item.data,
        on: {
          click: (event) => {
            closePopover(true);
            item.run(event);
          },
        },
      },
      item.icon && svg(item.icon),
      h("span", {}, item.label, item.note && h("small", {}, item.note)),
    ),
  );
  const move = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity }[event.key];
    if (!step) return;
    event.preventDefault();
    const now = buttons.indexOf(document.activeElement);
    const next = Number.isFinite(step)
      ? (now + step + buttons.length) % buttons.length
      : step > 0
        ? buttons.length - 1
        : 0;
    buttons[next].focus();
  };
  openPopover(anchor, h("div", { class: "menu", on: { keydown: move } }, ...buttons), {
    label,
    align,
    role: "menu",
  });
}

/**
 * Ask yes or no with Block Kit's confirmation object.
 * @returns {Promise<boolean>}
 */
export function confirmDialog({ title, text, confirm, deny, style }) {
  return new Promise((resolve) => {
    const done = (answer) => () => {
      dialog.close();
      dialog.remove();
      resolve(answer);
    };
    const dialog = h(
      "dialog",
      {
        class: "dialog dialog-small",
        "aria-labelledby": "confirm-title",
        data: { testid: "confirm" },
        on: {
          cancel: (event) => {
            event.preventDefault();
            done(false)();
          },
        },
      },
      h("div", { class: "dialog-head" }, h("h2", { id: "confirm-title" }, ...textObject(title))),
      h("div", { class: "dialog-body" }, h("p", {}, ...textObject(text))),
      h(
        "div",
        { class: "dialog-foot" },
        h(
          "button",
          { type: "button", class: "button", data: { testid: "confirm-deny" }, on: { click: done(false) } },
          ...(deny ? textObject(deny) : [t("cancel")]),
        ),
        h(
          "button",
          {
            type: "button",
            class: `button button-${style ?? "primary"}`,
            autofocus: true,
            data: { testid: "confirm-ok" },
            on: { click: done(true) },
          },
          ...(confirm ? textObject(confirm) : [t("ok")]),
        ),
      ),
    );
    document.body.append(dialog);
    dialog.showModal();
  });
}
