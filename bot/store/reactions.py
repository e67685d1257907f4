"""The reactions on comments' messages that we know to stand: those that mean something."""

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
    rows = db.execute("select emoji, user from reactions where comment_id = ?", [comment_id])
    return set(rows.fetchall())


def is_newer(db: Database, comment_id: str, user: str, emoji: str, *, than: datetime) -> bool:
    """Say whether we know the reaction to stand from a later moment, or from the same."""
    rows = db.execute(
        "select 1 from reactions where comment_id = ? and user = ? and emoji = ? and at >= ?",
        [comment_id, user, emoji, stamp(than)],
    )
    return rows.fetchone() is not None


def add(db: Database, comment_id: str, user: str, emoji: str, *, at: datetime) -> None:
    """Note that the reaction stands, as of *at*."""
    db.execute(
        "insert or replace into reactions (comment_id, user, emoji, at) values (?, ?, ?, ?)",
        [comment_id, user, emoji, stamp(at)],
    )


def remove(db: Database, comment_id: str, user: str, emoji: str) -> None:
    """Note that the reaction does not stand (any more)."""
    db.execute(
        "delete from reactions where comment_id = ? and user = ? and emoji = ?",
        [comment_id, user, emoji],
    )


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
