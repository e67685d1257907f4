"""Whatever is thrown at it: no surprise, nothing half-written, and memory stays flat.

Some of it is part of the suite; `make chaos` throws `--inputs`.
"""

import gc
import os
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from bot.deps import Deps
from bot.domain.answers import Answering
from bot.jobs import page_cost, poll, relay
from bot.store import answers, audit, comments
from bot.store import page as store_page
from handlers.app import create
from tests import make, page
from tests.chaos.histories import Memory
from tests.chaos.listening import listening
from tests.chaos.thrower import Thrower
from tests.commands import say
from tests.fakes import FakeSlack, Hand
from tests.handlers.test_forged_values import BUTTONS, FORMS
from tests.publishing import FakePage, allowed

SOME = 400
BATCH = 1000  # inputs that one database takes
GROWTH = 1.05


def resident() -> float:
    """Return this process's resident memory in megabytes."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def batch(deps: Deps, empty: sqlite3.Connection, hand: Hand, seed: int, count: int) -> None:
    """Throw *count* inputs at a bot that has something of everything."""
    memory, slack = Memory(empty), FakeSlack()
    made = replace(
        deps,
        page=FakePage(hand),  # type: ignore[arg-type]
        slack=slack,
        transaction=memory.transaction,
        reading=memory.reading,
    )
    make.settle(made)
    allowed(made)
    with made.transaction() as db:
        answers.decide(db, Answering(is_on=True))
        found = [page.comment(1), page.comment(2, "Och på lördag?")]
        kept = store_page.keep(db, [page.post()], found, now=hand())
        new = comments.add_relays(db, kept.new, since=make.NOW.replace(year=2000), now=hand())
        relay.show(made, db, new, now=hand())
    for number in range(3):
        say(made, "idea", f"Idé {number}")
        say(made, "plan", f"torsdag 13.00 webb Inlägg {number}")
    poll._costs.clear()
    thrower = Thrower(made, create(made, lambda: None), slack, Random(seed), BUTTONS, FORMS)  # noqa: S311
    with listening() as errors:
        for number in range(count):
            thrower.throw()
            hand.on(seconds=1)
            if errors.found:
                raise AssertionError(f"input {number} of seed {seed}: {errors.found[0]}")
    with made.reading() as db:
        assert db.execute("pragma foreign_key_check").fetchall() == []
        assert db.execute("pragma integrity_check").fetchall() == [("ok",)]
        assert audit.check(db).broken is None
        said = db.execute("select body from outbox where instr(body, ?)", [made.words("surprise")])
        assert said.fetchall() == []
    memory.connection.close()


def test_nothing_that_is_thrown_surprises_it(
    deps: Deps,
    empty_in_memory: sqlite3.Connection,
    hand: Hand,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(page_cost, "monotonic", hand.monotonic)
    batch(deps, empty_in_memory, hand, 1, SOME)


@pytest.mark.chaos
def test_nothing_surprises_it_in_a_hundred_thousand_inputs(
    deps: Deps,
    empty_in_memory: sqlite3.Connection,
    hand: Hand,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
    tell: Callable[[str], None],
) -> None:
    monkeypatch.setattr(page_cost, "monotonic", hand.monotonic)
    told, sizes = request.config.option, []
    for number in range(max(told.inputs // BATCH, 1)):
        hand.to(make.NOW)
        batch(deps, empty_in_memory, hand, told.seed + number, BATCH)
        gc.collect()
        sizes.append(resident())
    settled, last = sizes[len(sizes) // 4], max(sizes[-len(sizes) // 4 :])
    tell(
        f"{len(sizes) * BATCH} inputs: no surprise; {settled:.0f} MB early, {last:.0f} MB at the end"
    )
    assert len(sizes) < 8 or last <= settled * GROWTH
