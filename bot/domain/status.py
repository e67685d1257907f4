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
    """Everything the health report says. Instants are UTC; None means never, or not set up.

    `new_today` counts the comments that came to light today, `calls` are those of the last look at the page, `calls_in_a_day` those since the start or for a
    day, `percent` is how much of the page's budget is used; `last_backup` is when the newest nightly
    copy was taken.
    """

    troubles: tuple[Trouble, ...]
    has_page: bool
    last_look: datetime | None
    new_today: int
    pending: int
    oldest_pending: datetime | None
    dead: int
    next_digest: datetime
    poll_seconds: int
    calls: int
    calls_in_a_day: int
    percent: int
    last_backup: datetime | None
    versions: tuple[tuple[str, str], ...]
