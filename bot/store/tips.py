"""The tips of the weeks, and whether they are wanted."""

from datetime import date, datetime

from sqlite_utils import Database

from bot.domain.plan import Post
from bot.domain.tips import Tip
from bot.store import ledger, posts
from bot.store.db import stamp

FACT = "tip:"
OFF = "tips_off"


def are_on(db: Database) -> bool:
    """Tell whether the team wants tips; it does until somebody says no."""
    return ledger.fact(db, OFF) is None


def switch(db: Database, *, on: bool) -> None:
    """Let there be tips, or none."""
    if on:
        ledger.drop_fact(db, OFF)
    else:
        ledger.set_fact(db, OFF, "yes")


def given(db: Database) -> dict[date, Tip]:
    """Return the tips that were given, by the Monday of their week."""
    facts, known = ledger.facts(db, FACT), {str(tip): tip for tip in Tip}
    return {
        date.fromisoformat(name.removeprefix(FACT)): known[value]
        for name, value in facts.items()
        if value in known
    }


def give(db: Database, monday: date, tip: Tip) -> None:
    """Note the tip of the week of *monday*."""
    ledger.set_fact(db, f"{FACT}{monday.isoformat()}", tip)


def worked_on(db: Database, start: datetime, end: datetime) -> list[Post]:
    """Return the living posts that were last written on from *start* up to *end*."""
    rows = db.execute(
        "select id from posts where updated_at >= ? and updated_at < ? and status <> 'cancelled'",
        [stamp(start), stamp(end)],
    )
    return list(posts.some(db, [row[0] for row in rows.fetchall()]).values())
