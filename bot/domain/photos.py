"""Pictures that go out with a post: which they are, what they show in words, what is refused."""

from dataclasses import dataclass
from typing import ClassVar

from bot.domain.errors import Refusal
from bot.domain.text import is_blank

MOST = 10  # in one field of Slack's, and what a post on the page takes for certain
LARGEST = 10_000_000
"""The most bytes of one picture. Facebook may take less; then it says so itself."""


class TooManyPhotos(Refusal):
    """Refuse more pictures than a post takes."""

    kind = "refusal-photos-too-many"
    field: ClassVar[str] = "photos"


class PhotoTooLarge(Refusal):
    """Refuse a picture that no page takes."""

    kind = "refusal-photo-too-large"
    field: ClassVar[str] = "photos"


class NotAPhoto(Refusal):
    """Refuse a file that Slack already knows to be something else than a picture."""

    kind = "refusal-photo-unfit"
    field: ClassVar[str] = "photos"


class PhotosAndFilm(Refusal):
    """Refuse pictures in a post that shows a film: one has to go."""

    kind = "refusal-photos-and-film"
    field: ClassVar[str] = "kind"


@dataclass(frozen=True, slots=True)
class Photo:
    """One picture, which is kept in Slack as *file*; *alt* says it in words, unless it decorates.

    *by* brought it there: a form may name any file, and only that person's are read. Without
    somebody it cannot be read any more.
    """

    file: str
    name: str
    size: int
    alt: str = ""
    is_decorative: bool = False
    by: str = ""

    @property
    def lacks_alt(self) -> bool:
        """Tell whether somebody who does not see it would learn nothing."""
        return not self.is_decorative and is_blank(self.alt)


def check_added(name: str, size: int, kind: str) -> None:
    """Refuse a file that Slack says to be too large or of another *kind* (a MIME type, or '')."""
    if kind and not kind.startswith("image/"):
        raise NotAPhoto(name=name)
    if size > LARGEST:
        raise PhotoTooLarge(name=name, limit=LARGEST // 1_000_000)


def format_of(data: bytes) -> str | None:
    """Return the MIME type of a picture that the page takes, by its content; None for all else.

    >>> format_of(b"GIF89a..."), format_of(b"<html>")
    ('image/gif', None)
    """
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    return next((kind for begin, kind in _BEGINNINGS.items() if data.startswith(begin)), None)


_BEGINNINGS = {
    b"\xff\xd8\xff": "image/jpeg",
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"GIF87a": "image/gif",
    b"GIF89a": "image/gif",
}
