/**
 * @file The sandbox in the browser: a Slack workspace, a Facebook page and a clock, shown as the server says they are.
 *
 * Hooks for tests, all `data-testid` unless another attribute is named:
 *   person (select) · channel-link [data-id] · home-link · channel-title · pane-channels, pane-slack, pane-page (narrow windows)
 *   messages, thread-messages · message [data-ts] [data-ephemeral] · dismiss · open-thread · thread · close-thread
 *   composer, composer-send · thread-composer, thread-composer-send · suggestions are [role=option][data-value]
 *   add-reaction · reaction-picker · reaction-name · chips and choices [data-reaction], pressed chips [aria-pressed=true]
 *   reply-in-thread · message-menu · delete-message · shortcuts · menu items [data-shortcut=callback_id]
 *   elements of blocks [data-action-id] [data-block-id], buttons and boxes also [data-value]; blocks [data-block-id]
 *   modal · modal-title · modal-submit · modal-close · modal-dismiss · modal-back · field-error · confirm, confirm-ok, confirm-deny
 *   home · clock [data-local] · clock-morning · clock-hour · clock-go, clock-date, clock-time, clock-set
 *   bot-status [data-connected] · offline · toast · sandbox-menu · start-over · menu items [data-theme]
 *   guide · guide-toggle · guide-step [data-value] [data-done] · guide-show · guide-next · guide-close
 *   page · page-identity (select) · page-other-name · page-post-text, page-post-send · post [data-post-id]
 *   comment [data-comment-id] · comment-form, reply-form [data-for] · comment-text, comment-send · reply-text, reply-send
 *   comment-reply, comment-edit, comment-hide, comment-delete · edit-text, edit-save
 */

import { listen, loadAll, loadWorld } from "./core/api.js";
import { fill, h, svg } from "./core/dom.js";
import { icons } from "./core/icons.js";
import { goToChannel, visibleChannels } from "./core/places.js";
import { recall, set, state, watch } from "./core/store.js";
import { speak, t } from "./core/text.js";
import { insideRoute } from "./blocks/links.js";
import { guide, restartGuide } from "./guide.js";
import { pageView } from "./page/page.js";
import { channelView } from "./slack/channel.js";
import { homeView } from "./slack/home.js";
import { modals } from "./slack/modals.js";
import { sidebar } from "./slack/sidebar.js";
import { forgetValues } from "./slack/surfaces.js";
import { threadView } from "./slack/thread.js";
import { topbar, useTheme } from "./topbar.js";

const app = document.getElementById("app");
const PANES = { channels: icons.menu, slack: icons.hash, page: icons.page };

useTheme(recall("theme", "auto"));
start();

async function start() {
  await loadWorld();
  if (!state.world) return setTimeout(start, 1000);
  speak(state.world.language);
  document.title = t("title");
  build();
  sitDown();
  set({ world: state.world, guide: {} });
  await loadAll();
  insideRoute(location.href)?.();
  history.replaceState(null, "", "/");
  app.removeAttribute("aria-busy");
  listen(startOver);
}

function build() {
  fill(
    app,
    skipLinks(),
    topbar(),
    offline(),
    guide(),
    h("main", { class: "columns" }, sidebar(), channelView(), homeView(), threadView(), pageView()),
    tabs(),
  );
  document.body.append(modals());
  watch(["pane"], () => (app.dataset.pane = state.pane));
}

/** Take the place one had before, as far as it still exists. */
function sitDown() {
  const people = state.world.users.filter((user) => user.kind !== "bot");
  const me = people.find((user) => user.id === recall("me", null)) ?? people[0];
  set({ me: me.id, pageAuthor: recall("pageAuthor", state.world.residents[0] ?? null), pane: "slack" });
  const seen = visibleChannels();
  const wanted = recall("channel", null);
  goToChannel((seen.find((channel) => channel.id === wanted) ?? seen[0]).id);
}

/** The sandbox was reset: everything is fetched anew and the guide begins again. */
async function startOver() {
  restartGuide();
  forgetValues();
  set({ views: [], threadTs: null, thread: null, home: null });
  await loadWorld();
  sitDown();
  await loadAll();
}

function skipLinks() {
  const skip = (selector, label) =>
    h(
      "a",
      {
        href: "#",
        class: "skip",
        on: {
          click: (event) => {
            event.preventDefault();
            document.querySelector(selector)?.focus();
          },
        },
      },
      label,
    );
  return h(
    "nav",
    { class: "skips", "aria-label": t("skipLinks") },
    skip("[data-testid=composer]", t("skipToComposer")),
    skip(".channel .scroller", t("skipToMessages")),
    skip(".page .scroller", t("skipToPage")),
  );
}

function offline() {
  const node = h(
    "div",
    { class: "offline", role: "status", hidden: true, data: { testid: "offline" } },
    t("offline"),
  );
  watch(["online"], () => (node.hidden = state.online));
  return node;
}

/** In a narrow window the columns become tabs. */
function tabs() {
  const node = h(
    "nav",
    { class: "tabs", "aria-label": t("views") },
    ...Object.entries(PANES).map(([pane, icon]) =>
      h(
        "button",
        {
          type: "button",
          class: "tab",
          data: { testid: `pane-${pane}`, value: pane },
          on: { click: () => set({ pane }) },
        },
        svg(icon),
        h("span", {}, t(`pane_${pane}`)),
      ),
    ),
  );
  watch(["pane"], () =>
    node
      .querySelectorAll("button")
      .forEach((button) =>
        button.setAttribute("aria-current", button.dataset.value === state.pane ? "page" : "false"),
      ),
  );
  return node;
}
