"""Tell who had a thread that somebody writes in it again: one private word a thread and day.

Whoever is away or off duty is told when they are back, unless somebody has taken it by then.
"""

from datetime import datetime

from bot.deps import Deps
from bot.jobs import readers
from bot.store import comments, outbox, roster, threads
from bot.store.threads import Continued
from bot.views import comments as view


def tell(deps: Deps, now: datetime) -> bool:
    """Put the words that are due; say whether there were any."""
    local = deps.local(now)
    with deps.reading() as db:
        due = [one for one in threads.unclaimed(db) if not outbox.holds(db, _key(deps, one))]
        if due:
            duty = roster.duty(db, local.date())
            due = [one for one in due if duty.may_ping(one.who, local, urgent=False)]
    for one in due:
        _say(deps, one, now)
    return bool(due)


def _say(deps: Deps, one: Continued, now: datetime) -> None:
    with deps.transaction() as db:
        found = comments.relayed(db, [one.comment_id])
        for shown in found:
            reader = readers.alone(deps, db, shown.people(), now=now)
            body = view.continued(reader, shown)
            outbox.put(db, _key(deps, one), str(one.who), body, now=now)


def _key(deps: Deps, one: Continued) -> str:
    return f"continued:{one.thread_id}:{one.who}:{deps.local(one.at).date().isoformat()}"
