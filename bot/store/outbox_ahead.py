"""Messages that were decided by a clock that was ahead: how they are known, and set aside."""

from datetime import datetime

from sqlite_utils import Database

from bot.store.db import stamp


def was_ahead(db: Database, then: datetime) -> bool:
    """Say whether our clock was ahead of Slack's: something was decided after *then* by it alone."""
    row = db.execute(
        """
        select 1 from outbox
        where kind = 'post' and ts is not null and created_at > ?
          and strftime('%s', created_at) - cast(ts as real) > 3600
        """,
        [stamp(then)],
    ).fetchone()
    return row is not None


def set_aside(db: Database, key: str, *, now: datetime) -> None:
    """Let the messages *key* and those below it stay as they are, and their keys be free again.

    One that may stand in Slack and has not been found there yet keeps its key, by which it is found.
    """
    db.execute(
        """
        update outbox set key = 'ahead:' || :now || ':' || key
        where ts is not null and (key = :key or substr(key, 1, length(:key) + 1) = :key || ':')
        """,
        {"now": stamp(now), "key": key},
    )
