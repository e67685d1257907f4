/** @file The simulated Facebook page: its posts, and who one is there. */

import { h, redraw, svg, syncList } from "../core/dom.js";
import { post } from "../core/api.js";
import { moment } from "../core/dates.js";
import { icons } from "../core/icons.js";
import { notify } from "../core/notices.js";
import { remember, set, state, watch } from "../core/store.js";
import { t } from "../core/text.js";
import { avatar } from "../slack/avatar.js";
import { commentForm, commentList } from "./comments.js";

const OTHER = "\u0000other";

/** @returns {HTMLElement} */
export function pageView() {
  const about = h("div", { class: "page-about" });
  const identity = h("div", { class: "page-identity" });
  const posts = h("div", { class: "posts" });
  const node = h(
    "section",
    { class: "page column", "aria-label": t("facebookPage"), data: { testid: "page" } },
    h(
      "header",
      { class: "column-head page-head" },
      h("h2", { class: "column-title" }, t("facebookPage")),
      h("span", { class: "pretend" }, t("pretend")),
    ),
    identity,
    h(
      "div",
      { class: "scroller", role: "region", tabindex: 0, "aria-label": t("posts") },
      about,
      newPost(),
      posts,
    ),
  );
  watch(["world"], () => redraw(about, state.world.page, cover));
  watch(["world", "pageAuthor"], () =>
    redraw(identity, [state.world.residents, state.world.page, state.pageAuthor], chooser),
  );
  watch(["page", "pageAuthor", "world"], () => {
    node.classList.toggle("as-page", state.pageAuthor === null);
    const today = state.world.now.local.slice(0, 10);
    const shown = state.page?.posts ?? [];
    syncList(posts, shown.length ? shown : [null], {
      key: (one) => one?.id ?? "empty",
      signature: (one) => JSON.stringify([one, state.pageAuthor, today]),
      render: (one) => (one ? card(one) : h("p", { class: "empty" }, t("noPosts"))),
    });
  });
  return node;
}

function cover() {
  const { name, about } = state.world.page;
  return [
    h("div", { class: "cover", "aria-hidden": "true" }),
    h(
      "div",
      { class: "page-title" },
      avatar(name, "#2a5db0", "avatar-large"),
      h(
        "div",
        {},
        h("h3", {}, name),
        about && h("details", {}, h("summary", {}, t("aboutPage")), h("p", {}, about)),
      ),
    ),
  ];
}

/** Write as the page, as one of the residents, or under any other name. */
function chooser() {
  const { residents, page } = state.world;
  const known = state.pageAuthor === null || residents.includes(state.pageAuthor);
  const option = (value, text, selected) => h("option", { value, selected }, text);
  const select = h(
    "select",
    {
      id: "page-as",
      class: "field-input field-select",
      data: { testid: "page-identity" },
      on: { change: () => choose(select.value) },
    },
    option("", t("thePage", { name: page.name }), state.pageAuthor === null),
    h(
      "optgroup",
      { label: t("residents") },
      ...residents.map((name) => option(name, name, name === state.pageAuthor)),
      option(OTHER, t("otherName"), !known),
    ),
  );
  return [
    h("label", { for: "page-as" }, t("writeAs")),
    select,
    !known &&
      h("input", {
        class: "field-input",
        "aria-label": t("otherName"),
        placeholder: t("otherName"),
        maxlength: 80,
        data: { testid: "page-other-name" },
        prop: { value: state.pageAuthor === OTHER ? "" : state.pageAuthor },
        on: { change: (event) => become(event.target.value.trim() || OTHER) },
      }),
  ];
}

function choose(value) {
  become(value === "" ? null : value);
  if (value === OTHER)
    requestAnimationFrame(() => document.querySelector("[data-testid=page-other-name]")?.focus());
}

/** Write on the page as `author` from now on; null is the page itself. */
export function become(author) {
  remember("pageAuthor", author);
  set({ pageAuthor: author });
}

/** The name to write under: null for the page, undefined while another name is still to be typed. */
export function authorNow() {
  return state.pageAuthor === OTHER ? undefined : state.pageAuthor;
}

function newPost() {
  const field = h("textarea", {
    class: "field-input",
    rows: 2,
    placeholder: t("newPostHint"),
    "aria-label": t("newPost"),
    data: { testid: "page-post-text" },
  });
  const submit = async (event) => {
    event.preventDefault();
    if (!field.value.trim()) return field.focus();
    const answer = await post("/ui/page/posts", { message: field.value.trim() });
    if (answer.ok) field.value = "";
    else notify(answer.error);
  };
  return h(
    "form",
    { class: "new-post only-page", on: { submit } },
    field,
    h(
      "button",
      { type: "submit", class: "button button-primary", data: { testid: "page-post-send" } },
      t("publish"),
    ),
  );
}

function card(one) {
  const { name } = state.world.page;
  const count = one.comments.reduce((sum, comment) => sum + 1 + comment.replies.length, 0);
  return h(
    "article",
    {
      class: "post",
      data: { postId: one.id, testid: "post" },
      "aria-label": `${name}, ${moment(one.local)}`,
    },
    h(
      "header",
      { class: "post-head" },
      avatar(name, "#2a5db0"),
      h("div", {}, h("strong", {}, name), h("time", {}, moment(one.local))),
    ),
    h("p", { class: "post-text" }, one.message),
    one.photos.length > 0 && h("div", { class: "post-photos" }, ...one.photos.map(photo)),
    one.link && h("p", { class: "post-link", data: { testid: "post-link" } }, one.link),
    h(
      "p",
      { class: "post-count" },
      likes(one.reactions),
      h("span", {}, t(count === 1 ? "commentOne" : "commentMany", { count })),
    ),
    commentList(one),
    commentForm(one.id, null),
  );
}

/** A picture with its alt text in sight: here one wants to see what is only heard elsewhere. */
function photo({ src, alt }) {
  const words = alt ? t("altText", { alt }) : t("noAltText");
  return h("figure", { data: { testid: "post-photo" } }, h("img", { src, alt }), h("figcaption", {}, words));
}

function likes(reactions) {
  const count =
    typeof reactions === "number"
      ? reactions
      : Object.values(reactions ?? {}).reduce((sum, one) => sum + (Number(one) || 0), 0);
  return count > 0 && h("span", { class: "likes" }, svg(icons.thumb), t("likes", { count }));
}
