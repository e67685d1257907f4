"""Time that is counted only while people are at work, whatever the clock on the wall does.

A `Clock` runs in some stretches of time and stands still in all others. The office's runs in the
working hours of the calendar, so that several stretches a day, half days, eves, red days and
klämdagar follow from there. The weekdays' runs through every working day from midnight to
midnight. Both are computed when somebody asks: a calendar that is corrected corrects the past.

Stretches are instants, so the night on which the clock is changed has its true length.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import accumulate

from bot.domain.calendar import ONE_DAY, WorkingCalendar

_SPARE = timedelta(days=28)
"""How far behind a moment a clock is made to reach at first; longer than any run of free days."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock that runs in the stretches from *begins* to *ends*, in order, half-open.

    *read* is what it shows as each stretch begins, and last what it shows when all are over.
    """

    begins: tuple[datetime, ...]
    ends: tuple[datetime, ...]
    read: tuple[timedelta, ...]

    def at(self, instant: datetime) -> timedelta:
        """Tell what the clock shows at *instant*."""
        n = bisect_right(self.begins, instant) - 1
        if n < 0:
            return timedelta()
        if instant >= self.ends[n]:
            return self.read[n + 1]
        return self.read[n] + (instant - self.begins[n])

    def runs(self, instant: datetime) -> bool:
        """Tell whether the clock runs at *instant*."""
        n = bisect_right(self.begins, instant) - 1
        return n >= 0 and instant < self.ends[n]

    def when(self, reading: timedelta) -> datetime | None:
        """Return the first instant at which it shows *reading*; None beyond its last stretch."""
        n = max(bisect_left(self.read, reading) - 1, 0)
        return self.begins[n] + reading - self.read[n] if n < len(self.begins) else None


def office_clock(calendar: WorkingCalendar, start: date, end: date, zone: tzinfo) -> Clock:
    """Return the clock that runs in working hours, for the days from *start* up to *end*."""
    return _clock(
        (
            (_instant(day, begin, zone), _instant(day, until, zone))
            for day in _days(start, end)
            for begin, until in calendar.hours(day)
        )
    )


def weekday_clock(calendar: WorkingCalendar, start: date, end: date, zone: tzinfo) -> Clock:
    """Return the clock that runs through working days, for those from *start* up to *end*."""
    return _clock(
        (_instant(day, time(), zone), _instant(day + ONE_DAY, time(), zone))
        for day in _days(start, end)
        if calendar.is_working_day(day)
    )


def office_time(
    start: datetime, end: datetime, calendar: WorkingCalendar, zone: tzinfo
) -> timedelta:
    """Tell how long people were at work between two instants; nothing where *end* comes first."""
    first, last = _day(start, zone), _day(end, zone)
    clock = office_clock(calendar, first, last + ONE_DAY, zone)
    return max(timedelta(), clock.at(end) - clock.at(start))


Making = Callable[[WorkingCalendar, date, date, tzinfo], Clock]


def after(
    start: datetime, span: timedelta, making: Making, calendar: WorkingCalendar, zone: tzinfo
) -> datetime:
    """Return when the clock that *making* makes has run for *span* since *start*."""
    first, reach = _day(start, zone), _SPARE
    while True:
        clock = making(calendar, first, first + reach, zone)
        if found := clock.when(clock.at(start) + span):
            return found
        reach *= 2


def _clock(stretches: Iterable[tuple[datetime, datetime]]) -> Clock:
    found = [(begin, end) for begin, end in stretches if begin < end]
    runs = (end - begin for begin, end in found)
    read = tuple(accumulate(runs, initial=timedelta()))
    return Clock(tuple(b for b, _ in found), tuple(e for _, e in found), read)


def _days(start: date, end: date) -> Iterable[date]:
    return (start + n * ONE_DAY for n in range((end - start).days))


def _day(instant: datetime, zone: tzinfo) -> date:
    return instant.astimezone(zone).date()


def _instant(day: date, at: time, zone: tzinfo) -> datetime:
    return datetime.combine(day, at, zone).astimezone(UTC)
