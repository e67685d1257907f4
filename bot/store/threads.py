"""Relays as what happens on the page moves them: gone, back, and written under once more."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from bot.domain.comments import FACEBOOK, State
from bot.store.db import instant, stamp


@dataclass(frozen=True, slots=True)
class Continued:
    """Somebody writes again in a thread that was done; `who` had it, None where nobody did."""

    comment_id: str
    thread_id: str
    at: datetime
    who: str | None


def states(db: Database, ids: Collection[str]) -> dict[str, State]:
    """Return how those of the comments *ids* that have a relay stand."""
    rows = db.execute(
        "select comment_id, state from relays where comment_id in (select value from json_each(?))",
        [json.dumps(list(ids))],
    )
    return {comment_id: State(state) for comment_id, state in rows.fetchall()}


def close_gone(db: Database, ids: Collection[str], *, now: datetime) -> None:
    """Close the open relays of *ids*; what is flagged as urgent still waits for a person."""
    db.execute(
        """
        update relays set state = 'gone', closed_by = :who, closed_at = :now
        where comment_id in (select value from json_each(:ids)) and flagged_by is null
          and state in ('new', 'claimed', 'promised')
        """,
        {"ids": json.dumps(list(ids)), "who": FACEBOOK, "now": stamp(now)},
    )


def open_back(db: Database, ids: Collection[str]) -> None:
    """Open again those of *ids* that had gone, for the owner that each had."""
    db.execute(
        """
        update relays set
            state = case when owner is null then 'new' else 'claimed' end,
            promised_at = null, closed_by = null, closed_at = null
        where comment_id in (select value from json_each(?)) and state = 'gone'
        """,
        [json.dumps(list(ids))],
    )


def suggest(db: Database, new: Collection[str]) -> list[Continued]:
    """Give each of the *new* open replies to a thread that was done whoever had it last.

    Done is what had been closed when the reply was written.
    """
    rows = db.execute(
        """
        select c.id, c.parent_id, c.created_at, (
            select coalesce(done.owner, nullif(done.closed_by, :facebook)) as who
            from relays done
            where done.comment_id in (
                select c.parent_id union all select id from comments where parent_id = c.parent_id
            ) and done.comment_id <> c.id and done.closed_at <= c.created_at
            order by who is null, done.closed_at desc limit 1
        )
        from comments c join relays r on r.comment_id = c.id
        where c.id in (select value from json_each(:new)) and r.state = 'new'
          and exists (
            select 1 from relays done where done.comment_id in (
                select c.parent_id union all select id from comments where parent_id = c.parent_id
            ) and done.comment_id <> c.id and done.closed_at <= c.created_at
          )
        """,
        {"new": json.dumps(list(new)), "facebook": FACEBOOK},
    )
    found = [_continued(row) for row in rows.fetchall()]
    db.conn.executemany(
        "update relays set suggested = ? where comment_id = ?",
        [(one.who, one.comment_id) for one in found if one.who],
    )
    return found


def unclaimed(db: Database) -> list[Continued]:
    """Return the open replies that somebody is suggested for and that nobody has taken."""
    rows = db.execute(
        """
        select c.id, c.parent_id, c.created_at, r.suggested
        from relays r join comments c on c.id = r.comment_id
        where r.state in ('new', 'claimed', 'promised') and r.owner is null
          and r.suggested is not null
        order by c.created_at, c.id
        """
    )
    return [_continued(row) for row in rows.fetchall()]


def _continued(row: tuple[str, str, str, str | None]) -> Continued:
    comment_id, thread_id, at, who = row
    return Continued(comment_id, thread_id, instant(at), who)
