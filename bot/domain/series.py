"""Series: a theme that comes again by a rule, with people in turn, and claims its time in the plan.

When an occurrence lies, which number it has and whose turn it is follow from the pattern alone,
never from when a row was made or who looks. Every day of the rule from the first day on has its
number, the days that are passed over too: skipping one date moves neither the numbers nor the
turns of the others. A day that is free anyway keeps its number for the same reason.

An occurrence within the horizon has a draft in the plan (`bot.domain.series_plan`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, tzinfo
from typing import ClassVar

from bot.domain.calendar import ONE_DAY, WorkingCalendar
from bot.domain.errors import Refusal
from bot.domain.ideas import title_line
from bot.domain.outlets import BadCadence, Cadence, EmptyCadence, Slot
from bot.domain.plan import FARTHEST, TEXT_LIMIT, DayTooFar, Entry, TextTooLong
from bot.domain.text import is_blank, tidy, title_of

NAME_LIMIT = 60
RULE_LIMIT = 200
MOST_OWNERS = 20
AHEAD = timedelta(days=400)
"""How far one looks for the next dates of a series that comes seldom."""

_NUMBER = re.compile(r"\{\s*(?:nummer|number)\s*\}", re.IGNORECASE)


class SeriesGone(Refusal):
    """Refuse to act on a series that does not exist, or that is over."""

    kind = "refusal-series-gone"


class SeriesOutdated(Refusal):
    """Refuse an act that was begun, or is to be undone, after somebody else changed the series."""

    kind = "refusal-series-outdated"


class NameMissing(Refusal):
    """Refuse a series without a name."""

    kind = "refusal-series-name-missing"
    field = "name"


class RuleUnreadable(BadCadence):
    """Refuse somebody's own rule that cannot be read."""

    field = "rule"


class RuleNever(EmptyCadence):
    """Refuse somebody's own rule that matches no day."""

    field = "rule"


class FirstTooFar(DayTooFar):
    """Refuse a first day years away."""

    field: ClassVar[str] = "first"


class LastTooFar(DayTooFar):
    """Refuse a last day years away."""

    field: ClassVar[str] = "last"


class NoDates(Refusal):
    """Refuse a series that has no day ahead."""

    kind = "refusal-series-no-dates"
    field = "last"


@dataclass(frozen=True, slots=True)
class Pattern:
    """What a person says of a series.

    *last* is the last day that may be, *owners* are Slack ids in the order of their turns. *title*
    may hold `{nummer}`.
    """

    name: str
    outlet_id: int
    cadence: Cadence
    first: date
    last: date | None = None
    owners: tuple[str, ...] = ()
    title: str = ""
    text: str = ""
    on_free_days: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """A series as it is kept; an ended one claims nothing any more."""

    id: int
    pattern: Pattern
    made_by: str
    ended_at: datetime | None = None
    revision: int = 1


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One day of a series; `free` says that it lies on a free day and is passed over."""

    day: date
    number: int
    owner: str | None
    free: bool = False


def cadence_of(rule: str, at: time, later: int = 0) -> Cadence:
    """Read a rule that somebody may have written; what is wrong with it is shown beside it."""
    try:
        return Cadence(rule, at, later)
    except BadCadence as refused:
        raise RuleUnreadable(rule=rule) from refused
    except EmptyCadence as refused:
        raise RuleNever(rule=rule) from refused


def occurrences(
    pattern: Pattern, start: date, end: date, *, calendar: WorkingCalendar
) -> list[Occurrence]:
    """List every occurrence from *start* up to but not including *end*, the free ones too."""
    numbered = enumerate(_days(pattern, end), 1)
    return [_occurrence(pattern, day, number, calendar) for number, day in numbered if day >= start]


def next_ones(
    pattern: Pattern,
    *,
    now: datetime,
    zone: tzinfo,
    calendar: WorkingCalendar,
    within: timedelta = AHEAD,
) -> Iterator[Occurrence]:
    """Yield the occurrences that are still ahead, *within* that time, without those on free days."""
    today = now.astimezone(zone).date()
    for found in occurrences(pattern, today, today + within, calendar=calendar):
        if not found.free and _slot(pattern, found.day).starts(zone) > now:
            yield found


def entry(pattern: Pattern, occurrence: Occurrence, zone: tzinfo) -> Entry:
    """Say what the draft of *occurrence* says.

    A time that the clock skips that night is what the clock shows then: 02.30 is 03.30.
    """
    shown = _slot(pattern, occurrence.day).starts(zone).astimezone(zone)
    return Entry(
        title=title(pattern, occurrence.number),
        outlet_id=pattern.outlet_id,
        day=shown.date(),
        at=shown.time(),
        text=pattern.text,
        owner=occurrence.owner,
    )


def title(pattern: Pattern, number: int) -> str:
    """Return the title of the occurrence *number*."""
    return _NUMBER.sub(str(number), pattern.title)


def checked(pattern: Pattern, *, now: datetime, zone: tzinfo, calendar: WorkingCalendar) -> Pattern:
    """Return *pattern* with its texts tidied, or refuse it; without a title the name is one."""
    name, text = title_of(pattern.name, NAME_LIMIT), tidy(pattern.text)
    if is_blank(name):
        raise NameMissing
    if len(text) > TEXT_LIMIT:
        raise TextTooLong(limit=TEXT_LIMIT, length=len(text))
    line = title_line(tidy(pattern.title) or name)
    title_line(_NUMBER.sub("9999", line))
    _check_days(pattern, now.astimezone(zone).date())
    found = replace(pattern, name=name, text=text, title=line)
    if next(next_ones(found, now=now, zone=zone, calendar=calendar), None) is None:
        raise NoDates
    return found


def _check_days(pattern: Pattern, today: date) -> None:
    if pattern.first > today + FARTHEST:
        raise FirstTooFar(day=pattern.first)
    if pattern.last and pattern.last > today + FARTHEST:
        raise LastTooFar(day=pattern.last)


def _occurrence(pattern: Pattern, day: date, number: int, calendar: WorkingCalendar) -> Occurrence:
    owners = pattern.owners
    owner = owners[(number - 1) % len(owners)] if owners else None
    is_free = not pattern.on_free_days and calendar.free_day(day) is not None
    return Occurrence(day, number, owner, is_free)


def _days(pattern: Pattern, end: date) -> list[date]:
    """List the days of the rule from the first day to the last one, or up to *end*."""
    if pattern.last:
        end = min(end, pattern.last + ONE_DAY)
    if pattern.first >= end:
        return []
    return pattern.cadence.days(pattern.first, end)


def _slot(pattern: Pattern, day: date) -> Slot:
    return Slot(day, pattern.cadence.at, pattern.outlet_id)
