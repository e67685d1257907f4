"""What recurs, worked out for the time ahead (RFC 5545, 3.8.5), within bounds.

`recurring_ical_events` does the same for whole calendars, but takes 11 ms for a weekly meeting and
7 s for a rule that never matches; what comes from an address on the net has to be bounded.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from dateutil.rrule import rrulestr

MOST_WORK = 1_500_000
"""Microseconds that the rules of one file may take."""

_WORK = {"DAILY": 5, "WEEKLY": 2, "MONTHLY": 2, "YEARLY": 2}  # for a day
_IN_VAIN = {"DAILY": 400_000, "WEEKLY": 120_000, "MONTHLY": 60_000, "YEARLY": 60_000}
_STEPS = {"DAILY": timedelta(days=1), "WEEKLY": timedelta(weeks=1)}
_CYCLE = 400  # years, after which weekdays and leap years are the same again
LONGEST = 500
_DAYS = {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}
_LISTS = {"WKST", "BYDAY", "BYMONTH", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYSETPOS"}
_TIMES = {"BYHOUR", "BYMINUTE", "BYSECOND"}  # one of each says nothing new; more are no plan
_WHOLE = re.compile(r"0*[1-9]\d{0,4}", re.ASCII)


class BadRule(Exception):
    """The rule cannot be read, or is more than days."""


class TooMuch(Exception):
    """The rules of a file take too long to work out."""


@dataclass(slots=True)
class Budget:
    """How much work may still be done for one file."""

    left: float = MOST_WORK

    def spend(self, work: float) -> None:
        """Take *work*; raise TooMuch when there is not as much left."""
        self.left -= work
        if self.left < 0:
            raise TooMuch


def parts(rule: str) -> dict[str, str]:
    """Return the parts of *rule* by name, each checked for its kind; raise BadRule."""
    pairs = [piece.partition("=") for piece in rule.strip().upper().strip(";").split(";")]
    found = {name.strip(): value.strip() for name, _, value in pairs}
    if len(rule) > LONGEST or len(found) != len(pairs) or found.get("FREQ") not in _DAYS:
        raise BadRule
    for name in found.keys() & {"INTERVAL", "COUNT"}:
        if not _WHOLE.fullmatch(found[name]):
            raise BadRule
    known = _LISTS | _TIMES | {"FREQ", "INTERVAL", "COUNT", "UNTIL"}
    if not found.keys() <= known or any("," in found.get(name, "") for name in _TIMES):
        raise BadRule
    return found


def starts(
    rule: Mapping[str, str],
    first: datetime,
    *,
    last: datetime,
    since: datetime,
    budget: Budget,
) -> list[datetime]:
    """List when what begins at *first* comes again, from *since* to *last*; all are wall time.

    *rule* is what `parts` returned. *last* is the end of it or of the time that is of interest.
    """
    if last < first:
        return []
    first = _forward(rule, first, since)
    budget.spend(_WORK[rule["FREQ"]] * ((last - first) / timedelta(days=1) + 1))
    # A rule that never matches is followed to the year 9999; from late in time, that is near.
    later = (9990 - last.year) // _CYCLE * _CYCLE
    kept = ";".join(f"{n}={v}" for n, v in rule.items() if n not in ("COUNT", "UNTIL"))
    try:
        made = rrulestr(kept, dtstart=_moved(first, later))
        span = _moved(since, later), _moved(last, later)
        return [_moved(start, -later) for start in _between(made, *span, rule, budget)]
    # What is wrong with a rule, dateutil says with whatever exception came of it.
    except (ValueError, TypeError, LookupError, OverflowError, AttributeError) as error:
        raise BadRule from error


def _between(
    made: Iterable[datetime],
    since: datetime,
    last: datetime,
    rule: Mapping[str, str],
    budget: Budget,
) -> list[datetime]:
    """List the starts of that time; that there is none beyond it has cost the most."""
    most = int(rule.get("COUNT", 0)) or None
    found: list[datetime] = []
    for number, start in enumerate(made):
        if start > last or number == most:
            return found
        if start >= since:
            found.append(start)
    budget.spend(_IN_VAIN[rule["FREQ"]])
    return found


def _moved(moment: datetime, years: int) -> datetime:
    return moment.replace(year=moment.year + years)


def _forward(rule: Mapping[str, str], first: datetime, since: datetime) -> datetime:
    """Return a later beginning from which the same days follow, so that old series cost nothing."""
    step = _STEPS.get(rule["FREQ"])
    if step is None or "COUNT" in rule:
        return first
    step *= int(rule.get("INTERVAL", 1))
    return first + max((since - first) // step - 1, 0) * step
