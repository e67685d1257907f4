"""What is due to be disposed of: read anew at every step, for a matter may have been opened again.

A thread is one matter. It is over when nobody in it waits for us, no flag is open and nothing is
under way for it, and it ended with the last that was written or closed. It is kept, in whole, when
something in it was hidden or removed, until a person says that each of those was handed over.
"""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, time, tzinfo
from typing import Any

from sqlite_utils import Database

from bot.domain.disposal import Class, Found, Hold
from bot.store.db import maybe, stamp

Item = tuple[str, str]
"""The kind and the id of what is disposed of: `("comment", "1_2")`."""

KEPT = """
    select comment_id from relays where state in ('hidden', 'removed')
    union select comment_id from moderation where state <> 'declined'
    union select comment_id from registrations where withdrawn_at is null
"""
"""The comments that must be handed over before their thread is due."""

_UNDER_WAY = """
    select comment_id from relays
    where state in ('new', 'claimed', 'promised') or flagged_by is not null
    union select comment_id from answers where state = 'waiting'
    union select comment_id from moderation where state in ('asked', 'waiting', 'undoing')
    union select comment_id from blocks where state not in ('declined', 'ended', 'failed')
    union select id from comments where exists (select 1 from disclosures where state = 'waiting')
"""
_IS_HELD = """exists (
    select 1 from json_each(:holds) h where case json_extract(h.value, '$.scope')
        when 'all' then 1
        when 'post' then json_extract(h.value, '$.subject') = {post}
        when 'comment' then json_extract(h.value, '$.subject') = {comment}
        else json_extract(h.value, '$.start') <= {at} and {at} < json_extract(h.value, '$.end')
    end
)"""


@dataclass(frozen=True, slots=True)
class Look:
    """With what is looked: the *holds*, as SQL reads them, and *cutoff*, before which it ended."""

    holds: str
    cutoff: datetime

    @property
    def values(self) -> dict[str, Any]:
        """Return both as the queries name them."""
        return {"holds": self.holds, "cutoff": stamp(self.cutoff)}


def look(holds: Iterable[Hold], cutoff: datetime, zone: tzinfo) -> Look:
    """Return with what to look; the days of a hold are local."""
    return Look(json.dumps([_hold(hold, zone) for hold in holds]), cutoff)


def count(db: Database, kind: Class, look: Look) -> Found:
    """Return how much of *kind* is due, and from when to when it is."""
    row = db.execute(
        f"""
        select count(*) filter (where not held), count(*) filter (where held),
               min(at) filter (where not held), max(at) filter (where not held)
        from ({_QUERIES[kind]})
        """,  # noqa: S608 -- constants
        look.values,
    ).fetchone()
    return Found(row[0], row[1], maybe(row[2]), maybe(row[3]))


def due(
    db: Database, kind: Class, look: Look, of: Collection[Item] | None = None, *, limit: int = -1
) -> list[Item]:
    """Return what of *kind* is due and not held, the oldest first; with *of*, among those."""
    query, values = _QUERIES[kind], {**look.values, "limit": limit}
    if of is not None:
        query, values["of"] = _AMONG[kind], _asked(db, kind, of)
    rows = db.execute(
        f"select kind, item from ({query}) where not held order by at, item limit :limit",  # noqa: S608
        values,
    )
    found = [(kind, item) for kind, item in rows.fetchall()]
    return found if of is None else [each for each in found if each in set(of)]


def oldest(db: Database, kind: Class, look: Look, limit: int) -> list[Item]:
    """Return some of the oldest that is due, without looking at everything."""
    query = _CANDIDATES.get(kind)
    if query is None:
        return due(db, kind, look, limit=limit)
    rows = db.execute(query, {"cutoff": stamp(look.cutoff), "limit": limit * _SPARE}).fetchall()
    return due(db, kind, look, [("comment", row[0]) for row in rows])[:limit]


