"""How the bot stands: what `/lucka` and the health report tell."""

from dataclasses import dataclass
from datetime import datetime

VERSION = "0.1.0"


@dataclass(frozen=True, slots=True)
class Trouble:
    """One thing that does not work: *kind* names the message, *detail* is a code or a count."""

    part: str
    kind: str
    detail: str
    since: datetime


@dataclass(frozen=True, slots=True)
class Status:
    """Everything the health report says. Instants are UTC; None means never, or not set up."""

    troubles: tuple[Trouble, ...]
    has_page: bool
    last_look: datetime | None
    pending: int
    oldest_pending: datetime | None
    dead: int
    next_digest: datetime
    poll_seconds: int
    versions: tuple[tuple[str, str], ...]
