"""A flood of comments, met and drained at Slack's pace, on a clock whose seconds take no time."""

from contextlib import ExitStack, closing
from unittest.mock import patch

from bot.jobs import outbox, pace, page_cost
from bot.store.db import Store
from tests.bench.figures import Row
from tests.bench.parts import parts
from tests.bench.processes import NOW, folder
from tests.chaos.flood import COUNT, SECONDS, flood
from tests.fakes import Hand
from tests.page import FakePage

DRAINED = 60.0
"""Seconds after the last comment: a message a second, for what was alone in the last look."""


def run(*, quick: bool) -> list[Row]:
    """Let it come; say what the bot took of the processor and when Slack had all of it."""
    del quick  # it takes some seconds
    hand = Hand(NOW)
    with folder() as place, closing(Store(place / "lucka.db")) as store, ExitStack() as patched:
        for module in (pace, outbox, page_cost):
            patched.enter_context(patch.object(module, "monotonic", hand.monotonic))
        deps = parts(store, hand, FakePage())
        met = flood(deps, store, hand)
        met.run()
    last = max(at for times in met.slack.times.values() for at in times) - SECONDS
    own = f"{len(met.slack.posted):,} messages, {len(met.slack.times['update']):,} changes"
    return [
        Row(
            f"{COUNT:,} comments in ten minutes, read and sent",
            f"{met.seconds:.1f} s of the processor",
        ),
        Row(
            f"the same: Slack has all of it, in {own}",
            f"{last:.0f} s after the last comment",
            bar=f"≤ {DRAINED:.0f} s",
            met=last <= DRAINED,
        ),
    ]
