"""A year in minutes, by the clock: memory, threads, handles and the outbox stay as they were.

`--days` makes it shorter.
"""

import gc
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from shutil import copy
from statistics import fmean

import pytest

from bot.store import audit
from handlers import commands
from tests import make
from tests.answering import allowed, decide
from tests.chaos.listening import listening
from tests.chaos.test_fuzz import GROWTH, resident
from tests.chaos.town import Town
from tests.fakes import FakeAck

START = datetime(2026, 1, 5, 5, 0, tzinfo=UTC)
HOURS = (0, 1, 2, 4, 7, 11)  # after the start of a day in UTC, when somebody looks
PEOPLE = (make.AMIRA, make.JONAS, make.ELIN, make.MIKKO)
RESIDENTS = 10_000  # numbers of comments from here on; the page counts its own from 1,000 on
SIZES = "select name, sum(pgsize) from dbstat group by name order by 2 desc"


class Year:
    """People, residents and the clock around one process."""

    def __init__(self, town: Town, rng: Random) -> None:
        self.town, self.rng, self.number, self.events = town, rng, RESIDENTS, 0

    def day(self) -> None:
        """Live one day."""
        town, begin = self.town, self.town.true.time
        town.page.written = {  # a page that is read shows what is young
            each.id: each
            for each in town.page.written.values()
            if begin - each.created_at < timedelta(days=20)
        }
        for hours in HOURS:
            town.on(
                seconds=(
                    begin + timedelta(hours=hours, minutes=20) - town.true.time
                ).total_seconds()
            )
            if hours > 2:
                self.act()
            for _ in range(3):
                town.look()
                town.tick()
                town.work()
                town.on(minutes=1)
        town.on(seconds=(begin + timedelta(days=1) - town.true.time).total_seconds())

    def act(self) -> None:
        """Let people and residents do what they do."""
        town, rng = self.town, self.rng
        for _ in range(rng.randint(0, 3)):
            self.number += 1
            asked = town.write(self.number, f"Fråga nummer {self.number}?")
            town.look()
            town.work()
            kind = rng.random()
            if kind < 0.3:
                town.answer_there(10**6 + self.number, asked)
            elif kind < 0.5:
                decide(town.deps, asked, f"Svar nummer {self.number}!", who=make.AMIRA)
            elif kind < 0.9:
                self.react(asked.id)
        for name, text in (("idea", "Idé"), ("plan", "torsdag 13.00 webb Inlägg"), ("lucka", "")):
            body = make.command(name, f"{text} {self.number}".strip(), user=rng.choice(PEOPLE))
            if rng.random() < 0.5:
                commands.keep(town.deps, lambda: None, FakeAck(), body)  # type: ignore[arg-type]

    def react(self, comment_id: str) -> None:
        place = [
            ts for (_, ts), key in self.town.slack.keys.items() if key == f"relay:{comment_id}"
        ]
        emoji = self.rng.choice(("eyes", "white_check_mark"))
        for ts in place:
            self.town.tell(make.reaction(emoji, ts, user=self.rng.choice(PEOPLE)))


@pytest.mark.chaos
def test_after_a_year_it_is_as_small_as_in_spring(
    empty: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
    tell: Callable[[str], None],
) -> None:
    told = request.config.option
    town = Town(Path(copy(empty, tmp_path / "lucka.db")), START, monkeypatch)
    allowed(town.deps)
    year = Year(town, Random(told.seed))  # noqa: S311 -- no secret
    seen: list[tuple[float, int, int]] = []
    with listening() as errors:
        for _ in range(told.days):
            year.day()
            town.slack.said.clear()  # the world's own memory is none of the bot's
            town.slack.replies.clear()
            town.people.views.clear()
            gc.collect()
            seen.append(
                (resident(), threading.active_count(), len(list(Path("/proc/self/fd").iterdir())))
            )
        town.rest()
    assert errors.found == []
    quarter = max(len(seen) // 4, 1)
    second, last = seen[quarter : 2 * quarter], seen[-quarter:]
    early, late = fmean(mb for mb, *_ in second), fmean(mb for mb, *_ in last)
    sizes = town.sql(SIZES)
    told_sizes = ", ".join(f"{name} {size / 1024:.0f}" for name, size in sizes[:8])
    (rows,) = town.sql("select count(*) from comments")[0]
    total = sum(size for _, size in sizes) / 1024
    tell(
        f"{told.days} days, {rows} comments: {early:.0f} MB in the second quarter, {late:.0f} MB in"
        f" the last; {last[-1][1]} threads, {last[-1][2]} handles; {total:.0f} kB of database"
        f" ({told_sizes})"
    )
    assert {threads for _, threads, _ in second} >= {threads for _, threads, _ in last}
    assert max(n for *_, n in last) <= max(n for *_, n in second)
    assert town.under_way() == []
    assert town.sql("select count(*) from events")[0][0] < 500
    with town.deps.reading() as db:
        assert audit.check(db).broken is None
    town.close()
    assert told.days < 60 or late <= early * GROWTH
