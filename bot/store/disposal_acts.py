"""Emptying what is disposed of, in small steps: the words go, the rows stay as their own tombstones.

Every table that may hold the words of a comment, an idea or a post is named here; a test searches
the whole file for words that were disposed of.
"""

import json
from collections.abc import Collection
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from bot.domain.disposal import Disposal, State
from bot.store.db import connect, stamp
from bot.store.disposal_due import Item

NOTHING = "–"
"""What stands in the place of a title: a menu in Slack needs a sign."""

_COMMENT = (
    """
    update comments set text = '', author_id = null, author_name = null, attachment = null,
        permalink = null, disposal_id = :disposal
    where id in (select value from json_each(:ids))
    """,
    "delete from comment_versions where comment_id in (select value from json_each(:ids))",
    "delete from reactions where comment_id in (select value from json_each(:ids))",
    "delete from watch_hits where comment_id in (select value from json_each(:ids))",
    "update judgements set reason = '' where comment_id in (select value from json_each(:ids))",
    "update praise set note = '' where comment_id in (select value from json_each(:ids))",
    "update answers set text = '', known = '[]' where comment_id in (select value from json_each(:ids))",
    """
    update answer_changes set text = '', before = ''
    where answer_id in (select id from answers where comment_id in (select value from json_each(:ids)))
    """,
    """
    delete from moderation_copies
    where moderation_id in (select id from moderation where comment_id in (select value from json_each(:ids)))
    """,
    "update blocks set person = '', reason = '–' where comment_id in (select value from json_each(:ids))",
    "update registrations set party = '' where comment_id in (select value from json_each(:ids))",
    "delete from concerns where comment_id in (select value from json_each(:ids))",
    "delete from moderation_snapshots where comment_id in (select value from json_each(:ids))",
    "update moderation set words = '', fingerprint = 0 where comment_id in (select value from json_each(:ids))",
)
_IDEA = (
    """
    update ideas set title = :nothing, name = :nothing, note = '', links = '[]', permalink = null,
        tags = '[]', reason = '', before = null, disposal_id = :disposal
    where id in (select value from json_each(:ids))
    """,
    "delete from idea_words where rowid in (select value from json_each(:ids))",
    "delete from idea_votes where idea_id in (select value from json_each(:ids))",
    "update reserves set media = '{}' where idea_id in (select value from json_each(:ids))",
)
_POST = (
    """
    update posts set title = :nothing, text = '', link = null, before = null, media = '{}',
        ruling = null, waived = '', folded = null, disposal_id = :disposal
    where id in (select value from json_each(:ids))
    """,
    "update post_history set changes = '{}', note = '' where post_id in (select value from json_each(:ids))",
    """
    update publications set text = '', link = null, pictures = '[]' where post_id in (select value from json_each(:ids))
        and state in ('failed', 'withdrawn')
    """,
)
_MESSAGE = ("update outbox set body = '{}' where id in (select value from json_each(:ids))",)
_STEPS = {"comment": _COMMENT, "idea": _IDEA, "post": _POST, "message": _MESSAGE}


def next_items(db: Database, disposal: Disposal, limit: int) -> list[Item]:
    """Return at most *limit* of what is still to be done."""
    rows = db.execute(
        "select kind, item from disposing where disposal_id = ? limit ?", [disposal.id, limit]
    )
    return [(kind, item) for kind, item in rows.fetchall()]


def empty(db: Database, disposal: Disposal, due: Collection[Item], asked: Collection[Item]) -> None:
    """Empty what of the *asked* is still *due*, and count both it and what was skipped."""
    for kind, steps in _STEPS.items():
        ids = [item if kind == "comment" else int(item) for each, item in due if each == kind]
        values = {"ids": json.dumps(ids), "disposal": disposal.id, "nothing": NOTHING}
        for step in steps if ids else ():
            db.execute(step, {name: it for name, it in values.items() if f":{name}" in step})
    db.conn.executemany(
        "delete from disposing where disposal_id = ? and kind = ? and item = ?",
        [(disposal.id, *item) for item in asked],
    )
    db.execute(
        "update disposals set disposed = disposed + ?, skipped = skipped + ? where id = ?",
        [len(due), len(asked) - len(due), disposal.id],
    )


def go_on(db: Database, disposal: Disposal, state: State) -> None:
    """Note that *disposal* has come as far as *state*."""
    db.execute("update disposals set state = ? where id = ?", [state, disposal.id])


def finish(db: Database, disposal: Disposal, *, now: datetime) -> None:
    """Note that *disposal* is done."""
    db.execute(
        "update disposals set state = 'done', finished_at = ? where id = ?",
        [stamp(now), disposal.id],
    )


def clean(path: Path) -> bool:
    """Leave no trace in the file at *path* of what was overwritten; False if somebody reads it.

    SQLite is told to overwrite what is deleted (`secure_delete`), but the file may be older than
    that, the search index keeps words until it is merged, and the log beside the file keeps former
    pages until it is cut off.
    """
    with closing(connect(path)) as connection:
        connection.execute("insert into idea_words (idea_words) values ('optimize')")
        connection.execute("vacuum")
        busy, *_ = connection.execute("pragma wal_checkpoint(truncate)").fetchone()
    return not busy
