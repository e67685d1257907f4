"""Pictures and tables that are asked for, and what each has come to."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from bot.store.db import instant, stamp


@dataclass(frozen=True, slots=True)
class Wish:
    """A file for *channel*; *file* is its id in Slack and *message* shows it, once uploaded.

    *subject* says what it is about, as `bot.jobs.drawings` reads it.
    """

    key: str
    channel: str
    subject: str
    asked_at: datetime
    file: str | None
    message: Mapping[str, Any] | None


def ask(db: Database, key: str, channel: str, subject: str, *, now: datetime) -> None:
    """Ask for a file in *channel*; one with the same *key* that is under way is enough."""
    db.execute(
        "insert or ignore into pictures (key, channel, subject, asked_at) values (?, ?, ?, ?)",
        [key, channel, subject, stamp(now)],
    )


def waiting(db: Database) -> list[Wish]:
    """Return what is asked for, the oldest first."""
    return [_wish(row) for row in db.query("select * from pictures order by asked_at, key")]


def uploaded(db: Database, key: str, file: str, message: Mapping[str, Any]) -> None:
    """Note that it is in Slack as *file*, which *message* shows."""
    body = json.dumps(message, ensure_ascii=False)
    db.execute("update pictures set file = ?, message = ? where key = ?", [file, body, key])


def done(db: Database, key: str) -> None:
    """Forget a wish: its message is in the outbox."""
    db.execute("delete from pictures where key = ?", [key])


def _wish(row: Mapping[str, Any]) -> Wish:
    return Wish(
        key=row["key"],
        channel=row["channel"],
        subject=row["subject"],
        asked_at=instant(row["asked_at"]),
        file=row["file"],
        message=json.loads(row["message"]) if row["message"] else None,
    )
