"""Files that people gave in a form, while they are to be read or decided about."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from bot.domain.given import Brought, Given, Purpose
from bot.store.db import instant, stamp


def add(
    db: Database, purpose: Purpose, found: Brought, who: str, place: str | None, *, now: datetime
) -> None:
    """Keep that *who* gave a file, which is to be read."""
    db.execute(
        """
        insert into given_files (purpose, file, name, who, place, given_at)
        values (?, ?, ?, ?, ?, ?)
        """,
        [purpose, found.file, found.name, who, place, stamp(now)],
    )


def waiting(db: Database) -> list[Given]:
    """Return the files that are still to be read, the oldest first."""
    rows = db.query("select * from given_files where text is null order by id")
    return [_given(row) for row in rows]


def find(db: Database, given_id: int) -> Given | None:
    """Return a file that is to be read or decided about, or None."""
    rows = db.query("select * from given_files where id = ?", [given_id])
    return next(map(_given, rows), None)


def read(db: Database, given_id: int, text: str) -> None:
    """Keep what a file says, until it is decided about."""
    db.execute("update given_files set text = ? where id = ?", [text, given_id])


def done(db: Database, given_id: int) -> None:
    """Forget a file."""
    db.execute("delete from given_files where id = ?", [given_id])


def forget(db: Database, *, before: datetime) -> None:
    """Forget the files that were given *before* and nobody has decided about."""
    db.execute("delete from given_files where given_at < ?", [stamp(before)])


def _given(row: Mapping[str, Any]) -> Given:
    return Given(
        row["id"],
        Purpose(row["purpose"]),
        row["file"],
        row["name"],
        row["who"],
        row["place"],
        instant(row["given_at"]),
        row["text"],
    )
