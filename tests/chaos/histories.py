"""A page that lives and errs for some days, in virtual time, and a bot that reads it meanwhile.

Everything between the page and Slack is the real code; the Graph API is the sandbox's, without its
sockets. A history is told by its seed alone.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from random import Random
from typing import Any

import httpx
import pytest
from sqlite_utils import Database

from bot.clock import Clock
from bot.deps import Deps
from bot.health import Health
from bot.integrations.facebook import GraphPage
from bot.integrations.slack import Outcome, SlackTrouble
from bot.jobs import page_cost, poll
from bot.sandbox.graph_calls import Call, Graph
from bot.sandbox.graph_errors import GraphRefusal, missing, over_budget
from bot.sandbox.graph_state import FaultKind, Mode, Order, Switches, TokenState
from bot.sandbox.graph_tokens import recognised
from bot.sandbox.graph_view import View
from bot.sandbox.hooks import Hooks
from bot.sandbox.identity import PAGE, PAGE_TOKEN
from bot.sandbox.page import Page
from bot.sandbox.page_rows import Comment
from bot.store import db as store_db
from tests.fakes import Hand
from tests.jobs.sending import World, make_sender

START = datetime(2026, 10, 23, 21, 30, tzinfo=UTC)
"""A Friday evening; on Sunday 25 October the clocks go back."""

ROOT = "https://graph.example/v26.0"
NAMES = ("Maja Forsberg", "Erik Nordin", "Samira Holm")
RECOVERY = (1, 1, 1, 16, 14 * 60, 14 * 60) + (1,) * 12
"""Minutes between the looks after everything is mended: long enough for a night's sweep."""
STRAIGHT = (FaultKind.SHORT_PAGES, FaultKind.EMPTY_PAGES, FaultKind.REPEATED_CURSOR)


class Memory:
    """A database in memory that hands out units of work like the store."""

    def __init__(self, empty: sqlite3.Connection) -> None:
        self.connection = store_db.connect(":memory:")
        empty.backup(self.connection)

    @contextmanager
    def transaction(self) -> Iterator[Database]:
        self.connection.execute("begin immediate")
        try:
            yield Database(self.connection)
            self.connection.execute("commit")
        except BaseException:
            self.connection.rollback()
            raise

    @contextmanager
    def reading(self) -> Iterator[Database]:
        yield Database(self.connection)


class SteeredClock(Clock):
    """The page's clock is the hand's."""

    def __init__(self, hand: Hand) -> None:
        self._hand = hand

    def now(self) -> datetime:
        return self._hand.time


