"""Ready texts: saved replies and routes. What is deleted can be brought back."""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from sqlite_utils import Database

from bot.domain.replies import MOST, Kind, Reply, ReplyGone, TooManyReplies, ordered
from bot.store.db import stamp

ROUTES = ("1177", "unit", "patient-board", "registrar", "hr", "press", "politics", "112")


def ensure_defaults(db: Database, words: Callable[[str], str]) -> None:
    """Make the routes that a new team starts with, in its language; they are theirs to change."""
    if db.execute("select 1 from replies where kind = 'route'").fetchone():
        return
    for name in ROUTES:
        link = words(f"route-{name}-link")
        said = words(f"route-{name}-name"), words(f"route-{name}-text")
        _insert(db, Reply(0, Kind.ROUTE, *said, link if "://" in link else None))


def known(db: Database) -> list[Reply]:
    """Return every text there is, by kind and name."""
    return ordered(map(_reply, db.query("select * from replies where deleted_at is null")))


def get(db: Database, reply_id: int) -> Reply:
    """Return the text *reply_id*; refuse where it is gone."""
    rows = db.query("select * from replies where id = ? and deleted_at is null", [reply_id])
    found = next(map(_reply, rows), None)
    if found is None:
        raise ReplyGone
    return found


def name_of(db: Database, reply_id: int) -> str:
    """Return what the text *reply_id* is called, or was before it was deleted."""
    row = db.execute("select name from replies where id = ?", [reply_id]).fetchone()
    return row[0] if row else ""


def save(db: Database, reply: Reply) -> Reply:
    """Store *reply*, which is new where its id is 0; return it with its id."""
    if not reply.id:
        _check_room(db, reply.kind)
        return _insert(db, reply)
    get(db, reply.id)
    db.execute(
        """
        update replies set
            name = :name, text = :text, link = :link, owner = :owner, review_on = :review_on
        where id = :id
        """,
        _columns(reply),
    )
    return reply


def delete(db: Database, reply_id: int, *, now: datetime) -> Reply:
    """Take a text away; return it as it was."""
    found = get(db, reply_id)
    db.execute("update replies set deleted_at = ? where id = ?", [stamp(now), reply_id])
    return found


def restore(db: Database, reply_id: int) -> Reply:
    """Bring a deleted text back; one that is there stays so."""
    rows = db.query("select * from replies where id = ?", [reply_id])
    found = next(map(_reply, rows), None)
    if found is None:
        raise ReplyGone
    if db.execute(
        "select 1 from replies where id = ? and deleted_at is not null", [reply_id]
    ).fetchone():
        _check_room(db, found.kind)
    db.execute("update replies set deleted_at = null where id = ?", [reply_id])
    return found


def _check_room(db: Database, kind: Kind) -> None:
    row = db.execute(
        "select count(*) from replies where kind = ? and deleted_at is null", [kind]
    ).fetchone()
    if row[0] >= MOST:
        raise TooManyReplies(most=MOST)


def _insert(db: Database, reply: Reply) -> Reply:
    made = db.execute(
        """
        insert into replies (kind, name, text, link, owner, review_on)
        values (:kind, :name, :text, :link, :owner, :review_on)
        """,
        _columns(reply),
    )
    return get(db, int(made.lastrowid or 0))


def _columns(reply: Reply) -> dict[str, Any]:
    day = reply.review_on
    return {**asdict(reply), "review_on": day.isoformat() if day else None}


def _reply(row: Mapping[str, Any]) -> Reply:
    day = row["review_on"]
    return Reply(
        id=row["id"],
        kind=Kind(row["kind"]),
        name=row["name"],
        text=row["text"],
        link=row["link"],
        owner=row["owner"],
        review_on=date.fromisoformat(day) if day else None,
    )
