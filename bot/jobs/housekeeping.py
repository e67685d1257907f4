"""Throw away, once a day, what nobody will ask for again."""

import logging
from datetime import timedelta

from bot.deps import Deps
from bot.jobs.due import Due
from bot.store import audit, given, hints, ledger, looks, outbox

log = logging.getLogger(__name__)

EVENTS_LIFE = timedelta(hours=49)  # Slack repeats an event for at most 25 hours
HINTS_LIFE = timedelta(days=1)  # by then the nightly sweep has been everywhere
LOOKS_LIFE = timedelta(days=90)  # how long it can be told when the page was looked at


def run(deps: Deps, due: Due) -> None:
    """Forget events that Slack cannot repeat any more, private words and files long gone, old looks.

    The head of the audit log goes into the process's own log, outside the database.
    """
    with deps.transaction() as db:
        if ledger.claim(db, "housekeeping", due.key, now=due.now, late=due.late):
            ledger.forget_events(db, before=due.now - EVENTS_LIFE)
            outbox.forget_notes(db, before=due.now - EVENTS_LIFE)
            given.forget(db, before=due.now - EVENTS_LIFE)
            hints.forget(db, before=due.now - HINTS_LIFE)
            looks.forget(db, before=due.now - LOOKS_LIFE)
            log.info("audit log: head %s", audit.head(db))
