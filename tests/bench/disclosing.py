"""Taking a hundred thousand comments out as files: how long, and how much more memory."""

import resource
from contextlib import closing
from dataclasses import replace
from time import perf_counter

from sqlite_utils import Database

from bot.domain.disclosure import Kind, Review, Wanted
from bot.jobs.disclosure_files import made
from bot.store import disclosures, ledger
from bot.store.db import Store
from tests import make
from tests.bench.figures import Row
from tests.bench.parts import parts
from tests.bench.processes import NOW, folder
from tests.bench.year import fill
from tests.fakes import Hand
from tests.page import FakePage

COMMENTS, QUICK_COMMENTS = 100_000, 5_000
MOST_SECONDS, MOST_MEGABYTES = 20.0, 50.0

PRIVATE = """
    update comments set text = text || ' Ring 070-123 45 67 eller skriv till maja@a.example. '
        || substr(id, 2)
    where substr(id, -1) = '0'
"""


def run(*, quick: bool) -> list[Row]:
    """Fill a database, and write the files of all there is, masked."""
    size = QUICK_COMMENTS if quick else COMMENTS
    with folder() as place, closing(Store(place / "lucka.db")) as store:
        deps = parts(store, Hand(NOW), FakePage())
        deps = replace(deps, settings=replace(deps.settings, database_path=place / "lucka.db"))
        with deps.transaction() as db:
            fill(db, size)
            _steps(db, size)
            wanted = Wanted(since=NOW.replace(year=2000))
            one = disclosures.ask(db, Kind.DISCLOSURE, make.AMIRA, wanted, Review(), now=NOW)
        before, start = _peak(), perf_counter()
        with made(deps, one) as (_, count):
            seconds = perf_counter() - start
        more = _peak() - before
    assert count == size
    return [
        Row(
            f"{size:,} comments taken out as files",
            f"{seconds:.1f} s, {more:.0f} MB more",
            bar=f"≤ {MOST_SECONDS:.0f} s, ≤ {MOST_MEGABYTES:.0f} MB more",
            met=seconds <= MOST_SECONDS and more <= MOST_MEGABYTES,
        )
    ]


def _steps(db: Database, size: int) -> None:
    """Let something private stand in every tenth comment, and two steps be known of each."""
    db.execute(PRIVATE)
    for n in range(size):
        for act in ("comment.claimed", "comment.answered"):
            ledger.record(db, make.AMIRA, act, f"comment:c{n}", now=NOW)


def _peak() -> float:
    """Return the most memory that the process has held, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
