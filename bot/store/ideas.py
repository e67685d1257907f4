"""The idea bank."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from bot.domain.ideas import ECHO, Idea, IdeaGone, Thought, words_of
from bot.domain.text import fold
from bot.store.db import instant, maybe, stamp

_UNPLANNED = """
    not exists (
        select 1 from posts where posts.idea_id = ideas.id and posts.status <> 'cancelled'
    )
"""


def add(
    db: Database, thought: Thought, *, author: str, now: datetime, permalink: str | None = None
) -> Idea:
    """Keep *thought* as an idea of *author*."""
    made = db.execute(
        """
        insert into ideas (title, note, links, permalink, author, created_at, search)
        values (:title, :note, :links, :permalink, :author, :now, :search)
        """,
        {**_texts(thought), "permalink": permalink, "author": author, "now": stamp(now)},
    )
    return Idea(
        id=int(made.lastrowid or 0),
        title=thought.title,
        note=thought.note,
        links=thought.links,
        permalink=permalink,
        author=author,
        created_at=now,
    )


def get(db: Database, idea_id: int) -> Idea:
    """Return the idea *idea_id*; raise IdeaGone if it is not in the bank (any more)."""
    found = find(db, idea_id)
    if found is None or found.dropped_at:
        raise IdeaGone
    return found


def find(db: Database, idea_id: int) -> Idea | None:
    """Return the idea *idea_id*, dropped or not, or None."""
    rows = db.query("select * from ideas where id = ?", [idea_id])
    return next((_idea(row) for row in rows), None)


def change(db: Database, idea_id: int, thought: Thought) -> Idea:
    """Let the idea *idea_id* say *thought*."""
    get(db, idea_id)
    db.execute(
        "update ideas set title = :title, note = :note, links = :links, search = :search"
        " where id = :id",
        {**_texts(thought), "id": idea_id},
    )
    return get(db, idea_id)


def drop(db: Database, idea_id: int, *, now: datetime) -> Idea:
    """Take the idea *idea_id* out of the bank and return it as it was."""
    found = get(db, idea_id)
    db.execute("update ideas set dropped_at = ? where id = ?", [stamp(now), idea_id])
    return found


def echo(db: Database, thought: Thought, *, author: str, now: datetime) -> Idea | None:
    """Return the idea that *author* kept with the same words a moment ago, or None."""
    rows = db.query(
        """
        select * from ideas
        where author = ? and title = ? and note = ? and created_at > ? and dropped_at is null
        order by id desc limit 1
        """,
        [author, thought.title, thought.note, stamp(now - ECHO)],
    )
    return next((_idea(row) for row in rows), None)


def search(db: Database, text: str = "", *, limit: int, offset: int = 0) -> list[Idea]:
    """Find the ideas that hold every word of *text* (or its beginning), newest first."""
    words = words_of(text)
    holds = "".join(" and instr(search, ?) > 0" for _ in words)
    rows = db.query(
        f"""
        select * from ideas where dropped_at is null {holds}
        order by created_at desc, id desc limit ? offset ?
        """,  # noqa: S608 -- only placeholders are put in
        [*(f" {word}" for word in words), limit, offset],
    )
    return [_idea(row) for row in rows]


def free(db: Database, *, limit: int = 100) -> list[Idea]:
    """Return the ideas that no living post comes from, newest first."""
    rows = db.query(
        f"""
        select * from ideas where dropped_at is null and {_UNPLANNED}
        order by created_at desc, id desc limit ?
        """,  # noqa: S608 -- a constant is put in
        [limit],
    )
    return [_idea(row) for row in rows]


def oldest_free(db: Database, *, limit: int) -> list[Idea]:
    """Return the ideas that no living post comes from, oldest first."""
    rows = db.query(
        f"""
        select * from ideas where dropped_at is null and {_UNPLANNED}
        order by created_at, id limit ?
        """,  # noqa: S608 -- a constant is put in
        [limit],
    )
    return [_idea(row) for row in rows]


def is_free(db: Database, idea_id: int, *, besides: int = 0) -> bool:
    """Tell whether the idea *idea_id* is in the bank and no living post but *besides* has it."""
    rows = db.execute(
        """
        select 1 from ideas where id = ? and dropped_at is null and not exists (
            select 1 from posts
            where posts.idea_id = ideas.id and posts.status <> 'cancelled' and posts.id <> ?
        )
        """,
        [idea_id, besides],
    )
    return rows.fetchone() is not None


def titled(db: Database, title: str) -> Idea | None:
    """Return the newest free idea with the title *title*, whatever its case and spaces, or None."""
    rows = db.query(
        f"""
        select * from ideas where dropped_at is null and {_UNPLANNED} and substr(search, 1, ?) = ?
        order by created_at desc, id desc
        """,  # noqa: S608 -- a constant is put in
        [len(_words(title)), _words(title)],
    )
    return next((i for i in map(_idea, rows) if fold(i.title) == fold(title)), None)


def _texts(thought: Thought) -> dict[str, str]:
    return {
        "title": thought.title,
        "note": thought.note,
        "links": json.dumps(thought.links, ensure_ascii=False),
        "search": _words(f"{thought.title}\n{thought.note}"),
    }


def _words(text: str) -> str:
    return "".join(f" {word}" for word in words_of(text))


def _idea(row: Mapping[str, Any]) -> Idea:
    return Idea(
        id=row["id"],
        title=row["title"],
        note=row["note"],
        links=tuple(json.loads(row["links"])),
        permalink=row["permalink"],
        author=row["author"],
        created_at=instant(row["created_at"]),
        dropped_at=maybe(row["dropped_at"]),
    )
