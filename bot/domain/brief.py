"""The brief: one printed page of a period, for a manager who has two minutes and forwards it."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.domain.errors import Refusal
from bot.domain.periods import Period
from bot.domain.plan import Post, Status
from bot.domain.report import Report
from bot.domain.text import tidy

SENTENCE_LIMIT = 200
"""What the lead may write: about two lines."""

AHEAD = timedelta(weeks=4)
"""How far the page looks ahead."""


class BriefGone(Refusal):
    """Refuse to make a page of which nothing is known."""

    kind = "refusal-stale"


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person chose for the page of *period*: a praised comment or none, a sentence or none."""

    period: Period
    comment_id: str | None
    sentence: str
    id: int = 0


@dataclass(frozen=True, slots=True)
class Quoted:
    """Praise as it stands on the page: masked, and with a *name* only where that was consented to."""

    text: str
    name: str = ""


Tally = tuple[str, int]
"""A name, and how many of it there are."""


@dataclass(frozen=True, slots=True)
class Brief:
    """Everything on the page beside the figures of *report*, which say what they are of.

    *went* are the posts that went out, a text that went to several outlets once; *by_outlet* and
    *by_series* count every post. *themes* are what the comments were written under: the series,
    else the tags that the team gave. *praised* counts the praise. *ahead* are the next posts.
    """

    report: Report
    went: tuple[Post, ...]
    by_outlet: tuple[Tally, ...]
    by_series: tuple[Tally, ...]
    themes: tuple[Tally, ...]
    praised: int
    ahead: tuple[Post, ...]
    outlets: Mapping[int, str]
    sentence: str = ""
    quoted: Quoted | None = None


def read_sentence(text: str) -> str:
    """Return the lead's own sentence as it is kept: one line.

    >>> read_sentence(" En  bra månad. ")
    'En bra månad.'
    """
    return " ".join(tidy(text).split())[:SENTENCE_LIMIT]


def went_out(posts: Iterable[Post]) -> list[Post]:
    """Return those of *posts* that have gone out."""
    return [post for post in posts if post.status is Status.PUBLISHED]


def each_once(posts: Iterable[Post]) -> tuple[Post, ...]:
    """Return *posts* in order of day, what stands on several outlets once."""
    found: dict[object, Post] = {}
    for post in sorted(posts, key=lambda each: (each.day, each.at, each.id)):
        found.setdefault(post.sibling or -post.id, post)
    return tuple(found.values())


def tally(names: Iterable[str]) -> tuple[Tally, ...]:
    """Count *names*, the most frequent first.

    >>> tally(["webben", "Facebook", "Facebook"])
    (('Facebook', 2), ('webben', 1))
    """
    return tuple(sorted(Counter(names).items(), key=lambda each: (-each[1], each[0])))


def highlights(posts: Sequence[Post], *, today: date) -> tuple[Post, ...]:
    """Return what is still to go out from *today* on, each text once."""
    return each_once(post for post in posts if post.is_open and post.day >= today)


def without_name(text: str, name: str | None) -> str:
    """Return *text* without the *name* of who wrote it, however it is written.

    >>> without_name("Hälsar Maja  Lind", "maja lind")
    'Hälsar …'
    """
    said, wanted = " ".join(text.split()), " ".join((name or "").split())
    return re.sub(re.escape(wanted), "…", said, flags=re.IGNORECASE) if wanted else said


@dataclass(frozen=True, slots=True)
class Offered:
    """A praised comment that may be chosen; *name* is empty without consent."""

    comment_id: str
    text: str
    author: str
    name: str
    praised_at: datetime
