"""Which unit a comment concerns, and what the units were told and answered."""

from datetime import datetime

from sqlite_utils import Database

from bot.domain.concerns import Asked, Concern, Told
from bot.domain.text import title_of
from bot.store.db import instant, maybe, stamp

POST_LIMIT = 70


def find(db: Database, comment_id: str) -> Concern | None:
    """Return what a comment concerns, or None."""
    row = db.execute(
        "select comment_id, unit_id, note, who, at from concerns where comment_id = ?", [comment_id]
    ).fetchone()
    if row is None:
        return None
    comment, unit_id, note, who, at = row
    return Concern(comment, unit_id, note, who, instant(at))


def save(db: Database, concern: Concern) -> None:
    """Let a comment concern a unit, in the place of what was said before."""
    db.execute(
        "insert or replace into concerns values (?, ?, ?, ?, ?)",
        [concern.comment_id, concern.unit_id, concern.note, concern.who, stamp(concern.at)],
    )


def drop(db: Database, comment_id: str) -> None:
    """Let a comment concern nobody."""
    db.execute("delete from concerns where comment_id = ?", [comment_id])


def asked(db: Database, start: datetime, end: datetime) -> list[Asked]:
    """Return the concerns of the comments that were written from *start* up to *end*, in order."""
    rows = db.execute(
        """
        select unit_id, note, ifnull(p.message, ''), p.permalink from concerns
        join comments c on c.id = concerns.comment_id
        left join page_posts p on p.id = c.post_id
        where c.created_at >= ? and c.created_at < ? order by c.created_at, c.id
        """,
        [stamp(start), stamp(end)],
    ).fetchall()
    return [Asked(unit, note, title_of(post, POST_LIMIT), link) for unit, note, post, link in rows]


def told(db: Database, month: str) -> list[Told]:
    """Return what the units were told of *month* (*2026-11*)."""
    rows = db.execute(
        "select unit_id, month, sent_by, sent_at, answer from concerns_told where month = ?",
        [month],
    ).fetchall()
    return [Told(unit, of, by, maybe(at), answer) for unit, of, by, at, answer in rows]


def tell(db: Database, told: Told) -> None:
    """Store what a unit was told and has answered."""
    db.execute(
        "insert or replace into concerns_told values (?, ?, ?, ?, ?)",
        [
            told.unit_id,
            told.month,
            told.sent_by,
            stamp(told.sent_at) if told.sent_at else None,
            told.answer,
        ],
    )
