"""What the team decided about comments: one relay each, apart from what the page says.

A comment without a relay is history from before the bot's first look, or the page's own.
"""

import json
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from bot.domain.comments import FACEBOOK, Relay, Relayed, State
from bot.store import answers, vanished, versions
from bot.store.db import instant, maybe, stamp
from bot.store.page import find_comments, find_places
from bot.store.urgent import judged


@dataclass(frozen=True, slots=True)
class Answer:
    """The page's own reply that closed a comment, with its true time; *who* wrote it, if we know."""

    comment_id: str
    answer_id: str
    at: datetime
    who: str


def add_relays(
    db: Database, ids: Collection[str], *, since: datetime, now: datetime
) -> tuple[str, ...]:
    """Make relays of those comments that others wrote from *since* on; return their ids."""
    rows = db.execute(
        """
        insert into relays (comment_id, state, relayed_at)
        select id, 'new', :now from comments
        where id in (select value from json_each(:ids)) and not from_page and created_at >= :since
        returning comment_id
        """,
        {"ids": json.dumps(ids), "since": stamp(since), "now": stamp(now)},
    )
    return tuple(row[0] for row in rows.fetchall())


def close_answered(db: Database, new: Collection[str]) -> list[Answer]:
    """Close every open relay that the page has answered, as far as the *new* comments tell.

    The page answers a thread: all in it that is older than the reply. Facebook's times are whole
    seconds, so within one second only the comment under which the reply stands is surely older.
    An answer that was known before does not count again, or nothing could be reopened; nor does
    one that we took away, or by which we promised to get back to somebody else.

    The cross joins keep SQLite to the threads in which something is new.
    """
    rows = db.query(
        """
        with new as (select value as id from json_each(:new)),
        threads as (
            select distinct coalesce(parent_id, id) as top from comments
            where id in (select id from new)
        )
        select
            c.id as comment_id, a.id as answer_id, min(a.created_at) as at,
            coalesce(o.who, :facebook) as who
        from threads
        cross join comments c on c.id = threads.top or c.parent_id = threads.top
        cross join relays r on r.comment_id = c.id
        cross join comments a on a.parent_id = coalesce(c.parent_id, c.id)
        left join answers o on o.page_id = a.id
        where r.state in ('new', 'claimed', 'promised') and a.from_page
          and a.id is not r.answer_id and a.gone_at is null
          and (r.promised_at is null or a.created_at > r.promised_at)
          and (a.parent_id = c.id or a.created_at > c.created_at)
          and (a.id in new or c.id in new)
          and (o.id is null or (o.state = 'sent' and o.kind = 'answer'))
        group by c.id
        """,
        {"new": json.dumps(new), "facebook": FACEBOOK},
    )
    found = [Answer(r["comment_id"], r["answer_id"], instant(r["at"]), r["who"]) for r in rows]
    db.conn.executemany(
        """
        update relays
        set state = 'answered', closed_by = ?, closed_at = ?, answer_id = ?, reason = null
        where comment_id = ?
        """,
        [(a.who, stamp(a.at), a.answer_id, a.comment_id) for a in found],
    )
    return found


def find(db: Database, comment_id: str) -> Relay | None:
    """Return the relay of a comment, or None if there is none (any more)."""
    rows = list(
        db.query(
            """
            select r.* from relays r join comments c on c.id = r.comment_id
            where r.comment_id = ? and c.disposal_id is null
            """,
            [comment_id],
        )
    )
    return _relay(rows[0]) if rows else None


def save(db: Database, relay: Relay) -> None:
    """Store the team's decisions about one comment."""
    values = asdict(relay).items()
    db.execute(
        """
        update relays set
            state = :state, owner = :owner, claimed_at = :claimed_at, promised_at = :promised_at,
            flagged_by = :flagged_by, flagged_at = :flagged_at, praised_by = :praised_by,
            praised_at = :praised_at, closed_by = :closed_by, closed_at = :closed_at,
            reason = :reason, answer_id = :answer_id, uncounted_by = :uncounted_by,
            uncounted_at = :uncounted_at
        where comment_id = :comment_id
        """,
        {name: stamp(it) if isinstance(it, datetime) else it for name, it in values},
    )


def count_open(db: Database, *, owner: str | None = None) -> int:
    """Return how many comments are open; with *owner*, how many of theirs."""
    row = db.execute(
        """
        select count(*) from relays
        where state in ('new', 'claimed', 'promised') and (:owner is null or owner = :owner)
        """,
        {"owner": owner},
    ).fetchone()
    return int(row[0])


