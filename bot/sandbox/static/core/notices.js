/** @file Short words from the page itself: refusals and failures, said like Slack says them. */

import { announce, h, svg } from "./dom.js";
import { icons } from "./icons.js";
import { has, t } from "./text.js";

let timer;

/** The words for an error code; an unknown code is shown with a general sentence. */
export function errorText(code, what = "") {
  return has(`error_${code}`) ? t(`error_${code}`, { what }) : t("error_other", { code: code ?? "?", what });
}

/** Show an error for some seconds. */
export function notify(code, what) {
  toast(errorText(code, what), "error");
}

/** Show words for some seconds; `kind` is "info" or "error". */
export function toast(text, kind = "info") {
  document.querySelector(".toast")?.remove();
  clearTimeout(timer);
  const close = () => node.remove();
  const node = h(
    "div",
    { class: `toast toast-${kind}`, data: { testid: "toast" } },
    h("span", {}, text),
    h(
      "button",
      { type: "button", class: "icon-button", "aria-label": t("close"), on: { click: close } },
      svg(icons.close),
    ),
  );
  (document.querySelector("dialog[open]") ?? document.body).append(node);
  announce(text);
  timer = setTimeout(close, 8000);
}
