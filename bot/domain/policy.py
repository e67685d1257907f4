"""What the team promises about answers, and what it watches outside its hours.

To answer and to watch are two things: people answer in the working hours of the calendar, and the
promise says how soon; outside them somebody may look at the page, and need not answer. Only what
the policy watches may reach a person then, and only the person who watches.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from functools import cache

from bot.domain.calendar import WorkingCalendar
from bot.domain.errors import Refusal
from bot.domain.officetime import Making, after, office_clock, weekday_clock
from bot.domain.workhours import Hours

MOST_DAYS = 10
MOST_HOURS = 80
"""The longest promises: two weeks at work."""

_SPARE = timedelta(days=60)
"""How far behind the last comment a clock is made to reach; further is looked up one by one."""

LEAST_MINUTES, MOST_MINUTES = 5, 240
"""How often somebody may be asked to look, in minutes."""

USUAL_WAITS = (15, 30, 60)
"""For how many minutes of office hours the first, the second and every later one is waited for."""


class PromiseUnreadable(Refusal):
    """Refuse a promise whose number makes no sense."""

    kind = "refusal-policy-promise"
    field = "count"


class IntervalUnreadable(Refusal):
    """Refuse what is no number of minutes that somebody could keep."""

    kind = "refusal-policy-every"
    field = "every"


class WaitsUnreadable(Refusal):
    """Refuse what is not one to three numbers of minutes that people could keep."""

    kind = "refusal-policy-waits"
    field = "waits"


class PromiseKind(StrEnum):
    """How a promise counts.

    A day's hours on weekdays: 24 hours by the clock, in which days off do not count. Working days:
    until people go home on the last of so many working days after the one it came on. Office
    hours: so many hours in which people are at work.
    """

    WEEKDAY = "24h_vardag"
    DAYS = "arbetsdagar"
    HOURS = "kontorstimmar"


@dataclass(frozen=True, slots=True)
class Promise:
    """How soon a comment is answered; *count* of days or hours, for a day on weekdays always 1."""

    kind: PromiseKind = PromiseKind.WEEKDAY
    count: int = 1

    def __post_init__(self) -> None:
        most = {PromiseKind.WEEKDAY: 1, PromiseKind.DAYS: MOST_DAYS, PromiseKind.HOURS: MOST_HOURS}
        if not 1 <= self.count <= most[self.kind]:
            raise PromiseUnreadable(most=most[self.kind])

    @property
    def span(self) -> timedelta:
        """How long its clock runs; meant for the kinds that have one."""
        is_day = self.kind is PromiseKind.WEEKDAY
        return timedelta(hours=24 if is_day else self.count)

    @property
    def making(self) -> Making:
        """Its clock: the one of weekdays, or the office's."""
        return weekday_clock if self.kind is PromiseKind.WEEKDAY else office_clock

    @property
    def code(self) -> str:
        """Write it as text: `24h_vardag`, `2_arbetsdagar`, `8_kontorstimmar`."""
        return self.kind if self.kind is PromiseKind.WEEKDAY else f"{self.count}_{self.kind}"


class Preset(StrEnum):
    """What is watched outside working hours."""

    OFFICE = "office"  # nothing
    WATCH = "watch"  # what is flagged as urgent
    CRISIS = "crisis"  # everything


_HOURS: dict[Preset, Hours] = {
    Preset.OFFICE: (),
    Preset.WATCH: ((time(8), time(22)),),
    Preset.CRISIS: ((time(6), time(23)),),
}
_MINUTES = {Preset.OFFICE: 60, Preset.WATCH: 60, Preset.CRISIS: 15}


@dataclass(frozen=True, slots=True)
class Policy:
    """The promise, and the watch: a preset, whose hours and interval a team may change.

    *own_hours* and *own_minutes* are what the team has set; without them the preset's count.
    *own_waits* is how many minutes people have to judge what is urgent, in office hours.
    """

    promise: Promise = Promise()
    preset: Preset = Preset.WATCH
    own_hours: Hours = ()
    own_minutes: int | None = None
    own_waits: tuple[int, ...] = ()

    @property
    def waits(self) -> tuple[int, ...]:
        """For how many minutes the first who is asked is waited for, the next, every later one."""
        return self.own_waits or USUAL_WAITS

    @property
    def hours(self) -> Hours:
        """The hours of every day, free days too, in which somebody looks; none where nobody does."""
        return () if self.preset is Preset.OFFICE else self.own_hours or _HOURS[self.preset]

    @property
    def every(self) -> timedelta:
        """How often somebody looks outside working hours, and so how long a ping waits there."""
        return timedelta(minutes=self.own_minutes or _MINUTES[self.preset])

    def watches(self, local: datetime, *, urgent: bool) -> bool:
        """Tell whether somebody looks at the local time *local* at what is *urgent* or is not."""
        is_watched = self.preset is Preset.CRISIS or (self.preset is Preset.WATCH and urgent)
        at = local.time()
        return is_watched and any(begin <= at < until for begin, until in self.hours)


