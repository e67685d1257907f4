"""What residents ask about, by the unit that it concerns: in the team's own words, without names."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.errors import Refusal
from bot.domain.praise import Unit
from bot.domain.text import fold, is_blank, tidy

NOTE_LIMIT = 120
ANSWER_LIMIT = 500


class NoUnits(Refusal):
    """Refuse to tag for a unit while there is none."""

    kind = "refusal-concern-no-units"


class UnitUnchosen(Refusal):
    """Refuse a comment that concerns nobody."""

    kind = "refusal-concern-unit"
    field = "unit"


class NothingAsked(Refusal):
    """Refuse to write to a unit about a month in which nothing concerned it."""

    kind = "refusal-concern-nothing"


class AnswerMissing(Refusal):
    """Refuse to note an answer that says nothing."""

    kind = "refusal-concern-answer"
    field = "answer"


@dataclass(frozen=True, slots=True)
class Concern:
    """One comment that concerns a unit; *note* is what it asks, in the team's words, or empty."""

    comment_id: str
    unit_id: int
    note: str
    who: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Asked:
    """One of a month's concerns with the post that it stands under (its first words, a link)."""

    unit_id: int
    note: str
    post: str
    permalink: str | None


@dataclass(frozen=True, slots=True)
class Told:
    """What a unit was told of a month, by whom, and what it *answered*, if it has."""

    unit_id: int
    month: str
    sent_by: str | None = None
    sent_at: datetime | None = None
    answer: str = ""


@dataclass(frozen=True, slots=True)
class OfUnit:
    """What one unit was asked about in a month, and what came of it."""

    unit: Unit
    asked: tuple[Asked, ...]
    told: Told

    def notes(self) -> list[tuple[str, int]]:
        """Return what was asked, in the team's words, most often first; the same words once."""
        return _counted(one.note for one in self.asked if one.note)

    def posts(self) -> list[tuple[str, int]]:
        """Return under which posts it was asked, most often first."""
        return _counted(one.post for one in self.asked if not is_blank(one.post))


def by_unit(
    units: Iterable[Unit], asked: Sequence[Asked], told: Iterable[Told], month: str
) -> list[OfUnit]:
    """Sort what was *asked* by unit, the most asked first; units that nobody asked are left out."""
    known = {each.unit_id: each for each in told}
    found = [
        OfUnit(unit, its, known.get(unit.id, Told(unit.id, month)))
        for unit in units
        if (its := tuple(one for one in asked if one.unit_id == unit.id))
    ]
    return sorted(found, key=lambda each: -len(each.asked))


def read_note(text: str) -> str:
    """Return a note as it is kept: one line."""
    return " ".join(tidy(text).split())[:NOTE_LIMIT]


def read_answer(text: str) -> str:
    """Return a unit's answer as it is kept."""
    said = tidy(text).strip()[:ANSWER_LIMIT]
    if is_blank(said):
        raise AnswerMissing
    return said


def _counted(texts: Iterable[str]) -> list[tuple[str, int]]:
    """Count *texts*, the same but for case once, in the words that came first."""
    shown: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for text in texts:
        shown.setdefault(fold(text), text)
        counts[fold(text)] += 1
    return [(shown[key], count) for key, count in counts.most_common()]
