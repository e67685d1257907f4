"""Who has had a comment for long, and after how many office hours a claim lapses."""

import json
from collections.abc import Collection
from datetime import datetime

from sqlite_utils import Database

from bot.domain.comments import Act, Relay
from bot.store import comments
from bot.store.db import instant, stamp

USUAL_HOURS = 8
"""About a working day."""


def lapse_hours(db: Database) -> int | None:
    """Return after how many office hours a claim lapses; None where it never does."""
    row = db.execute("select hours from lapsing").fetchone()
    return row[0] if row else USUAL_HOURS


def set_lapse_hours(db: Database, hours: int | None) -> None:
    """Let claims lapse after *hours*, or never."""
    db.execute(
        """
        insert into lapsing (only, hours) values (1, ?)
        on conflict do update set hours = excluded.hours
        """,
        [hours],
    )


def second_hours(db: Database) -> int:
    """Return after how many office hours the question for a second person lapses."""
    row = db.execute("select second_hours from lapsing").fetchone()
    return int(row[0]) if row else USUAL_HOURS


def set_second_hours(db: Database, hours: int) -> None:
    """Let the question for a second person lapse after *hours*."""
    db.execute(
        """
        insert into lapsing (only, hours, second_hours) values (1, ?, ?)
        on conflict do update set second_hours = excluded.second_hours
        """,
        [USUAL_HOURS, hours],
    )


def will_tell(db: Database, comment_id: str, who: str) -> None:
    """Remember that *who* has to hear that their claim of a comment lapsed."""
    db.execute("insert or ignore into untold_lapses values (?, ?)", [comment_id, who])


def untold(db: Database) -> dict[str, list[str]]:
    """Return who has not heard yet of which lapsed claims, by person."""
    found: dict[str, list[str]] = {}
    rows = db.execute("select who, comment_id from untold_lapses order by who, comment_id")
    for who, comment_id in rows.fetchall():
        found.setdefault(who, []).append(comment_id)
    return found


def told(db: Database, who: str) -> None:
    """Forget what *who* has heard of, or what is no more worth a word."""
    db.execute("delete from untold_lapses where who = ?", [who])


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


def lapsed_with(db: Database, ids: Collection[str]) -> dict[datetime, list[str]]:
    """Return what lapsed together with claims of the comments *ids*, by the moment."""
    rows = db.execute(
        """
        select at, substr(subject, length('comment:') + 1) from audit
        where act = :lapsed and at in (
            select at from audit where act = :lapsed
              and subject in (select 'comment:' || value from json_each(:ids))
        )
        order by id
        """,
        {"lapsed": Act.LAPSE.recorded, "ids": json.dumps(list(ids))},
    )
    found: dict[datetime, list[str]] = {}
    for at, comment_id in rows.fetchall():
        found.setdefault(instant(at), []).append(comment_id)
    return found
