"""What is shown beside a post's text, who is seen in it, and what the lead has decided about that."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import ClassVar

from bot.domain.errors import Refusal
from bot.domain.photos import MOST, Photo, PhotosAndFilm, TooManyPhotos
from bot.domain.text import is_blank, tidy

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

    *watch* is for a post that somebody must keep an eye on when it is out. *photos* are the
    pictures themselves, if they are to go out from here; then each says itself in words.
    """

    kind: Kind = Kind.NONE
    alt: str = ""
    captions: Captions = Captions.NONE
    persons: Persons = Persons.NONE
    consent: str = ""
    watch: bool = False
    photos: tuple[Photo, ...] = ()

    @property
    def wordless(self) -> int:
        """How many of its pictures are said in no words."""
        return sum(photo.lacks_alt for photo in self.photos) if self.kind is Kind.PICTURE else 0

    @property
    def alts(self) -> tuple[str, ...]:
        """The words for what is shown, one for each picture."""
        described = self.kind is Kind.PICTURE and self.photos
        return tuple(photo.alt for photo in self.photos) if described else (self.alt,)


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
    alt, consent = _alt(media.alt), tidy(media.consent)
    photos = tuple(replace(photo, alt=_alt(photo.alt)) for photo in media.photos)
    return _described(replace(media, alt=alt, consent=consent[:NOTE_LIMIT], photos=photos))


def with_photos(media: Media, kept: Sequence[Photo], added: Sequence[Photo]) -> Media:
    """Return *media* with the pictures that it shows: *kept* from before and *added* now.

    Who adds pictures need not say besides that there are some, and who says that there is none
    takes away those from before.
    """
    kept = () if media.kind is Kind.NONE else kept
    photos = (*kept, *added)
    if not photos:
        return replace(media, photos=())
    if media.kind in (Kind.FILM, Kind.LIVE):
        raise PhotosAndFilm
    if len(photos) > MOST:
        raise TooManyPhotos(count=len(photos), limit=MOST)
    kind = Kind.PICTURE if media.kind is Kind.NONE else media.kind
    return replace(media, kind=kind, photos=photos)


def _described(media: Media) -> Media:
    """Let the first picture without words have those that were written for the whole."""
    wordless = next((photo for photo in media.photos if photo.lacks_alt), None)
    if media.kind is not Kind.PICTURE or wordless is None or is_blank(media.alt):
        return media
    photos = (replace(p, alt=media.alt) if p is wordless else p for p in media.photos)
    return replace(media, alt="", photos=tuple(photos))


def _alt(text: str) -> str:
    tidied = tidy(text)
    if len(tidied) > ALT_LIMIT:
        raise AltTooLong(limit=ALT_LIMIT, length=len(tidied))
    return tidied
