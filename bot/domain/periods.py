"""The stretch of days that a report is about, and how people write it.

*november*, *nov 2026*, *2026-11*, *q3*, *kvartal 3*, *2026*, *v. 40–47*, *förra månaden*, *senaste
30 dagarna*, *2026-11-01–2026-11-15*. A report looks back: without its year a month, a quarter or a
week is the latest that has begun.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import ClassVar

from bot.domain.calendar import ONE_DAY, Week
from bot.domain.errors import Refusal
from bot.domain.months import Month, parse_month
from bot.domain.text import tidy
from bot.domain.timewords import key

LONGEST = timedelta(days=366 * 2)
EARLIEST = 2010
"""No page of a public organisation is older."""


class PeriodUnreadable(Refusal):
    """Refuse what is no month, quarter, year, weeks or days."""

    kind = "refusal-period-unreadable"


class PeriodAhead(Refusal):
    """Refuse a period that has not begun: there is nothing to count yet."""

    kind = "refusal-period-ahead"


class PeriodTooLong(Refusal):
    """Refuse a period over which no figure says anything."""

    kind = "refusal-period-too-long"


class Kind(StrEnum):
    """What a period is called by, and what the one before it is."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    WEEKS = "weeks"
    DAYS = "days"


_MONTHS = {Kind.MONTH: 1, Kind.QUARTER: 3, Kind.YEAR: 12}


@dataclass(frozen=True, slots=True)
class Period:
    """The days from *start* up to but not including *end*."""

    kind: Kind
    start: date
    end: date

    FORM: ClassVar[re.Pattern[str]] = re.compile(
        r"([a-z]+) (\d{4}-\d\d-\d\d) (\d{4}-\d\d-\d\d)", re.ASCII
    )

    @property
    def last(self) -> date:
        """The last day."""
        return self.end - ONE_DAY

    @property
    def before(self) -> "Period":
        """The period before it: as many months, or as many days."""
        if months := _MONTHS.get(self.kind):
            return Period(self.kind, _shifted(self.start, -months), self.start)
        return Period(self.kind, self.start - (self.end - self.start), self.start)

    @property
    def code(self) -> str:
        """Write it as the value of a button.

        >>> month(date(2026, 11, 1)).code
        'month 2026-11-01 2026-12-01'
        """
        return f"{self.kind} {self.start} {self.end}"


def read_code(code: str) -> Period | None:
    """Read what `Period.code` wrote; None for anything else."""
    found = Period.FORM.fullmatch(code)
    try:
        period = found and Period(Kind(found[1]), *map(date.fromisoformat, found.groups()[1:]))
    except ValueError:
        return None
    fits = period and period.start.year >= EARLIEST and period.start < period.end
    return period if period and fits and period.end - period.start <= LONGEST else None


def month(day: date) -> Period:
    """Return the month in which *day* lies."""
    found = Month.of(day)
    return Period(Kind.MONTH, found.first, found.end)


def quarter(day: date) -> Period:
    """Return the quarter in which *day* lies.

    >>> quarter(date(2026, 11, 27)).start
    datetime.date(2026, 10, 1)
    """
    start = date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
    return Period(Kind.QUARTER, start, _shifted(start, 3))


def year(day: date) -> Period:
    """Return the year in which *day* lies."""
    return Period(Kind.YEAR, date(day.year, 1, 1), date(day.year + 1, 1, 1))


def week(day: date) -> Period:
    """Return the ISO week in which *day* lies."""
    found = Week.of(day)
    return Period(Kind.WEEKS, found.monday, found.end)


def parse_period(text: str, *, today: date) -> Period:
    """Read what somebody wrote after the command; nothing is the month that *today* lies in.

    >>> parse_period("kvartal 3", today=date(2026, 11, 27)).code
    'quarter 2026-07-01 2026-10-01'
    >>> parse_period("v. 51-2 2026", today=date(2027, 1, 20)).code
    'weeks 2026-12-14 2027-01-18'
    """
    said = key(tidy(text)).strip(" .,!?")
    found = month(today) if not said else _read(said, today)
    if found is None:
        raise PeriodUnreadable(text=text[:100])
    if found.start > today:
        raise PeriodAhead
    if found.end - found.start > LONGEST:
        raise PeriodTooLong
    return found


_THIS = r"(?:den här|det här|detta|denna|this|current|i|innevarande)"
_LAST = r"(?:förra|förre|senaste|föregående|forra|last|previous)"
_MONTH = r"(?:månaden|månad|manaden|manad|month)"
_QUARTER = r"(?:kvartalet|kvartal|quarter)"
_YEAR = r"(?:året|år|aret|ar|year)"
_WEEK = r"(?:veckorna|veckor|veckan|vecka|weeks|week|wk|v|w)"
_NUMBER = r"(?P<number>[1-4]|första|andra|tredje|fjärde|first|second|third|fourth)"
_ORDINALS = {
    word: number
    for number, words in enumerate(
        ("1 första first", "2 andra second", "3 tredje third", "4 fjärde fourth"), start=1
    )
    for word in words.split()
}
_DAY = r"(\d{4}-\d\d-\d\d)"
_TO = r"\s*(?:-|–|—|\.\.+|till|to|t\.o\.m\.?)\s*"
_OF = r"(?:\s*,?\s*(?P<year>20\d\d))?"

