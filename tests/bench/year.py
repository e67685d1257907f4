"""A year of five thousand comments a week: merging what is known, and what people look at."""

from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from statistics import median
from time import perf_counter

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.members import Member, MemberKind
from bot.domain.page import PageMemory, PageRound, PageUsage
from bot.jobs import digest, home, page_merge, poll
from bot.store.db import Store, stamp
from handlers import comments
from tests import make
from tests.bench.figures import Row, milliseconds
from tests.bench.parts import parts
from tests.bench.processes import NOW, folder
from tests.fakes import Hand
from tests.page import PAGE, FakePage, comment, post

COMMENTS, QUICK_COMMENTS = 260_000, 26_000
POSTS_A_YEAR = 600
OPEN = 2_000
"""So many wait for an answer: far more than a team would let."""

KNOWN = 100
ROUNDS = 31
MERGE_SECONDS, LOOK_SECONDS = 0.020, 0.100


def run(*, quick: bool) -> list[Row]:
    """Fill a database with a year, and do what is done every minute and every day."""
    size = QUICK_COMMENTS if quick else COMMENTS
    with folder() as place, closing(Store(place / "lucka.db")) as store:
        page = _page()
        deps = parts(store, Hand(NOW), page)
        make.settle(deps)
        with deps.transaction() as db:
            fill(db, size)
        poll.run(deps, NOW)  # the hundred on the page's newest post become known
        taken = {what: _median(act, deps) for what, act in ACTS.items()}
    return [_row(what, seconds, size) for what, seconds in taken.items()]


def _row(what: str, seconds: float, size: int) -> Row:
    bar = MERGE_SECONDS if what == MERGING else LOOK_SECONDS
    return Row(
        f"{what}, {size:,} comments in the database",
        f"{milliseconds(seconds)} ms",
        bar=f"≤ {bar * 1000:.0f} ms",
        met=seconds <= bar,
    )


class NewestPost(FakePage):
    """A page that shows its newest post and says nothing of the others."""

    def read_post(self, post_id: str) -> PageRound:
        return PageRound((), (), PageUsage(), 1, unread=frozenset({post_id}))


def _page() -> FakePage:
    """Return a page whose newest post has a hundred comments."""
    written = [comment(n, at=NOW - timedelta(minutes=n), post_id="new") for n in range(KNOWN)]
    return NewestPost(posts=[post("new", created_at=NOW)], comments=written)


def fill(db: Database, size: int) -> None:
    """Store a year: every fifth comment is a reply, all but the newest are answered."""
    begin = NOW - timedelta(days=365)
    db.conn.executemany(
        "insert into page_posts (id, message, created_at) values (?, 'Inlägg', ?)",
        [(f"p{n}", stamp(_spread(begin, n, POSTS_A_YEAR))) for n in range(POSTS_A_YEAR)],
    )
    db.conn.executemany(
        """
        insert into comments (
            id, post_id, parent_id, author_name, text, created_at, is_hidden, from_page, seen_at
        ) values (?, ?, ?, 'Maja Lindqvist', 'Hur gör man om tiden inte passar?', ?, 0, 0, ?)
        """,
        [_comment(n, size, stamp(_spread(begin, n, size))) for n in range(size)],
    )
    db.conn.executemany(
        """
        insert into relays (comment_id, state, owner, closed_by, closed_at, relayed_at)
        values (?, ?, ?, ?, ?, ?)
        """,
        [_relay(n, size, stamp(_spread(begin, n, size))) for n in range(size)],
    )


def _spread(begin: datetime, n: int, size: int) -> datetime:
    return begin + timedelta(days=365) * n / size


def _comment(n: int, size: int, at: str) -> tuple[str, str, str | None, str, str]:
    parent = f"c{n - 4}" if n % 5 == 4 else None
    return f"c{n}", f"p{n * POSTS_A_YEAR // size}", parent, at, at


def _relay(n: int, size: int, at: str) -> tuple[str, str, str | None, str | None, str | None, str]:
    if n < size - OPEN:
        return f"c{n}", "answered", make.AMIRA, "facebook", at, at
    mine = make.AMIRA if n % 2 else None
    return f"c{n}", "claimed" if mine else "new", mine, None, None, at


def _median(act: Callable[[Deps], None], deps: Deps) -> float:
    def once() -> float:
        start = perf_counter()
        act(deps)
        return perf_counter() - start

    return median([once() for _ in range(ROUNDS)][1:])


def _merge(deps: Deps) -> None:
    page = deps.page
    assert page is not None
    seen = page.read_page(PageMemory())
    with deps.transaction() as db:
        assert not page_merge.merge(deps, db, PAGE, seen, now=NOW)


def _list(deps: Deps) -> None:
    comments.answer(deps, make.command("comments"))


def _list_mine(deps: Deps) -> None:
    comments.answer(deps, make.command("comments", "mina"))


def _home(deps: Deps) -> None:
    with deps.transaction() as db:
        home.show(db, deps, Member(make.AMIRA, "Amira", MemberKind.MEMBER, NOW))


def _digest(deps: Deps) -> None:
    with deps.reading() as db:
        assert digest.waiting(db, deps, NOW)


def _round(deps: Deps) -> None:
    poll.run(deps, NOW)


MERGING = f"merging {KNOWN} known comments"
ACTS: dict[str, Callable[[Deps], None]] = {
    MERGING: _merge,
    "a whole look at a quiet page": _round,
    "`/comments`": _list,
    "`/comments mine`": _list_mine,
    "the home tab": _home,
    "the digest’s comments": _digest,
}
