/** @file The left side: who one is, the channels, and the bot's Home tab. */

import { fill, h, keepingFocus, redraw, svg } from "../core/dom.js";
import { loadAll } from "../core/api.js";
import { icons } from "../core/icons.js";
import { goHome, goToChannel, readUntil, visibleChannels } from "../core/places.js";
import { isDirect, remember, set, state, userOf, watch } from "../core/store.js";
import { t } from "../core/text.js";
import { avatar } from "./avatar.js";

/** @returns {HTMLElement} */
export function sidebar() {
  const person = h("div", { class: "person" });
  const lists = h("div", { class: "side-lists" });
  const node = h("nav", { class: "sidebar column", "aria-label": t("workspace") }, person, lists);
  watch(["world", "me"], () => redraw(person, [state.world.users, state.me], switcher));
  watch(["world", "me", "place", "channel"], () => keepingFocus(lists, () => fill(lists, channels(), app())));
  return node;
}

function switcher() {
  const people = state.world.users.filter((user) => user.kind !== "bot");
  const me = userOf(state.me);
  const select = h(
    "select",
    {
      id: "person",
      class: "person-select",
      data: { testid: "person" },
      on: { change: () => become(select.value) },
    },
    ...people.map((user) => h("option", { value: user.id, selected: user.id === state.me }, described(user))),
  );
  // The names are drawn as text, which may wrap; the select lies over them, unseen but working.
  return [
    avatar(me.real_name || me.name, me.color),
    h(
      "div",
      { class: "person-words" },
      h("label", { for: "person" }, t("youAre")),
      h("strong", { "aria-hidden": "true" }, me.real_name),
      h("span", { "aria-hidden": "true" }, roleOf(me)),
    ),
    svg(icons.chevron),
    select,
  ];
}

function described(user) {
  const role = roleOf(user);
  return role ? `${user.real_name} (${role})` : user.real_name;
}

function roleOf(user) {
  const role = user.title || (user.kind === "guest" ? t("guest") : "");
  return role.charAt(0).toLocaleLowerCase() + role.slice(1);
}

/** Sit down as somebody else. */
function become(id) {
  remember("me", id);
  set({ me: id, views: [], home: null, channel: null, threadTs: null, thread: null });
  const seen = visibleChannels();
  if (state.place?.kind === "channel" && !seen.some((channel) => channel.id === state.place.id))
    set({ place: { kind: "channel", id: seen[0].id } });
  if (state.place?.kind === "home") goHome();
  loadAll();
}

function channels() {
  const named = visibleChannels().filter((channel) => !isDirect(channel));
  return [
    h("h2", { class: "side-title" }, t("channels")),
    h("ul", { class: "side-list" }, ...named.map((channel) => entry(channel, channel.name))),
  ];
}

/** What the bot has for this person alone: its Home tab, and their conversation once there is one. */
function app() {
  const direct = visibleChannels().filter(isDirect);
  if (!state.world.has_home && !direct.length) return null;
  return [
    h("h2", { class: "side-title" }, state.world.bot.name),
    h(
      "ul",
      { class: "side-list" },
      state.world.has_home && home(),
      ...direct.map((channel) => entry(channel, t("directMessages"))),
    ),
  ];
}

function entry(channel, name) {
  const here = state.place?.kind === "channel" && state.place.id === channel.id;
  const unread = !here && Number(channel.latest ?? 0) > Number(readUntil(channel.id));
  const icon = isDirect(channel) ? icons.person : channel.is_private ? icons.lock : icons.hash;
  return h(
    "li",
    {},
    h(
      "button",
      {
        type: "button",
        class: unread ? "side-item unread" : "side-item",
        "aria-current": here ? "page" : null,
        data: { testid: "channel-link", id: channel.id },
        on: { click: () => goToChannel(channel.id) },
      },
      svg(icon),
      h("span", {}, name),
      unread && h("span", { class: "unread-dot" }, h("span", { class: "visually-hidden" }, t("unread"))),
    ),
  );
}

function home() {
  return h(
    "li",
    {},
    h(
      "button",
      {
        type: "button",
        class: "side-item",
        "aria-current": state.place?.kind === "home" ? "page" : null,
        data: { testid: "home-link" },
        on: { click: goHome },
      },
      svg(icons.home),
      h("span", {}, t("home")),
    ),
  );
}
