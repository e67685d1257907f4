"""Posts in which something happened by Facebook's word, until they have been read."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlite_utils import Database

from bot.domain.hints import Hint
from bot.store import ledger
from bot.store.db import maybe, stamp

MOST = 1_000
"""How many posts are kept in mind; beyond that the usual reading finds what is new."""


_HEARD = "hooks:heard"


@dataclass(frozen=True, slots=True)
class Pending:
    """A hint that waits; `times` tells whether another one came meanwhile."""

    hint: Hint
    times: int
    is_known: bool


def add(db: Database, hints: Iterable[Hint], *, now: datetime) -> None:
    """Keep *hints*, one a post; those that wait are read to the end if any asks for that."""
    ledger.set_fact(db, _HEARD, stamp(now))
    for hint in hints:
        db.execute(
            """
            insert into page_hints (post_id, comment_id, item, verb, hinted_at, times)
            select :post, :comment, :item, :verb, :now, 1
            where (select count(*) from page_hints) < :most
               or exists (select 1 from page_hints where post_id = :post)
            on conflict (post_id) do update set
                comment_id = excluded.comment_id,
                item = excluded.item,
                verb = iif(page_hints.verb = 'add', excluded.verb, page_hints.verb),
                times = times + 1
            """,
            {
                "post": hint.post_id,
                "comment": hint.comment_id,
                "item": hint.item,
                "verb": hint.verb,
                "now": stamp(now),
                "most": MOST,
            },
        )


def last_heard(db: Database) -> datetime | None:
    """Return when Facebook last said that something happened; None if it never did."""
    return maybe(ledger.fact(db, _HEARD))


def untold(db: Database, heard: datetime, until: datetime, *, within: timedelta, most: int) -> int:
    """Count at most *most* comments of residents after *heard* and up to *until*.

    Only those that were read *within* a short time: what was written while the bot was off, or is
    history, proves nothing.
    """
    row = db.execute(
        """
        select count(*) from (
            select 1 from comments
            where created_at > ? and created_at <= ? and not from_page
              and (julianday(seen_at) - julianday(created_at)) * 86400 <= ?
            limit ?
        )
        """,
        [stamp(heard), stamp(until), within.total_seconds(), most],
    ).fetchone()
    return int(row[0])


def pending(db: Database) -> list[Pending]:
    """Return what waits, oldest first, and whether its post is known to us."""
    rows = db.query(
        """
        select page_hints.*, page_posts.message <> '' or page_posts.permalink is not null as known
        from page_hints left join page_posts on page_posts.id = post_id order by hinted_at
        """
    )
    return [
        Pending(
            Hint(row["post_id"], row["comment_id"], row["item"], row["verb"]),
            row["times"],
            bool(row["known"]),
        )
        for row in rows
    ]


def done(db: Database, one: Pending) -> None:
    """Drop a hint that was followed, unless another one came for its post meanwhile."""
    db.execute(
        "delete from page_hints where post_id = ? and times = ?", [one.hint.post_id, one.times]
    )


def forget(db: Database, *, before: datetime) -> int:
    """Delete hints from before *before* that could not be followed; return how many."""
    return db.execute("delete from page_hints where hinted_at < ?", [stamp(before)]).rowcount
