"""When the clock is changed in a zone, and the yearly rule behind it.

iCalendar wants a zone's rules spelled out. Python's zones do not tell theirs, so they are found by
looking, which holds for every zone; icalendar's own way of looking puts the change to summer time
an hour late (RFC 5545, 3.6.5: the onset is in the wall time before it).
"""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from functools import lru_cache

_DAY = timedelta(days=1)
_SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Change:
    """A change of the clock, at the wall time *at* that the clock showed until then."""

    at: datetime
    before: timedelta
    after: timedelta
    name: str
    is_summer: bool


@dataclass(frozen=True, slots=True)
class Yearly:
    """A change, and how it comes again each year: in *at*'s month, on its weekday.

    *nth* is which of that weekday in the month, -1 the last; 0 is a change that does not return.
    """

    first: Change
    nth: int = 0


@lru_cache(maxsize=8)
def rules(zone: tzinfo, first: int, last: int) -> tuple[Yearly, ...]:
    """Return every change of the clock from the year *first* through *last*, in order.

    What comes each year in the same way is one rule. Where no change is known from the first year
    on, what the clock shows at its beginning comes first, as a change from itself.
    """
    kinds: defaultdict[tuple[object, ...], list[Change]] = defaultdict(list)
    for change in _changes(zone, first, last):
        kinds[_kind(change)].append(change)
    found = [rule for alike in kinds.values() for rule in _joined(alike, last - first + 1)]
    if not any(rule.first.at.year == first for rule in found):
        found.append(Yearly(_standing(zone, first)))
    return tuple(sorted(found, key=lambda rule: rule.first.at))


def _changes(zone: tzinfo, first: int, last: int) -> Iterator[Change]:
    """Look at noon and midnight, and closer where something has changed."""
    moment, end = datetime(first, 1, 1, tzinfo=UTC), datetime(last + 1, 1, 1, tzinfo=UTC)
    while moment < end:
        later = moment + _DAY / 2
        if _state(moment, zone) != _state(later, zone):
            yield _change(_turn(moment, later, zone), zone)
        moment = later


def _turn(low: datetime, high: datetime, zone: tzinfo) -> datetime:
    """Return the first instant of the new time, between *low* (old) and *high* (new)."""
    while high - low > _SECOND:
        middle = low + (high - low) // 2
        if _state(middle, zone) == _state(low, zone):
            low = middle
        else:
            high = middle
    return high.replace(microsecond=0)


def _change(instant: datetime, zone: tzinfo) -> Change:
    before = _state(instant - _SECOND, zone)[0]
    after, name, is_summer = _state(instant, zone)
    return Change((instant + before).replace(tzinfo=None), before, after, name, is_summer)


def _standing(zone: tzinfo, year: int) -> Change:
    begin = datetime(year, 1, 1, tzinfo=UTC)
    offset, name, is_summer = _state(begin, zone)
    return Change(begin.replace(tzinfo=None), offset, offset, name, is_summer)


def _state(instant: datetime, zone: tzinfo) -> tuple[timedelta, str, bool]:
    local = instant.astimezone(zone)
    return local.utcoffset() or timedelta(), local.tzname() or "", bool(local.dst())


def _kind(change: Change) -> tuple[object, ...]:
    """Return what the same change of two years has in common."""
    at = change.at
    return at.month, at.weekday(), at.time(), change.before, change.after, change.name


def _joined(alike: list[Change], years: int) -> list[Yearly]:
    """Return one rule for changes that come *years* years running on the same nth weekday."""
    lasts = {c.at.day + 7 > monthrange(c.at.year, c.at.month)[1] for c in alike}
    nths = {(c.at.day - 1) // 7 + 1 for c in alike}
    if len(alike) == years > 1 and lasts == {True}:
        return [Yearly(alike[0], -1)]
    if len(alike) == years > 1 and len(nths) == 1:
        return [Yearly(alike[0], nths.pop())]
    return [Yearly(change) for change in alike]
