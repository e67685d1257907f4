"""Lessons learned: kept in a sentence, and told again when something alike is planned."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.domain.errors import Refusal
from bot.domain.text import is_blank, tidy, words_of

TEXT_LIMIT = 300

SHORTEST = 5
"""Shorter words are too common to say that two things are alike."""

STEM = 6
"""So many first letters are compared: *influensa* is like *influensan*."""

ENOUGH = 2
"""So many words must be alike, where neither series nor tag is the same."""


class LessonMissing(Refusal):
    """Refuse a lesson that says nothing."""

    kind = "refusal-lesson-missing"
    field = "text"


class LessonGone(Refusal):
    """Refuse to act on a lesson that is not there."""

    kind = "refusal-lesson-gone"


@dataclass(frozen=True, slots=True)
class Lesson:
    """What somebody learned; about a post or a comment, or about nothing in particular."""

    id: int
    text: str
    post_id: int | None
    comment_id: str | None
    who: str
    at: datetime
    dropped_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Traits:
    """What things are compared by: their *words*, and the series and tags that *mark* them."""

    words: frozenset[str]
    marks: frozenset[str]


def read_text(text: str) -> str:
    """Return a lesson as it is kept: one paragraph."""
    said = " ".join(tidy(text).split())[:TEXT_LIMIT]
    if is_blank(said):
        raise LessonMissing
    return said


def traits(texts: Iterable[str], marks: Iterable[str]) -> Traits:
    """Return what *texts* are compared by, the *marks* with their words.

    >>> sorted(traits(["Influensan är här"], ["Här jobbar jag"]).words)
    ['influe']
    """
    words = {word[:STEM] for text in texts for word in words_of(text) if len(word) >= SHORTEST}
    return Traits(frozenset(words), frozenset(map(mark, marks)))


def mark(name: str) -> str:
    """Write a series or a tag as one word, which is how it is compared.

    >>> mark("#Här jobbar jag")
    'härjobbarjag'
    """
    return "".join(words_of(name))


def is_alike(planned: Traits, learned: Traits) -> bool:
    """Tell whether a lesson is of use for what is planned."""
    return bool(planned.marks & learned.marks) or len(planned.words & learned.words) >= ENOUGH


def first_alike(planned: Traits, found: Collection[tuple[Lesson, Traits]]) -> Lesson | None:
    """Return the newest lesson that is of use; what shares series or tag goes before words."""
    near = [
        (bool(planned.marks & its.marks), lesson) for lesson, its in found if is_alike(planned, its)
    ]
    near.sort(key=lambda each: (each[0], each[1].at, each[1].id))
    return near[-1][1] if near else None
