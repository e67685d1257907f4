"""Outlets, their cadences, and the slots that follow from them.

Slots are computed, never stored: a rule (RFC 5545) is anchored at one fixed Monday, not at the
day somebody typed it, so that "every other week" means the same weeks whoever asks, and whenever.
What is stored beside the rules is what departs from them: pauses, and single dates.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache

from dateutil.rrule import rrule, rrulestr

from bot.domain.errors import Refusal

ANCHOR = datetime(2024, 1, 1)  # noqa: DTZ001 - a Monday; wall time has no zone
# dateutil looks for the first match until the year 9999. From the last leap year but one that
# begins on a Monday, as ANCHOR's does, a rule that never matches is found out at once.
_LATE_ANCHOR = ANCHOR.replace(year=9968)
_PARTS = frozenset({"FREQ", "INTERVAL", "UNTIL", "WKST", "BYDAY"}) | {
    "BYMONTH", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYSETPOS",
}  # fmt: skip
_FREQUENCIES = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})
_MIDNIGHT = time()
_ONE_SECOND = timedelta(seconds=1)
_ONE_WEEK = timedelta(weeks=1)


class BadCadence(Refusal):
    """Refuse a recurrence rule that cannot be read, or that says more than days."""

    kind = "refusal-cadence-unreadable"
    field = "rule"


class EmptyCadence(Refusal):
    """Refuse a rule that matches no day at all, such as every 30 February."""

    kind = "refusal-cadence-never"
    field = "rule"


@dataclass(frozen=True, slots=True)
class Cadence:
    """When an outlet wants posts: days by an RFC 5545 rule, and the wall time of day.

    The rule may hold any part that chooses days. COUNT and DTSTART are refused, for they would
    tie it to a beginning; so are times of day, which *at* gives. *later* moves the anchor on by so
    many weeks: it tells the two kinds of every other week apart, for which no rule has a word.

    >>> Cadence("FREQ=WEEKLY;BYDAY=MO,WE,FR", time(11)).at
    datetime.time(11, 0)
    """

    rule: str
    at: time
    later: int = 0

    def __post_init__(self) -> None:
        if self.at.tzinfo or self.at.replace(hour=0, minute=0) != _MIDNIGHT:
            raise BadCadence(rule=self.rule)
        _check(self.rule)

    def days(self, start: date, end: date) -> list[date]:
        """List the days on which a post is wanted, from *start* up to but not including *end*."""
        moved = self.later * _ONE_WEEK
        return [day + moved for day in _days(self.rule, start - moved, end - moved)]


@dataclass(frozen=True, slots=True)
class Pause:
    """A stretch of days, *end* not included, in which the cadences rest; *name* says why."""

    name: str
    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Departure:
    """What departs from the cadences on one date.

    An *extra* one adds a slot at *at*; another takes away the slot at *at*, or all of the day's
    where *at* is None.
    """

    day: date
    at: time | None
    extra: bool

    def drops(self, slot: "Slot") -> bool:
        """Tell whether it takes *slot* away."""
        return not self.extra and self.day == slot.day and self.at in (None, slot.at)


@dataclass(frozen=True, slots=True)
class Outlet:
    """A place where content is published; without a cadence it asks for nothing by itself.

    A retired one wants nothing and takes no new posts; those it has still belong to it. With
    *pair* its posts need two persons.
    """

    id: int
    name: str
    cadences: tuple[Cadence, ...] = ()
    departures: tuple[Departure, ...] = ()
    pauses: tuple[Pause, ...] = ()
    retired: bool = False
    pair: bool = False

    def is_paused(self, day: date) -> bool:
        """Tell whether *day* lies in one of its pauses."""
        return any(pause.start <= day < pause.end for pause in self.pauses)


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """A place in the plan, as wall time in the team's zone; ordered by time, then outlet."""

    day: date
    at: time
    outlet_id: int

    def starts(self, zone: tzinfo) -> datetime:
        """Tell the instant (UTC) at which the slot begins in *zone*.

        Where the clock skips the hour (spring), the slot moves an hour onwards: 02:30 is when the
        clock shows 03:30. Where the hour comes twice (autumn), the first is meant. RFC 5545,
        3.3.5, reads such times in the same way.

        >>> from zoneinfo import ZoneInfo
        >>> Slot(date(2027, 3, 28), time(2, 30), 1).starts(ZoneInfo("Europe/Stockholm"))
        datetime.datetime(2027, 3, 28, 1, 30, tzinfo=datetime.timezone.utc)
        """
        return datetime.combine(self.day, self.at.replace(fold=0), zone).astimezone(UTC)


def slots(outlet: Outlet, start: date, end: date) -> list[Slot]:
    """List the slots of *outlet* from *start* up to but not including *end*, in order, each once.

    Extra slots stand whatever the rules, pauses and skipped dates say.
    """
    if outlet.retired:
        return []
    ruled = {
        Slot(day, cadence.at, outlet.id)
        for cadence in outlet.cadences
        for day in cadence.days(start, end)
        if not outlet.is_paused(day)
    }
    kept = {s for s in ruled if not any(each.drops(s) for each in outlet.departures)}
    return sorted(kept | _extras(outlet, start, end))


def offered(outlets: Iterable[Outlet]) -> tuple[Outlet, ...]:
    """Return those of *outlets* for which new posts may be planned."""
    return tuple(outlet for outlet in outlets if not outlet.retired)


def _extras(outlet: Outlet, start: date, end: date) -> set[Slot]:
    return {
        Slot(each.day, each.at, outlet.id)
        for each in outlet.departures
        if each.extra and each.at is not None and start <= each.day < end
    }


@lru_cache(maxsize=256)
def _check(rule: str) -> None:
    """Refuse a rule that cannot be read; one that can is looked at once."""
    _check_parts(rule)
    try:
        sample = _recurrence(rule).replace(dtstart=_LATE_ANCHOR, until=None)
        first = next(iter(sample), None)
    # What is wrong with a rule, dateutil says with whatever exception came of it.
    except (ValueError, TypeError, LookupError, OverflowError, AttributeError) as error:
        raise BadCadence(rule=rule) from error
    if first is None:
        raise EmptyCadence(rule=rule)


def _check_parts(rule: str) -> None:
    """Refuse what dateutil would take: times of day, no step at all, a part given twice."""
    parts = [part.upper().partition("=") for part in rule.split(";")]
    values = {name: value for name, _, value in parts}
    if (
        len(values) != len(parts)
        or not values.keys() <= _PARTS
        or values.get("FREQ") not in _FREQUENCIES
        or not re.fullmatch(r"0*[1-9]\d{0,3}", values.get("INTERVAL", "1"), re.ASCII)
    ):
        raise BadCadence(rule=rule)


@lru_cache(maxsize=1024)
def _days(rule: str, start: date, end: date) -> tuple[date, ...]:
    """List the days of *rule* once for each window: dateutil goes through all since ANCHOR."""
    first, last = (datetime.combine(day, _MIDNIGHT) for day in (start, end))
    found = _recurrence(rule).between(first, last - _ONE_SECOND, inc=True)
    return tuple(moment.date() for moment in found)


@lru_cache(maxsize=256)
def _recurrence(rule: str) -> rrule:
    """Read a rule once; dateutil keeps what it computed, so asking again costs microseconds."""
    found = rrulestr(rule, dtstart=ANCHOR, cache=True)
    if not isinstance(found, rrule):
        raise TypeError(rule)
    return found


DEFAULT_CADENCE = Cadence("FREQ=WEEKLY;BYDAY=MO,WE,FR", time(11))
