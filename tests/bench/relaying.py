"""Five thousand comments in one look at the page, and the same look again."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

from sqlite_utils import Database

from bot.deps import Deps, Unit
from bot.domain.page import PageComment
from bot.jobs import poll
from bot.store import db as store_db
from bot.store.db import Store
from tests.bench.fake_slack import LostError
from tests.bench.figures import Row, milliseconds, times
from tests.bench.parts import parts
from tests.bench.processes import NOW, folder
from tests.fakes import Hand
from tests.page import FakePage, comment, post

COMMENTS, POSTS = 5_000, 25
BAR_SECONDS = 10.0
TABLES = ("page_posts", "comments", "relays", "storms", "gathered", "outbox", "facts")
PLACES = """
    select substr(key, 7) from outbox where key like 'relay:%' union all
    select comment_id from gathered
"""

KEPT = ("comments", "relays", "gathered", "storms", "outbox", "audit")

Taken = tuple[float, float, float, float]
"""Seconds for the look, for the same look again, its statements, and seconds for bare inserts."""


def run(*, quick: bool) -> list[Row]:
    """Take in the look, check it, take it in again, and insert the same rows without a bot."""
    taken = [_once() for _ in range(1 if quick else 5)]
    our, again, statements, floor = (median(column) for column in zip(*taken, strict=True))
    return [
        Row(
            f"{COMMENTS:,} comments of one look into the outbox",
            f"{our:.2f} s",
            f"{floor:.2f} s",
            times(our / floor),
            f"≤ {BAR_SECONDS:.0f} s, none lost or doubled",
            our <= BAR_SECONDS,
        ),
        Row(
            "the same look again: nothing changed",
            f"{milliseconds(again)} ms, {statements:.0f} statements",
        ),
    ]


def _once() -> Taken:
    page = FakePage(
        posts=[post(f"{n}", f"Inlägg {n}", created_at=NOW) for n in range(POSTS)],
        comments=[_comment(n) for n in range(COMMENTS)],
    )
    with folder() as home, closing(Store(home / "ours.db")) as store:
        deps = parts(store, Hand(NOW), page)
        our = _look(deps)
        _check(home / "ours.db", page)
        again, statements = _again(deps, home / "ours.db")
        return our, again, statements, _bare(home)


def _comment(n: int) -> PageComment:
    """Return one of many comments: on every post, one in five a reply, as people write."""
    return comment(
        n,
        f"Fråga {n}: hur gör man om tiden inte passar? 🙏\nTack på förhand!",
        at=NOW - timedelta(minutes=30) + timedelta(milliseconds=n * 100),
        under=n - POSTS if n % 5 == 4 and n >= POSTS else None,
        post_id=f"{n % POSTS}",
        author_name=f"Maja Lindqvist {n % 700}",
    )


def _look(deps: Deps) -> float:
    start = perf_counter()
    poll.run(deps, NOW)
    return perf_counter() - start


def _check(path: Path, page: FakePage) -> None:
    """Raise LostError unless each comment has its one place: a message, or that of a storm."""
    with closing(sqlite3.connect(path)) as db:
        found = [row[0] for row in db.execute(PLACES)]
    wanted = {one.id for one in page.comments}
    if len(found) != len(wanted) or set(found) != wanted:
        raise LostError(f"{len(wanted)} comments have {len(found)} places")


def _again(deps: Deps, path: Path) -> tuple[float, int]:
    """Return the seconds and the statements of a look that brings nothing new."""
    said: list[str] = []
    counting = replace(
        deps,
        transaction=_counting(deps.transaction, said),
        reading=_counting(deps.reading, said),
    )
    before = _known(path)
    seconds = _look(counting)
    if _known(path) != before:
        raise LostError("a look that brought nothing new has changed something")
    return seconds, len(said)


def _known(path: Path) -> list[tuple[object, ...]]:
    """Return all there is but the log of looks, which notes each of them."""
    with closing(sqlite3.connect(path)) as db:
        return [row for name in KEPT for row in db.execute(f"select * from {name}")]


def _counting(unit: Unit, said: list[str]) -> Unit:
    """Return *unit* with every statement in it put down in *said*."""

    @contextmanager
    def counted() -> Iterator[Database]:
        with unit() as db:
            db.conn.set_trace_callback(said.append)
            try:
                yield db
            finally:
                db.conn.set_trace_callback(None)

    return counted


def _bare(home: Path) -> float:
    """Return the seconds for the same rows in one transaction, as fast as SQLite takes them."""
    with closing(sqlite3.connect(home / "ours.db")) as db:
        rows = {table: db.execute(f"select * from {table}").fetchall() for table in TABLES}
    with (
        closing(Store(home / "bare.db")),
        closing(store_db.connect(home / "bare.db")) as db,
    ):
        start = perf_counter()
        db.execute("begin immediate")
        for table, those in rows.items():
            db.executemany(
                f"insert or replace into {table} values ({','.join('?' * len(those[0]))})", those
            )
        db.execute("commit")
        return perf_counter() - start
