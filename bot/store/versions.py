"""What comments said before their authors changed them."""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from bot.domain.page import PageComment
from bot.store.db import instant, stamp


@dataclass(frozen=True, slots=True)
class Version:
    """A text that a comment had until, at `replaced_at`, another one was seen."""

    text: str
    replaced_at: datetime


def add(db: Database, before: Iterable[PageComment], *, now: datetime) -> None:
    """Keep the texts of comments as they were *before* they were read anew."""
    db.conn.executemany(
        """
        insert into comment_versions (comment_id, number, text, replaced_at)
        select :id, coalesce(max(number), 0) + 1, :text, :now
        from comment_versions where comment_id = :id
        """,
        [{"id": one.id, "text": one.text, "now": stamp(now)} for one in before],
    )


def of(db: Database, comment_id: str) -> list[Version]:
    """Return what a comment said before, the oldest text first."""
    rows = db.execute(
        "select text, replaced_at from comment_versions where comment_id = ? order by number",
        [comment_id],
    )
    return [Version(text, instant(at)) for text, at in rows.fetchall()]


def edited_at(db: Database, ids: Collection[str]) -> dict[str, datetime]:
    """Return when those of the comments *ids* that were changed were last seen to be."""
    rows = db.execute(
        """
        select comment_id, max(replaced_at) from comment_versions
        where comment_id in (select value from json_each(?)) group by comment_id
        """,
        [json.dumps(list(ids))],
    )
    return {comment_id: instant(at) for comment_id, at in rows.fetchall()}
