"""When an idea belongs: around a day, in a week, at the latest on a day, or in months of any year.

A day, a week and a latest day are of one year and pass; months and the seasons that are made of
them come back every year.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from bot.domain import timewords
from bot.domain.calendar import ONE_DAY, Week
from bot.domain.errors import Refusal
from bot.domain.text import fold, title_of
from bot.domain.timereading import Reading, read_when

AROUND = timedelta(days=3)
"""A post this near to the day still belongs to it."""

SOON = timedelta(days=28)
"""This long before its latest day, an idea is due."""

_MONTHS = (
    "januari january", "februari february", "mars march", "april", "maj may", "juni june",
    "juli july", "augusti august", "september", "oktober october", "november", "december",
)  # fmt: skip
# Whole words, for "vår" is "our" too, "may" is a verb, and "jul" begins "juli".
NAMED: Mapping[str, tuple[int, int]] = {
    word: months
    for words, months in (
        ("vinter vintern vinterns winter", (12, 2)),
        ("våren vårens vårlik springtime", (3, 5)),
        ("sommar sommaren sommarens summer", (6, 8)),
        ("höst hösten höstens autumn", (9, 11)),
        ("sportlov sportlovet", (2, 3)),
        ("påsk påsken påsklovet easter", (3, 4)),
        ("midsommar midsummer", (6, 6)),
        ("skolstart skolstarten", (8, 8)),
        ("höstlov höstlovet halloween", (10, 11)),
        ("advent adventskalender", (11, 12)),
        ("lucia jul julen julens julafton jullov jullovet christmas", (12, 12)),
        ("nyår nyåret nyårslöften", (12, 1)),
        *((names, (number, number)) for number, names in enumerate(_MONTHS, start=1)),
    )
    for word in words.split()
    if word != "may"
}
# Where nothing but a season is asked for, these mean one too.
_ALONE: Mapping[str, tuple[int, int]] = {
    **NAMED,
    **{word: (number, number) for word, number in timewords.MONTHS.items()},
    **dict.fromkeys(("vår", "vårar", "spring"), (3, 5)),
    **dict.fromkeys(("fall",), (9, 11)),
}
_LATEST = re.compile(r"(?:senast|före|by|before|at the latest)\s+", re.IGNORECASE)
_FILLING = re.compile(
    r"(?:(?:kring|omkring|runt|around|about|i|in|till|under|on)\s+)+", re.IGNORECASE
)
_RANGE = re.compile(r"\s*(?:[-–—]|\btill\b|\bto\b)\s*")
_WEEKS = re.compile(
    r"(?:v|vecka|veckorna|weeks?)\.?\s*(?P<first>\d\d?)\s*(?:[-–—]|till|to)\s*"
    r"(?:v\.?\s*)?(?P<last>\d\d?)(?:\s+(?P<year>20\d\d))?(?=\s*$)",
    re.IGNORECASE,
)


class SeasonUnreadable(Refusal):
    """Refuse words that say neither a day, a week, a month nor a season."""

    kind = "refusal-season-unreadable"
    field: ClassVar[str] = "season"


class SeasonPast(Refusal):
    """Refuse to tie an idea to what has been."""

    kind = "refusal-season-past"
    field: ClassVar[str] = "season"


@dataclass(frozen=True, slots=True)
class Days:
    """Around the days from *start* up to but not including *end*: one day, or an ISO week."""

    start: date
    end: date

    def fit(self, day: date) -> int:
        """Rank *day*: it belongs (0), or it does not (2)."""
        return 0 if self.start - AROUND <= day < self.end + AROUND else 2


@dataclass(frozen=True, slots=True)
class By:
    """On *day* at the latest."""

    day: date

    def fit(self, day: date) -> int:
        """Rank *day*: the latest is near (0), it is far (1), it has passed (2)."""
        if day > self.day:
            return 2
        return 0 if self.day - day <= SOON else 1


@dataclass(frozen=True, slots=True)
class Months:
    """In the months from *first* to *last* of any year; *last* may lie in the next one."""

    first: int
    last: int

    def __contains__(self, month: int) -> bool:
        """Tell whether *month* is one of them."""
        return (month - self.first) % 12 <= (self.last - self.first) % 12

    def fit(self, day: date) -> int:
        """Rank *day*: it belongs (0), or it does not (2)."""
        return 0 if day.month in self else 2


Season = Days | By | Months


def read_season(text: str, *, today: date) -> Season | None:
    """Read what somebody wrote in the field for it; None where it says nothing.

    >>> read_season("v. 50", today=date(2026, 11, 24))
    Days(start=datetime.date(2026, 12, 7), end=datetime.date(2026, 12, 14))
    >>> read_season("senast 13 dec", today=date(2026, 11, 24))
    By(day=datetime.date(2026, 12, 13))
    >>> read_season("höst", today=date(2026, 11, 24))
    Months(first=9, last=11)
    """
    reading = Reading(text)
    if not reading.rest:
        return None
    is_latest = reading.take(_LATEST) is not None
    reading.take(_FILLING)
    months = _months(reading.rest)
    if months is not None:
        return By(_end_of(months, today)) if is_latest else months
    try:
        days = _days(reading, text, today)
    except OverflowError:  # the last day that there is has no end
        raise SeasonUnreadable(text=title_of(text, 60)) from None
    if days.end <= today:
        raise SeasonPast(text=title_of(text, 60))
    return By(days.end - ONE_DAY) if is_latest else days


def _days(reading: Reading, text: str, today: date) -> Days:
    if weeks := reading.take(_WEEKS):
        return _weeks(weeks, today)
    found = read_when(reading, today)
    if found is None or reading.rest.strip(" .,;"):
        raise SeasonUnreadable(text=title_of(text, 60))
    if isinstance(found, Week):
        return Days(found.monday, found.end)
    return Days(found, found + ONE_DAY)


def _weeks(found: re.Match[str], today: date) -> Days:
    """Read *v. 7–9*: of the year that is said, else of this one or, once over, the next."""
    first, last = int(found["first"]), int(found["last"])
    year = int(found["year"] or Week.of(today).year)
    start, until = Week(year, first), Week(year + (last < first), last)
    if until.end <= today and not found["year"]:
        start, until = Week(start.year + 1, first), Week(until.year + 1, last)
    return Days(start.monday, until.end)


def _months(text: str) -> Months | None:
    """Read months and seasons: *december*, *höst*, *juni–augusti*."""
    pieces = _RANGE.split(fold(text).rstrip("."), maxsplit=1)
    found = [_ALONE.get(piece.rstrip(".")) for piece in pieces]
    first, last = found[0], found[-1]
    return Months(first[0], last[1]) if first and last else None


def _end_of(months: Months, today: date) -> date:
    """Return the last day of the coming *months*."""
    year = today.year + (today.month > months.last)
    following = date(year + months.last // 12, months.last % 12 + 1, 1)
    return following - ONE_DAY
