"""Comments that the page has no more: which may be, and since when they are."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from bot.domain.page import PageRound
from bot.store.db import instant, stamp


@dataclass(frozen=True, slots=True)
class Missing:
    """A comment that we know and that the page did not list; replies go with their `parent_id`."""

    id: str
    parent_id: str | None


def missing(db: Database, seen: PageRound) -> list[Missing]:
    """Return the comments that should have been among those *seen*, on posts read to their end."""
    return _among(db, seen.whole, {comment.id for comment in seen.comments})


def on_post(db: Database, post_id: str) -> list[Missing]:
    """Return every comment on a post that is not known to be gone."""
    return _among(db, [post_id], ())


def missing_posts(db: Database, seen: PageRound) -> list[str]:
    """Return the posts with comments that should have been among those *seen*, newest first."""
    if not seen.posts:
        return []
    rows = db.execute(
        """
        select id from page_posts
        where created_at > :oldest and id not in (select value from json_each(:seen))
          and exists (select 1 from comments where post_id = page_posts.id and gone_at is null)
        order by created_at desc
        """,
        {
            "oldest": stamp(min(post.created_at for post in seen.posts)),
            "seen": json.dumps([post.id for post in seen.posts]),
        },
    )
    return [row[0] for row in rows.fetchall()]


def let_go(db: Database, ids: Collection[str], *, now: datetime) -> tuple[str, ...]:
    """Note that the comments *ids* are gone; return those that were still there."""
    if not ids:
        return ()
    rows = db.execute(
        """
        update comments set gone_at = :now
        where id in (select value from json_each(:ids)) and gone_at is null returning id
        """,
        {"ids": json.dumps(list(ids)), "now": stamp(now)},
    )
    return tuple(row[0] for row in rows.fetchall())


def bring_back(db: Database, ids: Collection[str]) -> tuple[str, ...]:
    """Note that the comments *ids* are there; return those that had been gone."""
    rows = db.execute(
        """
        update comments set gone_at = null
        where id in (select value from json_each(?)) and gone_at is not null returning id
        """,
        [json.dumps(list(ids))],
    )
    return tuple(row[0] for row in rows.fetchall())


def gone_at(db: Database, ids: Collection[str]) -> Mapping[str, datetime]:
    """Return since when those of the comments *ids* that are gone are."""
    rows = db.execute(
        """
        select id, gone_at from comments
        where id in (select value from json_each(?)) and gone_at is not null
        """,
        [json.dumps(list(ids))],
    )
    return {comment_id: instant(at) for comment_id, at in rows.fetchall()}


def _among(db: Database, posts: Collection[str], listed: Collection[str]) -> list[Missing]:
    if not posts:
        return []
    rows = db.execute(
        """
        select id, parent_id from comments
        where post_id in (select value from json_each(?)) and gone_at is null
          and disposal_id is null
        order by parent_id is not null, id
        """,
        [json.dumps(list(posts))],
    )
    return [Missing(*row) for row in rows.fetchall() if row[0] not in listed]
