"""Files that people give in a form: what for, and why one is not read."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.errors import Refusal

MOST_BYTES = 2_000_000
"""The most of one file: a hundred times what a team's settings or a table of pages come to."""


class Purpose(StrEnum):
    """What a file is given for."""

    SETTINGS = "settings"
    PEERS = "peers"


class FileMissing(Refusal):
    """Refuse a form without the file that it is about."""

    kind = "refusal-file-missing"
    field = "file"


class FileTooMuch(Refusal):
    """Refuse a file with more bytes than are read."""

    kind = "refusal-file-too-much"
    field = "file"


class FileLost(Refusal):
    """The file was deleted before it could be read."""

    kind = "refusal-file-lost"


class FileShut(Refusal):
    """Slack does not show us the file."""

    kind = "refusal-file-shut"


class FileUnreached(Refusal):
    """Slack did not answer in all the time that was worth waiting."""

    kind = "refusal-file-unreached"


class FileOver(Refusal):
    """Refuse to decide about a file that was decided about, or was given too long ago."""

    kind = "refusal-file-over"


@dataclass(frozen=True, slots=True)
class Brought:
    """A file as Slack describes it in a submitted form; *kind* is its MIME type, '' where unknown."""

    file: str
    name: str
    size: int
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """A file in Slack that *who* gave for *purpose*, and *place*, where they hear of it.

    Without a place it is their own conversation with the bot. *text* is what it says, once read
    and while somebody has to decide.
    """

    id: int
    purpose: Purpose
    file: str
    name: str
    who: str
    place: str | None
    given_at: datetime
    text: str | None = None


def check_brought(found: Brought | None) -> Brought:
    """Return the file of a form; refuse none, and one that Slack says to be too large."""
    if found is None:
        raise FileMissing
    if found.size > MOST_BYTES:
        raise FileTooMuch(name=found.name, limit=MOST_BYTES // 1_000_000)
    return found
