"""Write the log of looks at the page, as seldom as that allows.

Quiet looks are gathered in memory and written every ten minutes, or as soon as something happens:
what comes then is told with the true time at which all was well.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from sqlite_utils import Database

from bot.jobs.page_cost import PageCost
from bot.jobs.page_looks import LOOKED_EVERY
from bot.store import looks
from bot.store.looks import TOGETHER, Looks


def looked(db: Database, page_id: str, cost: PageCost, *, new: int, now: datetime) -> None:
    """Note a look at the newest posts that brought *new* comments."""
    if new or _was_away(cost.quiet, now):
        _write_quiet(db, page_id, cost)
    if new:
        looks.note(db, page_id, Looks(now, now, new=new))
        return
    before = cost.quiet
    cost.quiet = replace(before, ended=now, count=before.count + 1) if before else Looks(now, now)
    if before is None or now - cost.quiet.began >= LOOKED_EVERY:
        _write_quiet(db, page_id, cost)
        cost.quiet = Looks(now, now, count=0)


def read_post(db: Database, page_id: str, cost: PageCost, *, new: int, now: datetime) -> None:
    """Note that one post was read by itself, if that brought any *new* comments."""
    if new:
        _write_quiet(db, page_id, cost)
        looks.note(db, page_id, Looks(now, now, new=new, kind="post"))


def failed(
    db: Database, page_id: str, cost: PageCost, kind: str, detail: str, *, now: datetime
) -> None:
    """Note a look that failed."""
    _write_quiet(db, page_id, cost)
    looks.note(db, page_id, Looks(now, now, trouble=kind, detail=detail))


def _was_away(quiet: Looks | None, now: datetime) -> bool:
    """Tell whether nobody looked for a while, or the clock was turned back."""
    return quiet is not None and not timedelta(0) <= now - quiet.ended <= TOGETHER


def _write_quiet(db: Database, page_id: str, cost: PageCost) -> None:
    """Write down what was gathered."""
    if cost.quiet is not None and cost.quiet.count:
        looks.note(db, page_id, cost.quiet)
    cost.quiet = None
