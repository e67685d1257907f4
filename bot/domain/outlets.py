"""Outlets, their cadence, and the slots that follow from it.

Slots are computed, never stored: a rule (RFC 5545) is anchored at one fixed Monday, not at the
day somebody typed it, so that "every other week" means the same weeks whoever asks, and whenever.
"""

import re
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


class BadCadence(Refusal):
    """Refuse a recurrence rule that cannot be read, or that says more than days."""

    kind = "refusal-cadence-unreadable"


class EmptyCadence(Refusal):
    """Refuse a rule that matches no day at all, such as every 30 February."""

    kind = "refusal-cadence-never"


@dataclass(frozen=True, slots=True)
class Cadence:
    """When an outlet wants posts: days by an RFC 5545 rule, and the wall time of day.

    The rule may hold any part that chooses days. COUNT and DTSTART are refused, for they would
    tie it to a beginning; so are times of day, which *at* gives.

    >>> Cadence("FREQ=WEEKLY;BYDAY=MO,WE,FR", time(11)).at
    datetime.time(11, 0)
    """

    rule: str
    at: time

    def __post_init__(self) -> None:
        if self.at.tzinfo or self.at.replace(hour=0, minute=0) != _MIDNIGHT:
            raise BadCadence(rule=self.rule)
        _check(self.rule)

    def days(self, start: date, end: date) -> list[date]:
        """List the days on which a post is wanted, from *start* up to but not including *end*."""
        first, last = (datetime.combine(day, _MIDNIGHT) for day in (start, end))
        found = _recurrence(self.rule).between(first, last - _ONE_SECOND, inc=True)
        return [moment.date() for moment in found]


@dataclass(frozen=True, slots=True)
class Outlet:
    """A place where content is published; without a cadence it never asks for any."""

    id: int
    name: str
    cadence: Cadence | None = None


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
    """List the slots of *outlet* from *start* up to but not including *end*, in order."""
    if outlet.cadence is None:
        return []
    at = outlet.cadence.at
    return [Slot(day, at, outlet.id) for day in outlet.cadence.days(start, end)]


def _check(rule: str) -> None:
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


@lru_cache(maxsize=256)
def _recurrence(rule: str) -> rrule:
    """Read a rule once; dateutil keeps what it computed, so asking again costs microseconds."""
    found = rrulestr(rule, dtstart=ANCHOR, cache=True)
    if not isinstance(found, rrule):
        raise TypeError(rule)
    return found


DEFAULT_CADENCE = Cadence("FREQ=WEEKLY;BYDAY=MO,WE,FR", time(11))
