"""Noting that the registrar has registered a comment: number, day, and from whom or to whom.

The bot registers nothing. It keeps the number that the registrar gave, so that it is found again.
"""

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.errors import Refusal
from bot.domain.text import tidy

NUMBER_LIMIT, PARTY_LIMIT = 60, 120


class NumberMissing(Refusal):
    """Refuse a registration without its number."""

    kind = "refusal-registration-number"
    field = "number"


class DayMissing(Refusal):
    """Refuse a registration without its day."""

    kind = "refusal-registration-day"
    field = "day"


class RegisteredLater(Refusal):
    """Refuse a day that has not come yet."""

    kind = "refusal-registration-later"
    field = "day"


class NotRegistered(Refusal):
    """Refuse to withdraw what does not stand (any more)."""

    kind = "refusal-registration-over"


@dataclass(frozen=True, slots=True)
class Registration:
    """A number that the registrar gave to a comment; *who* of us noted it."""

    id: int
    comment_id: str
    number: str
    day: date
    party: str
    who: str
    at: datetime


def read(number: str, day: date | None, party: str, *, today: date) -> tuple[str, date, str]:
    """Return what is to be kept; refuse what is missing, or a day ahead."""
    tidied = " ".join(tidy(number).split())[:NUMBER_LIMIT]
    if not tidied:
        raise NumberMissing
    if day is None:
        raise DayMissing
    if day > today:
        raise RegisteredLater(day=day)
    return tidied, day, " ".join(tidy(party).split())[:PARTY_LIMIT]
