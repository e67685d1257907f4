"""The team's meetings: every so many weeks from one date, whatever the weeks are numbered.

Counting from a date and not by odd and even weeks, because after week 53 comes week 1: two odd
weeks in a row. A meeting on a day when nobody works is held on the working day before; its pack
comes on the working day before that, and the record of it on the working day after.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from typing import ClassVar

from bot.domain.calendar import WorkingCalendar
from bot.domain.errors import Refusal

INTERVALS = (1, 2, 3, 4)
"""Every how many weeks a team may meet."""

_LONGEST_BREAK = timedelta(days=14)  # no run of free days is as long


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

    def days(self, start: date, end: date, calendar: WorkingCalendar) -> list[date]:
        """List the days of meetings from *start* up to but not including *end*, as they are held."""
        step = timedelta(weeks=self.every)
        first = self.anchor + step * ((start - self.anchor) // step)
        planned, found = first, []
        while planned < end + _LONGEST_BREAK:
            found.append(_held(planned, calendar))
            planned += step
        return [day for day in found if start <= day < end]

    def next(self, today: date, calendar: WorkingCalendar) -> date:
        """Find the next meeting: today's, or the first after it."""
        weeks = timedelta(weeks=self.every)
        return self.days(today, today + weeks + _LONGEST_BREAK, calendar)[0]

    def due_pack(self, now: datetime, zone: tzinfo, calendar: WorkingCalendar) -> date | None:
        """Return the meeting whose pack is due: from the working day before until it begins."""
        local = now.astimezone(zone)
        meeting = self.next(local.date(), calendar)
        if meeting == local.date() and local.time() >= self.at:
            return None
        return meeting if calendar.previous_working_day(meeting) <= local.date() else None

    def last(self, today: date, calendar: WorkingCalendar) -> date:
        """Find the last meeting before *today*."""
        weeks = timedelta(weeks=self.every)
        return self.days(today - weeks - _LONGEST_BREAK, today, calendar)[-1]


def _held(planned: date, calendar: WorkingCalendar) -> date:
    """Return *planned* if people are at work, else the working day before it."""
    return planned if calendar.is_working_day(planned) else calendar.previous_working_day(planned)
