"""Storms of comments: how much there is about a post, and what is gathered in one message."""

import json
from collections.abc import Collection, Iterable
from datetime import datetime

from sqlite_utils import Database

from bot.domain.comments import Relayed
from bot.domain.storm import Gathered, Storm
from bot.store.comments import relayed
from bot.store.db import instant, maybe, stamp


def queued(db: Database) -> dict[str, int]:
    """Return by post how many messages about comments wait to be posted."""
    rows = db.execute(
        """
        select c.post_id, count(*)
        from outbox o join comments c on c.id = substr(o.key, length('relay:') + 1)
        where o.state = 'pending' and o.ts is null and o.key like 'relay:%'
        group by c.post_id
        """
    )
    return dict(rows.fetchall())


def waiting(db: Database, post_id: str) -> dict[str, str]:
    """Return what waits to be posted about a post and surely was not: the comments, by message.

    Without those that somebody has taken or flagged.
    """
    rows = db.execute(
        """
        select o.key, c.id
        from outbox o
        join comments c on c.id = substr(o.key, length('relay:') + 1)
        join relays r on r.comment_id = c.id
        where o.state = 'pending' and o.ts is null and o.tried_at is null
          and o.key like 'relay:%' and c.post_id = ? and r.owner is null and r.flagged_by is null
        """,
        [post_id],
    )
    return dict(rows.fetchall())


def recent(db: Database, *, since: datetime) -> dict[str, int]:
    """Return by post how many comments have come from *since* on.

    The join is a cross join, for that keeps SQLite from going through all comments in the order
    of their posts.
    """
    rows = db.execute(
        """
        select c.post_id, count(*) from relays r cross join comments c on c.id = r.comment_id
        where r.relayed_at >= ? group by c.post_id
        """,
        [stamp(since)],
    )
    return dict(rows.fetchall())


def lasting(db: Database) -> dict[str, Storm]:
    """Return the storms that are not over, by post."""
    return {row["post_id"]: _storm(row) for row in db.query(f"{_ALL} where ended_at is null")}


def unfinished(db: Database) -> list[Storm]:
    """Return the storms that are not over, and those in which something still waits for us."""
    return [_storm(row) for row in db.query(f"{_ALL} where ended_at is null or {_WAITS}")]


def get(db: Database, storm_id: int) -> Storm | None:
    """Return the storm *storm_id*, or None."""
    return next((_storm(row) for row in db.query(f"{_ALL} where id = ?", [storm_id])), None)


def begin(db: Database, post_id: str, *, now: datetime) -> Storm:
    """Store that a storm begins."""
    made = db.execute("insert into storms (post_id, began_at) values (?, ?)", [post_id, stamp(now)])
    return Storm(int(made.lastrowid or 0), post_id, now)


def end(db: Database, storm: Storm, *, now: datetime) -> None:
    """Store that *storm* is over."""
    db.execute("update storms set ended_at = ? where id = ?", [stamp(now), storm.id])


def gather(db: Database, storm: Storm, ids: Iterable[str]) -> None:
    """Let the comments *ids* stand in the message of *storm*."""
    db.conn.executemany("insert into gathered values (?, ?)", [(one, storm.id) for one in ids])


def take_out(db: Database, comment_id: str) -> None:
    """Let a comment stand there no longer: it gets a message of its own."""
    db.execute(
        """
        update storms set taken_out = taken_out + 1
        where id = (select storm_id from gathered where comment_id = ?)
        """,
        [comment_id],
    )
    db.execute("delete from gathered where comment_id = ?", [comment_id])


def of(db: Database, ids: Collection[str]) -> dict[str, int]:
    """Return those of the comments *ids* that are gathered, with the storm each stands in."""
    rows = db.execute(
        """
        select comment_id, storm_id from gathered
        where comment_id in (select value from json_each(?))
        """,
        [json.dumps(list(ids))],
    )
    return dict(rows.fetchall())


def counts(db: Database, storm: Storm) -> Gathered:
    """Return what the message of *storm* says in numbers."""
    row = db.execute(
        """
        select count(*), count(*) filter (where r.state in ('new', 'claimed', 'promised')),
               (select taken_out from storms where id = :id)
        from gathered g join relays r on r.comment_id = g.comment_id where g.storm_id = :id
        """,
        {"id": storm.id},
    ).fetchone()
    return Gathered(*row)


def newest(db: Database, storm: Storm) -> Relayed | None:
    """Return the comment in *storm* that was written last."""
    rows = db.execute(
        """
        select c.id from gathered g join comments c on c.id = g.comment_id
        where g.storm_id = ? order by c.created_at desc, c.id desc limit 1
        """,
        [storm.id],
    )
    return next(iter(relayed(db, [row[0] for row in rows.fetchall()])), None)


def open_in(db: Database, storm: Storm, limit: int) -> list[Relayed]:
    """Return at most *limit* open comments of *storm*, the oldest first."""
    rows = db.execute(
        """
        select c.id from gathered g
        join relays r on r.comment_id = g.comment_id join comments c on c.id = g.comment_id
        where g.storm_id = ? and r.state in ('new', 'claimed', 'promised')
        order by c.created_at, c.id limit ?
        """,
        [storm.id, limit],
    )
    return relayed(db, [row[0] for row in rows.fetchall()])


_ALL = "select id, post_id, began_at, ended_at from storms"
_WAITS = """exists (
    select 1 from gathered g join relays r on r.comment_id = g.comment_id
    where g.storm_id = storms.id and r.state in ('new', 'claimed', 'promised')
)"""


def _storm(row: dict[str, str]) -> Storm:
    return Storm(int(row["id"]), row["post_id"], instant(row["began_at"]), maybe(row["ended_at"]))
