"""Throw away, once a day, what nobody will ask for again."""

from datetime import timedelta

from bot.deps import Deps
from bot.jobs.due import Due
from bot.store import ledger, outbox

EVENTS_LIFE = timedelta(hours=49)  # Slack repeats an event for at most 25 hours


def run(deps: Deps, due: Due) -> None:
    """Forget events that Slack cannot repeat any more, and private words that are long gone."""
    with deps.transaction() as db:
        if ledger.claim(db, "housekeeping", due.key, now=due.now, late=due.late):
            ledger.forget_events(db, before=due.now - EVENTS_LIFE)
            outbox.forget_notes(db, before=due.now - EVENTS_LIFE)
