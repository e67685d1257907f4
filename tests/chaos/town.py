"""A team, a page and a Slack in memory around the bot's own parts, where anything may end anywhere.

A process is its `Deps` with a store on a file, its sender, its timetable and its listeners; it dies
by `Killed` at any call to the outside and at any transaction, before or after, and the next one
goes on with the file. Slack and the page live on, and so does true time; the bot's clock may be
wrong. No sockets and no sleep: a day takes milliseconds.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from slack_bolt import App, BoltRequest
from sqlite_utils import Database

from bot import jobs
from bot.config import Settings
from bot.deps import Deps
from bot.domain.page import (
    PageComment,
    PageMemory,
    PagePost,
    PageRound,
    PageToken,
    PageTrouble,
    PageUsage,
)
from bot.health import Health
from bot.integrations.slack import Outcome, SlackTrouble
from bot.jobs import outbox as outbox_job
from bot.jobs import pace, page_cost, page_writer, poll
from bot.jobs.outbox import Sender
from bot.locales import Words
from bot.store.db import Store, stamp
from handlers import commands
from handlers.app import create
from tests import make, page
from tests.answering import AnswerPage, error, unanswered
from tests.fakes import FakeSlack, Hand
from tests.publishing import FakePage


class Killed(BaseException):
    """The process ends here."""


@dataclass
class Fuse:
    """Where the process ends: at the *left*-th point from now, or nowhere."""

    left: int | None = None

    def point(self) -> None:
        """Pass one of the points at which it may end."""
        if self.left is None:
            return
        self.left -= 1
        if self.left < 0:
            self.left = None
            raise Killed


@dataclass
class TownSlack:
    """Channels, by Slack's own clock; `plan` says what happens to the next calls."""

    true: Hand
    fuse: Fuse
    said: dict[tuple[str, str], Mapping[str, Any]] = field(default_factory=dict)
    keys: dict[tuple[str, str], str] = field(default_factory=dict)
    replies: list[str] = field(default_factory=list)
    plan: list[str] = field(default_factory=list)
    last: float = 0.0

    def post(
        self, channel: str, body: Mapping[str, Any], *, key: str, thread: str | None = None
    ) -> str:
        return str(self._call(lambda: self._stand(channel, body, key)))

    def update(self, channel: str, ts: str, body: Mapping[str, Any]) -> None:
        self._call(lambda: self.said.__setitem__((channel, ts), body))

    def note(self, channel: str, user: str, body: Mapping[str, Any]) -> None:
        self._call(lambda: None)

    def reply(self, url: str, body: Mapping[str, Any]) -> None:
        self._call(lambda: self.replies.append(url))

    def home(self, user: str, view: Mapping[str, Any]) -> None:
        self._call(lambda: None)

    def find(
        self,
        channel: str,
        key: str,
        *,
        oldest: datetime,
        thread: str | None = None,
        page: str = "",
    ) -> tuple[str | None, str]:
        def look() -> str | None:
            found = (ts for (where, ts), one in self.keys.items() if (where, one) == (channel, key))
            return next((ts for ts in found if float(ts) > oldest.timestamp()), None)

        return self._call(look), ""

    def _stand(self, channel: str, body: Mapping[str, Any], key: str) -> str:
        self.last = max(self.last + 0.0001, self.true.time.timestamp())
        ts = f"{self.last:.6f}"
        self.said[channel, ts], self.keys[channel, ts] = body, key
        return ts

    def _call(self, do: Callable[[], Any]) -> Any:
        self.fuse.point()
        kind = self.plan.pop(0) if self.plan else ""
        trouble = TROUBLES[kind]() if kind else None
        if trouble and kind != "lost_after":
            raise trouble
        made = do()
        self.fuse.point()
        if trouble:
            raise trouble
        return made


