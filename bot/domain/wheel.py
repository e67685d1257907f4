"""The year wheel: theme days and seasons that become ideas in good time, once a year each.

They become ideas, not posts: what is made of a theme day, and where, is for people to say.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from zlib import crc32

from bot.domain.errors import Refusal
from bot.domain.ideas import NOTE_LIMIT, NoteTooLong, Thought, title_line
from bot.domain.tags import listed
from bot.domain.text import fold, tidy, title_of
from bot.domain.yearly import Occurrence, Yearly, following, in_year
from bot.domain.yearly_words import read

AUTHOR = "wheel"
"""Whose idea it is that the wheel made: nobody's Slack id."""

LEAD = timedelta(weeks=8)
LONGEST_LEAD = timedelta(weeks=26)
MOST_ITEMS = 200

_LEAD = re.compile(
    r"(\d{1,3}) ?(?:(?P<days>d|dag|dagar|day|days)|v|vecka|veckor|w|week|weeks)?\.?", re.ASCII
)


class WheelLabelTaken(Refusal):
    """Refuse a second theme day of the same name."""

    kind = "refusal-wheel-label-taken"
    field = "title"


class WheelLeadUnreadable(Refusal):
    """Refuse a lead time that is none, or longer than half a year."""

    kind = "refusal-wheel-lead"
    field = "lead"


class WheelFull(Refusal):
    """Refuse more theme days than a year has use for."""

    kind = "refusal-wheel-full"
    field = "title"


class WheelNotEmpty(Refusal):
    """Refuse to put the starter set into a wheel that has something."""

    kind = "refusal-wheel-not-empty"


class WheelItemGone(Refusal):
    """Refuse to act on a theme day that is not in the wheel (any more)."""

    kind = "refusal-wheel-gone"


class WheelItemOutdated(Refusal):
    """Refuse a change that was begun before somebody else changed the theme day."""

    kind = "refusal-wheel-outdated"


@dataclass(frozen=True, slots=True)
class Entry:
    """What is said about a theme day or a season; *outlet* is the id of one that it suits."""

    label: str
    when: Yearly
    lead: timedelta = LEAD
    outlet: int | None = None
    tags: tuple[str, ...] = ()
    note: str = ""

    @property
    def name(self) -> str:
        """The label as it is compared."""
        return fold(self.label)


@dataclass(frozen=True, slots=True)
class Item:
    """One part of the wheel."""

    id: int
    entry: Entry

    @property
    def mark(self) -> int:
        """A number that is another once somebody has changed what it says."""
        return crc32(repr(self.entry).encode())


def entry(
    label: str,
    when: str,
    *,
    lead: str = "",
    outlet: int | None = None,
    tags: str = "",
    note: str = "",
) -> Entry:
    """Read what people wrote about a theme day, and check it."""
    note = tidy(note)
    if len(note) > NOTE_LIMIT:
        raise NoteTooLong(limit=NOTE_LIMIT, length=len(note))
    return Entry(title_line(label), read(when), read_lead(lead), outlet, listed(tidy(tags)), note)


def read_lead(text: str) -> timedelta:
    """Read a lead time, in weeks unless it says days; the usual one where nothing is said.

    >>> read_lead("10 dagar").days, read_lead("3 v").days, read_lead("").days
    (10, 21, 56)
    """
    if not (said := fold(text)):
        return LEAD
    found = _LEAD.fullmatch(said)
    if found is None:
        raise WheelLeadUnreadable(text=title_of(text, 60))
    count = int(found[1])
    lead = timedelta(days=count) if found["days"] else timedelta(weeks=count)
    if lead > LONGEST_LEAD:
        raise WheelLeadUnreadable(text=title_of(text, 60))
    return lead


def due(said: Entry, today: date) -> Occurrence | None:
    """Return the time that *said* should be an idea for by *today*: near enough and not over."""
    found = following(said.when, today)
    return found if found and found.start - said.lead <= today else None


def thought(said: Entry, found: Occurrence, outlets: Collection[int]) -> Thought:
    """Return the idea for one time; an outlet that is not among *outlets* any more is left out."""
    suits = (said.outlet,) if said.outlet in outlets and said.outlet is not None else ()
    return Thought(said.label, said.note, said.tags, suits, found.season)


def in_order(items: Iterable[Item], today: date) -> list[tuple[Item, Occurrence | None]]:
    """Return *items* with when each comes next, by that day; what never comes is last."""
    found = [(item, following(item.entry.when, today)) for item in items]
    return sorted(found, key=lambda each: (each[1].start if each[1] else date.max, each[0].id))


def coming(items: Iterable[Item], start: date, end: date) -> list[tuple[date, str]]:
    """Return the days and labels of what begins from *start* up to but not including *end*."""
    found = (
        (time.start, item.entry.label)
        for item in items
        for year in range(start.year - 1, end.year + 2)
        if (time := in_year(item.entry.when, year)) and start <= time.start < end
    )
    return sorted(found)
