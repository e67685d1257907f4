"""Ready texts whose day has come: each owner is told of theirs, once a month, on a working day."""

from collections import defaultdict
from datetime import date

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.replies import Reply
from bot.jobs.due import Due
from bot.store import calendar, ledger, outbox, replies
from bot.views import replies as view

JOB = "replies"


def run(deps: Deps, due: Due) -> None:
    """Tell the owners of what needs a review, unless they have been told this month."""
    with deps.transaction() as db:
        if not ledger.claim(db, JOB, due.key, now=due.now, late=due.late):
            return
        if calendar.load(db).is_working_day(due.day):
            for owner, stale in _stale(db, due.day).items():
                key = f"replies:{due.day:%Y-%m}:{owner}"
                if not outbox.holds(db, key):
                    outbox.put(db, key, owner, view.due(deps.words, stale), now=due.now)
    deps.wake()


def _stale(db: Database, today: date) -> dict[str, list[Reply]]:
    """Return what needs a review, by owner."""
    found: dict[str, list[Reply]] = defaultdict(list)
    for reply in replies.known(db):
        if reply.owner and reply.is_stale(today):
            found[reply.owner].append(reply)
    return found