def _asked(db: Database, kind: Class, of: Collection[Item]) -> str:
    """Write the ids to look at; of comments, those of their threads."""
    ids = json.dumps([item for _, item in of])
    if kind not in (Class.ROUTINE, Class.KEPT):
        return ids
    rows = db.execute(
        """
        select distinct coalesce(parent_id, id) from comments
        where id in (select value from json_each(?))
        """,
        [ids],
    )
    return json.dumps([row[0] for row in rows.fetchall()])


def _hold(hold: Hold, zone: tzinfo) -> Mapping[str, str | None]:
    start, end = (
        stamp(datetime.combine(day, time(), zone)) if day else None
        for day in (hold.start, hold.end)
    )
    return {"scope": hold.scope, "subject": hold.subject, "start": start, "end": end}


def _comments(among: str, which: str) -> str:
    """Write the query for comments: *which* matters, *among* those of some threads."""
    held = _IS_HELD.format(post="c.post_id", comment="c.id", at="c.created_at")
    where = f"where {among}" if among else ""
    return f"""
        with matter as materialized (
            select coalesce(c.parent_id, c.id) as thread,
                max(max(coalesce(r.closed_at, ''), c.created_at, coalesce(h.at, ''))) as ended,
                max(c.id in ({_UNDER_WAY})) as open,
                max(c.id in ({KEPT})) as kept,
                max(h.at is null and c.id in ({KEPT})) as missing,
                max({held}) as held
            from comments c
            left join relays r on r.comment_id = c.id
            left join handed_over h on h.comment_id = c.id
            {where} group by 1
        )
        select 'comment' as kind, c.id as item, c.created_at as at, m.held
        from comments c join matter m on m.thread = coalesce(c.parent_id, c.id)
        where c.disposal_id is null and m.ended < :cutoff and not m.open and {which}
            {f"and {among}" if among else ""}
    """  # noqa: S608 -- constants


def _working(among: str) -> str:
    ideas, posts = among.format(id="i.id"), among.format(id="p.id")
    return f"""
        select 'idea' as kind, cast(i.id as text) as item, i.created_at as at,
            {_IS_HELD.format(post="null", comment="null", at="i.created_at")} as held
        from ideas i where i.dropped_at < :cutoff and i.disposal_id is null {ideas}
        union all
        select 'post', cast(p.id as text), p.created_at,
            {_IS_HELD.format(post="null", comment="null", at="p.created_at")}
        from posts p where p.status = 'cancelled' and p.updated_at < :cutoff
            and p.disposal_id is null {posts}
            and not exists (select 1 from imported where post_id = p.id)
    """  # noqa: S608 -- constants


def _copies(among: str) -> str:
    return f"""
        select 'message' as kind, cast(o.id as text) as item, o.created_at as at,
            {_IS_HELD.format(post="null", comment="null", at="o.created_at")} as held
        from outbox o left join relays r on o.key = 'relay:' || r.comment_id
        where o.kind = 'post' and o.state in ('sent', 'dead') and o.body <> '{{}}'
            and coalesce(o.sent_at, o.created_at) < :cutoff {among.format(id="o.id")}
            and coalesce(r.state not in ('new', 'claimed', 'promised'), 1)
    """  # noqa: S608 -- constants


_THREADS = """(
    c.id in (select value from json_each(:of)) or c.parent_id in (select value from json_each(:of))
)"""
_ITEMS = "and {id} in (select cast(value as integer) from json_each(:of))"


def _queries(threads: str, items: str) -> dict[Class, str]:
    return {
        Class.ROUTINE: _comments(threads, "not m.kept"),
        Class.KEPT: _comments(threads, "m.kept and not m.missing"),
        Class.WORKING: _working(items),
        Class.COPIES: _copies(items),
    }


_SPARE = 20  # how many are looked at for each that is wanted
_CANDIDATES = {
    Class.ROUTINE: """
        select id from comments where disposal_id is null and created_at < :cutoff
        order by created_at, id limit :limit
    """,
    Class.KEPT: """
        select c.id from handed_over h join comments c on c.id = h.comment_id
        where c.disposal_id is null and h.at < :cutoff order by c.created_at, c.id limit :limit
    """,
}
_QUERIES, _AMONG = _queries("", ""), _queries(_THREADS, _ITEMS)
