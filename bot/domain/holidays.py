"""The holiday pack: the weeks when few are at work, planned in good time and together.

For the weeks from Christmas Eve's to Twelfth Night's it is offered from week 48 and wants to be
filled by week 50; for the summer weeks 27 to 31 from week 22, by week 24. It ends when those weeks
begin, or when nothing is left to fill.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from enum import StrEnum

from bot.domain.calendar import ONE_DAY, Week, WorkingCalendar
from bot.domain.gaps import asking, filled, gaps, window
from bot.domain.outlets import Slot


class Holiday(StrEnum):
    """Which holidays."""

    CHRISTMAS = "christmas"
    SUMMER = "summer"


@dataclass(frozen=True, slots=True)
class Weeks:
    """The days of a holiday, half-open: planned from the day *since*, by the end of week *by*."""

    holiday: Holiday
    start: date
    end: date
    since: date
    by: Week


@dataclass(frozen=True, slots=True)
class Pack:
    """How the slots of *weeks* stand: so many *wanted*, *filled* of them, and what is open.

    *gaps* are all that want an answer, in order; *asks* of them lie on free days and only ask.
    """

    weeks: Weeks
    wanted: int
    gaps: tuple[Slot, ...]
    asks: int = 0

    @property
    def filled(self) -> int:
        """How many are filled."""
        return self.wanted - (len(self.gaps) - self.asks)


def weeks_to_plan(today: date) -> Weeks | None:
    """Return the holiday that is to be planned *today*; None most of the year.

    >>> christmas = weeks_to_plan(date(2026, 11, 24))
    >>> christmas.start, christmas.end
    (datetime.date(2026, 12, 21), datetime.date(2027, 1, 11))
    """
    return next((w for w in _of_year(today.year) if w.since <= today < w.start), None)


def reach(today: date) -> date:
    """Return the day before which gaps are to be filled *today*: the horizon's, or a pack's."""
    weeks = weeks_to_plan(today)
    _, end = window(today)
    return max(end, weeks.end) if weeks else end


def pack(
    weeks: Weeks,
    slots: Iterable[Slot],
    occupied: Iterable[Slot],
    left_empty: Iterable[Slot],
    calendar: WorkingCalendar,
    *,
    now: datetime,
    zone: tzinfo,
) -> Pack:
    """Tell how *slots*, those of *weeks*, stand.

    What is left empty on purpose is not wanted, nor what lies on a free day and is not filled.
    """
    slots, occupied, marks = [*slots], [*occupied], [*left_empty]
    open_gaps = gaps(slots, occupied, marks, now=now, zone=zone)
    empty = filled(slots, marks) - filled(slots, occupied)
    asks = len(asking(open_gaps, calendar))
    return Pack(weeks, len(slots) - len(empty) - asks, tuple(open_gaps), asks)


def _of_year(year: int) -> Iterator[Weeks]:
    eve, twelfth = Week.of(date(year, 12, 24)), Week.of(date(year + 1, 1, 6))
    since, by = Week(year, 48).monday, Week(year, 50)
    yield Weeks(Holiday.CHRISTMAS, eve.monday, twelfth.end, since, by)
    first, last = Week(year, 27), Week(year, 31)
    since, by = Week(year, 22).monday, Week(year, 24)
    yield Weeks(Holiday.SUMMER, first.monday, last.end, since, by)


def last_day(weeks: Weeks) -> date:
    """Return the last of the days."""
    return weeks.end - ONE_DAY
