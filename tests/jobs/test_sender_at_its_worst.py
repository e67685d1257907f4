"""The sender, the alarm, and Slack's answers at their worst, over real sockets in virtual time.

Whatever is ordered: nothing is lost that Slack could take, nothing stands twice, the order holds,
the newest state is shown, and what lasts is told once and taken back when it is over.
"""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from slack_sdk import WebClient

from bot.deps import Deps
from bot.integrations.slack import Slack
from bot.jobs import alarm, pace
from bot.jobs import outbox as outbox_job
from bot.jobs.outbox import Sender
from bot.sandbox import identity
from bot.sandbox.options import SandboxOptions
from bot.sandbox.running import RunningSandbox
from bot.sandbox.slack.changes import Change, Posted
from bot.store import outbox
from tests.fakes import Hand
from tests.make import COMMENTS, PLAN
from tests.sandbox.slack_kit import MANIFEST

LOOK = 15.0  # virtual seconds between two looks of the alarm
LIMIT = 600  # looks after which it should have ended
HOUR = 3600


@pytest.fixture(scope="module")
def sandbox() -> Iterator[RunningSandbox]:
    with RunningSandbox(SandboxOptions(MANIFEST, paced=False, planted=False)) as running:
        yield running


class Desk:
    """A sender with a real client on a clock that is turned by hand."""

    def __init__(self, deps: Deps, hand: Hand, sandbox: RunningSandbox) -> None:
        self.deps, self.hand, self.slack = deps, hand, sandbox.slack
        hand.to(datetime.now(UTC))
        client = Slack(identity.BOT_TOKEN, f"{sandbox.address}/api/")
        client.client.timeout = 0.4  # type: ignore[assignment]
        self.client = client.client
        self.sender = Sender(
            client,
            now=hand,
            transaction=deps.transaction,
            reading=deps.reading,
            health=deps.health,
        )
        self.posted: list[str] = []
        self.slack.workspace.watch(self._note)
        self.slack.faults.clear()

    def _note(self, change: Change) -> None:
        if isinstance(change, Posted) and change.message.get("bot_id"):
            self.posted.append(change.message["text"])

    def say(self, key: str, text: str, channel: str = COMMENTS) -> None:
        with self.deps.transaction() as db:
            outbox.put(db, key, channel, {"text": text, "blocks": []}, now=self.hand())

    def go_on(self, seconds: float = 0) -> None:
        """Let time pass until everything is sent, and *seconds* at least."""
        until = self.hand.monotonic() + seconds
        for _ in range(LIMIT):
            wait = self.sender.drain()
            alarm.run(self.deps, self.hand())
            if wait >= HOUR and not self.left() and self.hand.monotonic() >= until:
                return
            self.hand.on(seconds=min(wait, LOOK))
        raise AssertionError(f"it never ends: {self.left()}")

    def left(self) -> list[str]:
        with self.deps.reading() as db:
            return [item.key for item in outbox.pending(db)]

    def stands(self, channel: str = COMMENTS) -> list[str]:
        return [m["text"] for m in self.slack.workspace.messages(channel) if m.get("bot_id")]

    def alarms(self) -> list[str]:
        with self.deps.reading() as db:
            rows = db.query("select body from outbox where key like 'alarm:%' order by id")
            return [str(json.loads(row["body"])["text"]) for row in rows]


@pytest.fixture
def desk(
    deps: Deps, hand: Hand, sandbox: RunningSandbox, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Desk]:
    for module in (pace, outbox_job):
        monkeypatch.setattr(module, "monotonic", hand.monotonic)
    made = Desk(deps, hand, sandbox)
    yield made
    made.slack.faults.clear()
    client = WebClient(identity.BOT_TOKEN, base_url=f"{sandbox.address}/api/")
    for channel in (COMMENTS, PLAN):
        for message in list(made.slack.workspace.messages(channel)):
            if message.get("bot_id"):
                client.chat_delete(channel=channel, ts=message["ts"])


FAULTS: list[tuple[str, dict[str, Any], int]] = [
    ("429", {}, 0),
    ("429", {"retry_after": HOUR}, 0),
    ("500", {"times": 3}, 0),
    ("502", {}, 0),
    ("503", {"times": 30}, 1),
    ("504", {}, 0),
    ("500_after", {}, 0),
    ("500_after", {"times": 2}, 0),
    ("timeout_after", {}, 0),
    ("timeout_before", {}, 0),
    ("slow", {"seconds": 0.05, "times": 2}, 0),
    ("slow", {"seconds": 0.6}, 0),
    ("truncated", {}, 0),
    ("not_json", {"times": 2}, 0),
    ("drop_after", {}, 0),
    ("drop_before", {}, 0),
    ("error:not_in_channel", {"times": 6}, 1),
    ("error:channel_not_found", {"times": 6}, 1),
    ("error:is_archived", {"times": 6}, 1),
    ("error:token_revoked", {"times": 6}, 1),
    ("error:invalid_auth", {"times": 2}, 0),
    ("error:ratelimited", {"times": 2}, 0),
    ("error:internal_error", {"times": 2}, 0),
]
IDS = [" ".join([kind, *(f"{k}={v}" for k, v in more.items())]) for kind, more, _ in FAULTS]


