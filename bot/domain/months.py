"""Calendar months, and how people name them: `december`, `dec 2026`, `månad 12`, `next month`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Self

from bot.domain.errors import Refusal
from bot.domain.text import tidy
from bot.domain.timewords import MONTHS, WEEKS_AHEAD, key

_YEAR = r"(?:\s*,?\s*(?P<year>20\d\d))?"
_MONTH = r"(?:månaden|månad|manad|month)"
_NAMED = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
_WRITTEN = tuple(
    re.compile(expression, re.IGNORECASE)
    for expression in (
        rf"(?:{_MONTH}\s+)?(?P<name>{_NAMED})\.?{_YEAR}",
        rf"{_MONTH}\s*(?P<number>\d{{1,2}}){_YEAR}",
        r"(?P<year>20\d\d)-(?P<number>\d{2})",
        rf"(?:(?P<which>{'|'.join(WEEKS_AHEAD)})\s+)?{_MONTH}",
    )
)


class NoSuchMonth(Refusal):
    """Refuse the number of a month that no year has."""

    kind = "refusal-no-such-month"


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month; as a range it is half-open.

    >>> Month(2026, 12).end
    datetime.date(2027, 1, 1)
    """

    year: int
    number: int

    def __post_init__(self) -> None:
        if not 1 <= self.number <= 12:
            raise NoSuchMonth(number=str(self.number))

    @classmethod
    def of(cls, day: date) -> Self:
        """Find the month in which *day* lies."""
        return cls(day.year, day.month)

    @property
    def first(self) -> date:
        """The first day."""
        return date(self.year, self.number, 1)

    @property
    def end(self) -> date:
        """The first day of the month after."""
        return self.shifted(1).first

    def shifted(self, months: int) -> "Month":
        """Count *months* onwards, or back."""
        year, month = divmod(self.year * 12 + self.number - 1 + months, 12)
        return Month(year, month + 1)


def parse_month(text: str, *, today: date) -> Month | None:
    """Read a month and nothing else, or return None; without its year, the nearest such month.

    >>> parse_month("januari", today=date(2026, 11, 24))
    Month(year=2027, number=1)
    >>> parse_month("12 december", today=date(2026, 11, 24))
    """
    found = _found(tidy(text))
    if found is None:
        return None
    this = Month.of(today)
    number = int(found.get("number") or MONTHS.get(key(found.get("name") or ""), 0))
    if found.get("number") is None and not found.get("name"):
        return this.shifted(WEEKS_AHEAD[key(found.get("which") or "this")])
    if found.get("year"):
        return Month(int(found["year"] or 0), number)
    return _nearest((Month(this.year + each, number) for each in (1, 0, -1)), this)


def _found(text: str) -> dict[str, str | None] | None:
    matches = (pattern.fullmatch(text) for pattern in _WRITTEN)
    return next((match.groupdict() for match in matches if match), None)


def _nearest(months: Iterable[Month], this: Month) -> Month:
    """Choose the nearest to *this*; the first where two are as far away."""
    return min(months, key=lambda month: abs((month.first - this.first).days))
