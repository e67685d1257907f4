"""How long the plan desk takes to show the plan and a home tab, and how that grows."""

from collections.abc import Callable
from contextlib import closing
from datetime import time, timedelta
from statistics import median
from time import perf_counter

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.members import Member, MemberKind
from bot.domain.outlets import DEFAULT_CADENCE, Cadence
from bot.domain.plan import Entry, Status
from bot.jobs import home
from bot.store import outlets, posts
from bot.store.db import Store
from handlers import plan
from tests import make
from tests.bench import ideas
from tests.bench.figures import Row, milliseconds, times
from tests.bench.parts import parts
from tests.bench.processes import NOW, folder
from tests.fakes import Hand
from tests.page import FakePage

SMALL, LARGE, QUICK_LARGE = (200, 1_000), (20_000, 100_000), (2_000, 10_000)
"""How many posts, and how many ideas."""

WITHIN, GROWTH = 0.100, 1.5  # seconds, and beside a hundredth of the data
ROUNDS = 31
OUTLETS = 10
AHEAD_DAYS = 60  # planned from NOW on, two posts a day; the rest is the past
EVENINGS = Cadence("FREQ=WEEKLY;BYDAY=TU,TH", time(18))


def run(*, quick: bool) -> list[Row]:
    """Do the same at a small desk and at a large one, in turn."""
    large = QUICK_LARGE if quick else LARGE
    taken = {size: _measure(*size) for size in (SMALL, large)}
    return [
        Row(
            f"{what}, {large[0]:,} posts, {large[1]:,} ideas, {OUTLETS} outlets",
            f"{milliseconds(seconds)} ms",
            ratio=f"{times(seconds / taken[SMALL][what])} a hundredth",
            bar="≤ 100 ms and 1.5 ×",
            met=seconds <= WITHIN and seconds / taken[SMALL][what] <= GROWTH,
        )
        for what, seconds in taken[large].items()
    ]


def _measure(size: int, bank: int) -> dict[str, float]:
    with folder() as place, closing(Store(place / "lucka.db")) as store:
        hand = Hand(NOW)
        deps = parts(store, hand, FakePage())
        make.settle(deps)
        with deps.transaction() as db:
            _furnish(db, size)
            ideas.fill(db, bank)
        return {what: _median(act, deps) for what, act in ACTS.items()}


def _median(act: Callable[[Deps], None], deps: Deps) -> float:
    def once() -> float:
        start = perf_counter()
        act(deps)
        return perf_counter() - start

    return median([once() for _ in range(ROUNDS)][1:])


def _show_plan(deps: Deps) -> None:
    plan.answer(deps, make.command("plan"))


def _show_gaps(deps: Deps) -> None:
    plan.answer(deps, make.command("plan", "gaps"))


def _show_home(deps: Deps) -> None:
    with deps.transaction() as db:
        home.show(db, deps, Member(make.AMIRA, "Amira", MemberKind.MEMBER, NOW))


ACTS: dict[str, Callable[[Deps], None]] = {
    "`/plan`": _show_plan,
    "`/plan gaps`": _show_gaps,
    "the home tab": _show_home,
}


def _furnish(db: Database, size: int) -> None:
    """Add outlets, and fill the days from AHEAD_DAYS on backwards."""
    for number in range(OUTLETS - len(outlets.known(db))):
        outlets.add(db, f"Kanal {number}", DEFAULT_CADENCE, EVENINGS)
    known = outlets.known(db)
    for n in range(size):
        day = NOW.date() + timedelta(days=AHEAD_DAYS - n // 2)
        entry = Entry(
            title=f"Öppet hus {n}",
            text="Kom och titta! " * 8,
            outlet_id=known[n % len(known)].id,
            day=day,
            at=time(11 + n % 2),
            owner=make.AMIRA,
            status=Status.PUBLISHED if day < NOW.date() else Status.READY,
        )
        posts.add(db, entry, who=make.AMIRA, now=NOW)
