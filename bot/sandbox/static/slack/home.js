/** @file The bot's Home tab. */

import { h, redraw } from "../core/dom.js";
import { state, watch } from "../core/store.js";
import { t } from "../core/text.js";
import { renderBlocks } from "../blocks/blocks.js";
import { surface } from "./surfaces.js";

/** @returns {HTMLElement} */
export function homeView() {
  const title = h("h1", { class: "column-title" });
  const body = h("div", { class: "home-body" });
  const node = h(
    "section",
    { class: "home column", hidden: true, "aria-label": t("home"), data: { testid: "home" } },
    h("header", { class: "column-head" }, title),
    h("div", { class: "scroller", role: "region", tabindex: 0, "aria-label": t("home") }, body),
  );
  watch(["place", "home", "world"], () => {
    node.hidden = state.place?.kind !== "home";
    document.querySelector(".channel").hidden = !node.hidden;
    if (node.hidden) return;
    title.textContent = state.world.bot.name;
  });
  watch(["home", "place"], () => redraw(body, [state.home, state.me], view));
  return node;
}

function view() {
  const { home } = state;
  if (!home) return h("p", { class: "empty" }, t("homeEmpty"));
  return renderBlocks(
    home.blocks,
    surface(`home-${state.me}`, { type: "home", view_id: home.id }, home.blocks),
  );
}
