"""The team's meetings: every so many weeks from one date, whatever the weeks are numbered.

Counting from a date and not by odd and even weeks, because after week 53 comes week 1: two odd
weeks in a row. A meeting on a day when nobody works is held on the working day before; its pack
comes on the working day before that, and the record of it on the working day after.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from typing import ClassVar

from bot.domain.errors import Refusal

INTERVALS = (1, 2, 3, 4)
"""Every how many weeks a team may meet."""

_DAY = timedelta(days=1)
_LONGEST_BREAK = timedelta(days=14)  # no run of free days is as long

IsWorkingDay = Callable[[date], bool]


class MeetingTimeMissing(Refusal):
    """Refuse a date of a meeting without a time."""

    kind = "refusal-meeting-time-missing"
    field: ClassVar[str] = "time"


@dataclass(frozen=True, slots=True)
class Meetings:
    """Meetings at *at* wall time, every *every* weeks, one of them on *anchor*."""

    anchor: date
    at: time
    every: int = 2

    def days(self, start: date, end: date, is_working: IsWorkingDay) -> list[date]:
        """List the days of meetings from *start* up to but not including *end*, as they are held."""
        step = timedelta(weeks=self.every)
        first = self.anchor + step * ((start - self.anchor) // step)
        planned, found = first, []
        while planned < end + _LONGEST_BREAK:
            found.append(working_day_or_before(planned, is_working))
            planned += step
        return [day for day in found if start <= day < end]

    def next(self, today: date, is_working: IsWorkingDay) -> date:
        """Find the next meeting: today's, or the first after it."""
        weeks = timedelta(weeks=self.every)
        return self.days(today, today + weeks + _LONGEST_BREAK, is_working)[0]

    def due_pack(self, now: datetime, zone: tzinfo, is_working: IsWorkingDay) -> date | None:
        """Return the meeting whose pack is due: from the working day before until it begins."""
        local = now.astimezone(zone)
        meeting = self.next(local.date(), is_working)
        if meeting == local.date() and local.time() >= self.at:
            return None
        return meeting if day_before(meeting, is_working) <= local.date() else None

    def last(self, today: date, is_working: IsWorkingDay) -> date:
        """Find the last meeting before *today*."""
        weeks = timedelta(weeks=self.every)
        return self.days(today - weeks - _LONGEST_BREAK, today, is_working)[-1]


def working_day_or_before(day: date, is_working: IsWorkingDay) -> date:
    """Return *day* if people are at work, else the working day before it."""
    return day if is_working(day) else day_before(day, is_working)


def day_before(day: date, is_working: IsWorkingDay) -> date:
    """Find the working day before *day*, never *day* itself."""
    day -= _DAY
    while not is_working(day):
        day -= _DAY
    return day
