"""The reactions on comments' messages, as far as we know: those that mean something.

One that was taken back stays known, so that an older word of it, told late, changes nothing.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from bot.store.db import stamp


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the message of an open comment stands in Slack."""

    comment_id: str
    channel: str
    ts: str


def known(db: Database, comment_id: str) -> set[tuple[str, str]]:
    """Return the (emoji, user) that we know to stand on a comment's message."""
    rows = db.execute(
        "select emoji, user from reactions where comment_id = ? and stands", [comment_id]
    )
    return set(rows.fetchall())


def is_newer(db: Database, comment_id: str, user: str, emoji: str, *, than: datetime) -> bool:
    """Say whether we know of a later moment, or of the same, how it stands with the reaction."""
    rows = db.execute(
        "select 1 from reactions where comment_id = ? and user = ? and emoji = ? and at >= ?",
        [comment_id, user, emoji, stamp(than)],
    )
    return rows.fetchone() is not None


def add(db: Database, comment_id: str, user: str, emoji: str, *, at: datetime) -> None:
    """Note that the reaction stands, as of *at*."""
    _note(db, comment_id, user, emoji, at, stands=True)


def remove(db: Database, comment_id: str, user: str, emoji: str, *, at: datetime) -> None:
    """Note that the reaction does not stand (any more), as of *at*."""
    _note(db, comment_id, user, emoji, at, stands=False)


def open_places(db: Database, prefix: str, *, since: datetime) -> list[Standing]:
    """Return where the messages of the comments stand that are open and relayed from *since* on.

    *prefix* is what the outbox's keys of such messages begin with.
    """
    rows = db.execute(
        """
        select r.comment_id, o.channel, o.ts
        from relays r join outbox o on o.key = ? || r.comment_id
        where r.state in ('new', 'claimed', 'promised') and r.relayed_at >= ? and o.ts is not null
        order by o.ts
        """,
        [prefix, stamp(since)],
    )
    return [Standing(*row) for row in rows.fetchall()]


def _note(
    db: Database, comment_id: str, user: str, emoji: str, at: datetime, *, stands: bool
) -> None:
    db.execute(
        """
        insert or replace into reactions (comment_id, user, emoji, at, stands)
        values (?, ?, ?, ?, ?)
        """,
        [comment_id, user, emoji, stamp(at), stands],
    )
