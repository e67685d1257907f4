"""Ten thousand comments in ten minutes, in a world whose seconds take no time.

Everything is the bot's own but the clock, the page and Slack.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from random import Random
from time import process_time
from typing import Any

from bot.deps import Deps
from bot.domain.comments import Act
from bot.domain.page import PageComment
from bot.jobs import poll
from bot.jobs.outbox import Sender
from bot.jobs.pace import Pace
from bot.store import storms
from bot.store.db import Store
from handlers.comments import carry_out
from tests import page
from tests.fakes import Hand
from tests.make import AMIRA
from tests.page import FakePage

COUNT = 10_000
SECONDS = 600
POLL_EVERY = 60
STEP = 0.25
FLAGGED_A_MINUTE = 4

MANY = 20
"""Posts that share a tenth of it; a round reads 25 posts."""


@dataclass
class Slack:
    """A Slack in memory that notes when it was asked for what."""

    now: Callable[[], float]
    said: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    posted: dict[str, float] = field(default_factory=dict)
    times: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    bodies: list[Mapping[str, Any]] = field(default_factory=list)

    def post(
        self, channel: str, body: Mapping[str, Any], *, key: str, thread: str | None = None
    ) -> str:
        assert thread is None, "nobody answers anybody in this flood"
        assert key not in self.posted, f"{key} was posted twice"
        self.posted[key] = self.now()
        self._say(f"post:{channel}", key, body)
        return key

    def update(self, channel: str, ts: str, body: Mapping[str, Any]) -> None:
        self._say("update", ts, body)

    def _say(self, call: str, key: str, body: Mapping[str, Any]) -> None:
        self.times[call].append(self.now())
        self.said[key] = body
        self.bodies.append(body)


@dataclass
class Flood:
    """The flood and how it is met: what Slack was asked, what was flagged when (by the hand).

    `seconds` is the processor time that the bot took for all of it.
    """

    deps: Deps
    page: FakePage
    slack: Slack
    sender: Sender
    hand: Hand
    flagged: dict[str, float] = field(default_factory=dict)
    seconds: float = 0.0

    def run(self) -> None:
        """Let it come, and half as long again pass after it."""
        rng = Random(4)  # noqa: S311 -- no secret
        poll.run(self.deps, self.hand())
        begin = self.hand()
        for step in range(int(SECONDS * 1.5 / STEP)):
            at = self.hand.on(seconds=STEP)
            if step * STEP % POLL_EVERY == 0:
                self.page.comments = written(begin, at)
                self._work(lambda at=at: poll.run(self.deps, at))  # type: ignore[misc]
                if step * STEP <= SECONDS:
                    self.flagged |= flag_some(self.deps, rng, self.hand.monotonic())
            self._work(self._drain)

    def _drain(self) -> None:
        while self.sender.drain() == 0.0:
            pass

    def _work(self, work: Callable[[], object]) -> None:
        start = process_time()
        work()
        self.seconds += process_time() - start


def flood(deps: Deps, store: Store, hand: Hand) -> Flood:
    """Return the flood before it comes; the clock that never jumps must be the *hand*'s."""
    fake = FakePage(posts=[page.post(name, f"Inlägg {name}") for name in posts()])
    deps, slack = replace(deps, page=fake), Slack(hand.monotonic)  # type: ignore[arg-type]
    unit = {"transaction": store.transaction, "reading": store.reading}
    sender = Sender(slack, now=hand, health=deps.health, pace=Pace(), **unit)  # type: ignore[arg-type]
    return Flood(deps, fake, slack, sender, hand)


def posts() -> list[str]:
    """One post gets seven comments in ten, another two, all others the rest."""
    return ["viral0", "big0", *(f"many{n}" for n in range(MANY))]


def written(begin: datetime, now: datetime) -> list[PageComment]:
    """All that has been written by *now*, evenly over the ten minutes."""
    share = min((now - begin).total_seconds() / SECONDS, 1.0)
    return [_comment(n, begin) for n in range(int(COUNT * share))]


def _comment(n: int, begin: datetime) -> PageComment:
    post = "viral0" if n % 10 < 7 else "big0" if n % 10 < 9 else f"many{n // 10 % MANY}"
    at = begin + timedelta(seconds=n * SECONDS / COUNT)
    return page.comment(n, f"Kommentar {n} <!channel>", at=at, post_id=post)


def flag_some(deps: Deps, rng: Random, at: float) -> dict[str, float]:
    """Let somebody flag a few of those that are gathered, from the list behind the button."""
    chosen = {}
    with deps.transaction() as db:
        for storm in list(storms.lasting(db).values())[:2]:
            rows = storms.open_in(db, storm, 40)
            for one in rng.sample(rows, min(FLAGGED_A_MINUTE // 2, len(rows))):
                carry_out(deps, db, Act.FLAG, one.comment.id, AMIRA)
                chosen[one.comment.id] = at
    return chosen
