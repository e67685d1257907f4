"""The year wheel: once a day its theme days become ideas in good time, each once a year."""

from collections.abc import Iterable
from datetime import datetime

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.wheel import Entry
from bot.jobs import refresh
from bot.jobs.due import Due
from bot.store import ledger
from bot.store import wheel as store

JOB = "wheel"
BOT = "lucka"


def run(deps: Deps, due: Due) -> None:
    """Make the ideas that are due."""
    with deps.transaction() as db:
        if ledger.claim(db, JOB, due.key, now=due.now, late=due.late):
            make(db, deps, due.now)
    deps.wake()


def make(db: Database, deps: Deps, now: datetime) -> int:
    """Make the ideas of all theme days that are near; return how many."""
    made = store.make_ideas(db, today=deps.local(now).date(), now=now)
    for idea in made:
        ledger.record(db, BOT, "idea.kept", f"idea:{idea.id}", now=now)
    if made:
        refresh.plan_changed(db, deps, now)
    return len(made)


def take(db: Database, deps: Deps, entries: Iterable[Entry], *, who: str) -> tuple[int, int]:
    """Put what was read from a file into the wheel; return how many are new or another, and ideas.

    What has the label of a theme day that is there takes its place; the same file again does
    nothing.
    """
    now = deps.now()
    count = sum(store.put(db, entry) for entry in entries)
    if count:
        ledger.record(db, who, "wheel.imported", "wheel", now=now, count=str(count))
    return count, make(db, deps, now)
