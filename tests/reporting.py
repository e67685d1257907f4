"""Reports for views and drawings: a full month, a thin one, an empty one."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.calendar import WorkingCalendar
from bot.domain.fill import FillRate
from bot.domain.gaps import Runway
from bot.domain.measures import Case, Share
from bot.domain.outlets import Slot
from bot.domain.periods import month
from bot.domain.plan_measures import PlanMeasures, Stock
from bot.domain.policy import Policy
from bot.domain.report import Report, Seen, comments

ZONE = ZoneInfo("Europe/Stockholm")
NOW = datetime(2026, 12, 1, 8, 15, tzinfo=ZONE)
NOVEMBER = month(date(2026, 11, 2))
PLAN = PlanMeasures(
    runway=Runway(34, Slot(date(2027, 1, 4), NOW.time(), 1)),
    rates=(FillRate(14, 6, 6, 3), FillRate(30, 13, 12, 4), FillRate(60, 26, 14, 4)),
    owned=Share(14, 16),
    stock=Stock(45, 26),
    published=12,
    ready=Share(7, 12),
    series=Share(4, 12),
    overridden=1,
)


def at(day: int, hour: float, month: int = 11) -> datetime:
    """A moment of 2026."""
    return datetime(2026, month, day, tzinfo=ZONE) + timedelta(hours=hour)


def case(number: int, written: datetime, after: float | None = None, **said: object) -> Case:
    """A comment, answered *after* some hours if at all."""
    answered = None if after is None else written + timedelta(hours=after)
    made = Case(f"c{number}", written, written, answered=answered, final=answered)
    return made._replace(**said)


def cases(month: int, days: range) -> list[Case]:
    """Two comments a day: one answered in an hour and a half, one in the evening, later or never."""
    found = []
    for n in days:
        found.append(case(n, at(n, 10, month), 1.5, claimed=at(n, 10.2, month)))
        found.append(case(100 + n, at(n, 21, month), (12, 36, None)[n % 3]))
    return found


def full() -> Report:
    """November 2026 as it was, beside October."""
    seen = Seen(cases(11, range(2, 28)), cases(10, range(5, 24)), date(2026, 9, 1))
    return _report(seen)


def thin() -> Report:
    """A few comments, and nothing to compare them with."""
    few = cases(11, range(23, 27))[:7]
    return _report(Seen(few, [], date(2026, 11, 20)))


def empty() -> Report:
    """A page on which nobody wrote."""
    return _report(Seen([], [], date(2026, 9, 1)))


def unseen() -> Report:
    """A month before the bot was there."""
    return _report(Seen([], [], date(2026, 12, 1)))


def without_page() -> Report:
    """No page, and a plan of which there is nothing to say."""
    nothing = replace(
        PLAN,
        runway=Runway(None, None),
        owned=Share(0, 0),
        stock=Stock(0, 26),
        published=0,
        ready=Share(0, 0),
        series=Share(0, 0),
    )
    return Report(NOVEMBER, NOW, Policy(), WorkingCalendar(), None, nothing)


def _report(seen: Seen) -> Report:
    policy, calendar = Policy(), WorkingCalendar()
    found = comments(NOVEMBER, seen, policy, calendar, now=NOW, zone=ZONE)
    return Report(NOVEMBER, NOW, policy, calendar, found, PLAN)


REPORTS = {
    "full": full,
    "thin": thin,
    "empty": empty,
    "unseen": unseen,
    "without a page": without_page,
}
