"""The history of a post: one row an act, written with the act itself (`bot.store.posts`)."""

import json
from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any

from sqlite_utils import Database

from bot.domain.history import Change, differences
from bot.domain.plan import Post
from bot.store.db import instant, stamp


def record(
    db: Database, before: Post | None, after: Post, *, who: str | None, note: str = ""
) -> None:
    """Write down what *who* did to the post that was *before*; None where it was planned."""
    changes = differences(before, after) if before else {}
    db.execute(
        "insert into post_history (post_id, revision, at, who, changes, note)"
        " values (?, ?, ?, ?, ?, ?)",
        [after.id, after.revision, stamp(after.updated_at), who, json.dumps(changes), note],
    )


def writer(db: Database, post_id: int) -> str | None:
    """Return who wrote the text of the post *post_id* last; None where that is not known."""
    row = db.execute(
        """
        select who from post_history
        where post_id = ? and (revision = 1 or json_extract(changes, '$.text') is not null)
        order by revision desc limit 1
        """,
        [post_id],
    ).fetchone()
    return row[0] if row else None


def of(db: Database, post_id: int, *, limit: int, before: int | None = None) -> list[Change]:
    """Return what was done to the post *post_id*, newest first, earlier than revision *before*."""
    rows = db.query(
        """
        select * from post_history where post_id = ? and revision < ifnull(?, revision + 1)
        order by revision desc limit ?
        """,
        [post_id, before, limit],
    )
    return [_change(row) for row in rows]


def of_posts(db: Database, post_ids: Collection[int]) -> dict[int, list[Change]]:
    """Return all that was done to each of the posts, oldest first."""
    found: defaultdict[int, list[Change]] = defaultdict(list)
    rows = db.query(
        """
        select * from post_history where post_id in (select value from json_each(?))
        order by post_id, revision
        """,
        [json.dumps(list(post_ids))],
    )
    for row in rows:
        found[row["post_id"]].append(_change(row))
    return found


def _change(row: Mapping[str, Any]) -> Change:
    return Change(
        revision=row["revision"],
        at=instant(row["at"]),
        who=row["who"],
        changes={name: (was, now) for name, (was, now) in json.loads(row["changes"]).items()},
        note=row["note"],
    )
