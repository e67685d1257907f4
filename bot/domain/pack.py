"""The meeting's pack: what the team has to decide, and what has happened since it met.

What went well is said calmly: beside what is usual for its own kind, never beside the best or the
last (see *expectations that every post beats the last* in README).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum

from bot.domain.counts import Received
from bot.domain.first_steps import Decision
from bot.domain.gaps import Runway
from bot.domain.holidays import Pack as HolidayPack
from bot.domain.ideas import Idea
from bot.domain.outlets import Slot
from bot.domain.plan import Post
from bot.domain.reserves import NONE, Stock
from bot.domain.text import is_blank

GAPS_IN_FULL = 6
ASKS_IN_FULL = 3
STUCK_IN_FULL = 5
WENT_IN_FULL = 5
CHANGED_IN_FULL = 20
IDEAS_IN_FULL = 4
THEMES_IN_FULL = 5

THEMES_AHEAD = timedelta(weeks=8)

STUCK_AHEAD = timedelta(days=14)
"""How near a post's day is when what it lacks is the meeting's business."""

STUCK_BEHIND = timedelta(days=14)


class Lack(StrEnum):
    """Why a post does not get on."""

    OWNER = "owner"
    TEXT = "text"
    PASSED = "passed"


@dataclass(frozen=True, slots=True)
class Stuck:
    """An open post that lacks something, or that should be out by now."""

    post: Post
    lacks: tuple[Lack, ...]


@dataclass(frozen=True, slots=True)
class Went:
    """A published post: what people wrote under it, and how it was received, if it was counted.

    *lesson* is the newest that somebody kept of it: why it went as it did.
    """

    post: Post
    comments: int
    praise: int
    received: Received | None = None
    lesson: str = ""


@dataclass(frozen=True, slots=True)
class Pack:
    """What the meeting on the day *meeting* at *at* has to look at; gaps and posts in order.

    *asks* are the slots on free days that wait for a decision, beside the *gaps*.
    *waiting* are the first of *waiting_count* ideas to route, *themes* the coming theme days,
    *stock* is the reserve, *holidays* the holiday pack while that is to be planned; *undecided* is
    what the team has not decided yet, *blocks_end* are the days on which blocks end before the next
    meeting, and never whose.
    """

    meeting: date
    at: time
    runway: Runway
    gaps: tuple[Slot, ...]
    stuck: tuple[Stuck, ...]
    went: tuple[Went, ...]
    waiting: tuple[Idea, ...] = ()
    waiting_count: int = 0
    themes: tuple[tuple[date, str], ...] = ()
    stock: Stock = NONE
    holidays: HolidayPack | None = None
    undecided: tuple[Decision, ...] = ()
    blocks_end: tuple[date, ...] = ()
    asks: tuple[Slot, ...] = ()


@dataclass(frozen=True, slots=True)
class Changed:
    """A post to which *acts* were done since the pack, in order, each once, by *who*."""

    post: Post
    acts: tuple[str, ...]
    who: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """What changed since the pack of *meeting*; the first gaps tell how the runway grew."""

    meeting: date
    gap_before: date | None
    runway: Runway
    changed: tuple[Changed, ...]
    ideas: int
    left_empty: int


def stuck(posts: Iterable[Post], *, now: datetime, zone: tzinfo) -> list[Stuck]:
    """List the open posts among *posts* that lack something, in their order."""
    found = (Stuck(post, lacks(post, now=now, zone=zone)) for post in posts if post.is_open)
    return [each for each in found if each.lacks]


def lacks(post: Post, *, now: datetime, zone: tzinfo) -> tuple[Lack, ...]:
    """Tell why *post* does not get on."""
    told = {
        Lack.PASSED: post.slot.starts(zone) <= now,
        Lack.OWNER: post.owner is None,
        Lack.TEXT: is_blank(post.text),
    }
    return tuple(lack for lack, is_so in told.items() if is_so)
