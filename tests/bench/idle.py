"""What the bot costs while nothing happens: memory, and the processor's time."""

from statistics import median
from time import sleep

from bot.sandbox.identity import PAGE
from tests.bench.fake_slack import COMMENTS, FakeSlack
from tests.bench.figures import Row, times
from tests.bench.processes import NOW, Running, bare, folder, ours, settle
from tests.page_server import SECRET, TOKEN, PageServer, page_server

BAR = 2.5
IDLE_SECONDS = 10.0
POLL_SECONDS = 2

Idle = tuple[float, float]
"""Resident memory in MB at the end of an idle spell, and the share of a core used during it."""


def run(*, quick: bool) -> list[Row]:
    """Let both idle side by side, the bot after its digest, its nag and a few looks at the page."""
    with page_server() as page:
        _furnish(page)
        taken = [_idle(page.site) for _ in range(1 if quick else 3)]
    (our, our_share), (floor, floor_share) = (
        (median(pair[side][0] for pair in taken), median(pair[side][1] for pair in taken))
        for side in (0, 1)
    )
    return [
        Row(
            "resident memory, idle",
            f"{our:.0f} MB",
            f"{floor:.0f} MB",
            times(our / floor),
            f"≤ {BAR} ×",
            our / floor <= BAR,
        ),
        Row("processor, idle", f"{our_share:.1%} of a core", f"{floor_share:.1%} of a core"),
    ]


def _furnish(page: PageServer) -> None:
    """Put a post and a comment of a moment ago on the page."""
    page.start_over()
    page.clock.at = NOW
    page.page.add_comment(page.page.add_post("Öppet hus"), "Måste man boka?", author="Maja")


def _idle(site: str) -> tuple[Idle, Idle]:
    settings = {
        "FACEBOOK_PAGE_ID": PAGE,
        "FACEBOOK_PAGE_TOKEN": TOKEN,
        "FACEBOOK_APP_SECRET": SECRET,
        "FACEBOOK_API_URL": f"{site}/graph",
        "FACEBOOK_POLL_SECONDS": str(POLL_SECONDS),
    }
    with folder() as home, FakeSlack() as our_slack, FakeSlack() as bare_slack:
        settle(home)
        with ours(home, our_slack, **settings) as our, bare(bare_slack) as floor:
            bare_slack.wait_connected()
            our_slack.wait_for_the_morning()
            our_slack.wait_for("chat.postMessage", COMMENTS)
            return _look(our, floor)


def _look(our: Running, floor: Running) -> tuple[Idle, Idle]:
    before = our.busy(), floor.busy()
    sleep(IDLE_SECONDS)
    after = our.busy(), floor.busy()
    share = [(b - a) / IDLE_SECONDS for a, b in zip(before, after, strict=True)]
    return (our.resident(), share[0]), (floor.resident(), share[1])
