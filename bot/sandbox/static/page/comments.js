/** @file Comments and replies on the simulated page. */

import { h, fill } from "../core/dom.js";
import { post } from "../core/api.js";
import { moment } from "../core/dates.js";
import { notify } from "../core/notices.js";
import { confirmDialog } from "../core/overlays.js";
import { state } from "../core/store.js";
import { t } from "../core/text.js";
import { avatar } from "../slack/avatar.js";
import { onComment } from "../guide.js";
import { authorNow } from "./page.js";

/** Reply forms that are open, by comment: they survive a redrawing of the post. */
const replying = new Set();
const drafts = new Map();

/** @returns {HTMLElement} */
export function commentList(one) {
  return h(
    "div",
    { class: "comments" },
    ...one.comments.map((comment) => renderComment(comment, one.id, null)),
  );
}

function renderComment(comment, postId, parentId) {
  const mine = comment.is_page ? state.pageAuthor === null : comment.author === state.pageAuthor;
  const body = h(
    "div",
    { class: "comment-bubble" },
    h(
      "span",
      { class: "comment-author" },
      comment.is_page ? state.world.page.name : comment.author,
      comment.is_page && h("span", { class: "page-label" }, t("pageLabel")),
    ),
    h("p", {}, comment.message),
    comment.attachment &&
      h("span", { class: "attachment" }, t(comment.attachment === "sticker" ? "sticker" : "picture")),
  );
  const answerTo = parentId ?? comment.id;
  return h(
    "div",
    {
      class: ["comment", comment.hidden && "comment-hidden", parentId && "comment-reply"]
        .filter(Boolean)
        .join(" "),
      data: { commentId: comment.id, testid: "comment" },
    },
    avatar(
      comment.is_page ? state.world.page.name : comment.author,
      comment.is_page ? "#2a5db0" : null,
      "avatar-small",
    ),
    h(
      "div",
      { class: "comment-main" },
      body,
      h(
        "div",
        { class: "comment-foot" },
        h("time", {}, moment(comment.local)),
        comment.hidden && h("span", { class: "hidden-label" }, t("hidden")),
        act("reply", t("reply"), () => openReply(answerTo)),
        mine && act("edit", t("edit"), () => edit(comment, body)),
        state.pageAuthor === null &&
          !comment.is_page &&
          act("hide", t(comment.hidden ? "unhide" : "hide"), () =>
            change(comment.id, { hidden: !comment.hidden }),
          ),
        (mine || state.pageAuthor === null) && act("delete", t("remove"), () => remove(comment)),
      ),
      ...(comment.replies ?? []).map((reply) => renderComment(reply, postId, comment.id)),
      !parentId && commentForm(postId, comment.id),
    ),
  );
}

function act(name, label, run) {
  return h(
    "button",
    { type: "button", class: "link-button", data: { testid: `comment-${name}` }, on: { click: run } },
    label,
  );
}

/**
 * The field for a comment on a post, or for a reply to a comment.
 * @param {string} postId
 * @param {string|null} parentId
 */
export function commentForm(postId, parentId) {
  const key = parentId ?? postId;
  const words = t(parentId ? "writeReply" : "writeComment");
  const field = h("textarea", {
    class: "field-input",
    rows: 1,
    placeholder: words,
    "aria-label": words,
    data: { testid: parentId ? "reply-text" : "comment-text", id: key },
    prop: { value: drafts.get(key) ?? "" },
    on: { input: () => drafts.set(key, field.value), keydown: (event) => keys(event) },
  });
  const keys = (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) submit(event);
    if (event.key === "Escape" && parentId) closeReply(parentId);
  };
  const submit = async (event) => {
    event.preventDefault();
    const message = field.value.trim();
    if (!message) return field.focus();
    const author = authorNow();
    if (author === undefined) return document.querySelector("[data-testid=page-other-name]")?.focus();
    const answer = await post("/ui/page/comments", { author, post_id: postId, parent_id: parentId, message });
    if (!answer.ok) return notify(answer.error);
    drafts.delete(key);
    field.value = "";
    if (parentId) closeReply(parentId);
    onComment(author, parentId);
  };
  return h(
    "form",
    {
      class: "comment-form",
      hidden: Boolean(parentId) && !replying.has(parentId),
      data: { testid: parentId ? "reply-form" : "comment-form", for: key },
      on: { submit },
    },
    field,
    h(
      "button",
      { type: "submit", class: "button", data: { testid: parentId ? "reply-send" : "comment-send" } },
      t("sendComment"),
    ),
  );
}

/** Open the reply field under a comment, optionally with words to start from. */
export function openReply(commentId, words = null) {
  replying.add(commentId);
  const form = document.querySelector(`.comment-form[data-for="${CSS.escape(commentId)}"]`);
  if (!form) return;
  form.hidden = false;
  const field = form.querySelector("textarea");
  if (words !== null && !field.value) field.value = words;
  field.focus();
}

function closeReply(commentId) {
  replying.delete(commentId);
  const form = document.querySelector(`.comment-form[data-for="${CSS.escape(commentId)}"]`);
  if (form) form.hidden = true;
}

function edit(comment, body) {
  const field = h("textarea", {
    class: "field-input",
    rows: 3,
    "aria-label": t("edit"),
    data: { testid: "edit-text" },
    prop: { value: comment.message },
  });
  const before = [...body.childNodes];
  const cancel = () => fill(body, ...before);
  const save = (event) => {
    event.preventDefault();
    if (field.value.trim()) change(comment.id, { message: field.value.trim() });
  };
  fill(
    body,
    h(
      "form",
      { class: "edit-form", on: { submit: save, keydown: (event) => event.key === "Escape" && cancel() } },
      field,
      h(
        "button",
        { type: "submit", class: "button button-primary", data: { testid: "edit-save" } },
        t("save"),
      ),
      h("button", { type: "button", class: "button", on: { click: cancel } }, t("cancel")),
    ),
  );
  field.focus();
}

async function change(id, what) {
  const answer = await post(`/ui/page/comments/${encodeURIComponent(id)}`, what);
  if (!answer.ok) notify(answer.error);
}

async function remove(comment) {
  const plain = (text) => ({ type: "plain_text", text });
  const sure = {
    title: plain(t("removeComment")),
    text: plain(t("removeCommentSure")),
    confirm: plain(t("remove")),
    style: "danger",
  };
  if (!(await confirmDialog(sure))) return;
  const answer = await post(`/ui/page/comments/${encodeURIComponent(comment.id)}/delete`);
  if (!answer.ok) notify(answer.error);
}
