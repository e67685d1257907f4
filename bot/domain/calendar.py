"""Sweden's working calendar: red days, the three eves, working days and ISO weeks.

Red days are those of the act (1989:253) on public holidays. Midsommarafton, Julafton and
Nyårsafton are no public holidays, but the annual leave act (1977:480) treats them like Sundays,
and nobody is at work. Half days and klämdagar are each employer's own decision, so they are not
here.

The dates come from the package `holidays`, whose traps are: every Sunday counts as a holiday
unless told otherwise, and the eves are in a category of their own. It takes 10 to 20 MB, so it is
imported when the first day is asked for, not at start. It knows the years 1953 to 2100.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from typing import Self

from bot.domain.errors import Refusal

ONE_DAY = timedelta(days=1)
SATURDAY = 5  # date.weekday()


class FreeDayKind(StrEnum):
    """Why a named day is free."""

    RED = "red"
    EVE = "eve"


@dataclass(frozen=True, slots=True)
class FreeDay:
    """A named day on which nobody is at work, with its names in both languages."""

    day: date
    kind: FreeDayKind
    swedish: str
    english: str

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


def free_day(day: date) -> FreeDay | None:
    """Name the red day or eve that *day* is; None for any other day, plain Sundays included.

    >>> free_day(date(2026, 12, 24)).swedish
    'Julafton'
    """
    return _free_days(day.year).get(day)


def is_working_day(day: date) -> bool:
    """Tell whether people are at work: Monday to Friday, neither red day nor eve."""
    return day.weekday() < SATURDAY and free_day(day) is None


def next_working_day(day: date) -> date:
    """Find the first working day after *day*, never *day* itself.

    >>> next_working_day(date(2026, 12, 23))
    datetime.date(2026, 12, 28)
    """
    day += ONE_DAY
    while not is_working_day(day):
        day += ONE_DAY
    return day


@cache
def _free_days(year: int) -> Mapping[date, FreeDay]:
    red = _named_days(year, FreeDayKind.RED)
    return {**_named_days(year, FreeDayKind.EVE), **red}


def _named_days(year: int, kind: FreeDayKind) -> dict[date, FreeDay]:
    swedish, english = (_holidays(year, kind, language) for language in ("sv", "en_US"))
    return {day: FreeDay(day, kind, name, english[day]) for day, name in swedish.items()}


def _holidays(year: int, kind: FreeDayKind, language: str) -> dict[date, str]:
    from holidays.countries.sweden import Sweden  # noqa: PLC0415 - heavy, see the module

    category = "public" if kind is FreeDayKind.RED else "de_facto"
    found = Sweden(years=year, include_sundays=False, language=language, categories=(category,))
    # Two days may meet on one date: in 2008 Ascension fell on 1 May.
    return {day: name.replace("; ", ", ") for day, name in found.items()}
