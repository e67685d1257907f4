"""The record of a comment: everything a public body must be able to say about it, in one value.

It holds what the page says, what we answered, and every step with who and when. The page tells of
an attachment only its kind, so that the permalink is the link to it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.comments import FACEBOOK, LUCKA, Act, Place, State
from bot.domain.moderation import Case
from bot.domain.page import PageComment
from bot.domain.registration import Registration


class Direction(StrEnum):
    """Whether it came to us or went out from us."""

    IN = "in"
    OUT = "out"


@dataclass(frozen=True, slots=True)
class Version:
    """A text that stood there until another was seen."""

    text: str
    until: datetime


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of an answer that was carried out; without *text* it was taken away.

    *before* is what it said until then, "" where that was not kept.
    """

    at: datetime
    who: str
    before: str
    text: str | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What the page said under a comment; *who* of us wrote it, "" where nobody knows.

    *first* is what it said at first, *text* what it says now, or said last before it was gone.
    """

    at: datetime
    who: str
    text: str
    first: str
    edits: tuple[Edit, ...] = ()
    is_gone: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One step that somebody took; *to* is whom it was about, "" for nobody."""

    at: datetime
    who: str
    act: str
    to: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """A decision to hide or remove it, with the numbers of the copies that were saved first."""

    case: Case
    copies: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """One comment, in order: received, by whom, where, what became of it. People are Slack ids."""

    comment: PageComment
    seen_at: datetime
    gone_at: datetime | None
    place: Place
    state: State | None
    versions: tuple[Version, ...] = ()
    answers: tuple[Answer, ...] = ()
    steps: tuple[Step, ...] = ()
    judged: tuple[Judged, ...] = ()
    registration: Registration | None = None

    @property
    def direction(self) -> Direction:
        """Tell whether it came to us or went out from us."""
        return Direction.OUT if self.comment.from_page else Direction.IN

    def people(self) -> Iterator[str]:
        """Yield the Slack ids of all of us who are named."""
        for answer in self.answers:
            yield answer.who
            yield from (edit.who for edit in answer.edits)
        for step in self.steps:
            yield from (step.who, step.to)
        for judged in self.judged:
            yield from judged.case.people()
        if self.registration:
            yield self.registration.who


def step(at: datetime, who: str, act: str, to: str) -> Step:
    """Return one line of the audit log as a step; who passed a comment on stays between them."""
    name = act.removeprefix("comment.").replace("_", "-")
    return Step(at, "" if act == Act.SOS.recorded else who, name, to)


def is_person(who: str) -> bool:
    """Tell whether *who* is somebody of ours."""
    return who not in ("", FACEBOOK, LUCKA)
