"""From a comment on the page to Slack, with webhooks: one at a time, and twenty a second.

The real process reads a real page over HTTP, which posts signed webhooks to it. Slack takes one
message a second and channel, so at twenty comments a second most of them can have no message of
their own: they stand in the one that gathers what is written about a post, and count as shown once
that message counts them. What holds a watch word always has its own. On many posts at once, each
with its message, Slack's pace is the floor: fifty changes of messages a minute.
"""

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from time import monotonic, sleep

from bot.clock import Clock
from bot.sandbox.hooks import FIELD, Hooks
from bot.sandbox.identity import PAGE
from tests.bench.fake_slack import COMMENTS, FakeSlack, LostError
from tests.bench.figures import Row, Spread, spread
from tests.bench.processes import folder, ours, settle
from tests.bench.signed import free_port, wait_for
from tests.page_server import SECRET, TOKEN, PageServer, page_server

POSTS = 10
QUIET_SECONDS = 15.0  # between two parts: what is saved up of Slack's pace is whole again
ONE_BY_ONE, APART_SECONDS = 40, 1.3  # a little more than Slack's second
A_SECOND, SECONDS, QUICK_SECONDS = 20, 30, 10
URGENT_EVERY = 100  # comments: one in five seconds
PATIENCE_SECONDS = 300.0  # the last of a burst has its turn after a minute and more
MEDIAN, SLOWEST = 1.0, 3.0
BAR = "≤ 1 s, p99 ≤ 3 s"
WORD = "a-word-of-our-own"

Written = dict[str, float]
"""When (monotonic) each comment was on the page, by its id."""


def run(*, quick: bool) -> list[Row]:
    """Write one comment after the other, then twenty a second; wait for each in Slack."""
    with page_server() as page, folder() as home, FakeSlack() as slack:
        settle(home)
        write = _writer(page, home)
        port = free_port()
        with ours(home, slack, **_settings(page, port)):
            wait_for(port)
            slack.wait_for_the_morning()
            write(0, "Den första av alla")
            slack.wait_for("chat.postMessage", COMMENTS)  # the page has been read, with its posts
            _subscribe(page, home, port)
            alone = _alone(write, slack, 8 if quick else ONE_BY_ONE)
            seconds = QUICK_SECONDS if quick else SECONDS
            one = _many(write, slack, home, seconds, on=range(1))
            sleep(QUIET_SECONDS)
            many = _many(write, slack, home, seconds, on=range(1, 1 + POSTS))
    what, pace = "from the page to Slack by webhook", f"{A_SECOND} a second"
    return [
        _row(f"{what}, one comment at a time", alone),
        _row(f"{what}, {pace} on one post, alone or gathered", one.usual),
        _row(f"{what}, {pace} on one post: those with a watch word", one.urgent),
        Row(f"from the page to the look that finds it, {pace} on one post", _seconds(one.read)),
        Row(f"{what}, {pace} on {POSTS} posts, alone or gathered", _seconds(many.usual)),
        Row(f"{what}, {pace} on {POSTS} posts: those with a watch word", _seconds(many.urgent)),
        Row(f"from the page to the look that finds it, {pace} on {POSTS}", _seconds(many.read)),
    ]


@dataclass(frozen=True, slots=True)
class Taken:
    """How long what is usual took, what is urgent, and reading."""

    usual: Spread
    urgent: Spread
    read: Spread


def _row(what: str, found: Spread) -> Row:
    met = found.p50 <= MEDIAN and found.p99 <= SLOWEST
    return Row(what, _seconds(found), bar=BAR, met=met)


def _seconds(found: Spread) -> str:
    return f"{found.p50:.2f} / {found.p99:.2f} s"


def _settings(page: PageServer, port: int) -> dict[str, str]:
    return {
        "FACEBOOK_PAGE_ID": PAGE,
        "FACEBOOK_PAGE_TOKEN": TOKEN,
        "FACEBOOK_APP_SECRET": SECRET,
        "FACEBOOK_VERIFY_TOKEN": WORD,
        "FACEBOOK_API_URL": f"{page.site}/graph",
        "HTTP_PORT": str(port),
    }


def _writer(page: PageServer, home: Path) -> Callable[[int, str], str]:
    """Put posts on the page, and return what writes a comment on one of them, by the bot's clock."""
    page.start_over()
    clock = Clock(home / "clock")
    page.clock.at = clock.now()
    posts = [page.page.add_post(f"Inlägg {n}") for n in range(1 + POSTS)]
    return lambda n, text: page.page.add_comment(
        posts[n % len(posts)], text, author=f"Maja {n}", at=clock.now()
    )


