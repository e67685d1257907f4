"""The idea bank: undated thoughts, kept as they were written.

Whether an idea is free or planned is not a property of the idea: it is planned while a post that
is not cancelled comes from it.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar
from zlib import crc32

from bot.domain.errors import Refusal
from bot.domain.routing import UNDECIDED, Routing
from bot.domain.seasons import Season
from bot.domain.tags import lifted, listed, tags_in
from bot.domain.text import is_blank, links, tidy, title_of

TITLE_LIMIT = 150
NOTE_LIMIT = 3000
"""What a field of a Slack form can show again; a longer text could be kept but never changed."""

ECHO = timedelta(minutes=1)
"""The same text by the same person within this time is the same Enter, pressed twice."""


class NoTitle(Refusal):
    """Refuse an idea or a post that says nothing."""

    kind = "refusal-title-missing"
    field: ClassVar[str] = "title"


class TitleTooLong(Refusal):
    """Refuse a title that would not fit where titles are shown."""

    kind = "refusal-title-too-long"
    field: ClassVar[str] = "title"


class NoteTooLong(Refusal):
    """Refuse a note that no form could show again."""

    kind = "refusal-note-too-long"
    field: ClassVar[str] = "note"


class IdeaGone(Refusal):
    """Refuse to act on an idea that is not in the bank (any more)."""

    kind = "refusal-idea-gone"


class IdeaOutdated(Refusal):
    """Refuse a change that was begun before somebody else changed the idea."""

    kind = "refusal-idea-outdated"


class IdeaTaken(Refusal):
    """Refuse to plan an idea that a living post comes from."""

    kind = "refusal-idea-taken"
    field: ClassVar[str] = "idea"


class IdeaPlanned(Refusal):
    """Refuse to drop an idea that a living post comes from."""

    kind = "refusal-idea-planned"


@dataclass(frozen=True, slots=True)
class Thought:
    """What somebody wrote, before it is kept: *outlets* are ids of those that it suits."""

    title: str
    note: str = ""
    tags: tuple[str, ...] = ()
    outlets: tuple[int, ...] = ()
    season: Season | None = None

    @property
    def links(self) -> tuple[str, ...]:
        """The web addresses in it."""
        return links(f"{self.title}\n{self.note}")


@dataclass(frozen=True, slots=True)
class Idea:
    """One idea in the bank. *author* is a Slack id; *permalink* leads to where it was said.

    *decision* counts what was decided about where it belongs, so that exactly the last can be
    undone and a second one is told apart from the first.
    """

    id: int
    title: str
    note: str
    links: tuple[str, ...]
    permalink: str | None
    author: str
    created_at: datetime
    dropped_at: datetime | None = None
    tags: tuple[str, ...] = ()
    outlets: tuple[int, ...] = ()
    season: Season | None = None
    votes: int = 0
    routing: Routing = UNDECIDED
    decision: int = 0

    @property
    def mark(self) -> int:
        """A number that is another once somebody has changed what it says."""
        said = (self.title, self.note, self.tags, self.outlets, self.season)
        return crc32(repr(said).encode())


def read(text: str) -> Thought:
    r"""Read an idea from one text: the first line is its title, the rest its note.

    Where the first line is too long for a title, the whole text is in the note, uncut. Tags at the
    end of the title are taken out of it; everywhere else they stay where they were written.

    >>> read("Höstlov #museet\nVad händer på museet?")
    Thought(title='Höstlov', note='Vad händer på museet?', tags=('museet',), outlets=(), season=None)
    """
    text = tidy(text)
    title = title_of(text, TITLE_LIMIT)
    first, _, rest = text.partition("\n")
    whole = " ".join(first.split()) == title
    return thought(title, rest if whole else text)


def thought(
    title: str,
    note: str,
    *,
    tags: str = "",
    outlets: Collection[int] = (),
    season: Season | None = None,
) -> Thought:
    """Check what was written apart; *tags* is how they stand in one field."""
    title, note = title_line(title), tidy(note)
    if len(note) > NOTE_LIMIT:
        raise NoteTooLong(limit=NOTE_LIMIT, length=len(note))
    named = listed(" ".join([tidy(tags), *tags_in(title), *tags_in(note)]))
    return Thought(lifted(title), note, named, tuple(sorted(set(outlets))), season)


def title_line(title: str) -> str:
    """Make a title of what was written: one line, not empty, not too long."""
    title = " ".join(tidy(title).split())
    if is_blank(title):
        raise NoTitle
    if len(title) > TITLE_LIMIT:
        raise TitleTooLong(limit=TITLE_LIMIT, length=len(title))
    return title
