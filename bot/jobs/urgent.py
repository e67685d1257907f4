"""The clock of the flags: looked at with every tick of the timetable, one step at a time.

A step is decided, written to the audit log and put into the outbox in one transaction: after a
crash it has been taken, or it is taken now, and its message's key sends it once.
"""

from datetime import datetime

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.comments import LUCKA
from bot.domain.urgent import Ask, asks
from bot.jobs import digest, pings
from bot.jobs.due import Due
from bot.store import ledger, roster
from bot.store import urgent as store

JOB = "urgent"


def run(deps: Deps, due: Due) -> None:
    """Take the steps that are due: the command line asks for it."""
    look(deps, due.now)


def look(deps: Deps, now: datetime) -> None:
    """Take the steps that are due at *now*; where none is, nothing is written."""
    with deps.reading() as db:
        if not _due(db, deps, now):
            return
    with deps.transaction() as db:
        due = _due(db, deps, now)
        for ask in due:
            _take(db, deps, ask, now)
        if due:
            digest.refresh(db, deps, now)
    deps.wake()


def _due(db: Database, deps: Deps, now: datetime) -> list[Ask]:
    flags = store.open_flags(db)
    if not flags:
        return []
    duty = roster.duty(db, deps.local(now).date())
    return asks(flags, duty, now=now, zone=deps.settings.timezone)


def _take(db: Database, deps: Deps, ask: Ask, now: datetime) -> None:
    subject, step = f"comment:{ask.comment_id}", str(ask.step)
    ledger.record(db, LUCKA, store.ALERTED, subject, now=now, to=ask.who or "", step=step)
    pings.show(deps, db, [ask.comment_id], now=now, new=ask)
