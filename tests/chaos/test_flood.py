"""Ten thousand comments in ten minutes: nothing lost, nothing twice, the urgent ones within seconds."""

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any

import pytest

from bot.deps import Deps
from bot.jobs import outbox as outbox_job
from bot.jobs import pace, page_cost, poll
from bot.jobs.pace import METHOD_BURST, METHOD_SECONDS
from bot.store import storms
from bot.store.db import Store
from tests import page
from tests.chaos.flood import COUNT, SECONDS, Slack, flood
from tests.fakes import Hand
from tests.make import COMMENTS
from tests.page import FakePage

pytestmark = pytest.mark.chaos

SOON = 10.0
"""Seconds until a flagged comment stands in Slack: behind at most the others of its minute."""


def test_a_flood_of_comments_is_met(
    deps: Deps,
    store: Store,
    hand: Hand,
    monkeypatch: pytest.MonkeyPatch,
    tell: Callable[[str], None],
) -> None:
    for module in (pace, outbox_job, page_cost):
        monkeypatch.setattr(module, "monotonic", hand.monotonic)
    met = flood(deps, store, hand)
    met.run()
    slack = met.slack
    assert_everything_stands_once(met.deps, slack)
    assert_limits_kept(slack)
    late = {one: slack.posted[f"relay:{one}"] - at for one, at in met.flagged.items()}
    tell(
        f"{COUNT} comments in {SECONDS} s: {len(slack.posted)} messages, {len(slack.times['update'])}"
        f" changes; {len(met.flagged)} flagged, the slowest after {max(late.values()):.0f} s"
    )
    assert len(met.flagged) >= 30
    assert max(late.values()) <= SOON
    assert not [body for body in slack.bodies if pings(body)]
    assert_calm_again(met.deps, met.page, hand)


def pings(body: Mapping[str, Any]) -> bool:
    """Tell whether Slack would parse a mention somewhere: in rich text it parses nothing."""
    parsed = [block for block in body["blocks"] if block["type"] != "rich_text"]
    return any(mark in f"{body['text']}{parsed}" for mark in ("<!", "<@"))


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
