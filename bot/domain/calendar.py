"""Sweden's working calendar: red days, the three eves, working days, klämdagar and ISO weeks.

Red days are public holidays. Midsommarafton, Julafton and Nyårsafton are none, but the annual leave
act treats them like Sundays, and nobody is at work (both: `bot.domain.red_days`). Half days and
klämdagar are each employer's own decision: they are computed here, but a `WorkingCalendar` has only
those that were chosen.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import cache
from typing import Self

from bot.domain.errors import Refusal
from bot.domain.red_days import eves, red_days
from bot.domain.workhours import ORDINARY_WEEK, HalfDay, Hours, half_day

ONE_DAY = timedelta(days=1)
SATURDAY = 5  # date.weekday()


class FreeDayKind(StrEnum):
    """Why a named day is free."""

    RED = "red"
    EVE = "eve"
    SQUEEZE = "squeeze"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class FreeDay:
    """A day on which nobody is at work, with its names in both languages.

    A klämdag has no name but that; an own free day is called what the team calls it.
    """

    day: date
    kind: FreeDayKind
    swedish: str = ""
    english: str = ""

    def name(self, language: str) -> str:
        """Name the day in *language* (`sv` or `en`)."""
        return self.swedish if language == "sv" else self.english


class NoSuchWeek(Refusal):
    """Refuse a week that the year does not have (only some years have a week 53)."""

    kind = "refusal-when-no-such-week"


@dataclass(frozen=True, slots=True, order=True)
class Week:
    """An ISO 8601 week. Its year is the ISO year: 1 January 2027 lies in week 53 of 2026.

    >>> Week.of(date(2027, 1, 1))
    Week(year=2026, number=53)
    >>> Week(2026, 53).monday
    datetime.date(2026, 12, 28)
    """

    year: int
    number: int

    def __post_init__(self) -> None:
        if not Week.exists(self.year, self.number):
            raise NoSuchWeek(week=self.number, year=str(self.year))

    @classmethod
    def of(cls, day: date) -> Self:
        """Find the week in which *day* lies."""
        year, number, _ = day.isocalendar()
        return cls(year, number)

    @staticmethod
    def exists(year: int, number: int) -> bool:
        """Tell whether *year* has that week; 28 December always lies in the last one."""
        return 1 <= number <= date(year, 12, 28).isocalendar().week

    @property
    def monday(self) -> date:
        """The first day of the week."""
        return self.day(1)

    @property
    def end(self) -> date:
        """The Monday after: the week as a range is half-open."""
        return self.monday + timedelta(weeks=1)

    def day(self, weekday: int) -> date:
        """Give the day of the week by its ISO number, Monday is 1."""
        return date.fromisocalendar(self.year, self.number, weekday)

    def shifted(self, weeks: int) -> "Week":
        """Count *weeks* onwards, or back."""
        return Week.of(self.monday + timedelta(weeks=weeks))


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """When people are at work: Sweden's days, and what the employer has decided about them.

    *week* holds each weekday's working hours, Monday first; *halves* when the half days that are
    kept end; *squeezed* the klämdagar that are free, unless all are; *own* names other free days.
    """

    week: tuple[Hours, ...] = ORDINARY_WEEK
    halves: Mapping[HalfDay, time] = field(default_factory=dict)
    squeezed: frozenset[date] = frozenset()
    all_squeezed: bool = False
    own: Mapping[date, str] = field(default_factory=dict)

    def free_day(self, day: date) -> FreeDay | None:
        """Name the free day that *day* is; None for any other day, plain Sundays included.

        >>> WorkingCalendar().free_day(date(2026, 12, 24)).swedish
        'Julafton'
        """
        if known := _free_days(day.year).get(day):
            return known
        if name := self.own.get(day):
            return FreeDay(day, FreeDayKind.OWN, name, name)
        if (self.all_squeezed or day in self.squeezed) and is_squeeze_day(day):
            return FreeDay(day, FreeDayKind.SQUEEZE)
        return None

    def is_working_day(self, day: date) -> bool:
        """Tell whether people are at work: a weekday with working hours that is not free."""
        return bool(self.week[day.weekday()]) and self.free_day(day) is None

    def next_working_day(self, day: date) -> date:
        """Find the first working day after *day*, never *day* itself.

        >>> WorkingCalendar().next_working_day(date(2026, 12, 23))
        datetime.date(2026, 12, 28)
        """
        return self._step(day, ONE_DAY)

    def previous_working_day(self, day: date) -> date:
        """Find the last working day before *day*, never *day* itself."""
        return self._step(day, -ONE_DAY)

    def begins_week(self, day: date) -> bool:
        """Tell whether *day* is the first working day of its ISO week.

        >>> WorkingCalendar().begins_week(date(2026, 4, 7))  # after Easter Monday
        True
        """
        return self.is_working_day(day) and self.previous_working_day(day) < Week.of(day).monday

    def hours(self, day: date) -> Hours:
        """Return the stretches of *day* in which people are at work, in order; none on a free day.

        >>> WorkingCalendar(halves={HalfDay.WALPURGIS: time(14, 30)}).hours(date(2027, 4, 30))
        ((datetime.time(8, 0), datetime.time(14, 30)),)
        """
        if not self.is_working_day(day):
            return ()
        half = half_day(day)
        end = self.halves.get(half, time.max) if half else time.max
        return tuple(
            (begin, min(until, end)) for begin, until in self.week[day.weekday()] if begin < end
        )

    def is_at_work(self, local: datetime) -> bool:
        """Tell whether people are at work at the local time *local*."""
        return any(begin <= local.time() < until for begin, until in self.hours(local.date()))

    def _step(self, day: date, step: timedelta) -> date:
        day += step
        while not self.is_working_day(day):
            day += step
        return day


def is_squeeze_day(day: date) -> bool:
    """Tell whether *day* is a klämdag: a day at work by law with none on either side."""
    return _is_weekday_at_work(day) and not any(
        _is_weekday_at_work(beside) for beside in (day - ONE_DAY, day + ONE_DAY)
    )


def squeeze_days(start: date, end: date) -> list[date]:
    """List the klämdagar from *start* up to but not including *end*.

    >>> squeeze_days(date(2027, 1, 1), date(2028, 1, 1))
    [datetime.date(2027, 5, 7)]
    """
    days = (start + timedelta(days=number) for number in range((end - start).days))
    return [day for day in days if is_squeeze_day(day)]


def _is_weekday_at_work(day: date) -> bool:
    return day.weekday() < SATURDAY and day not in _free_days(day.year)


@cache
def _free_days(year: int) -> Mapping[date, FreeDay]:
    found: dict[date, FreeDay] = {}
    for kind, named in ((FreeDayKind.EVE, eves(year)), (FreeDayKind.RED, red_days(year))):
        for day, *names in named:
            found[day] = _together(found.get(day), FreeDay(day, kind, *names))
    return found


def _together(known: FreeDay | None, other: FreeDay) -> FreeDay:
    """Return two days that meet on one date as one: in 2008 Ascension fell on 1 May."""
    if known is None:
        return other
    swedish, english = (
        ", ".join(sorted(pair))
        for pair in ((known.swedish, other.swedish), (known.english, other.english))
    )
    return replace(other, swedish=swedish, english=english)
