"""Where does it belong? Every new idea waits until somebody decides: an outlet, not now, or no.

An idea that is planned needs no answer; one that was put off comes back on its day.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from dateutil.relativedelta import relativedelta

from bot.domain.errors import Refusal

SUMMER_ENDS = (8, 15)  # when people are back and schools begin


class IdeaRouted(Refusal):
    """Refuse to decide, or to undo, what somebody else has decided meanwhile."""

    kind = "refusal-idea-routed"


class Where(StrEnum):
    """What has been decided about an idea."""

    WAITING = "waiting"
    OUTLET = "outlet"
    LATER = "later"
    NO = "no"


class Later(StrEnum):
    """Until when an idea may be put off."""

    WEEK = "week"
    MONTH = "month"
    SUMMER = "summer"


@dataclass(frozen=True, slots=True)
class Routing:
    """What was decided, and by *who*: *until* goes with later, *reason* with no."""

    where: Where = Where.WAITING
    outlet_id: int | None = None
    until: date | None = None
    reason: str = ""
    who: str | None = None

    def suggestible(self, day: date) -> bool:
        """Tell whether the idea may be offered for *day*."""
        if self.where is Where.LATER:
            return self.until is None or self.until <= day
        return self.where is not Where.NO


UNDECIDED = Routing()


def until(later: Later, *, today: date) -> date:
    """Return the day on which an idea that is put off comes back.

    >>> until(Later.SUMMER, today=date(2026, 11, 24)), until(Later.MONTH, today=date(2027, 1, 31))
    (datetime.date(2027, 8, 15), datetime.date(2027, 2, 28))
    """
    if later is Later.WEEK:
        return today + timedelta(weeks=1)
    if later is Later.MONTH:
        return today + relativedelta(months=1)
    this_year = date(today.year, *SUMMER_ENDS)
    return this_year if today < this_year else date(today.year + 1, *SUMMER_ENDS)
