"""What is shown beside a post's text, who is seen in it, and what the lead has decided about that."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import ClassVar

from bot.domain.errors import Refusal
from bot.domain.text import tidy

ALT_LIMIT = 1000
NOTE_LIMIT = 500
ALT_ADVISED = range(10, 181)
"""How long an alt text had better be: long enough to say something, short enough to listen to."""


class Kind(StrEnum):
    """What a post shows."""

    NONE = "none"
    PICTURE = "picture"
    DECORATIVE = "decorative"
    FILM = "film"
    LIVE = "live"


class Captions(StrEnum):
    """Whether what is said in a film can be read."""

    NONE = "none"
    DONE = "done"
    SILENT = "silent"


class Persons(StrEnum):
    """Who is seen."""

    NONE = "none"
    COLLEAGUE = "colleague"
    RESIDENT = "resident"
    CHILD = "child"
    PATIENT = "patient"


DECIDED = frozenset({Persons.CHILD, Persons.PATIENT})
"""Whom nobody shows before the lead has decided."""


class AltTooLong(Refusal):
    """Refuse an alt text that nobody would listen to and no form could show again."""

    kind = "refusal-alt-too-long"
    field: ClassVar[str] = "alt"


@dataclass(frozen=True, slots=True)
class Media:
    """What a post shows. *alt* says it in words; for a decorative picture, why it needs none.

    *watch* is for a post that somebody must keep an eye on when it is out.
    """

    kind: Kind = Kind.NONE
    alt: str = ""
    captions: Captions = Captions.NONE
    persons: Persons = Persons.NONE
    consent: str = ""
    watch: bool = False


NOTHING = Media()
"""A post of nothing but text."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """What somebody who may has decided about the persons in a post."""

    approved: bool
    note: str
    who: str


def checked(media: Media) -> Media:
    """Return *media* with its texts tidied, or refuse it."""
    alt, consent = tidy(media.alt), tidy(media.consent)
    if len(alt) > ALT_LIMIT:
        raise AltTooLong(limit=ALT_LIMIT, length=len(alt))
    return replace(media, alt=alt, consent=consent[:NOTE_LIMIT])
