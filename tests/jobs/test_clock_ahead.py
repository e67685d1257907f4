"""A clock that was ahead takes no day away, and one that falls behind says nothing twice."""

from datetime import datetime, timedelta

import pytest

from bot.deps import Deps
from bot.jobs import Timetable
from bot.store import ledger, outbox
from tests.fakes import Hand
from tests.make import NOW

DAY = timedelta(days=1)


def post_all(deps: Deps, true: datetime) -> None:
    """Let everything come to stand in Slack, by Slack's own clock at *true*."""
    with deps.transaction() as db:
        while waiting := outbox.pending(db):
            for item in waiting:
                ts = item.ts or f"{true.timestamp() + item.id / 1000:.6f}"
                outbox.sent(db, item, ts, revision=item.revision, now=deps.now())


def digests(deps: Deps) -> list[str]:
    """Which digests were decided, by key, in order."""
    with deps.reading() as db:
        rows = db.query("select key from outbox where key like '%digest:%' order by id")
        return [str(row["key"]) for row in rows]


def live(deps: Deps, table: Timetable, hand: Hand, ours: datetime, true: datetime) -> None:
    hand.to(ours)
    table.tick()
    post_all(deps, true)


@pytest.mark.parametrize("restarts", [False, True])
def test_a_day_that_a_wrong_clock_took_gets_its_digest_all_the_same(
    deps: Deps, hand: Hand, *, restarts: bool
) -> None:
    table = Timetable(deps)
    live(deps, table, hand, NOW, NOW)
    live(deps, table, hand, NOW + DAY + timedelta(hours=2), NOW + timedelta(hours=2))
    assert digests(deps) == ["digest:2026-11-24", "digest:2026-11-25"]
    table = Timetable(deps) if restarts else table
    live(deps, table, hand, NOW + timedelta(hours=3), NOW + timedelta(hours=3))
    live(deps, table, hand, NOW + DAY, NOW + DAY)
    first, aside, again = digests(deps)
    assert (first, again) == ("digest:2026-11-24", "digest:2026-11-25")
    assert aside.startswith("ahead:2026-11-24")
    with deps.reading() as db:
        (act,) = ledger.acts(db, "clock")
        assert (act.who, act.act) == ("lucka", "clock.set_back")
        assert ledger.ran(db, "digest", "2026-11-25")


def test_a_clock_that_falls_behind_and_is_set_right_says_nothing_twice(
    deps: Deps, hand: Hand
) -> None:
    table = Timetable(deps)
    for day in (0, 1):
        live(deps, table, hand, NOW + day * DAY, NOW + day * DAY)
    hours = timedelta(hours=5)
    live(deps, table, hand, NOW + DAY + hours, NOW + DAY + hours)
    live(deps, table, hand, NOW - hours, NOW + DAY + hours)  # wrong by more than a day
    live(deps, Timetable(deps), hand, NOW, NOW + DAY + 2 * hours)
    live(deps, table, hand, NOW + DAY + 3 * hours, NOW + DAY + 3 * hours)
    assert digests(deps) == ["digest:2026-11-24", "digest:2026-11-25"]
    with deps.reading() as db:
        assert ledger.acts(db, "clock") == []
