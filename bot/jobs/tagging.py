"""What was tagged in a period, beside what was feared, and beside the months before."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from sqlite_utils import Database

from bot.domain.measures import Case, Share
from bot.domain.periods import Period
from bot.domain.tagging import BACK, Tag, Tagging, Then, compare, earlier, ids, tally
from bot.store import tagging

CasesOf = Callable[[Period], Sequence[Case]]


def gather(db: Database, period: Period, cases_of: CasesOf, since: date | None) -> Tagging:
    """Count the comments of *period* as they were tagged; *since* is when the bot began to see."""
    found = _tally(db, cases_of(period))
    then = _then(db, period, cases_of, since, found) if tagging.is_used(db) else ()
    return replace(found, fear=tagging.fear(db), then=tuple(then))


def _then(
    db: Database, period: Period, cases_of: CasesOf, since: date | None, found: Tagging
) -> list[Then]:
    """Compare with the months before, as far as the bot saw all of them."""
    before = {months: earlier(period, months) for months in BACK}
    return [
        compare(months, found.tags[Tag.CRITICAL], _critical(db, cases_of(old)))
        for months, old in before.items()
        if since is not None and since <= old.start
    ]


def _critical(db: Database, cases: Sequence[Case]) -> Share:
    return _tally(db, cases).tags[Tag.CRITICAL]


def _tally(db: Database, cases: Sequence[Case]) -> Tagging:
    return tally(cases, tagging.marks(db, ids(cases)))
