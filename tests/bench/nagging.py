"""How long the nag takes to build, in the channel and to people, and how that grows."""

from contextlib import closing
from datetime import datetime, time
from statistics import median
from time import perf_counter

from bot.deps import Deps
from bot.domain.calendar import WorkingCalendar
from bot.domain.outlets import DEFAULT_CADENCE
from bot.domain.team import Team
from bot.jobs import nag
from bot.jobs.due import Due
from bot.store import levels, outbox, outlets, team
from bot.store.db import Store
from tests import make
from tests.bench import digesting, ideas
from tests.bench.figures import Row, milliseconds, times
from tests.bench.parts import parts
from tests.bench.processes import NOW, folder
from tests.fakes import Hand
from tests.page import FakePage

OUTLETS = 10
SMALL, LARGE, QUICK_LARGE = (200, 1_000), (20_000, 100_000), (2_000, 10_000)
"""How many posts, and how many ideas."""

WITHIN, GROWTH = 0.100, 1.5


def run(*, quick: bool) -> list[Row]:
    """Build the nag of one working day after the other over a small plan and over a large one."""
    large = QUICK_LARGE if quick else LARGE
    days = 5 if quick else 25
    small, big = _median(*SMALL, days), _median(*large, days)
    what = f"nag with {large[0]:,} posts, {large[1]:,} ideas and {OUTLETS} outlets"
    return [
        Row(
            what,
            f"{milliseconds(big)} ms",
            ratio=f"{times(big / small)} that of a hundredth",
            bar="≤ 100 ms and 1.5 ×",
            met=big <= WITHIN and big / small <= GROWTH,
        )
    ]


def _median(posts: int, kept: int, days: int) -> float:
    hand = Hand(NOW)
    with folder() as home, closing(Store(home / "lucka.db")) as store:
        deps = parts(store, hand, FakePage())
        with deps.transaction() as db:
            for number in range(OUTLETS - len(outlets.known(db))):
                outlets.add(db, f"Kanal {number}", DEFAULT_CADENCE)
            digesting.fill_plan(db, posts)
            ideas.fill(db, kept)
            team.save(db, Team(make.AMIRA, (make.JONAS,)))
            levels.set_owners(db, dict(enumerate([make.ELIN, make.MIKKO] * 2, start=1)))
        return median([_once(deps, hand, day) for day in range(days + 2)][2:])


def _once(deps: Deps, hand: Hand, number: int) -> float:
    day = NOW.date()
    for _ in range(number):
        day = WorkingCalendar().next_working_day(day)
    moment = hand.to(datetime.combine(day, time(8, 15), deps.settings.timezone))
    start = perf_counter()
    nag.run(deps, Due(day, moment, moment))
    taken = perf_counter() - start
    with deps.transaction() as db:
        for item in outbox.pending(db):
            outbox.sent(db, item, f"{item.id}.0", revision=item.revision, now=moment)
    return taken
