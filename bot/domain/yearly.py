"""What comes every year: on a date, on some weekday, in weeks, in months, or by an RFC 5545 rule.

The year of weeks is the ISO year: week 1 of 2027 may begin in 2026. A year without such a day (no
week 53, no fifth Tuesday) is passed over; 29 February is the 28th in common years.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import takewhile

from dateutil.relativedelta import relativedelta
from dateutil.rrule import rrule, rrulestr

from bot.domain.calendar import ONE_DAY, Week
from bot.domain.errors import Refusal
from bot.domain.seasons import Days, Months, Season

RULE_LIMIT = 200
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LAST = 0
"""The number of the last weekday of a month, among first, second, …"""

MOST_WEEKS = 12
"""A longer time is said in months."""

_LOOK = 42  # years: a fifth Monday in February comes every 28, and after 40 around 2100
_PARTS = frozenset({"FREQ", "BYMONTH", "BYDAY", "BYMONTHDAY", "BYYEARDAY", "BYSETPOS", "WKST"})
_TRIED = range(2024, 2032)
_PART = re.compile(r"([A-Z]+)=([A-Z0-9,+-]+)", re.ASCII)


class WheelWhenUnreadable(Refusal):
    """Refuse words that say no time of the year, or one that no year has."""

    kind = "refusal-wheel-when"
    field = "when"


class WheelRuleUnfit(Refusal):
    """Refuse a rule that is none, that never comes, or that comes more than once a year."""

    kind = "refusal-wheel-rule"
    field = "when"


@dataclass(frozen=True, slots=True)
class Occurrence:
    """When something comes in its *year*: from *start* up to but not including *end*."""

    year: int
    start: date
    end: date
    season: Season


@dataclass(frozen=True, slots=True)
class OnDate:
    """On a date."""

    month: int
    day: int

    def __post_init__(self) -> None:
        _check(1 <= self.month <= 12 and 1 <= self.day <= _last_day(2024, self.month))

    @property
    def code(self) -> str:
        """The form in which it is stored."""
        return f"D {self.month} {self.day}"

    def of(self, year: int) -> Occurrence:
        """Return when it comes in *year*."""
        return _on(year, date(year, self.month, min(self.day, _last_day(year, self.month))))


@dataclass(frozen=True, slots=True)
class InWeeks:
    """In the ISO weeks from *first* to *last*, which may lie in the next year."""

    first: int
    last: int

    def __post_init__(self) -> None:
        _check(1 <= self.first <= 53 and 1 <= self.last <= 53)
        _check((self.last - self.first) % 53 < MOST_WEEKS)

    @property
    def code(self) -> str:
        """The form in which it is stored."""
        return f"W {self.first} {self.last}"

    def of(self, year: int) -> Occurrence | None:
        """Return when it comes in *year*; it ends with the year where that has no such last week."""
        if not Week.exists(year, self.first):
            return None
        until = year + (self.last < self.first)
        end = Week(until, self.last if Week.exists(until, self.last) else 52).end
        start = Week(year, self.first).monday
        return Occurrence(year, start, end, Days(start, end))


@dataclass(frozen=True, slots=True)
class OnWeekday:
    """On a weekday (Monday is 1) of an ISO week."""

    week: int
    weekday: int

    def __post_init__(self) -> None:
        _check(1 <= self.week <= 53 and 1 <= self.weekday <= 7)

    @property
    def code(self) -> str:
        """The form in which it is stored."""
        return f"V {self.week} {self.weekday}"

    def of(self, year: int) -> Occurrence | None:
        """Return when it comes in *year*."""
        if not Week.exists(year, self.week):
            return None
        return _on(year, Week(year, self.week).day(self.weekday))


@dataclass(frozen=True, slots=True)
class Nth:
    """On the first, second, … fifth or `LAST` weekday (Monday is 1) of a month."""

    month: int
    number: int
    weekday: int

    def __post_init__(self) -> None:
        _check(1 <= self.month <= 12 and LAST <= self.number <= 5 and 1 <= self.weekday <= 7)

    @property
    def code(self) -> str:
        """The form in which it is stored."""
        return f"N {self.month} {self.number} {self.weekday}"

    def of(self, year: int) -> Occurrence | None:
        """Return when it comes in *year*."""
        days = (date(year, self.month, 1) + timedelta(days=n) for n in range(31))
        fit = [d for d in days if d.month == self.month and d.isoweekday() == self.weekday]
        if self.number > len(fit):
            return None
        return _on(year, fit[self.number - 1])  # LAST is 0, and so -1


@dataclass(frozen=True, slots=True)
class InMonths:
    """In the months from *first* to *last*, which may lie in the next year."""

    first: int
    last: int

    def __post_init__(self) -> None:
        _check(1 <= self.first <= 12 and 1 <= self.last <= 12)

    @property
    def code(self) -> str:
        """The form in which it is stored."""
        return f"M {self.first} {self.last}"

    def of(self, year: int) -> Occurrence:
        """Return when it comes in *year*."""
        start = date(year, self.first, 1)
        end = start + relativedelta(months=(self.last - self.first) % 12 + 1)
        return Occurrence(year, start, end, Months(self.first, self.last))


@dataclass(frozen=True, slots=True)
class ByRule:
    """By an RFC 5545 rule that says one day a year, or none in some years."""

    rule: str

    @property
    def code(self) -> str:
        """The form in which it is stored."""
        return f"R {self.rule}"

    def of(self, year: int) -> Occurrence | None:
        """Return when it comes in *year*."""
        first = next(_days(self.rule, year), None)
        return _on(year, first) if first and first.year == year else None


Yearly = OnDate | InWeeks | OnWeekday | Nth | InMonths | ByRule

_KINDS: dict[str, Callable[..., Yearly]] = {
    "D": OnDate, "W": InWeeks, "V": OnWeekday, "N": Nth, "M": InMonths,
}  # fmt: skip


def decode(code: str) -> Yearly:
    """Read what `code` wrote.

    >>> decode(InWeeks(7, 9).code)
    InWeeks(first=7, last=9)
    """
    kind, _, rest = code.partition(" ")
    return ByRule(rest) if kind == "R" else _KINDS[kind](*map(int, rest.split()))


@lru_cache(maxsize=10_000)
def in_year(when: Yearly, year: int) -> Occurrence | None:
    """Return when it comes in *year*; a rule takes a millisecond, and every look asks for all."""
    return when.of(year)


def following(when: Yearly, day: date) -> Occurrence | None:
    """Return the first time that is not over on *day*, or None if none is near.

    >>> following(OnDate(11, 14), date(2026, 11, 15)).start
    datetime.date(2027, 11, 14)
    """
    found = (in_year(when, year) for year in range(day.year - 1, day.year + _LOOK))
    return next((each for each in found if each and each.end > day), None)


def read_rule(text: str) -> Yearly:
    """Read a yearly RFC 5545 rule.

    >>> read_rule("FREQ=YEARLY;BYMONTH=10;BYDAY=3TU")
    Nth(month=10, number=3, weekday=2)
    >>> read_rule("RRULE:FREQ=YEARLY;BYWEEKNO=43;BYDAY=SA")
    OnWeekday(week=43, weekday=6)
    """
    rule = "".join(text.split()).upper().removeprefix("RRULE:").strip(";")
    found = [_PART.fullmatch(part) for part in rule.split(";")]
    parts = {part[1]: part[2] for part in found if part}
    if len(rule) > RULE_LIMIT or len(parts) != len(found) or parts.pop("FREQ", "") != "YEARLY":
        raise WheelRuleUnfit(rule=rule[:60])
    return _plainly(parts) or _by_rule(rule, parts)


def _plainly(parts: dict[str, str]) -> Yearly | None:
    """Return what the parts of a rule say where there is a plainer way to say it."""
    day = re.fullmatch(r"(-1|[1-5])?([A-Z]{2})", parts.get("BYDAY", ""))
    number, weekday = (day[1], day[2]) if day else (None, "")
    values = [v for name, v in parts.items() if name != "BYDAY"]
    if not all(value.isdecimal() and len(value) < 3 for value in values):
        return None
    numbers = {name: int(value) for name, value in parts.items() if name != "BYDAY"}
    if weekday in WEEKDAYS and number and numbers.keys() == {"BYMONTH"}:
        return Nth(numbers["BYMONTH"], max(int(number), LAST), WEEKDAYS.index(weekday) + 1)
    if weekday in WEEKDAYS and not number and numbers.keys() == {"BYWEEKNO"}:
        return OnWeekday(numbers["BYWEEKNO"], WEEKDAYS.index(weekday) + 1)
    if parts.keys() == {"BYMONTH", "BYMONTHDAY"} and numbers["BYMONTHDAY"] != 29:
        return OnDate(numbers["BYMONTH"], numbers["BYMONTHDAY"])
    return None


def _by_rule(rule: str, parts: dict[str, str]) -> ByRule:
    """Return *rule* if it says a day of its own, and at most one a year."""
    unfit = WheelRuleUnfit(rule=rule[:60])
    if not parts.keys() - {"WKST"} or not parts.keys() <= _PARTS:
        raise unfit
    try:
        years = [day.year for day in takewhile(lambda d: d.year < _TRIED.stop, _days(rule, 2024))]
    except (ValueError, TypeError, IndexError):
        raise unfit from None
    if not years or len(set(years)) < len(years):
        raise unfit
    return ByRule(rule)


def _days(rule: str, year: int) -> Iterator[date]:
    found = rrulestr(rule, dtstart=datetime(year, 1, 1))  # noqa: DTZ001 -- a day, no instant
    if not isinstance(found, rrule):
        raise WheelRuleUnfit(rule=rule[:60])
    return (each.date() for each in found)


def _on(year: int, day: date) -> Occurrence:
    return Occurrence(year, day, day + ONE_DAY, Days(day, day + ONE_DAY))


def _last_day(year: int, month: int) -> int:
    return (date(year, month, 1) + relativedelta(months=1) - ONE_DAY).day


def _check(is_so: bool) -> None:  # noqa: FBT001 -- what is checked
    if not is_so:
        raise WheelWhenUnreadable(text="…")
