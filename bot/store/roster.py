"""Who watches the page when."""

import json
from collections.abc import Iterable, Sequence
from datetime import date

from sqlite_utils import Database

from bot.domain.roster import Duty, Roster
from bot.store import policy, presence, team


def load(db: Database, today: date) -> Roster:
    """Return who takes turns, and the exceptions from *today* on."""
    rows = db.execute("select day, user from roster_swaps where day >= ?", [today.isoformat()])
    swaps = {date.fromisoformat(day): user for day, user in rows.fetchall()}
    row = db.execute("select people, anchor from roster").fetchone()
    if row is None:
        return Roster(swaps=swaps)
    return Roster(tuple(json.loads(row[0])), date.fromisoformat(row[1]), swaps)


def duty(db: Database, today: date) -> Duty:
    """Return all that tells whom a comment may reach, from *today* on."""
    return Duty(policy.load(db), load(db, today), team.load(db), presence.load(db, today))


def set_turns(db: Database, people: Sequence[str], anchor: date) -> None:
    """Let *people* watch in turn from the week of *anchor* on; without any nobody does."""
    db.execute(
        "insert or replace into roster (only, anchor, people) values (1, ?, ?)",
        [anchor.isoformat(), json.dumps(list(people))],
    )


def swap(db: Database, days: Iterable[date], user: str) -> None:
    """Let *user* watch on *days*, whoever would."""
    db.conn.executemany(
        "insert or replace into roster_swaps (day, user) values (?, ?)",
        [(day.isoformat(), user) for day in days],
    )


def unswap(db: Database, day: date) -> str | None:
    """Take the exception of *day* away; return whose it was, None where there was none."""
    row = db.execute(
        "delete from roster_swaps where day = ? returning user", [day.isoformat()]
    ).fetchall()
    return row[0][0] if row else None
