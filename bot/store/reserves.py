"""The reserve: which ideas are ready-made posts, and what these show."""

from datetime import datetime

from sqlite_utils import Database

from bot.domain.media import NOTHING, Media
from bot.domain.reserves import NotInReserve, Reserve, Stock
from bot.store import ideas, shown
from bot.store.db import instant, stamp

_KEPT = "select idea_id from reserves where removed_at is null"
_IN = f"id in ({_KEPT}) and planned = 0 and dropped_at is null and routing <> 'no'"


def keep(db: Database, idea_id: int, media: Media, *, now: datetime) -> Reserve:
    """Put the idea *idea_id* in reserve, showing *media*; one that is there is looked over."""
    db.execute(
        "insert or replace into reserves (idea_id, media, checked_at) values (?, ?, ?)",
        [idea_id, shown.written(media), stamp(now)],
    )
    return get(db, idea_id)


def get(db: Database, idea_id: int) -> Reserve:
    """Return the reserve that the idea *idea_id* is; raise NotInReserve if it is none (any more)."""
    found = find(db, idea_id)
    if found is None:
        raise NotInReserve
    return found


def find(db: Database, idea_id: int) -> Reserve | None:
    """Return the reserve that the idea *idea_id* is, or None."""
    return next(iter(_some(db, f"where {_IN} and id = ?", idea_id)), None)


def listed(db: Database) -> list[Reserve]:
    """Return the whole reserve, what was looked over longest ago first."""
    every = _some(db, f"where {_IN}")
    return sorted(every, key=lambda each: (each.checked_at, each.idea.id))


def look_over(db: Database, idea_id: int, *, now: datetime) -> Reserve:
    """Note that somebody has looked at a reserve, and that it is good."""
    get(db, idea_id)
    db.execute("update reserves set checked_at = ? where idea_id = ?", [stamp(now), idea_id])
    return get(db, idea_id)


def remove(db: Database, idea_id: int, *, now: datetime) -> Reserve:
    """Let the idea *idea_id* be an ordinary idea again, and return what it was."""
    found = get(db, idea_id)
    db.execute("update reserves set removed_at = ? where idea_id = ?", [stamp(now), idea_id])
    return found


def restore(db: Database, idea_id: int) -> Reserve:
    """Put back in reserve what was taken out."""
    db.execute("update reserves set removed_at = null where idea_id = ?", [idea_id])
    return get(db, idea_id)


def ids(db: Database) -> frozenset[int]:
    """Return the ideas that are in the reserve, or planned from it."""
    return frozenset(row[0] for row in db.execute(_KEPT).fetchall())


def media(db: Database, idea_id: int | None) -> Media:
    """Return what a post that is made of the idea *idea_id* shows from the start."""
    row = db.execute(
        "select media from reserves where idea_id = ? and removed_at is null", [idea_id]
    ).fetchone()
    return shown.read(row[0]) if row else NOTHING


def stock(db: Database, *, now: datetime) -> Stock:
    """Count the reserve."""
    every = listed(db)
    return Stock(len(every), sum(each.is_stale(now) for each in every))


def _some(db: Database, rest: str, *values: object) -> list[Reserve]:
    found = ideas.listed(db, rest, values)
    marks = ", ".join("?" * len(found))
    rows = db.execute(
        f"select idea_id, media, checked_at from reserves where idea_id in ({marks})",  # noqa: S608
        [idea.id for idea in found],
    )
    kept = {row[0]: (shown.read(row[1]), instant(row[2])) for row in rows.fetchall()}
    return [Reserve(idea, *kept[idea.id]) for idea in found]
