"""Who is there: absences, and the hours in which somebody may be disturbed.

Outside their hours people have quiet: those of the team's working calendar, or their own. Own
hours change neither free days nor half days.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from bot.domain.calendar import ONE_DAY, WorkingCalendar
from bot.domain.errors import Refusal
from bot.domain.workhours import Hours

LONGEST = timedelta(days=550)
"""The longest absence, and how far ahead one may be noted: more than a year of leave."""

MOST = 20
"""How many absences, present and to come, one person may have."""

Week = tuple[Hours, ...]
"""Hours by weekday, Monday first."""


class AbsenceBackwards(Refusal):
    """Refuse an absence that ends before it begins, or is over, or is far too long."""

    kind = "refusal-absence-days"
    field = "last"


class AbsenceGone(Refusal):
    """Refuse to take away an absence that is not there (any more)."""

    kind = "refusal-absence-gone"


class TooManyAbsences(Refusal):
    """Refuse more absences than a person can be shown with."""

    kind = "refusal-absences-many"
    field = "person"


class NotYours(Refusal):
    """Refuse what only the person or whoever decides may set."""

    kind = "refusal-absence-not-yours"
    field = "person"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days of *user*, from *start* up to but not including *end*."""

    id: int
    user: str
    start: date
    end: date

    @property
    def last(self) -> date:
        """The last of the days."""
        return self.end - ONE_DAY

    def holds(self, day: date) -> bool:
        """Tell whether *day* is one of them."""
        return self.start <= day < self.end


@dataclass(frozen=True, slots=True)
class Absence(Stretch):
    """*user* is away."""


@dataclass(frozen=True, slots=True)
class Presence:
    """When whom may be disturbed: the team's calendar, absences, own hours by person."""

    calendar: WorkingCalendar
    absences: Sequence[Absence] = ()
    own: Mapping[str, Week] = field(default_factory=dict)

    def hours(self, user: str, day: date) -> Hours:
        """Return the stretches of *day* in which *user* may be disturbed, in order."""
        if self.has_leave(user, day):
            return ()
        week = self.own.get(user, self.calendar.week)
        return replace(self.calendar, week=week).hours(day)

    def is_away(self, user: str, day: date) -> bool:
        """Tell whether *user* cannot be asked at all on *day*."""
        return not self.hours(user, day)

    def may_disturb(self, user: str, local: datetime) -> bool:
        """Tell whether *user* may be disturbed at the local time *local*.

        That is the whole answer for the plan. For comments `Duty.may_ping` knows who watches, too.
        """
        now = local.time()
        return any(begin <= now < until for begin, until in self.hours(user, local.date()))

    def quiet_from(self, user: str, day: date) -> time:
        """Tell when the last hours of *user* on *day* are over; midnight where there are none."""
        return max((until for _, until in self.hours(user, day)), default=time())

    def has_leave(self, user: str, day: date) -> bool:
        """Tell whether *user* is absent on *day*, be it a working day or not."""
        return any(a.user == user and a.holds(day) for a in self.absences)


def check_absence(start: date, last: date, *, today: date) -> None:
    """Refuse days away that make no sense."""
    if not start <= last or last < today or last - min(start, today) > LONGEST:
        raise AbsenceBackwards
