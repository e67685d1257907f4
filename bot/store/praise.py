"""What was written to the units that get praise."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from bot.domain.praise import Heard, Praise
from bot.store.db import instant, maybe, stamp


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
        where r.praised_at >= ? and r.praised_at < ? and c.disposal_id is null
        order by r.praised_at, c.id
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
