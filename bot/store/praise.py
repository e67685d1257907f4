"""The units that get praise, and what was written to them."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from bot.domain.praise import Heard, Praise, Unit, UnitGone
from bot.store.db import instant, maybe, stamp


def units(db: Database) -> list[Unit]:
    """Return every unit by name, archived ones too."""
    return [_unit(row) for row in db.query("select * from units order by name collate swedish, id")]


def get_unit(db: Database, unit_id: int) -> Unit:
    """Return the unit *unit_id*; raise UnitGone where there is none."""
    rows = list(db.query("select * from units where id = ?", [unit_id]))
    if not rows:
        raise UnitGone
    return _unit(rows[0])


def add_unit(db: Database, name: str, contact: str) -> Unit:
    """Add a unit."""
    made = db.execute("insert into units (name, contact) values (?, ?)", [name, contact])
    return get_unit(db, int(made.lastrowid or 0))


def change_unit(db: Database, unit_id: int, name: str, contact: str) -> Unit:
    """Let a unit have another name or another way to reach it."""
    db.execute("update units set name = ?, contact = ? where id = ?", [name, contact, unit_id])
    return get_unit(db, unit_id)


def archive_unit(db: Database, unit_id: int, at: datetime | None) -> Unit:
    """Take a unit out of use at *at*, or into use again (None)."""
    stamped = stamp(at) if at else None
    db.execute("update units set archived_at = ? where id = ?", [stamped, unit_id])
    return get_unit(db, unit_id)


def find(db: Database, comment_id: str) -> Praise | None:
    """Return what was written about a comment, or None."""
    rows = list(db.query("select * from praise where comment_id = ?", [comment_id]))
    return _praise(rows[0]) if rows else None


def save(db: Database, praise: Praise) -> None:
    """Store what was written about a comment, in the place of what was written before."""
    values = asdict(praise).items()
    db.execute(
        """
        insert or replace into praise values (
            :comment_id, :unit, :contact, :note, :has_consent, :noted_by, :noted_at, :passed_by,
            :passed_at
        )
        """,
        {name: _stored(it) for name, it in values},
    )


def heard(db: Database, start: datetime, end: datetime) -> list[Heard]:
    """Return the praise that was marked from *start* up to but not including *end*, in order."""
    rows = db.query(
        """
        select c.id as comment, c.text as said, r.praised_at as praised, p.* from relays r
        join comments c on c.id = r.comment_id left join praise p on p.comment_id = r.comment_id
        where r.praised_at >= ? and r.praised_at < ? order by r.praised_at, c.id
        """,
        [stamp(start), stamp(end)],
    )
    return [
        Heard(r["comment"], r["said"], instant(r["praised"]), _praise(r) if r["unit"] else None)
        for r in rows
    ]


def _stored(value: object) -> object:
    if isinstance(value, datetime):
        return stamp(value)
    return int(value) if isinstance(value, bool) else value


def _unit(row: Mapping[str, Any]) -> Unit:
    return Unit(row["id"], row["name"], row["contact"], maybe(row["archived_at"]))


def _praise(row: Mapping[str, Any]) -> Praise:
    return Praise(
        comment_id=row["comment_id"],
        unit=row["unit"],
        contact=row["contact"],
        note=row["note"],
        has_consent=bool(row["has_consent"]),
        noted_by=row["noted_by"],
        noted_at=instant(row["noted_at"]),
        passed_by=row["passed_by"],
        passed_at=maybe(row["passed_at"]),
    )
