"""How many commands a second one machine answers for as long as they come."""

from itertools import count
from time import monotonic

from tests.bench.fake_slack import FakeSlack, command
from tests.bench.figures import Row
from tests.bench.processes import folder, ours, settle
from tests.bench.turns import TEXTS

AT_ONCE = 20
SECONDS, QUICK_SECONDS = 30.0, 5.0
TEAM_A_HOUR = 300
"""Commands, clicks and reactions of five people in a busy hour: one a minute each."""


def run(*, quick: bool) -> list[Row]:
    """Send twenty at once, again as soon as all are answered."""
    seconds = QUICK_SECONDS if quick else SECONDS
    with folder() as home, FakeSlack() as slack:
        settle(home)
        with ours(home, slack):
            slack.wait_for_the_morning()
            _answered(slack, QUICK_SECONDS)  # warms up
            a_second = _answered(slack, seconds)
    teams = int(a_second * 3600 / TEAM_A_HOUR)
    return [
        Row(
            f"commands answered in Slack, {AT_ONCE} at once for {seconds:.0f} s",
            f"{a_second:.0f} a second",
            ratio=f"{teams:,} busy teams",
        )
    ]


def _answered(slack: FakeSlack, seconds: float) -> float:
    """Return how many ideas a second were taken in and answered."""
    start, done, numbers = monotonic(), 0, count(1)
    while monotonic() - start < seconds:
        texts = [TEXTS["/idea"].format(n=next(numbers)) for _ in range(AT_ONCE)]
        payloads = [command("/idea", text, slack.url) for text in texts]
        slack.acknowledge(payloads)
        slack.await_answers(payloads)
        done += AT_ONCE
    return done / (monotonic() - start)
