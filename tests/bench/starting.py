"""From the shell's Enter to a bot that hears Slack."""

from statistics import median
from time import monotonic

from tests.bench.fake_slack import FakeSlack, command
from tests.bench.figures import Row, times
from tests.bench.processes import bare, folder, ours, settle

BAR_SECONDS = 2.0

Start = tuple[float, float]
"""Seconds until the socket was connected (greeted and pinged), and until a command was answered."""


def run(*, quick: bool) -> list[Row]:
    """Start each in turn; the first start of each only fills the caches."""
    rounds = 3 if quick else 11
    with FakeSlack() as slack, folder() as home:
        settle(home)
        taken = [(_start_ours(slack, home), _start_bare(slack)) for _ in range(rounds + 1)][1:]
    rows = []
    for n, what in enumerate(("start to connected", "start to the first answered command")):
        our, floor = (median(pair[side][n] for pair in taken) for side in (0, 1))
        bar = {"bar": f"≤ {BAR_SECONDS:.0f} s", "met": our <= BAR_SECONDS} if n == 0 else {}
        rows.append(Row(what, f"{our:.2f} s", f"{floor:.2f} s", times(our / floor), **bar))
    return rows


def _start_ours(slack: FakeSlack, home) -> Start:
    slack.expect()
    start = monotonic()
    with ours(home, slack):
        return _until_heard(slack, start)


def _start_bare(slack: FakeSlack) -> Start:
    slack.expect()
    start = monotonic()
    with bare(slack):
        return _until_heard(slack, start)


def _until_heard(slack: FakeSlack, start: float) -> Start:
    connected = slack.wait_connected()
    slack.acknowledge([command("/idea", "hjälp")])
    return connected - start, monotonic() - start
