"""Taking comments out as files: which ones, and what is left out of them.

Who wants them, and why, is neither asked nor kept: nobody has to say. That it was done is.
"""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum

from bot.domain.errors import Refusal
from bot.domain.text import tidy

WORDS_LIMIT = 200
PROVISION_LIMIT = 150

PATIENCE = timedelta(hours=1)
"""How long Slack may be out of reach before somebody is told to ask again."""


class Kind(StrEnum):
    """What the files are for."""

    DISCLOSURE = "disclosure"  # somebody outside wants to read them
    RECORD = "record"  # one comment, for ourselves
    SNAPSHOT = "snapshot"  # the half-year's picture of the page


class Status(StrEnum):
    """How far it has come."""

    WAITING = "waiting"
    DONE = "done"
    FAILED = "failed"


class NothingChosen(Refusal):
    """Refuse to take out everything by mistake."""

    kind = "refusal-disclosure-nothing-chosen"
    field = "since"


class DaysTurned(Refusal):
    """Refuse a last day before the first."""

    kind = "refusal-disclosure-days-turned"
    field = "until"


class DayAhead(Refusal):
    """Refuse a first day that has not come."""

    kind = "refusal-disclosure-day-ahead"
    field = "since"


class NothingFound(Refusal):
    """Say that no comment fits."""

    kind = "refusal-disclosure-nothing-found"
    field = "since"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which comments: from *since* up to *until*; on posts, by people; or one alone.

    *post* is a post's id, its address, or words of it; *person* is an author's id, or a part of
    the name as the page shows it.
    """

    since: datetime | None = None
    until: datetime | None = None
    post: str = ""
    person: str = ""
    comment_id: str | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """What is left out after the review: private numbers, names; and by which provision."""

    is_masked: bool = True
    is_nameless: bool = False
    provision: str = ""


@dataclass(frozen=True, slots=True)
class Disclosure:
    """One time that *who* of us takes comments out."""

    id: int
    kind: Kind
    who: str
    asked_at: datetime
    wanted: Wanted
    review: Review
    status: Status = Status.WAITING
    comments: int | None = None
    ended_at: datetime | None = None


def read(
    since: date | None, until: date | None, post: str, person: str, *, today: date, zone: tzinfo
) -> Wanted:
    """Return what a form asks for; its last day counts whole. Refuse what makes no sense."""
    words, name = _words(post), _words(person)
    if since is None and until is None and not words and not name:
        raise NothingChosen
    if since and since > today:
        raise DayAhead(day=since)
    if since and until and until < since:
        raise DaysTurned
    end = _midnight(until + timedelta(days=1), zone) if until and until < date.max else None
    return Wanted(_midnight(since, zone) if since else None, end, words, name)


def ended(one: Disclosure, status: Status, comments: int | None, *, now: datetime) -> Disclosure:
    """Return *one* when it is over: without the names and words that were looked for."""
    wanted = replace(one.wanted, post="", person="")
    return replace(one, wanted=wanted, status=status, comments=comments, ended_at=now)


def read_provision(text: str) -> str:
    """Return a provision as it is kept."""
    return " ".join(tidy(text).split())[:PROVISION_LIMIT]


def _words(text: str) -> str:
    return " ".join(tidy(text).split())[:WORDS_LIMIT]


def _midnight(day: date, zone: tzinfo) -> datetime:
    return datetime.combine(day, time(), zone).astimezone(UTC)
