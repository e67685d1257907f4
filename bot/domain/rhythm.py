"""How often something comes again, as a person chooses it, and as an RFC 5545 rule.

It serves the cadences of outlets and the series alike. Rules are anchored at one fixed Monday
(`bot.domain.outlets`). "Every other week" is one of two sets of weeks, so a rule may count from
some weeks *later*. The anchor counts weeks, not odd and
even numbers: week 53 and week 1 are both odd, and follow each other.
"""

import re
from collections.abc import Collection
from datetime import date, timedelta
from enum import StrEnum

from bot.domain.errors import Refusal
from bot.domain.outlets import ANCHOR

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WEEKS_OFFERED = 4
"""How many weeks one may choose to begin with: every set of weeks is among them."""


class Often(StrEnum):
    """How often, on the chosen weekdays."""

    WEEKLY = "weekly"
    SECOND_WEEK = "second-week"
    THIRD_WEEK = "third-week"
    FOURTH_WEEK = "fourth-week"
    MONTH_FIRST = "month-first"
    MONTH_SECOND = "month-second"
    MONTH_THIRD = "month-third"
    MONTH_FOURTH = "month-fourth"
    MONTH_LAST = "month-last"
    OWN = "own"


_STEPS = {
    Often.WEEKLY: 1,
    Often.SECOND_WEEK: 2,
    Often.THIRD_WEEK: 3,
    Often.FOURTH_WEEK: 4,
}
_NTH = {
    Often.MONTH_FIRST: 1,
    Often.MONTH_SECOND: 2,
    Often.MONTH_THIRD: 3,
    Often.MONTH_FOURTH: 4,
    Often.MONTH_LAST: -1,
}


class WeekdaysMissing(Refusal):
    """Refuse "every other week" without saying on which day, and without a rule of one's own."""

    kind = "refusal-weekdays-missing"
    field = "weekdays"


def written(often: Often, weekdays: Collection[str], own: str = "") -> str:
    """Write the rule for *often* on *weekdays*; *own* is the rule where somebody wrote one.

    >>> written(Often.SECOND_WEEK, ["TU"]), written(Often.MONTH_LAST, ["FR", "MO"])
    ('FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', 'FREQ=MONTHLY;BYDAY=-1MO,-1FR')
    """
    if often is Often.OWN:
        return "".join(own.split()).upper().removeprefix("RRULE:")
    days = [day for day in WEEKDAYS if day in weekdays]
    if not days:
        raise WeekdaysMissing
    if often in _NTH:
        return f"FREQ=MONTHLY;BYDAY={','.join(f'{_NTH[often]}{day}' for day in days)}"
    step = f"INTERVAL={_STEPS[often]};" if _STEPS[often] > 1 else ""
    return f"FREQ=WEEKLY;{step}BYDAY={','.join(days)}"


def understood(rule: str) -> tuple[Often, tuple[str, ...]]:
    """Read what `written` wrote; every other rule is somebody's own.

    >>> understood("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"), understood("FREQ=DAILY")
    ((<Often.SECOND_WEEK: 'second-week'>, ('TU',)), (<Often.OWN: 'own'>, ()))
    """
    said = _pieces(rule)
    days = tuple(d for d in WEEKDAYS if any(re.fullmatch(rf"-?\d?{d}", piece) for piece in said))
    alike = (each for each in (*_STEPS, *_NTH) if days and _pieces(written(each, days)) == said)
    often = next(alike, Often.OWN)
    return often, () if often is Often.OWN else days


def weeks_to_choose(today: date) -> list[date]:
    """List the Mondays of this week and the next ones: in one of them anything may begin."""
    monday = today - timedelta(days=today.weekday())
    return [monday + timedelta(weeks=number) for number in range(WEEKS_OFFERED)]


def weeks_later(rule: str, day: date) -> int:
    """Say how many weeks *later* a rule counts for which the week of *day* is one of its own.

    >>> weeks_later("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", date(2026, 11, 26))
    1
    """
    return (day - ANCHOR.date()).days // 7 % _STEPS.get(understood(rule)[0], 1)


def _pieces(rule: str) -> list[str]:
    """Return what *rule* says in whatever order it was written."""
    return sorted(re.split("[;,=]", rule))
