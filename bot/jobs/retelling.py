"""Draw anew what the channel shows of residents, when others come to read it, or other rules count.

What is settled and closed keeps the words of its time: a channel of years is not written anew.
"""

from datetime import datetime

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.storm import PREFIX as STORMS
from bot.jobs import blocking, cases, claims, comment_reminders, exposure, relay, storm
from bot.store import comments, outbox, relaying, urgent

NAMING = (relay.PREFIX, STORMS, f"{claims.JOB}:")
"""What names residents and need not be said while it may not be, by the beginnings of its keys."""


def hold(deps: Deps, db: Database, *, now: datetime) -> None:
    """Take back from the channel what can be: what was not posted yet, and what the open says."""
    for prefix in NAMING:
        outbox.withdraw(db, outbox.untried(db, prefix, exposure.relay_channel(deps)))
    show_again(deps, db, now=now)


def catch_up(deps: Deps, db: Database, *, now: datetime) -> int:
    """Show what has waited for its channel, and the words again; return how many had waited."""
    waiting = relaying.without_place(db)
    relay.show(deps, db, waiting, now=now)
    show_again(deps, db, now=now)
    return len(waiting)


def show_again(deps: Deps, db: Database, *, now: datetime) -> None:
    """Show all that is open or not judged as it may be shown now, and what was said of it."""
    ids = {*comments.open_ids(db), *urgent.open_ids(db)}
    relay.show(deps, db, ids, now=now)
    storm.show_again(deps, db, now=now)
    claims.show_again(deps, db, ids, now=now)
    comment_reminders.show_again(deps, db, now=now)
    cases.show_again(deps, db, now=now)
    blocking.show_again(deps, db, now=now)