def open_comments(db: Database, limit: int, *, owner: str | None = None) -> list[Relayed]:
    """Return at most *limit* open comments, the oldest first; with *owner*, theirs."""
    rows = db.execute(
        """
        select c.id from relays r join comments c on c.id = r.comment_id
        where r.state in ('new', 'claimed', 'promised') and (:owner is null or r.owner = :owner)
        order by c.created_at, c.id limit :limit
        """,
        {"owner": owner, "limit": limit},
    )
    return relayed(db, [row[0] for row in rows])


def by_answer(db: Database, *answer_ids: str) -> list[Relay]:
    """Return the relays that one of the page's replies has answered, or promised an answer."""
    rows = db.query(
        "select * from relays where answer_id in (select value from json_each(?))",
        [json.dumps(answer_ids)],
    )
    return [_relay(row) for row in rows]


def open_ids(db: Database) -> tuple[str, ...]:
    """Return the ids of all open comments."""
    rows = db.execute("select comment_id from relays where state in ('new', 'claimed', 'promised')")
    return tuple(row[0] for row in rows)


def open_on(db: Database, posts: Collection[str]) -> tuple[str, ...]:
    """Return the ids of the open comments on *posts*."""
    rows = db.execute(
        """
        select c.id from relays r join comments c on c.id = r.comment_id
        where r.state in ('new', 'claimed', 'promised') and c.post_id in (select value from json_each(?))
        """,
        [json.dumps(posts)],
    )
    return tuple(row[0] for row in rows)


def relayed(db: Database, ids: Collection[str]) -> list[Relayed]:
    """Return those of *ids* that have a relay, with all that is shown of them, oldest first.

    Of what was disposed of nothing is shown.
    """
    rows = db.query(
        """
        select r.* from relays r join comments c on c.id = r.comment_id
        where r.comment_id in (select value from json_each(?)) and c.disposal_id is null
        """,
        [json.dumps(list(ids))],
    )
    relays = [_relay(row) for row in rows]
    comments = find_comments(db, [relay.comment_id for relay in relays])
    parents = find_comments(db, {c.parent_id for c in comments.values() if c.parent_id})
    urgent = _urgent(db, parents)
    places = find_places(db, {c.post_id for c in comments.values()})
    is_answerable = answers.setting(db).is_on
    edited, gone = versions.edited_at(db, comments), vanished.gone_at(db, comments)
    outcomes = judged(db, comments)
    found = []
    for relay in relays:
        comment = comments[relay.comment_id]
        parent = parents.get(comment.parent_id or "")
        found.append(
            Relayed(
                relay,
                comment,
                places[comment.post_id],
                parent,
                is_parent_urgent=comment.parent_id in urgent,
                is_answerable=is_answerable,
                edited_at=edited.get(comment.id),
                gone_at=gone.get(comment.id),
                judged=outcomes.get(comment.id),
            )
        )
    return sorted(found, key=_by_time)


def replies(db: Database, comment_id: str) -> tuple[str, ...]:
    """Return the ids of what was written under a comment."""
    rows = db.execute("select id from comments where parent_id = ?", [comment_id])
    return tuple(row[0] for row in rows)


def _urgent(db: Database, ids: Collection[str]) -> set[str]:
    """Return those of the comments *ids* that somebody flagged."""
    rows = db.execute(
        """
        select comment_id from relays
        where flagged_by is not null and comment_id in (select value from json_each(?))
        """,
        [json.dumps(list(ids))],
    )
    return {row[0] for row in rows.fetchall()}


def _relay(row: Mapping[str, Any]) -> Relay:
    return Relay(
        comment_id=row["comment_id"],
        relayed_at=instant(row["relayed_at"]),
        state=State(row["state"]),
        owner=row["owner"],
        claimed_at=maybe(row["claimed_at"]),
        promised_at=maybe(row["promised_at"]),
        flagged_by=row["flagged_by"],
        flagged_at=maybe(row["flagged_at"]),
        praised_by=row["praised_by"],
        praised_at=maybe(row["praised_at"]),
        closed_by=row["closed_by"],
        closed_at=maybe(row["closed_at"]),
        reason=row["reason"],
        answer_id=row["answer_id"],
        uncounted_by=row["uncounted_by"],
        uncounted_at=maybe(row["uncounted_at"]),
        suggested=row["suggested"],
    )


def _by_time(one: Relayed) -> tuple[datetime, bool, str]:
    """Sort by time; in the same second a reply comes after what it may answer."""
    return one.comment.created_at, one.comment.parent_id is not None, one.comment.id
