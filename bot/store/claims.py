"""Who has had a comment for long, and after how many office hours a claim lapses."""

from datetime import datetime

from sqlite_utils import Database

from bot.domain.comments import Relay
from bot.store import comments
from bot.store.db import stamp

USUAL_HOURS = 8
"""About a working day."""


def lapse_hours(db: Database) -> int | None:
    """Return after how many office hours a claim lapses; None where it never does."""
    row = db.execute("select hours from lapsing").fetchone()
    return row[0] if row else USUAL_HOURS


def set_lapse_hours(db: Database, hours: int | None) -> None:
    """Let claims lapse after *hours*, or never."""
    db.execute("insert or replace into lapsing (only, hours) values (1, ?)", [hours])


def held_since(db: Database, before: datetime) -> list[Relay]:
    """Return the claims that are as old as *before*, and no promise, the oldest first."""
    rows = db.execute(
        """
        select comment_id from relays
        where state in ('new', 'claimed', 'promised') -- by which the index is found
          and state = 'claimed' and claimed_at <= ?
        order by claimed_at, comment_id
        """,
        [stamp(before)],
    )
    found = (comments.find(db, row[0]) for row in rows.fetchall())
    return [relay for relay in found if relay]
