"""Ten thousand comments in ten minutes: nothing lost, nothing twice, the urgent ones within seconds.

Everything is the bot's own but the clock, the page and Slack. A second of this world takes no time.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import pairwise
from random import Random
from typing import Any

import pytest

from bot.deps import Deps
from bot.domain.comments import Act
from bot.domain.page import PageComment
from bot.jobs import outbox as outbox_job
from bot.jobs import pace, page_cost, poll
from bot.jobs.outbox import Sender
from bot.jobs.pace import METHOD_BURST, METHOD_SECONDS, Pace
from bot.store import storms
from bot.store.db import Store
from handlers.comments import carry_out
from tests import page
from tests.fakes import Hand
from tests.make import AMIRA, COMMENTS
from tests.page import FakePage

pytestmark = pytest.mark.chaos

COUNT = 10_000
SECONDS = 600
POLL_EVERY = 60
STEP = 0.25
FLAGGED_A_MINUTE = 4
SOON = 10.0
"""Seconds until a flagged comment stands in Slack: behind at most the others of its minute."""

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


def test_a_flood_of_comments_is_met(
    deps: Deps,
    store: Store,
    hand: Hand,
    monkeypatch: pytest.MonkeyPatch,
    tell: Callable[[str], None],
) -> None:
    for module in (pace, outbox_job, page_cost):
        monkeypatch.setattr(module, "monotonic", hand.monotonic)
    fake = FakePage(posts=[page.post(name, f"Inlägg {name}") for name in posts()])
    deps, slack = replace(deps, page=fake), Slack(hand.monotonic)  # type: ignore[arg-type]
    unit = {"transaction": store.transaction, "reading": store.reading}
    sender = Sender(slack, now=hand, health=deps.health, pace=Pace(), **unit)  # type: ignore[arg-type]
    rng, flagged = Random(4), {}  # noqa: S311 -- no secret
    poll.run(deps, hand())
    begin = hand()
    for step in range(int(SECONDS * 1.5 / STEP)):
        at = hand.on(seconds=STEP)
        if step * STEP % POLL_EVERY == 0:
            fake.comments = written(begin, at)
            poll.run(deps, at)
            flagged |= flag_some(deps, rng, hand.monotonic())
        while sender.drain() == 0.0:
            pass
    assert_everything_stands_once(deps, slack)
    assert_limits_kept(slack)
    late = {one: slack.posted[f"relay:{one}"] - at for one, at in flagged.items()}
    tell(
        f"{COUNT} comments in {SECONDS} s: {len(slack.posted)} messages, {len(slack.times['update'])}"
        f" changes; {len(flagged)} flagged, the slowest after {max(late.values()):.0f} s"
    )
    assert len(flagged) >= 30
    assert max(late.values()) <= SOON
    assert not [body for body in slack.bodies if pings(body)]
    assert_calm_again(deps, fake, hand)


def pings(body: Mapping[str, Any]) -> bool:
    """Tell whether Slack would parse a mention somewhere: in rich text it parses nothing."""
    parsed = [block for block in body["blocks"] if block["type"] != "rich_text"]
    return any(mark in f"{body['text']}{parsed}" for mark in ("<!", "<@"))


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


def assert_everything_stands_once(deps: Deps, slack: Slack) -> None:
    with deps.reading() as db:
        relays = {row[0] for row in db.execute("select comment_id from relays").fetchall()}
        inside = {row[0] for row in db.execute("select comment_id from gathered").fetchall()}
        waiting = db.execute("select count(*) from outbox where state <> 'sent'").fetchone()
    own = {key.removeprefix("relay:") for key in slack.posted if key.startswith("relay:")}
    assert len(relays) == COUNT
    assert waiting == (0,)
    assert not own & inside
    assert own | inside == relays


def assert_limits_kept(slack: Slack) -> None:
    posts = slack.times[f"post:{COMMENTS}"]
    assert min(b - a for a, b in pairwise(posts)) >= 1.0
    updates = slack.times["update"]
    for n, first in enumerate(updates):
        within = sum(1 for at in updates[n:] if at < first + 60)
        assert within <= METHOD_BURST + 60 / METHOD_SECONDS + 1
    assert len(posts) < COUNT / 10


def assert_calm_again(deps: Deps, fake: FakePage, hand: Hand) -> None:
    hand.on(minutes=11)
    poll.run(deps, hand())
    fake.comments = [*fake.comments, page.comment(COUNT + 1, at=hand(), post_id="viral0")]
    poll.run(deps, hand())
    with deps.reading() as db:
        assert storms.lasting(db) == {}
        keys = [row[0] for row in db.execute("select key from outbox order by id").fetchall()]
    assert keys[-1] == f"relay:{page.POST}_{COUNT + 1}"