TROUBLES: dict[str, Callable[[], SlackTrouble]] = {
    "lost_before": lambda: SlackTrouble(Outcome.UNKNOWN, "timeout"),
    "lost_after": lambda: SlackTrouble(Outcome.UNKNOWN, "timeout"),
    "unreached": lambda: SlackTrouble(Outcome.UNREACHED, "ConnectionRefusedError"),
    "wait": lambda: SlackTrouble(Outcome.WAIT, "ratelimited", wait=30.0),
    "wait_long": lambda: SlackTrouble(Outcome.WAIT, "ratelimited", wait=3600.0),
    "channel": lambda: SlackTrouble(Outcome.CHANNEL, "not_in_channel"),
    "account": lambda: SlackTrouble(Outcome.ACCOUNT, "token_revoked"),
}
PAGE_TROUBLES = ("lost_before", "lost_after", "slow_down", "down")


class TownPage(AnswerPage, FakePage):
    """A page that lists its posts with all their comments, and on which posts are published."""

    def __init__(self, true: Hand, fuse: Fuse) -> None:
        FakePage.__init__(self, true)
        AnswerPage.__init__(self, true)
        self.fuse, self.plan = fuse, list[str]()
        self.posts: list[PagePost] = [page.post()]
        self.fault = self._meet

    def read_page(self, _memory: PageMemory, **_: Any) -> PageRound:
        return self._told(self.posts, list(self.written.values()))

    def read_post(self, post_id: str, memory: PageMemory | None = None) -> PageRound:
        return self._told([], [c for c in self.written.values() if c.post_id == post_id])

    def list_posts(self) -> PageRound:
        return self._told(self.posts, [])

    def get(self, *_: Any, **__: Any) -> tuple[dict[str, Any], PageUsage]:
        """Facebook gives no counts out here."""
        return {"data": []}, PageUsage()

    def post_of(self, post_id: str) -> PagePost:
        return next(one for one in self.posts if one.id == post_id)

    def denies(self, node_id: str) -> bool:
        return node_id not in self.written and node_id not in {one.id for one in self.posts}

    def debug_token(self) -> PageToken:
        return PageToken("PAGE", True, self.page_id, frozenset({page.PUBLIC_SCOPE}), None, None)

    def _told(self, posts: list[PagePost], found: list[PageComment]) -> PageRound:
        ordered = sorted(found, key=lambda c: (c.created_at, c.parent_id is not None, c.id))
        make_round = lambda: PageRound(  # noqa: E731
            tuple(posts), tuple(ordered), PageUsage(), 1, whole=frozenset(p.id for p in posts)
        )
        told: PageRound = self._call("read", make_round)
        return told

    def _meet(self, _: str, do: Callable[[], Any]) -> Any:
        self.fuse.point()
        kind = self.plan.pop(0) if self.plan else ""
        if kind == "lost_before":
            raise unanswered()
        if kind == "slow_down":
            raise error(PageTrouble.SLOW_DOWN, 4, wait_seconds=20)
        if kind == "down":
            raise error(PageTrouble.RETRY, 2)
        made = do()
        self.fuse.point()
        if kind == "lost_after":
            raise unanswered()
        return made


class Morning(jobs.Timetable):
    """The timetable, in one thread."""

    def _look_first(self) -> None:
        self.read_page(wait=True)