_Found = re.Match[str]


def _read(said: str, today: date) -> Period | None:
    for pattern, make in _FORMS:
        if found := pattern.fullmatch(said):
            try:
                return make(found, today)
            except (ValueError, OverflowError):  # a date that is none
                return None
    return _named_month(said, today)


def _named_month(said: str, today: date) -> Period | None:
    """Read a month; without its year, the latest that has begun."""
    found = parse_month(said, today=today)
    if found is None:
        return None
    if found.first > today and not re.search(r"\d{4}", said):
        found = found.shifted(-12)
    return month(found.first)


def _of_quarter(found: _Found, today: date) -> Period:
    number = _ORDINALS[found["number"]]
    said = found["year"]
    made = quarter(date(int(said or today.year), number * 3, 1))
    return made if said or made.start <= today else quarter(_shifted(made.start, -12))


def _of_weeks(found: _Found, today: date) -> Period:
    """Read one week or several; the last may lie in the next year."""
    first, last = int(found["first"]), int(found["last"] or found["first"])
    begin = Week(int(found["year"]), first) if found["year"] else _latest_week(first, today)
    end = Week(begin.year + (last < first), last)
    return Period(Kind.WEEKS, begin.monday, end.end)


def _latest_week(number: int, today: date) -> Week:
    """Return the latest week of that number that has begun; few years have a week 53."""
    this = Week.of(today).year
    years = (at for at in range(this, this - 8, -1) if Week.exists(at, number))
    weeks = (Week(at, number) for at in years)
    return next((each for each in weeks if each.monday <= today), None) or Week(this, number)


def _back(found: _Found, today: date) -> Period:
    """Read so many days or weeks up to today, or whole months before this one."""
    count = int(found["count"])
    if found["months"]:
        return _as_months(_shifted(month(today).start, -count), month(today).start, count)
    days = count * (7 if found["weeks"] else 1)
    return Period(Kind.DAYS, today - timedelta(days=days - 1), today + ONE_DAY)


def _as_months(start: date, end: date, count: int) -> Period:
    return Period(Kind.MONTH if count == 1 else Kind.DAYS, start, end)


def _of_days(found: _Found, _today: date) -> Period:
    start, end = date.fromisoformat(found[1]), date.fromisoformat(found[2]) + ONE_DAY
    if end <= start:
        raise ValueError
    return Period(Kind.DAYS, start, end)


def _shifted(first: date, months: int) -> date:
    return Month.of(first).shifted(months).first


_Make = Callable[[_Found, date], Period]
_FORMS: tuple[tuple[re.Pattern[str], _Make], ...] = tuple(
    (re.compile(expression, re.IGNORECASE), make)
    for expression, make in (
        (rf"{_THIS} {_MONTH}|nu|now", lambda _, today: month(today)),
        (rf"{_LAST} {_MONTH}", lambda _, today: month(today).before),
        (rf"{_THIS} {_QUARTER}", lambda _, today: quarter(today)),
        (rf"{_LAST} {_QUARTER}", lambda _, today: quarter(today).before),
        (rf"{_THIS} {_YEAR}", lambda _, today: year(today)),
        (rf"{_LAST} {_YEAR}|i fjol|ifjol", lambda _, today: year(today).before),
        (rf"{_THIS} {_WEEK}", lambda _, today: week(today)),
        (rf"{_LAST} {_WEEK}", lambda _, today: week(today).before),
        (rf"(?:q|kv|kv\.|k|{_QUARTER})\s*{_NUMBER}{_OF}", _of_quarter),
        (rf"{_NUMBER}(?:a|:a|:e|st|nd|rd|th)?\s*{_QUARTER}{_OF}", _of_quarter),
        (rf"(?P<year>20\d\d)\s*-?\s*(?:q|kv|k|{_QUARTER})\s*{_NUMBER}", _of_quarter),
        (rf"(?:{_YEAR}\s*)?(?P<year>20\d\d)", lambda m, _: year(date(int(m["year"]), 1, 1))),
        (
            rf"{_WEEK}\.?\s*(?P<first>\d{{1,2}})(?:{_TO}(?:{_WEEK}\.?\s*)?(?P<last>\d{{1,2}}))?{_OF}",
            _of_weeks,
        ),
        (
            (
                rf"(?:de\s+)?(?:{_LAST}|past)?\s*(?P<count>[1-9]\d{{0,2}})\s*"
                r"(?:(?P<weeks>veckorna|veckor|weeks?)|(?P<months>månaderna|månader|months?)"
                r"|dagarna|dagar|dygnen|days?)"
            ),
            _back,
        ),
        (rf"{_DAY}{_TO}{_DAY}", _of_days),
    )
)
