"""Copies of the pictures that residents sent along, kept before anything is done to a comment."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

MOST_BYTES = 10_000_000
"""What a picture may weigh; Facebook's own are far smaller."""

KINDS = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/gif": "gif",
    "image/webp": "webp",
    "image/avif": "avif",
    "image/heic": "heic",
}
"""What counts as a picture, and how the names of such files end."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as it came: *kind* is one of `KINDS`."""

    kind: str
    data: bytes

    @property
    def fingerprint(self) -> str:
        """Return the SHA-256 of it, in hex."""
        return sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class Copy:
    """What was kept of a picture for the case *case_id*; without a *fingerprint* nothing was.

    *size* is in bytes, *trouble* the code of why it could not be kept.
    """

    case_id: int
    taken_at: datetime
    kind: str | None = None
    size: int = 0
    fingerprint: str | None = None
    trouble: str | None = None


class PictureUnread(Exception):
    """The picture could not be fetched; the argument is a code, never an address."""
