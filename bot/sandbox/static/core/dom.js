/** @file Building and updating elements. Data only ever becomes text nodes and attributes. */

const SVG = "http://www.w3.org/2000/svg";
const signatures = new WeakMap();

/**
 * Build an element.
 * @param {string} tag
 * @param {object} [props] `on: {event: listener}`, `data: {key: value}`, `prop: {name: value}` (DOM
 *   properties); everything else becomes an attribute, where null, undefined and false are left out.
 * @param {...(Node|string|number|null|false|Array)} children
 * @returns {HTMLElement}
 */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "on")
      for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    else if (name === "data") Object.assign(element.dataset, clean(value));
    else if (name === "prop") Object.assign(element, value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...nodes(children));
  return element;
}

function clean(data) {
  return Object.fromEntries(
    Object.entries(data).filter(([, value]) => value !== null && value !== undefined),
  );
}

function nodes(children) {
  return children
    .flat(Infinity)
    .filter((child) => child !== null && child !== undefined && child !== false && child !== "");
}

/** Replace everything inside `container`. */
export function fill(container, ...children) {
  container.replaceChildren(...nodes(children));
  return container;
}

/**
 * Draw one of our line icons.
 * @param {string[]|string} paths SVG path data
 */
export function svg(paths) {
  const root = document.createElementNS(SVG, "svg");
  for (const [name, value] of Object.entries({
    viewBox: "0 0 20 20",
    class: "icon",
    "aria-hidden": "true",
    focusable: "false",
  })) {
    root.setAttribute(name, value);
  }
  for (const data of [paths].flat()) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", data);
    root.append(path);
  }
  return root;
}

/**
 * Make the children of `container` match `items`, leaving unchanged ones (and their focus) alone.
 * @template T
 * @param {HTMLElement} container
 * @param {T[]} items
 * @param {{key: (item: T) => string, signature: (item: T) => string, render: (item: T) => HTMLElement}} how
 */
export function syncList(container, items, { key, signature, render }) {
  const old = new Map([...container.children].map((child) => [child.dataset.key, child]));
  let cursor = container.firstElementChild;
  for (const item of items) {
    const id = key(item);
    const wanted = signature(item);
    let element = old.get(id);
    old.delete(id);
    if (!element || signatures.get(element) !== wanted) {
      const fresh = render(item);
      fresh.dataset.key = id;
      signatures.set(fresh, wanted);
      if (element) {
        if (cursor === element) cursor = fresh;
        swap(element, fresh);
      }
      element = fresh;
    }
    if (element === cursor) cursor = cursor.nextElementSibling;
    else container.insertBefore(element, cursor);
  }
  for (const gone of old.values()) gone.remove();
}

/** Replace one element by another and put the keyboard focus back where it was. */
function swap(element, fresh) {
  const active = document.activeElement;
  const selector = element.contains(active) ? focusSelector(active) : null;
  const caret = selector && "selectionStart" in active ? active.selectionStart : null;
  element.replaceWith(fresh);
  if (selector) focusAgain(fresh, selector, caret);
}

/**
 * Draw `container` anew if `facts` have changed since the last time; an open list or folded text in it is left
 * alone otherwise. The focus stays where it was.
 * @param {HTMLElement} container
 * @param {unknown} facts what the drawing depends on
 * @param {() => Array} build
 */
export function redraw(container, facts, build) {
  const wanted = JSON.stringify(facts);
  if (signatures.get(container) === wanted) return;
  signatures.set(container, wanted);
  keepingFocus(container, () => fill(container, build()));
}

/** Run `draw`, then put the focus back on the element that had it, or on its successor. */
export function keepingFocus(container, draw) {
  const active = document.activeElement;
  const selector = container.contains(active) && active !== container ? focusSelector(active) : null;
  const caret = selector && "selectionStart" in active ? active.selectionStart : null;
  draw();
  if (selector && !container.contains(document.activeElement)) focusAgain(container, selector, caret);
}

function focusSelector(element) {
  const names = ["testid", "actionId", "blockId", "reaction", "id", "value"];
  const parts = names
    .filter((name) => element.dataset[name] !== undefined)
    .map(
      (name) =>
        `[data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}="${CSS.escape(element.dataset[name])}"]`,
    );
  return element.tagName.toLowerCase() + parts.join("");
}

function focusAgain(root, selector, caret) {
  const target = root.querySelector(selector) ?? (root.hasAttribute("tabindex") ? root : null);
  target?.focus({ preventScroll: true });
  if (target && caret !== null && "setSelectionRange" in target) {
    try {
      target.setSelectionRange(caret, caret);
    } catch {
      // date, number and e-mail fields have no caret to set
    }
  }
}

let liveTimer;
/** Say something to screen readers, politely. */
export function announce(text) {
  const live = document.getElementById("live");
  clearTimeout(liveTimer);
  live.textContent = "";
  liveTimer = setTimeout(() => (live.textContent = text), 60);
}
