"""The time between a slash command and its acknowledgement over Socket Mode."""

from tests.bench.fake_slack import FakeSlack
from tests.bench.figures import Row
from tests.bench.processes import bare, folder, ours, settle
from tests.bench.turns import BURSTS, Turns

BAR, BAR_AT = 2.0, 20
"""Times bare Bolt's 99th percentile, and at how many at once."""


def run(*, quick: bool) -> list[Row]:
    """Measure the bot's own listeners against one that only says "ack", as Bolt runs it."""
    with folder() as home, FakeSlack() as our_slack, FakeSlack() as bare_slack:
        settle(home)
        with ours(home, our_slack), bare(bare_slack):
            bare_slack.wait_connected()
            our_slack.wait_for_the_morning()
            turns = Turns(
                home, our_slack.acknowledge, bare_slack.acknowledge, our_slack, quick=quick
            )
            return [
                row
                for name in ("/idea", "/plan")
                for at_once in BURSTS
                for row in turns.rows(name, at_once, bar=BAR if at_once == BAR_AT else None)
            ]
