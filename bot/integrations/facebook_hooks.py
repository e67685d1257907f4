"""Read what Facebook posts to `/facebook/webhook`: is it Facebook, and what does it point at.

The signature is made of the bytes as they were sent (every letter beyond ASCII is escaped in
them), so they are compared before anything is parsed. Nothing in a body is taken for true: only ids
are kept, and the page is asked.
"""

import hashlib
import hmac
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from bot.domain.hints import ANYWHERE, Hint, gathered

ALGORITHM = "sha256="
ID = re.compile(r"[\w.:-]{1,128}", re.ASCII)
WORD = re.compile(r"[a-z_]{1,40}", re.ASCII)


def challenge(query: Mapping[str, str], verify_token: str) -> str | None:
    """Return what to answer to somebody who subscribes with our word; None for a stranger."""
    told = query.get("hub.verify_token", "")
    if query.get("hub.mode") != "subscribe" or not _same(told, verify_token):
        return None
    return query.get("hub.challenge", "")


def is_signed(body: bytes, signature: str, secret: str) -> bool:
    """Tell whether *body*, as it came, was signed with our app's *secret*.

    >>> is_signed(b"{}", "sha256=" + hmac.new(b"s", b"{}", "sha256").hexdigest(), "s")
    True
    """
    made = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
    return bool(secret) and _same(signature, ALGORITHM + made)


def hints_in(body: bytes, page_id: str) -> list[Hint]:
    """Return what *body* points at on our page, one hint a post; nothing where it makes no sense.

    Reactions carry the id of a comment, too, and mentions stand on others' pages: neither counts.
    """
    try:
        told = json.loads(body)
    except (ValueError, RecursionError):
        return []
    return gathered(list(_hints(told, page_id)))


def _hints(told: object, page_id: str) -> Iterator[Hint]:
    for entry in _dicts(told, "entry") if _text(told, "object") == "page" else ():
        if _text(entry, "id") != page_id:
            continue
        if _names(entry, "changed_fields", "feed"):  # "include values" is off
            yield ANYWHERE
        for change in _dicts(entry, "changes"):
            value = change.get("value")
            if change.get("field") == "feed" and isinstance(value, dict):
                yield from _hint(value)


def _hint(value: dict[str, Any]) -> Iterator[Hint]:
    item, verb = _text(value, "item"), _text(value, "verb")
    post_id, comment_id = _text(value, "post_id"), _text(value, "comment_id")
    if item == "comment" and ID.fullmatch(post_id):
        known = comment_id if ID.fullmatch(comment_id) else None
        yield Hint(post_id, known, item, verb if WORD.fullmatch(verb) else "unknown")


def _names(told: dict[str, Any], name: str, wanted: str) -> bool:
    """Tell whether the list *name* of *told* holds *wanted*."""
    found = told.get(name)
    return isinstance(found, list) and wanted in found


def _dicts(told: object, name: str) -> list[dict[str, Any]]:
    """Return the objects in a list of *told*, whatever else there is."""
    found = told.get(name) if isinstance(told, dict) else None
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _text(told: object, name: str) -> str:
    """Return an id or a word as text; some ids come as numbers."""
    found = told.get(name) if isinstance(told, dict) else None
    return str(found) if isinstance(found, str | int) else ""


def _same(told: str, wanted: str) -> bool:
    """Compare in constant time, and in bytes, for what a stranger sends may be anything."""
    return bool(wanted) and hmac.compare_digest(
        told.encode(errors="replace"), wanted.encode(errors="replace")
    )
