"""How long the bot is deaf after its connection to Slack is lost."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from statistics import median
from time import sleep

from handlers.app import PING_SECONDS
from tests.bench.fake_slack import FakeSlack, Loss, command
from tests.bench.figures import Row, times
from tests.bench.processes import bare, folder, ours, settle

BARS = {Loss.CLOSE: 10, Loss.FIN: 10, Loss.DISCONNECT: 10, Loss.HALF_OPEN: 20}  # seconds
BOLTS_PING = 10.0


def run(*, quick: bool) -> list[Row]:
    """Lose many connections at the same time: nearly all of it is waiting."""
    tries = 2 if quick else 5
    with ExitStack() as stack:
        home = stack.enter_context(folder())
        settle(home)
        our, floor = ([stack.enter_context(FakeSlack()) for _ in range(tries)] for _ in range(2))
        for n, slack in enumerate(our):
            stack.enter_context(ours(home, slack, DATABASE_PATH=str(home / f"{n}.db")))
        for slack in floor:
            stack.enter_context(bare(slack))
        for slack in (*our, *floor):
            slack.wait_connected()
        with ThreadPoolExecutor(2 * tries) as pool:
            return [_row(how, *_lose(pool, how, our, floor)) for how in BARS]


def _lose(
    pool: ThreadPoolExecutor, how: Loss, our: Sequence[FakeSlack], floor: Sequence[FakeSlack]
) -> tuple[list[float], list[float]]:
    """Lose every connection, each at another moment between two pings; return deaf seconds."""

    def lose(slack: FakeSlack, moment: float) -> float:
        sleep(moment)
        return slack.recover(how, command("/idea", "hjälp"))

    tries = len(our)
    ours_lost = [pool.submit(lose, s, PING_SECONDS * (1 + n / tries)) for n, s in enumerate(our)]
    bolts_lost = [pool.submit(lose, s, BOLTS_PING * (1 + n / tries)) for n, s in enumerate(floor)]
    return [lost.result() for lost in ours_lost], [lost.result() for lost in bolts_lost]


def _row(how: Loss, our: Sequence[float], floor: Sequence[float]) -> Row:
    """Show the median and the worst; the bar is for the worst."""
    return Row(
        f"deaf after: {how.value}",
        _seconds(our),
        _seconds(floor),
        times(median(our) / median(floor)),
        f"≤ {BARS[how]} s",
        max(our) <= BARS[how],
    )


def _seconds(taken: Sequence[float]) -> str:
    return f"{median(taken):.2f} s (worst {max(taken):.2f})"
