"""How long the digest takes to build, and how that grows with the years."""

import json
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, time, timedelta
from itertools import count, islice
from statistics import median
from time import perf_counter

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.calendar import WorkingCalendar
from bot.domain.plan import Entry, Status
from bot.jobs import digest
from bot.jobs.due import Due
from bot.store import comments, outlets, page, posts
from bot.store.db import Store
from tests import make
from tests.bench.figures import Row, milliseconds, times
from tests.bench.parts import parts
from tests.bench.processes import NOW, folder, settle
from tests.fakes import Hand
from tests.page import FakePage, comment, post

SIZES = (200, 2_000, 20_000)
A_DAY = 2  # posts, and as many comments
AHEAD_DAYS = 60  # planned from NOW on; the rest is the past
OPEN = 20  # comments that wait for an answer


def run(*, quick: bool) -> list[Row]:
    """Build the digest of one working day after the other, over each size of the past."""
    taken = {size: _median(size, 5 if quick else 30) for size in SIZES}
    return [
        Row(
            f"digest with {size:,} posts and as many comments ({A_DAY} a day)",
            f"{milliseconds(seconds)} ms",
            ratio="–" if size == SIZES[0] else f"{times(seconds / taken[SIZES[0]])} the first",
        )
        for size, seconds in taken.items()
    ]


def _median(size: int, days: int) -> float:
    hand = Hand(NOW)
    with folder() as home:
        settle(home)  # with its bank of ideas
        with closing(Store(home / "lucka.db")) as store:
            deps = parts(store, hand, FakePage())
            with deps.transaction() as db:
                fill_plan(db, size)
                _write_comments(db, size)
            moments = islice(_mornings(deps), days + 1)
            return median([_once(deps, hand, moment) for moment in moments][1:])


def _mornings(deps: Deps) -> Iterator[datetime]:
    """Yield the moment of the digest of each working day from NOW on."""
    for n in count():
        day = NOW.date() + timedelta(days=n)
        if WorkingCalendar().is_working_day(day):
            yield datetime.combine(day, time(8, 15), deps.settings.timezone)


def _once(deps: Deps, hand: Hand, moment: datetime) -> float:
    hand.to(moment)
    start = perf_counter()
    digest.run(deps, Due(moment.date(), moment, moment))
    return perf_counter() - start


def fill_plan(db: Database, size: int) -> None:
    """Fill the days from AHEAD_DAYS on backwards; what lies behind NOW is published."""
    known = outlets.known(db)
    for n in range(size):
        day = NOW.date() + timedelta(days=AHEAD_DAYS - n // A_DAY)
        entry = Entry(
            title=f"Öppet hus {n}",
            text="Kom och titta! " * 8,
            outlet_id=known[n % len(known)].id,
            day=day,
            at=time(11 + n % A_DAY),
            owner=make.AMIRA,
            status=Status.PUBLISHED if day < NOW.date() else Status.READY,
        )
        posts.add(db, entry, who=make.AMIRA, now=NOW)


def _write_comments(db: Database, size: int) -> None:
    """Relay as many comments, and leave a few of the newest without an answer."""
    ids = [f"{n}" for n in range(size // A_DAY)]
    said = [
        comment(n, at=NOW - timedelta(hours=12 * n), post_id=ids[n // A_DAY]) for n in range(size)
    ]
    page.keep(db, [post(one) for one in ids], said, now=NOW)
    comments.add_relays(db, [one.id for one in said], since=said[-1].created_at, now=NOW)
    db.execute(
        "update relays set state = 'handled', closed_by = ?, closed_at = relayed_at"
        " where comment_id not in (select value from json_each(?))",
        [make.AMIRA, json.dumps([one.id for one in said[:OPEN]])],
    )
