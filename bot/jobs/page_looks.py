"""What is remembered of looks at the page beyond a restart, written as seldom as that allows."""

import json
from datetime import datetime, timedelta

from sqlite_utils import Database

from bot.domain.page import EVERYTHING, PageRound
from bot.store import ledger
from bot.store.db import instant, maybe, stamp

LOOKED_EVERY = timedelta(minutes=10)  # how often a look that brought nothing is written down


def note(db: Database, page_id: str, seen: PageRound, *, has_news: bool, now: datetime) -> None:
    """Remember when the page was looked at, and what was left unread."""
    looked = last(db, page_id)
    if has_news or looked is None or abs(now - looked) >= LOOKED_EVERY:
        ledger.set_fact(db, _fact(page_id, "last_look"), stamp(now))
    left = seen.unread if seen.complete or seen.unread else frozenset({EVERYTHING})
    if left == unread(db, page_id):
        return
    if left:
        ledger.set_fact(db, _fact(page_id, "unread"), json.dumps(sorted(left)))
    else:
        ledger.drop_fact(db, _fact(page_id, "unread"))


def last(db: Database, page_id: str) -> datetime | None:
    """Return when a look was last written down."""
    return maybe(ledger.fact(db, _fact(page_id, "last_look")))


def unread(db: Database, page_id: str) -> frozenset[str]:
    """Return which posts were not read as far as is needed.

    A former version noted only that there were some.
    """
    said = ledger.fact(db, _fact(page_id, "unread"))
    if said is None:
        return frozenset()
    return frozenset(json.loads(said)) if said.startswith("[") else frozenset({EVERYTHING})


def first(db: Database, page_id: str, *, now: datetime) -> datetime:
    """Return when the page was looked at for the first time, which may be *now*."""
    said = ledger.fact(db, _fact(page_id, "first_look"))
    if said is None:
        ledger.set_fact(db, _fact(page_id, "first_look"), stamp(now))
    return instant(said) if said else now


def _fact(page_id: str, name: str) -> str:
    return f"page:{page_id}:{name}"
