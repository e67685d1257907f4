"""Undo what a clock that was ahead has made of days that had not come.

Whatever has run for a day is not run again, so a day that a wrong clock took first would go by
without its plan. Slack's clock is the witness: what we decided later than Slack posted it was
decided by a clock that was ahead. Without a witness nothing is undone, for it may be the present
time that is wrong, and then all would be said twice.
"""

import logging
from datetime import datetime, timedelta

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.comments import LUCKA
from bot.store import ledger, outbox_ahead

log = logging.getLogger(__name__)

STEP = timedelta(hours=1)
"""By less than this clocks are set right all the time."""


class Watch:
    """Notice, from one look to the next, that the clock was set back."""

    def __init__(self) -> None:
        self._last: datetime | None = None

    def look(self, deps: Deps, now: datetime) -> None:
        """Undo what is to be undone where the clock went back, and at the first look."""
        if self._last is None or self._last - now > STEP:
            _undo(deps, now)
        self._last = now


def _undo(deps: Deps, now: datetime) -> None:
    with deps.reading() as db:
        if not outbox_ahead.was_ahead(db, now + STEP):
            return
    with deps.transaction() as db:
        runs = ledger.ran_after(db, now + STEP)
        for job, due in runs:
            _forget(db, job, due, now)
        if runs:
            ledger.record(db, LUCKA, "clock.set_back", "clock", now=now, runs=str(len(runs)))
            log.warning("the clock was ahead: %d runs of days to come are forgotten", len(runs))


def _forget(db: Database, job: str, due: str, now: datetime) -> None:
    """Let *job* run again on its day, and say anew what it says."""
    ledger.forget_run(db, job, due)
    outbox_ahead.set_aside(db, f"{job}:{due}", now=now)
