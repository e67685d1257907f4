"""What people say about an outlet in its form: its name, weekdays and times or a rule, one date."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from itertools import islice

from bot.domain.calendar import ONE_DAY, WorkingCalendar
from bot.domain.errors import Refusal
from bot.domain.outlets import BadCadence, Cadence, Departure, Outlet, Pause, Slot, slots
from bot.domain.rhythm import Often, understood, written
from bot.domain.text import fold, is_blank, tidy, title_of
from bot.domain.workhours import read_times

NAME_LIMIT = 40
RULE_LIMIT = 300
MOST_OUTLETS = 40
MOST_CADENCES = 10
MOST_PARTS = 12  # departures, or pauses, that are still to come
LONGEST_PAUSE = timedelta(days=366)
NEAREST = 30
"""How many days away a slot may be moved from a free day."""

_LOOK = timedelta(days=400)
_EVERY = {Often.WEEKLY: 1, Often.SECOND_WEEK: 2}


class NameMissing(Refusal):
    """Refuse an outlet, a pause or a free day without a name."""

    kind = "refusal-name-missing"
    field = "name"


class NameTaken(Refusal):
    """Refuse a second outlet of the same name."""

    kind = "refusal-outlet-name-taken"
    field = "name"


class TooManyOutlets(Refusal):
    """Refuse more outlets than one list shows."""

    kind = "refusal-outlets-too-many"
    field = "name"


class LastOutlet(Refusal):
    """Refuse to retire the only outlet: a post needs one."""

    kind = "refusal-outlet-last"


class TooManyCadences(Refusal):
    """Refuse more cadences of one outlet than its page shows."""

    kind = "refusal-cadences-too-many"
    field = "times"


class TooManyParts(Refusal):
    """Refuse more pauses, or more departures, than the page of an outlet shows."""

    kind = "refusal-parts-too-many"


class PauseUnfit(Refusal):
    """Refuse a pause that ends before it begins, or that never seems to end."""

    kind = "refusal-pause-unfit"
    field = "last"


class AlreadySo(Refusal):
    """Refuse what was done already, or was undone meanwhile."""

    kind = "refusal-setting-already"


class NoDayNear(Refusal):
    """Refuse to move a slot when no working day near it has room."""

    kind = "refusal-slot-no-day"


@dataclass(frozen=True, slots=True)
class Weekly:
    """A cadence as its form shows it: weekdays, 1 for every week or 2 for every other, which."""

    days: tuple[str, ...]
    every: int
    later: int


def named(text: str) -> str:
    """Return *text* as a name of one line, or refuse it."""
    name = title_of(tidy(text), NAME_LIMIT)
    if is_blank(name):
        raise NameMissing
    return name


def check_name(name: str, others: Iterable[Outlet]) -> None:
    """Refuse *name* where another outlet has it."""
    if fold(name) in {fold(other.name) for other in others}:
        raise NameTaken(name=name)


def weekly(cadence: Cadence) -> Weekly | None:
    """Return *cadence* as weekdays and weeks; None where only its rule says it.

    >>> from datetime import time
    >>> weekly(Cadence("FREQ=WEEKLY;BYDAY=MO,WE,FR", time(11)))
    Weekly(days=('MO', 'WE', 'FR'), every=1, later=0)
    """
    often, days = understood(cadence.rule)
    return Weekly(days, _EVERY[often], cadence.later) if often in _EVERY else None


def read(days: Sequence[str], weeks: str, times: str, rule: str) -> tuple[Cadence, ...]:
    """Read the form of a cadence: one for each time; a *rule* goes before weekdays.

    *weeks* is how often and which: `1`, or `2 0` and `2 1` for the two kinds of every other week.
    """
    every, _, later = weeks.partition(" ")
    at = read_times(times)
    if rule := written(Often.OWN, (), rule):
        if len(rule) > RULE_LIMIT:
            raise BadCadence(rule=rule[:RULE_LIMIT])
        return tuple(Cadence(rule, each) for each in at)
    rule = written(Often.SECOND_WEEK if every == "2" else Often.WEEKLY, days)
    return tuple(Cadence(rule, each, int(later == "1")) for each in at)


def paused(name: str, first: date, last: date) -> Pause:
    """Return a pause from its *first* day through its *last*."""
    if not first <= last <= first + LONGEST_PAUSE:
        raise PauseUnfit
    return Pause(named(name), first, last + ONE_DAY)


def upcoming(outlet: Outlet, *, now: datetime, zone: tzinfo, count: int = 5) -> list[Slot]:
    """Return the next *count* slots of *outlet*; fewer where it wants fewer within a year."""
    today = now.astimezone(zone).date()
    ahead = (s for s in slots(outlet, today, today + _LOOK) if s.starts(zone) > now)
    return list(islice(ahead, count))


def day_near(
    outlet: Outlet,
    slot: Slot,
    taken: Iterable[date],
    calendar: WorkingCalendar,
    *,
    now: datetime,
    zone: tzinfo,
) -> Slot:
    """Find where *slot* may go: the nearest working day without a slot, a post (*taken*), a pause.

    Of two days that are as near, the earlier one.
    """
    busy = set(taken)
    around = timedelta(days=NEAREST)
    busy |= {s.day for s in slots(outlet, slot.day - around, slot.day + around + ONE_DAY)}
    for distance in range(1, NEAREST + 1):
        for day in (slot.day - distance * ONE_DAY, slot.day + distance * ONE_DAY):
            found = Slot(day, slot.at, outlet.id)
            free = day in busy or outlet.is_paused(day) or not calendar.is_working_day(day)
            if not free and found.starts(zone) > now:
                return found
    raise NoDayNear


def without(outlet: Outlet, slot: Slot) -> Departure:
    """Return what takes *slot* away: all of its day, unless that has other slots.

    >>> from datetime import time
    >>> outlet = Outlet(1, "Facebook", (Cadence("FREQ=DAILY", time(11)),))
    >>> without(outlet, Slot(date(2026, 12, 25), time(11), 1)).at is None
    True
    """
    alone = slots(outlet, slot.day, slot.day + ONE_DAY) == [slot]
    return Departure(slot.day, None if alone else slot.at, extra=False)
