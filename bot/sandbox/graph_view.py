"""What Graph's answers depend on besides the page: who asks, from where, and how times look."""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from bot.sandbox.graph_state import FaultKind


class Caller(StrEnum):
    """Whose token a call carries."""

    PAGE = "page"
    USER = "user"
    APP = "app"


@dataclass(frozen=True, slots=True)
class View:
    """What the answers of one call depend on besides the page itself.

    `site` is this server's address, `root` that of the Graph version in use; `token` is set
    where it came in the address, and then shows in the addresses of next pages, too.
    """

    caller: Caller
    now: datetime
    site: str
    root: str
    token: str | None = None
    quirk: FaultKind | None = None


def number(node_id: str) -> str:
    """Return the last part of an id."""
    return node_id.rpartition("_")[2]


def instant(seconds: int) -> str:
    """Return a time as Graph writes it.

    >>> instant(1795430409)
    '2026-11-23T10:40:09+0000'
    """
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%S+0000")