def may_ping(policy: Policy, calendar: WorkingCalendar, local: datetime, *, urgent: bool) -> bool:
    """Tell whether a comment may ping anybody at the local time *local*, or stands there silently.

    >>> saturday = datetime(2026, 11, 28, 12)
    >>> may_ping(Policy(), WorkingCalendar(), saturday, urgent=True)
    True
    >>> may_ping(Policy(preset=Preset.OFFICE), WorkingCalendar(), saturday, urgent=True)
    False
    """
    return calendar.is_at_work(local) or policy.watches(local, urgent=urgent)


def due(policy: Policy, calendar: WorkingCalendar, written: datetime, *, zone: tzinfo) -> datetime:
    """Return the instant until which a comment that was *written* then is to be answered."""
    promise = policy.promise
    if promise.kind is PromiseKind.DAYS:
        return _end_of_days(promise.count, calendar, written.astimezone(zone).date(), zone)
    return after(written, promise.span, promise.making, calendar, zone)


def deadlines(
    policy: Policy, calendar: WorkingCalendar, start: date, end: date, *, zone: tzinfo
) -> Callable[[datetime], datetime]:
    """Return `due` for many comments at once, written on the days from *start* up to *end*."""
    promise = policy.promise
    if promise.kind is PromiseKind.DAYS:
        of_day = cache(lambda day: _end_of_days(promise.count, calendar, day, zone))
        return lambda written: of_day(written.astimezone(zone).date())
    clock, span = promise.making(calendar, start, end + _SPARE, zone), promise.span

    def found(written: datetime) -> datetime:
        until = clock.when(clock.at(written) + span)
        return until or due(policy, calendar, written, zone=zone)

    return found


def read_promise(code: str) -> Promise:
    """Read what `Promise.code` wrote.

    >>> read_promise("2_arbetsdagar").count
    2
    """
    count, _, kind = code.partition("_")
    if code == PromiseKind.WEEKDAY:
        return Promise()
    return Promise(PromiseKind(kind), int(count))


def read_count(kind: PromiseKind, text: str) -> Promise:
    """Read the number of a promise of *kind* from a form; a day on weekdays has none."""
    if kind is PromiseKind.WEEKDAY:
        return Promise()
    most = MOST_DAYS if kind is PromiseKind.DAYS else MOST_HOURS
    number = _number(text)
    if number is None:
        raise PromiseUnreadable(most=most)
    return Promise(kind, number)


def read_minutes(text: str) -> int | None:
    """Read from a form how often somebody looks; nothing written leaves it to the preset."""
    if not text.strip():
        return None
    number = _minutes(text)
    if number is None:
        raise IntervalUnreadable(least=LEAST_MINUTES, most=MOST_MINUTES)
    return number


def read_waits(text: str) -> tuple[int, ...]:
    """Read from a form how long each is waited for; nothing written leaves it to the usual.

    >>> read_waits("10, 20")
    (10, 20)
    """
    written = re.split(r"[\s,;/–-]+", text.strip())
    if written == [""]:
        return ()
    found = [number for number in map(_minutes, written) if number is not None]
    if len(found) != len(written) or len(found) > len(USUAL_WAITS):
        raise WaitsUnreadable(least=LEAST_MINUTES, most=MOST_MINUTES)
    return tuple(found)


def _minutes(text: str) -> int | None:
    number = _number(text)
    return number if number is not None and LEAST_MINUTES <= number <= MOST_MINUTES else None


def _number(text: str) -> int | None:
    written = text.strip()
    is_number = written.isascii() and written.isdigit() and len(written) <= 4
    return int(written) if is_number else None


def _end_of_days(days: int, calendar: WorkingCalendar, day: date, zone: tzinfo) -> datetime:
    """Return when people go home on the last of *days* working days after *day*."""
    for _ in range(days):
        day = calendar.next_working_day(day)
    return datetime.combine(day, calendar.hours(day)[-1][1], zone).astimezone(UTC)
