"""The same acknowledgements in HTTP mode, beside Bolt's own adapter for Starlette."""

from tests.bench import signed
from tests.bench.fake_slack import FakeSlack
from tests.bench.figures import Row
from tests.bench.processes import bare, folder, ours, settle
from tests.bench.turns import BURSTS, Turns


def run(*, quick: bool) -> list[Row]:
    """Measure our door twice: before the listener that the floor has too, and before our own.

    Bolt's adapter runs a synchronous app on the event loop, where each waits for the one before.
    """
    with folder() as home, FakeSlack() as slack:
        settle(home)
        adapter, threads, bot = (signed.free_port() for _ in range(3))
        settings = {"SLACK_SIGNING_SECRET": signed.SECRET, "HTTP_PORT": str(bot)}
        with (
            bare(slack, "adapter", "--port", str(adapter)),
            bare(slack, "threads", "--port", str(threads)),
            ours(home, slack, **settings),
        ):
            for port in (adapter, threads, bot):
                signed.wait_for(port)
            slack.wait_for_the_morning()
            floor = signed.sender(adapter)
            doors = {
                "HTTP, the same listener": Turns(
                    home, signed.sender(threads), floor, None, quick=quick
                ),
                "HTTP, `/idea`": Turns(home, signed.sender(bot), floor, slack, quick=quick),
            }
            return [
                row
                for door, turns in doors.items()
                for at_once in BURSTS
                for row in turns.rows("/idea", at_once, door=door)
            ]