class Life:
    """One history: what happens on the page, what goes wrong, and who looks."""

    def __init__(
        self,
        seed: int,
        deps: Deps,
        empty: sqlite3.Connection,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        self.rng = Random(seed)  # noqa: S311 -- no secret
        self.hand = Hand(START)
        self.memory = Memory(empty)
        self.on_page = sqlite3.connect(":memory:", isolation_level=None)
        self.page = Page(self.on_page, SteeredClock(self.hand))
        self.page.describe("Region Lillsjö", "", NAMES)
        self.switches = Switches(order=self.rng.choice(list(Order)))
        self.is_erring = True
        self.written: list[str] = []
        client = GraphPage(
            base_url="https://graph.example",
            version="v26.0",
            page_id=PAGE,
            token=PAGE_TOKEN,
            transport=httpx.MockTransport(self.answer),
        )
        self.deps = replace(
            deps,
            page=client,
            now=self.hand,
            transaction=self.memory.transaction,
            reading=self.memory.reading,
            health=Health(self.hand.monotonic),
        )
        self.slack = World()
        self.sender = make_sender(self.memory, self.slack, self.hand, self.deps.health)
        monkeypatch.setattr(page_cost, "monotonic", self.hand.monotonic)
        monkeypatch.setattr(poll, "_costs", {})

    def close(self) -> None:
        """Let go of the databases."""
        self.memory.connection.close()
        self.on_page.close()

    def live(self, steps: int = 14) -> None:
        """Live from before the first look to after the recovery."""
        for number in range(self.rng.choice((2, 2, 4, 4, 30))):
            self.page.add_post(f"Inlägg {number}")
            self.hand.on(minutes=1)
        self.is_erring = False
        self.look(1)
        self.is_erring = True
        for _ in range(steps):
            self.step()
        self.mend()
        for minutes in RECOVERY:
            self.look(minutes)

    def step(self) -> None:
        """Let something happen on the page, something break or heal, and somebody look."""
        for _ in range(self.rng.randrange(5)):
            self.happen()
        self.change_rights()
        if self.rng.random() < 0.08:
            self.hand.on(hours=48)  # nobody is there at all
        self.look(self.rng.choice((1, 1, 1, 2, 10, 60)))
        self.send()

    def mend(self) -> None:
        """End everything that goes wrong; what is not proved of the interface stays."""
        self.is_erring = False
        self.switches.mode, self.switches.token = Mode.FULL, TokenState.OK
        self.switches.lacking = frozenset()

    def look(self, minutes: int) -> None:
        """Look at the page after some minutes."""
        self.hand.on(minutes=minutes)
        poll.run(self.deps, self.hand.time)

    def send(self) -> None:
        """Send what there is to Slack, which may lose an answer."""
        lost = SlackTrouble(Outcome.UNKNOWN, "timeout")
        self.slack.after = [lost if self.rng.random() < 0.2 else None for _ in range(30)]
        for _ in range(4):
            self.sender.drain()

    def settle(self) -> None:
        """Send until nothing is left."""
        self.slack.after = []
        while self.sender.drain() < 3600.0:
            pass

    def happen(self) -> None:
        """Do one thing on the page, as residents and moderators do."""
        post = self.rng.choice(self.page.posts()).id
        under = self.rng.choice(self.page.comments(post) or [None])
        kind = self.rng.random()
        if under is None or kind < 0.45:
            self.write(post, under.id if under and self.rng.random() < 0.5 else None)
        elif kind < 0.6:
            self.page.add_comment(post, "Tack! /Elin", parent_id=under.id)
        elif kind < 0.72:
            self.page.edit_comment(under, f"{under.message} (rättat)")
        elif kind < 0.82:
            self.page.hide_comment(under, hidden=not under.hidden)
        elif kind < 0.97:
            self.page.delete_comment(under)
        elif len(self.page.posts()) > 1:
            self.page.delete_post(post)

    def write(self, post: str, under: str | None) -> None:
        """Let residents write; now and then many at once."""
        for _ in range(30 if self.rng.random() < 0.08 else 1):
            name, text = self.rng.choice(NAMES), f"Fråga {len(self.written)}"
            self.written.append(self.page.add_comment(post, text, author=name, parent_id=under))

    def change_rights(self) -> None:
        """Let the token die or the permission be withdrawn, and both come back."""
        rng = self.rng
        self.switches.token = TokenState.EXPIRED if rng.random() < 0.1 else TokenState.OK
        is_withdrawn = rng.random() < 0.1
        self.switches.mode = Mode.BODIES_WITHHELD if is_withdrawn else Mode.FULL
        self.switches.lacking = frozenset({"pages_read_user_content"} if is_withdrawn else ())

    def answer(self, request: httpx.Request) -> httpx.Response:
        """Answer one Graph call, if the history lets it be answered."""
        quirk = None
        if self.is_erring:
            if self.rng.random() < 0.1:
                self.happen()  # between two pages of the same list
            broken = self.broken(request)
            if broken is not None:
                return broken
            quirk = self.rng.choice(STRAIGHT) if self.rng.random() < 0.1 else None
        try:
            return httpx.Response(200, json=self.graph(request, quirk))
        except GraphRefusal as refusal:
            return httpx.Response(refusal.status, json=refusal.body)

    def broken(self, request: httpx.Request) -> httpx.Response | None:
        """Return what comes instead of an answer, if anything does."""
        kind = self.rng.random()
        if kind < 0.04:
            raise httpx.ReadTimeout("too slow", request=request)
        if kind < 0.06:
            raise httpx.ConnectError("nobody there", request=request)
        if kind < 0.1:
            return httpx.Response(500, text="<html>Sorry</html>")
        if kind < 0.12:
            wait = [{"type": "pages", "call_count": 100, "estimated_time_to_regain_access": 19}]
            headers = {"x-business-use-case-usage": json.dumps({PAGE: wait})}
            return httpx.Response(400, json=over_budget(400).body, headers=headers)
        return None

    def graph(self, request: httpx.Request, quirk: FaultKind | None) -> Any:
        """Ask the sandbox's Graph API."""
        token = recognised(PAGE_TOKEN, None, self.switches)
        view = View(token.caller, self.hand.time, "https://page.example", ROOT, None, quirk)
        path = tuple(request.url.path.removeprefix("/v26.0/").split("/"))
        if self.switches.mode is Mode.BODIES_WITHHELD and self.is_public(path[0]):
            raise missing(path[0])  # what may not be seen does not exist
        call = Call(request.method, path, dict(request.url.params))
        hooks = Hooks(self.page, SteeredClock(self.hand))  # nobody subscribes
        return Graph(self.page, self.switches, token, view, hooks).answer(call)

    def is_public(self, node: str) -> bool:
        found = self.page.comment(node)
        return found is not None and not found.is_page

    def there(self) -> dict[str, Comment]:
        """Return what residents wrote and is still on the page."""
        found = (self.page.comment(one) for one in self.written)
        return {one.id: one for one in found if one}


def assert_told(life: Life) -> None:
    """The relays in Slack equal the comments on the page, exactly once each."""
    there, db = life.there(), Database(life.memory.connection)
    relays = {row["comment_id"]: row for row in db.query("select * from relays")}
    known = {row["id"]: row for row in db.query("select * from comments")}
    standing = {life.slack.keys[place]: body["text"] for place, body in life.slack.said.items()}
    own = [key.removeprefix("relay:") for key in standing if key.startswith("relay:")]
    together = gathered(db)
    assert len(standing) == len(life.slack.keys), "no message stands twice"
    assert sorted([*own, *together]) == sorted(relays), "once each in Slack"
    assert {*together.values()} <= standing.keys(), "the storms stand there, too"
    assert there.keys() <= relays.keys() <= set(life.written), "none lost, none made up"
    for comment_id, relay in relays.items():
        row, said = known[comment_id], there.get(comment_id)
        text = standing.get(f"relay:{comment_id}")
        if said is None:
            assert row["gone_at"], f"{comment_id} went and nobody noticed"
            assert relay["state"] in {"gone", "answered"}
            assert text is None or row["text"] not in text.splitlines()
        else:
            assert row["gone_at"] is None, f"{comment_id} is there"
            assert (row["text"], row["is_hidden"]) == (said.message, said.hidden)
            assert text is None or said.message in text
            assert relay["state"] in {"new", "answered"}
            assert relay["state"] == "answered" or not is_answered(life, said)
    assert db.execute("select count(*) from outbox where state <> 'sent'").fetchone() == (0,)


def gathered(db: Database) -> dict[str, str]:
    """Return the comments that stand in the message of a storm, each with that one's key."""
    rows = db.execute(
        """
        select comment_id, 'storm:' || post_id || ':' || storms.id
        from gathered join storms on storms.id = storm_id
        """
    )
    return dict(rows.fetchall())


def is_answered(life: Life, comment: Comment) -> bool:
    """Tell whether the page has answered a comment, as the page stands."""
    thread = comment.parent_id or comment.id
    return any(
        one.is_page
        and one.parent_id == thread
        and (one.parent_id == comment.id or one.created > comment.created)
        for one in life.page.comments(comment.post_id)
    )
