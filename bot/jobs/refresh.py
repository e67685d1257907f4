"""Keep today's messages true: the digest, the nag and the meeting's pack follow the plan as it changes.

Called inside the transaction of the change. A message that says the same as before is not touched
(the outbox sees to that), and one that was not posted today is not made.
"""

from datetime import datetime

from sqlite_utils import Database

from bot.deps import Deps
from bot.jobs import asking, digest, meeting, nag


def plan_changed(db: Database, deps: Deps, now: datetime) -> None:
    """Bring today's messages and the open questions up to date after any change of the plan."""
    today_changed(db, deps, now)
    asking.refresh(db, deps, now)


def today_changed(db: Database, deps: Deps, now: datetime) -> None:
    """Bring today's digest, nag and pack up to date where the questions have been seen to."""
    digest.refresh(db, deps, now)
    nag.refresh(db, deps, now)
    meeting.refresh(db, deps, now)
