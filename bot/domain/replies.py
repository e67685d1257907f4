"""Texts to start an answer from: saved replies, and the places to which people are led.

A saved reply has an owner and a day by which somebody looks at it again, so that what is said is
right, and the same to everybody. A route (1177, the unit, the registrar …) is a text with a link;
answering with it is written down.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain.errors import Refusal
from bot.domain.plan import read_link
from bot.domain.text import is_blank, swedish_key, tidy, title_of

NAME_LIMIT = 60
TEXT_LIMIT = 2000
MOST = 80  # of each kind; a menu has room for a hundred
_NAME = re.compile(r"\{(?:namn|name)\}")
_LINK = re.compile(r"\{(?:länk|lank|link)\}")
_GREETING = re.compile(r"^(\w+)\s*\{(?:namn|name)\}")


class Kind(StrEnum):
    """What a ready text is."""

    REPLY = "reply"
    ROUTE = "route"


class ReplyGone(Refusal):
    """There is no such text any more."""

    kind = "refusal-reply-gone"


class ReplyNameless(Refusal):
    """Refuse a text without a name to choose it by."""

    kind = "refusal-reply-nameless"
    field = "name"


class ReplyEmpty(Refusal):
    """Refuse a text that says nothing."""

    kind = "refusal-reply-empty"
    field = "text"


class TooManyReplies(Refusal):
    """Refuse more texts than a menu can hold."""

    kind = "refusal-too-many-replies"
    field = "name"


@dataclass(frozen=True, slots=True)
class Reply:
    """A ready text; *owner* is who keeps it right, *review_on* when they look at it again."""

    id: int
    kind: Kind
    name: str
    text: str
    link: str | None = None
    owner: str | None = None
    review_on: date | None = None

    def is_stale(self, today: date) -> bool:
        """Tell whether its day has come."""
        return self.review_on is not None and self.review_on <= today


def written(
    reply_id: int,
    kind: Kind,
    *,
    name: str,
    text: str,
    link: str | None,
    owner: str | None,
    review_on: date | None,
) -> Reply:
    """Return the text that a form describes; refuse one without a name or a text."""
    called = title_of(name, NAME_LIMIT)
    if is_blank(called):
        raise ReplyNameless
    if is_blank(text):
        raise ReplyEmpty
    return Reply(reply_id, kind, called, tidy(text), read_link(link), owner, review_on)


def ordered(replies: Iterable[Reply]) -> list[Reply]:
    """Return *replies* by kind and name."""
    return sorted(replies, key=lambda reply: (reply.kind, swedish_key(reply.name)))


def filled(reply: Reply, author: str | None) -> str:
    """Return the text for the resident *author*; what is not known stays for the writer to fill.

    Where nobody knows the name, the greeting goes without.

    >>> hello = Reply(1, Kind.REPLY, "Hej", "Hej {namn}! Ring {enhet}.")
    >>> filled(hello, "Maja Lindqvist"), filled(hello, None)
    ('Hej Maja! Ring {enhet}.', 'Hej! Ring {enhet}.')
    """
    first = (author or "").split()
    greeted = _GREETING.sub(r"\1", reply.text)
    said = _NAME.sub(lambda _: first[0], reply.text) if first else greeted
    link = reply.link
    if link is None:
        return said
    return _LINK.sub(lambda _: link, said) if _LINK.search(said) else f"{said} {link}"


def pasted(typed: str, new: str, ready: Iterable[str]) -> str:
    """Return the text after choosing *new*: instead of a *ready* one that was chosen, else below."""
    before = tidy(typed)
    if is_blank(before) or before in {tidy(each) for each in ready}:
        return new
    return f"{before}\n{new}"
