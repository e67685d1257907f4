"""How the page's posts stood, day by day, beside the posts of the plan that they are."""

import json
from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any

from sqlite_utils import Database

from bot.domain.counts import COMPARED, Counted, Kin, Metric, Snapshot, last_known
from bot.domain.plan import Post
from bot.store.db import stamp

_SNAPSHOTS = """
    select posts.id as post_id, post_counts.day,
        cast(julianday(post_counts.day) - julianday(posts.day) as integer) as age,
        reactions, comments, shares, views
    from posts
    join page_posts on page_posts.permalink = posts.link
    join post_counts on post_counts.page_post_id = page_posts.id
    where posts.status = 'published' and
"""


def keep(
    db: Database,
    day: date,
    page_post: str,
    reactions: int | None,
    shares: int | None,
    views: int | None,
) -> None:
    """Keep how a post of the page stands on *day*; of a post that is not known, nothing.

    The comments are those that residents wrote and the bot has seen: the page's own count errs.
    """
    db.execute(
        """
        insert or replace into post_counts
            (page_post_id, day, reactions, comments, shares, views)
        select id, :day, :reactions, (
            select count(*) from comments where post_id = page_posts.id and not from_page
        ), :shares, :views
        from page_posts where id = :id
        """,
        {
            "day": day.isoformat(),
            "id": page_post,
            "reactions": reactions,
            "shares": shares,
            "views": views,
        },
    )


def followed(db: Database, since: datetime) -> frozenset[str]:
    """Return the ids of the page's posts that came out since *since*."""
    rows = db.execute("select id from page_posts where created_at >= ?", [stamp(since)])
    return frozenset(row[0] for row in rows)


def kin(db: Database, post: Post) -> Kin:
    """Return how a post stood from day to day, and those of its series, or else of its outlet."""
    own = _read(db, "posts.id = ?", [post.id]).get(post.id, [])
    row = db.execute("select series_id from occurrences where post_id = ?", [post.id]).fetchone()
    whose = (
        "posts.id in (select post_id from occurrences where series_id = ?)"
        if row
        else "posts.outlet_id = ?"
    )
    since = (post.day - COMPARED).isoformat()
    others = _read(
        db,
        f"{whose} and posts.id <> ? and posts.day >= ? and posts.day <= ?",
        [row[0] if row else post.outlet_id, post.id, since, post.day.isoformat()],
    )
    return Kin(own, list(others.values()), in_series=row is not None)


def newest(db: Database, posts: Collection[int]) -> dict[int, Counted]:
    """Return the last known counts of those of *posts* that were counted."""
    wanted = "posts.id in (select value from json_each(?))"
    found = _read(db, wanted, [json.dumps(list(posts))])
    return {post: last_known(snapshots) for post, snapshots in found.items()}


def _read(db: Database, where: str, values: list[Any]) -> dict[int, list[Snapshot]]:
    found: defaultdict[int, list[Snapshot]] = defaultdict(list)
    rows = db.query(f"{_SNAPSHOTS} {where} order by posts.id, post_counts.day", values)
    for row in rows:
        found[row["post_id"]].append(_snapshot(row))
    return found


def _snapshot(row: Mapping[str, Any]) -> Snapshot:
    counts = {metric: row[metric.value] for metric in Metric}
    return Snapshot(date.fromisoformat(row["day"]), max(0, row["age"]), counts)