@pytest.mark.parametrize(("kind", "more", "alarms"), FAULTS, ids=IDS)
def test_everything_stands_once_in_order_and_a_lasting_trouble_is_told_once(
    desk: Desk, kind: str, more: dict[str, Any], alarms: int
) -> None:
    desk.say("relay:0", "noll")
    desk.go_on()
    order = {"method": "chat.postMessage", "kind": kind, **more}
    assert desk.slack.faults.order(order)
    for key, text in (("relay:1", "ett"), ("relay:2", "två"), ("relay:3", "tre")):
        desk.say(key, text)
    desk.go_on()
    desk.go_on(seconds=180)
    assert desk.posted[:1] + [t for t in desk.posted if t in {"ett", "två", "tre"}] == [
        "noll",
        *("ett", "två", "tre"),
    ]
    assert desk.stands() == ["noll", "ett", "två", "tre"]
    told = desk.alarms()
    assert len(told) == alarms
    assert all("fungerar det igen" in text for text in told)


@pytest.mark.parametrize(("kind", "more"), [(kind, more) for kind, more, _ in FAULTS], ids=IDS)
def test_the_newest_state_is_shown_whatever_happens_to_the_changes(
    desk: Desk, kind: str, more: dict[str, Any]
) -> None:
    desk.say("relay:1", "ny")
    desk.go_on()
    assert desk.slack.faults.order({"method": "chat.update", "kind": kind, **more})
    desk.say("relay:1", "tagen")
    desk.sender.drain()
    desk.say("relay:1", "besvarad")
    desk.go_on()
    desk.go_on(seconds=180)
    assert desk.stands() == ["besvarad"]


def test_while_the_history_fails_nothing_is_posted_again(desk: Desk) -> None:
    for kind in ("500", "429", "not_json", "drop_before", "truncated"):
        desk.slack.faults.order({"method": "conversations.history", "kind": kind})
    desk.slack.faults.order({"method": "chat.postMessage", "kind": "drop_after"})
    desk.say("relay:1", "ett")
    desk.say("relay:2", "två")
    desk.go_on()
    assert desk.posted == ["ett", "två"]


@pytest.mark.parametrize("hours", [-30, -1, 1, 30], ids=lambda hours: f"{hours} hours")
def test_a_clock_that_is_wrong_doubles_nothing(desk: Desk, hours: int) -> None:
    """Slack's history is read by Slack's clock, and our own may be hours off."""
    desk.say("relay:0", "noll")
    desk.go_on()
    desk.hand.to(desk.hand() + timedelta(hours=hours))
    desk.slack.faults.order({"method": "chat.postMessage", "kind": "drop_after"})
    desk.say("relay:1", "ett")
    desk.go_on()
    assert desk.posted == ["noll", "ett"]


@pytest.mark.parametrize("hours", [-30, 1, 30, 54], ids=lambda hours: f"{hours} hours")
def test_nor_does_it_double_the_first_message_in_a_channel(desk: Desk, hours: int) -> None:
    """Nothing of ours stands there yet that would tell how far off the clock is."""
    desk.hand.to(desk.hand() + timedelta(hours=hours))
    desk.slack.faults.order({"method": "chat.postMessage", "kind": "drop_after"})
    desk.say("relay:1", "ett")
    desk.go_on()
    assert desk.posted == ["ett"]


def test_a_message_that_somebody_deleted_is_over_and_its_change_raises_no_alarm(
    desk: Desk,
) -> None:
    desk.say("relay:1", "ett")
    desk.go_on()
    (message,) = [m for m in desk.slack.workspace.messages(COMMENTS) if m.get("bot_id")]
    desk.client.chat_delete(channel=COMMENTS, ts=message["ts"])
    desk.say("relay:1", "tagen")
    desk.say("relay:2", "två")
    desk.go_on(seconds=180)
    assert desk.stands() == ["två"]
    assert desk.alarms() == []


@pytest.mark.parametrize("code", ["msg_too_long", "invalid_blocks", "no_text"])
def test_what_slack_never_takes_is_put_aside_told_once_and_holds_nobody_up(
    desk: Desk, code: str
) -> None:
    desk.slack.faults.order({"method": "chat.postMessage", "kind": f"error:{code}"})
    desk.say("relay:1", "för lång")
    desk.say("relay:2", "två")
    desk.go_on(seconds=300)
    assert desk.stands() == ["två"]
    (told,) = desk.alarms()
    assert "1 meddelande" in told
