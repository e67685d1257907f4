"""Praise that is passed on to the unit it belongs to: by a person, and without names unless asked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.domain.calendar import WorkingCalendar
from bot.domain.errors import Refusal
from bot.domain.kept import in_use
from bot.domain.text import is_blank, tidy, title_of

NAME_LIMIT = 60
CONTACT_LIMIT = 100
NOTE_LIMIT = 1500
MOST = 25
"""How many units may be in use."""

PATIENCE = 2
"""After how many working days praise that nobody has passed on is said to have waited."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A part of the organisation that gets praise, and how it is reached: an address or a number."""

    id: int
    name: str
    contact: str
    archived_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Praise:
    """What was written to a unit about one comment, and whether somebody has sent it."""

    comment_id: str
    unit: str
    contact: str
    note: str
    has_consent: bool
    noted_by: str
    noted_at: datetime
    passed_by: str | None = None
    passed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Heard:
    """One comment that was marked as praise, and what was done about it; the author is left out."""

    comment_id: str
    text: str
    praised_at: datetime
    praise: Praise | None

    @property
    def is_passed(self) -> bool:
        """Tell whether somebody has sent it."""
        return self.praise is not None and self.praise.passed_at is not None


class UnitMissing(Refusal):
    """Refuse to write to nobody, or a unit without a name."""

    kind = "refusal-unit-missing"
    field = "unit"


class UnitThere(Refusal):
    """Refuse a unit that is there already."""

    kind = "refusal-unit-there"
    field = "unit"


class TooManyUnits(Refusal):
    """Refuse more units than can be chosen from."""

    kind = "refusal-units-many"
    field = "unit"


class UnitGone(Refusal):
    """Refuse a unit that is not there."""

    kind = "refusal-unit-gone"


class NoteMissing(Refusal):
    """Refuse to pass on nothing."""

    kind = "refusal-praise-note"
    field = "note"


class NameUnasked(Refusal):
    """Refuse to tell who wrote it without their consent."""

    kind = "refusal-praise-name"
    field = "note"


class NotPraise(Refusal):
    """Refuse to pass on what nobody has called praise."""

    kind = "refusal-not-praise"


class NotNoted(Refusal):
    """Refuse to call sent what was not written, or what is another text by now."""

    kind = "refusal-praise-not-noted"


def unit_name(name: str, others: Iterable[Unit] = ()) -> str:
    """Return a unit's name as it is kept; refuse one that is missing, or there already."""
    said = title_of(name, NAME_LIMIT)
    if is_blank(said):
        raise UnitMissing
    if any(said.casefold() == other.name.casefold() for other in others):
        raise UnitThere(name=said)
    return said


def check_room(units: Iterable[Unit]) -> None:
    """Refuse one unit more than there may be."""
    if len(in_use(units)) >= MOST:
        raise TooManyUnits(most=MOST)


def read_note(note: str) -> str:
    """Return the note as it is kept."""
    said = tidy(note).strip()[:NOTE_LIMIT]
    if is_blank(said):
        raise NoteMissing
    return said


def check_name(note: str, name: str | None) -> None:
    """Refuse a *note* that has the *name* of who wrote the praise in it."""
    if name and " ".join(name.split()).casefold() in " ".join(note.split()).casefold():
        raise NameUnasked


def passed(praise: Praise | None, who: str, *, now: datetime) -> Praise:
    """Note that *who* has sent it; the first one counts."""
    if praise is None:
        raise NotNoted
    return praise if praise.passed_at else replace(praise, passed_by=who, passed_at=now)


def taken_back(praise: Praise | None) -> Praise:
    """Note that it was not sent after all."""
    if praise is None:
        raise NotNoted
    return replace(praise, passed_by=None, passed_at=None)


def working_days(start: date, today: date, calendar: WorkingCalendar) -> int:
    """Count the working days after *start* up to and including *today*."""
    days, day = 0, calendar.next_working_day(start)
    while day <= today:
        days, day = days + 1, calendar.next_working_day(day)
    return days


def by_unit(heard: Sequence[Heard]) -> list[tuple[str, int, int]]:
    """Return for each unit how much praise it has been given and how much was sent, most first."""
    names = sorted({one.praise.unit for one in heard if one.praise})
    counted = []
    for name in names:
        its = [one for one in heard if one.praise and one.praise.unit == name]
        counted.append((name, len(its), sum(one.is_passed for one in its)))
    return sorted(counted, key=lambda line: -line[1])
