"""Numbers that the registrar gave to comments; the newest that was not withdrawn counts."""

import json
from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any

from sqlite_utils import Database

from bot.domain.registration import NotRegistered, Registration
from bot.store.db import instant, stamp


def add(
    db: Database, comment_id: str, number: str, day: date, party: str, *, who: str, now: datetime
) -> Registration:
    """Note a number for a comment."""
    db.execute(
        """
        insert into registrations (comment_id, number, day, party, noted_by, noted_at)
        values (?, ?, ?, ?, ?, ?)
        """,
        [comment_id, number, day.isoformat(), party, who, stamp(now)],
    )
    return of(db, [comment_id])[comment_id]


def withdraw(db: Database, registration_id: int, *, who: str, now: datetime) -> Registration:
    """Withdraw a number; refuse one that does not count (any more)."""
    row = db.execute("select comment_id from registrations where id = ?", [registration_id])
    found = row.fetchone()
    current = of(db, [found[0]]).get(found[0]) if found else None
    if current is None or current.id != registration_id:
        raise NotRegistered
    db.execute(
        "update registrations set withdrawn_by = ?, withdrawn_at = ? where id = ?",
        [who, stamp(now), registration_id],
    )
    return current


def of(db: Database, ids: Collection[str]) -> dict[str, Registration]:
    """Return the registration that counts for each of the comments *ids* that has one."""
    rows = db.query(
        """
        select * from registrations
        where comment_id in (select value from json_each(?)) and withdrawn_at is null order by id
        """,
        [json.dumps(list(ids))],
    )
    return {row["comment_id"]: _registration(row) for row in rows}


def _registration(row: Mapping[str, Any]) -> Registration:
    return Registration(
        row["id"],
        row["comment_id"],
        row["number"],
        date.fromisoformat(row["day"]),
        row["party"],
        row["noted_by"],
        instant(row["noted_at"]),
    )
