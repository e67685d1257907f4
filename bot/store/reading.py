"""How far the page has been read, post by post: what need not be read again, and what is due."""

import json
from collections.abc import Iterable
from datetime import datetime

from sqlite_utils import Database

from bot.domain.page import PagePost, PageRound
from bot.store.db import stamp

MARKS_KNOWN = 200
"""How many of the newest posts are remembered by their marks; a list of posts has 100."""


def marks(db: Database) -> dict[str, str]:
    """Return, of the newest posts, the page's mark up to which their comments are read."""
    rows = db.execute(
        """
        select id, updated_at from page_posts where updated_at is not null
        order by created_at desc limit ?
        """,
        [MARKS_KNOWN],
    )
    return dict(rows.fetchall())


def mark_of(post: PagePost) -> str | None:
    """Return the page's mark of a post: it moves when somebody writes there."""
    return stamp(post.updated_at) if post.updated_at else None


def note(
    db: Database, seen: PageRound, *, settled: datetime, swept_before: datetime, now: datetime
) -> None:
    """Remember how far the posts *seen* are read; what is remembered already writes nothing.

    A mark counts once it is older than *settled*: it has whole seconds, and more may be written
    within the same one. A post that was read to its end is swept, once since *swept_before*.
    """
    not_read = seen.unread | seen.waiting
    read = [
        post
        for post in seen.posts
        if post.id not in not_read and post.updated_at and post.updated_at <= settled
    ]
    db.conn.executemany(
        "update page_posts set updated_at = :mark where id = :id and updated_at is not :mark",
        [{"id": post.id, "mark": mark_of(post)} for post in read],
    )
    swept(db, seen.whole, before=swept_before, now=now)


def swept(db: Database, posts: Iterable[str], *, before: datetime, now: datetime) -> None:
    """Note that *posts* were read to their end, unless that has been noted since *before*."""
    db.execute(
        """
        update page_posts set swept_at = :now
        where id in (select value from json_each(:posts))
          and (swept_at is null or swept_at < :before)
        """,
        {"posts": json.dumps(list(posts)), "before": stamp(before), "now": stamp(now)},
    )


def to_sweep(db: Database, *, active_since: datetime, before: datetime) -> str | None:
    """Return the post that was read to its end the longest ago, before *before*, or None.

    These are the posts with anything happening since *active_since*, and those with open comments.
    """
    row = db.execute(
        """
        with lively as (
            select id from page_posts where created_at >= :since
            union select id from page_posts where updated_at >= :since
            union select c.post_id from relays r cross join comments c on c.id = r.comment_id
            where r.state in ('new', 'claimed', 'promised')
        )
        select id from page_posts
        where id in (select id from lively) and (swept_at is null or swept_at < :before)
        order by swept_at, created_at desc limit 1
        """,
        {"before": stamp(before), "since": stamp(active_since)},
    ).fetchone()
    return row[0] if row else None