def _subscribe(page: PageServer, home: Path, port: int) -> None:
    """Let the page post what happens to the bot."""
    hooks = Hooks(page.page, Clock(home / "clock"))
    hooks.page_fields = (FIELD,)
    hooks.subscribe(
        {
            "object": "page",
            "callback_url": f"http://127.0.0.1:{port}/facebook/webhook",
            "verify_token": WORD,
            "fields": FIELD,
        }
    )
    hooks.listen()


def _alone(write: Callable[[int, str], str], slack: FakeSlack, count: int) -> Spread:
    written: Written = {}
    for n in range(count):
        start = monotonic()
        written[write(n, f"Fråga {n}: måste man boka?")] = start
        sleep(APART_SECONDS)
    return spread(_own(slack, written))


def _many(
    write: Callable[[int, str], str], slack: FakeSlack, home: Path, seconds: int, *, on: range
) -> Taken:
    """Write at the pace, *on* these posts in turn; return the seconds that it took."""
    usual: Written = {}
    urgent: Written = {}
    begin = monotonic()
    for n in range(seconds * A_SECOND):
        sleep(max(0.0, begin + n / A_SECOND - monotonic()))
        start = monotonic()
        if n % URGENT_EVERY == URGENT_EVERY // 2:
            urgent[write(on[n % len(on)], f"Fråga {n}: jag kan inte andas")] = start
        else:
            usual[write(on[n % len(on)], f"Fråga {n}: gäller det även barn?")] = start
    shown, own = _shown(slack, home, usual), _own(slack, urgent)
    return Taken(spread(shown), spread(own), spread(_read(home, usual | urgent)))


def _own(slack: FakeSlack, written: Written) -> list[float]:
    """Return how long each comment took to have a message of its own, once all have."""

    def found() -> Written:
        return _first(slack, written)

    _wait(lambda: len(found()) == len(written))
    return [at - written[one] for one, at in found().items()]


def _shown(slack: FakeSlack, home: Path, written: Written) -> list[float]:
    """Return how long each comment took to be shown, alone or gathered, once all are."""

    def found() -> Written:
        gathered = _gathered(slack, home)
        return {
            **{one: at for one, at in gathered.items() if one in written},
            **_first(slack, written),
        }

    _wait(lambda: len(found()) == len(written))
    return [at - written[one] for one, at in found().items()]


def _read(home: Path, written: Written) -> list[float]:
    """Return how long each comment waited for the look that found it: what is ours of the time."""
    ahead = Clock(home / "clock").now().timestamp() - monotonic()
    with closing(sqlite3.connect(home / "lucka.db")) as db:
        rows = db.execute("select comment_id, relayed_at from relays").fetchall()
    return [
        datetime.fromisoformat(at).timestamp() - ahead - written[one]
        for one, at in rows
        if one in written
    ]


def _first(slack: FakeSlack, written: Written) -> Written:
    """Return when those of *written* that have a message of their own got it."""
    shown: Written = {}
    for at, key, _ in [*slack.shown]:
        comment = key.removeprefix("relay:")
        if comment in written:
            shown.setdefault(comment, at)
    return shown


def _gathered(slack: FakeSlack, home: Path) -> Written:
    """Return when the comments that stand in a storm's message were first counted there."""
    with closing(sqlite3.connect(home / "lucka.db")) as db:
        rows = db.execute(
            """
            select 'storm:' || s.post_id || ':' || s.id, g.comment_id
            from gathered g join storms s on s.id = g.storm_id
            join comments c on c.id = g.comment_id order by c.created_at, g.rowid
            """
        ).fetchall()
    inside: dict[str, list[str]] = {}
    for key, comment in rows:
        inside.setdefault(key, []).append(comment)
    shown: Written = {}
    for at, key, text in [*slack.shown]:
        for comment in inside.get(key, [])[: _count(text)]:
            shown.setdefault(comment, at)
    return shown


def _count(text: str) -> int:
    """Read how many comments the message of a storm says that it gathers."""
    found = re.search(r"^(\d+) komment", text, re.MULTILINE)
    return int(found[1]) if found else 0


def _wait(condition: Callable[[], bool]) -> None:
    end = monotonic() + PATIENCE_SECONDS
    while not condition():
        if monotonic() > end:
            raise LostError("a comment never came to Slack")
        sleep(0.2)
