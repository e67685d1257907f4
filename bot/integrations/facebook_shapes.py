"""Turn Graph's JSON into our values; what is empty is missing there, and null means the same."""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import MAXYEAR, MINYEAR, UTC, datetime
from typing import Any

from bot.domain.page import (
    PageComment,
    PageDraft,
    PageIdentity,
    PagePost,
    PageToken,
    PageTrouble,
)
from bot.integrations.facebook_errors import GraphError

Json = Mapping[str, Any]

COMMENT_FIELDS = (
    "id,message,from,created_time,parent{id},permalink_url,attachment,is_hidden,message_tags"
)
POST_FIELDS = "id,message,created_time,updated_time,permalink_url"
DRAFT_FIELDS = "id,message,created_time,is_published,permalink_url,from"
PICTURED = frozenset({"photo", "sticker", "animated_image"})  # what is a picture, if anything is
NEWEST_FIRST = "reverse_chronological"
_ID = re.compile(r"[\w.:-]{1,128}", re.ASCII)  # ids become parts of addresses and of keys


def post_fields(comments: int) -> str:
    """Return the `fields` that read posts with their *comments* newest comments and replies.

    `filter(stream)` is what includes replies.
    """
    nested = f"comments.filter(stream).order({NEWEST_FIRST}).limit({comments}).summary(true)"
    return f"{POST_FIELDS},{nested}{{{COMMENT_FIELDS}}}"


@contextmanager
def shaped() -> Iterator[None]:
    """Turn a surprise in an answer's shape into an error that callers know."""
    try:
        yield
    except (AttributeError, LookupError, TypeError, ValueError, OverflowError):
        # "from None": the surprise may quote what a resident wrote.
        raise GraphError(PageTrouble.BUG, reason="unexpected shape") from None


@shaped()
def post_from(node: Json) -> PagePost:
    """Return a post."""
    created = instant(node["created_time"])
    updated = node.get("updated_time")
    return PagePost(
        id=_id(node["id"]),
        text=_text(node.get("message")) or "",
        created_at=created,
        updated_at=instant(updated) if updated else None,
        permalink=_text(node.get("permalink_url")),
        comments_reported=_count(node.get("comments") or {}),
    )


@shaped()
def comment_from(node: Json, post_id: str, page_id: str) -> PageComment:
    """Return a comment on *post_id*; a missing `from` is an author withheld."""
    author = node.get("from") or {}
    author_id = _id(author["id"]) if author.get("id") else None
    parent = (node.get("parent") or {}).get("id")
    return PageComment(
        id=_id(node["id"]),
        post_id=post_id,
        parent_id=_id(parent) if parent and parent != post_id else None,
        author_id=author_id,
        author_name=_text(author.get("name")),
        text=_text(node.get("message")) or "",
        created_at=instant(node["created_time"]),
        permalink=_text(node.get("permalink_url")),
        attachment=_kind(node.get("attachment")),
        is_hidden=node.get("is_hidden") is True,
        from_page=author_id == page_id,
        mentions_page=_mentions(node.get("message_tags"), page_id),
    )


@shaped()
def replies_from(
    nodes: Iterable[Json], comment_id: str, post_id: str, page_id: str
) -> list[PageComment]:
    """Return what stands under the comment *comment_id*, also where it does not say so itself."""
    found = (comment_from(node, post_id, page_id) for node in nodes if node.get("id"))
    return [reply if reply.parent_id else replace(reply, parent_id=comment_id) for reply in found]


@shaped()
def draft_from(node: Json) -> PageDraft:
    """Return a post that may be unpublished; one that does not say so counts as visible."""
    return PageDraft(
        id=_id(node["id"]),
        text=_text(node.get("message")) or "",
        created_at=instant(node["created_time"]),
        is_published=node.get("is_published") is not False,
        permalink=_text(node.get("permalink_url")),
    )


@shaped()
def drafts_from(body: Json, page_id: str) -> list[PageDraft]:
    """Return the page's own posts of a list, visible or not."""
    own = [node for node in body["data"] if (node.get("from") or {}).get("id", page_id) == page_id]
    return [draft_from(node) for node in own]


@shaped()
def written_from(body: Json) -> str | None:
    """Return the id of what was written, or None where the answer names none."""
    return _id(body["id"]) if body.get("id") else None


def _kind(attachment: Json | None) -> str | None:
    """Return what kind of thing is attached; one without a kind is still something."""
    return _text(attachment.get("type")) or "unknown" if attachment else None


def _count(comments: Json) -> int | None:
    """Return how many comments the page counts, if it says so in a number."""
    count = (comments.get("summary") or {}).get("total_count")
    return count if isinstance(count, int) else None


@shaped()
def picture_from(node: Json) -> tuple[str | None, str | None]:
    """Return the kind of what came with a comment, and the address of its picture."""
    attached = node.get("attachment") or {}
    image = (attached.get("media") or {}).get("image") or {}
    return _kind(attached), _text(image.get("src"))


def _mentions(tags: object, page_id: str) -> bool:
    """Tell whether *page_id* is among those who are mentioned."""
    known = tags if isinstance(tags, list) else []
    return any(isinstance(tag, dict) and str(tag.get("id")) == page_id for tag in known)


def _id(value: object) -> str:
    """Return an id; raise ValueError where it could lead an address astray."""
    text = str(value)
    if not _ID.fullmatch(text):
        raise ValueError("no id")
    return text


def _text(value: object) -> str | None:
    """Return a text as it was received, or None where there is none."""
    if value is not None and not isinstance(value, str):
        raise TypeError("no text")
    return value


@shaped()
def identity_from(node: Json) -> PageIdentity:
    """Return who the token speaks as."""
    return PageIdentity(str(node["id"]), str(node.get("name", "")))


@shaped()
def fields_from(body: Json) -> frozenset[str]:
    """Return the fields to which the apps of a list are subscribed."""
    return frozenset(name for app in body["data"] for name in app.get("subscribed_fields") or ())


@shaped()
def app_fields_from(body: Json) -> frozenset[str]:
    """Return the fields of pages to which an app is subscribed."""
    pages = [one for one in body["data"] if one["object"] == "page" and one.get("active", True)]
    return frozenset(str(field["name"]) for one in pages for field in one.get("fields") or ())


@shaped()
def token_from(node: Json) -> PageToken:
    """Return what `debug_token` says; 0 means that there is no end."""
    data = node["data"]
    profile = data.get("profile_id")
    return PageToken(
        type=str(data.get("type", "")),
        is_valid=data.get("is_valid") is True,
        profile_id=str(profile) if profile else None,
        scopes=frozenset(data.get("scopes", ())),
        expires_at=_end(data.get("expires_at")),
        data_access_expires_at=_end(data.get("data_access_expires_at")),
        app_id=_id(data["app_id"]) if data.get("app_id") else "",
    )


def _end(seconds: int | None) -> datetime | None:
    return datetime.fromtimestamp(seconds, UTC) if seconds else None


def instant(text: str) -> datetime:
    """Return an aware instant in UTC; raise ValueError where some zone could not show it.

    >>> instant("2026-11-23T10:40:09+0000").isoformat()
    '2026-11-23T10:40:09+00:00'
    """
    found = datetime.fromisoformat(text)
    made = (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    if not MINYEAR < made.year < MAXYEAR:
        raise ValueError("out of range")
    return made
