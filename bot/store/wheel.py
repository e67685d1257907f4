"""The year wheel: theme days and seasons, and the ideas that were made of them."""

import json
from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from sqlite_utils import Database

from bot.domain import wheel as domain
from bot.domain.ideas import Idea
from bot.domain.wheel import (
    AUTHOR,
    MOST_ITEMS,
    Entry,
    Item,
    WheelFull,
    WheelItemGone,
    WheelLabelTaken,
)
from bot.domain.yearly import decode
from bot.store import ideas, outlets
from bot.store.db import stamp


def items(db: Database) -> list[Item]:
    """Return everything that is in the wheel."""
    return [_item(row) for row in db.query("select * from wheel_items where removed_at is null")]


def get(db: Database, item_id: int) -> Item:
    """Return the theme day *item_id*; raise WheelItemGone if it is not in the wheel (any more)."""
    rows = db.query("select * from wheel_items where id = ? and removed_at is null", [item_id])
    found = next(iter(rows), None)
    if found is None:
        raise WheelItemGone
    return _item(found)


def add(db: Database, entry: Entry) -> Item:
    """Put *entry* into the wheel."""
    _check_room(db, entry.name)
    state = _state(entry)
    names, marks = ", ".join(state), ", ".join(f":{name}" for name in state)
    made = db.execute(f"insert into wheel_items ({names}) values ({marks})", state)  # noqa: S608
    return get(db, int(made.lastrowid or 0))


def change(db: Database, item_id: int, entry: Entry) -> Item:
    """Let the theme day *item_id* say *entry*."""
    get(db, item_id)
    _check_name(db, entry.name, besides=item_id)
    state = _state(entry)
    changes = ", ".join(f"{name} = :{name}" for name in state)
    db.execute(f"update wheel_items set {changes} where id = :id", {**state, "id": item_id})  # noqa: S608
    return get(db, item_id)


def put(db: Database, entry: Entry) -> bool:
    """Add *entry*, or change what has its label; tell whether anything is another than before."""
    row = _named(db, entry.name)
    if row is None:
        add(db, entry)
        return True
    return get(db, row).entry != entry and bool(change(db, row, entry))


def remove(db: Database, item_id: int, *, now: datetime) -> Item:
    """Take the theme day *item_id* out of the wheel and return it."""
    found = get(db, item_id)
    db.execute("update wheel_items set removed_at = ? where id = ?", [stamp(now), item_id])
    return found


def restore(db: Database, item_id: int) -> Item:
    """Put back what was removed; raise WheelItemGone where nothing was."""
    query = "select name from wheel_items where id = ? and removed_at is not null"
    row = db.execute(query, [item_id]).fetchone()
    if row is None:
        raise WheelItemGone
    _check_room(db, row[0])
    db.execute("update wheel_items set removed_at = null where id = ?", [item_id])
    return get(db, item_id)


def take_back(
    db: Database, first: int, last: int, entries: Collection[Entry], now: datetime
) -> int:
    """Remove what was added as *first* to *last* and is still one of *entries*; return how many.

    The ideas that came of them go too, unless somebody has decided about them or voted.
    """
    unchanged = [i for i in items(db) if first <= i.id <= last and i.entry in entries]
    for item in unchanged:
        remove(db, item.id, now=now)
        rows = db.execute("select idea_id from wheel_ideas where item_id = ?", [item.id]).fetchall()
        for idea in (ideas.find(db, idea_id) for (idea_id,) in rows):
            if idea and not idea.votes and idea.decision == 0 and ideas.is_free(db, idea.id):
                ideas.drop(db, idea.id, now=now)
    return len(unchanged)


def coming(db: Database, start: date, end: date) -> list[tuple[date, str]]:
    """Return the days and labels of the theme days that begin from *start* until before *end*."""
    return domain.coming(items(db), start, end)


def make_ideas(db: Database, *, today: date, now: datetime) -> list[Idea]:
    """Make an idea of each theme day that is near and was none this year; return them."""
    known = {outlet.id for outlet in outlets.known(db) if not outlet.retired}
    made = []
    for item, found in domain.in_order(items(db), today):
        time = domain.due(item.entry, today)
        if found and time and not _is_made(db, item.id, time.year):
            said = domain.thought(item.entry, time, known)
            idea = ideas.add(db, said, author=AUTHOR, now=now)
            db.execute(
                "insert into wheel_ideas (item_id, year, idea_id) values (?, ?, ?)",
                [item.id, time.year, idea.id],
            )
            made.append(idea)
    return made


def _is_made(db: Database, item_id: int, year: int) -> bool:
    query = "select 1 from wheel_ideas where item_id = ? and year = ?"
    return db.execute(query, [item_id, year]).fetchone() is not None


def _named(db: Database, name: str) -> int | None:
    query = "select id from wheel_items where name = ? and removed_at is null"
    row = db.execute(query, [name]).fetchone()
    return int(row[0]) if row else None


def _check_room(db: Database, name: str) -> None:
    _check_name(db, name)
    (count,) = db.execute("select count(*) from wheel_items where removed_at is null").fetchone()
    if count >= MOST_ITEMS:
        raise WheelFull(most=MOST_ITEMS)


def _check_name(db: Database, name: str, *, besides: int | None = None) -> None:
    if _named(db, name) not in (None, besides):
        raise WheelLabelTaken


def _state(entry: Entry) -> dict[str, Any]:
    return {
        "label": entry.label,
        "name": entry.name,
        "code": entry.when.code,
        "lead": entry.lead.days,
        "outlet_id": entry.outlet,
        "tags": json.dumps(entry.tags, ensure_ascii=False),
        "note": entry.note,
    }


def _item(row: Mapping[str, Any]) -> Item:
    entry = Entry(
        row["label"],
        decode(row["code"]),
        timedelta(days=row["lead"]),
        row["outlet_id"],
        tuple(json.loads(row["tags"])),
        row["note"],
    )
    return Item(row["id"], entry)