class Town:
    """All of it; `boot` starts a process, `live` lets one do something and perhaps die of it."""

    def __init__(self, file: Path, start: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
        self.file, self.fuse = file, Fuse()
        self.true, self.hand = Hand(start), Hand(start)
        self.slack = TownSlack(self.true, self.fuse)
        self.page = TownPage(self.true, self.fuse)
        self.people = FakeSlack()
        self.store: Store | None = None
        self.deaths = 0
        for module in (jobs, pace, outbox_job, page_cost):
            monkeypatch.setattr(module, "monotonic", self.true.monotonic)
        self.boot()
        make.settle(self.deps)

    def boot(self) -> None:
        """Start a process on the file."""
        self.close()
        poll._costs.clear()
        self.store = Store(self.file)
        self.store._writer.execute("pragma synchronous = off")
        self.deps = Deps(
            settings=Settings(
                slack_bot_token="xoxb-test", slack_app_token="xapp-test", plan_channel=make.PLAN
            ),
            now=self.hand,
            transaction=self.transaction,
            reading=self.store.reading,
            slack=self.people,
            words=Words("sv"),
            identity=make.identity(),
            plan_channel=make.PLAN,
            comments_channel=make.COMMENTS,
            health=Health(self.true.monotonic),
            wake=lambda: None,
            page=self.page,  # type: ignore[arg-type]
        )
        self.sender = Sender(
            self.slack,  # type: ignore[arg-type]
            now=self.hand,
            transaction=self.deps.transaction,
            reading=self.deps.reading,
            health=self.deps.health,
        )
        self.timetable = Morning(self.deps)
        self.app: App | None = None

    def close(self) -> None:
        """Let go of the file."""
        if self.store is not None:
            self.store.close()

    @contextmanager
    def transaction(self) -> Iterator[Database]:
        self.fuse.point()
        assert self.store is not None
        with self.store.transaction() as db:
            yield db
        self.fuse.point()

    def live(self, work: Callable[[], object]) -> bool:
        """Do *work*; False where the process died of it, and another one was started."""
        try:
            work()
        except Killed:
            self.deaths += 1
            self.boot()
            return False
        return True

    # -- time

    def on(self, **span: float) -> None:
        """Let time pass, by both clocks."""
        self.true.on(**span)
        self.hand.on(**span)

    def jump(self, **span: float) -> None:
        """Set the bot's clock wrong; no time passes."""
        self.hand.to(self.hand.time + timedelta(**span))

    def right(self) -> None:
        """Set the bot's clock right, and let nothing go wrong any more."""
        self.hand.to(self.true.time)
        self.fuse.left = None
        self.slack.plan.clear()
        self.page.plan.clear()

    # -- what the process does

    def tick(self) -> bool:
        """Let the timetable look what is due."""
        return self.live(self.timetable.tick)

    def look(self) -> bool:
        """Read the page."""
        return self.live(self.timetable.read_page)

    def work(self) -> None:
        """Answer the commands that were kept, write on the page, and send."""
        self.live(lambda: commands.drain(self.deps))
        self.live(lambda: page_writer.drain(self.deps))
        self.live(self.send)

    def send(self) -> None:
        """Send what may be sent now."""
        for _ in range(6):
            if self.sender.drain() > 0:
                return

    def tell(self, body: dict[str, Any]) -> bool:
        """Hand over what Slack tells; return whether it was acknowledged."""
        return self._hear(body) is not None

    def open(self, body: dict[str, Any]) -> dict[str, Any] | None:
        """Click on something that opens a form; None where none comes."""
        self.people.views.clear()
        self.tell(body)
        return self.people.views.pop() if self.people.views else None

    def submit(self, body: dict[str, Any]) -> bool:
        """Send a form; return whether it was closed: then what it says is so."""
        return self._hear(body) == ""

    def _hear(self, body: dict[str, Any]) -> str | None:
        self.app = app = self.app or create(self.deps, lambda: None)
        heard: list[str] = []
        request = BoltRequest(body=body, mode="socket_mode")

        def dispatch() -> None:
            answer = app.dispatch(request)
            if answer.status == 200:
                heard.append(answer.body or "")

        self.live(dispatch)
        return heard[0] if heard else None

    def rest(self, minutes: int = 240) -> None:
        """Let everything come to rest."""
        for _ in range(minutes):
            self.look()
            self.work()
            if not self.under_way():
                return
            self.on(minutes=1)
        raise AssertionError(f"it never ends: {self.under_way()}")

    def under_way(self) -> list[Any]:
        """Return what is not yet done."""
        return self.sql(
            "select key from outbox where state = 'pending' union all select trigger from inbox"
            " union all select id from answers where state = 'waiting' union all"
            " select id from publications where next_at <= ?"
            " and state in ('waiting', 'created', 'released')",
            stamp(self.hand.time),
        )

    def sql(self, query: str, *values: Any) -> list[Any]:
        """Read the database."""
        assert self.store is not None
        with self.store.reading() as db:
            return db.execute(query, list(values)).fetchall()

    def write(self, number: int, text: str) -> PageComment:
        """Let a resident write below the post."""
        made = page.comment(number, text, at=self.true.time)
        self.page.put(made)
        return made

    def answer_there(self, number: int, asked: PageComment) -> PageComment:
        """Let the page answer on Facebook."""
        told = page.answer(number, under=0, at=self.true.time, text="Tack! /Elin")
        made = replace(told, parent_id=asked.id)
        self.page.put(made)
        return made
