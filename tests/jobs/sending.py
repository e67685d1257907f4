"""The sender between a real store and a Slack in memory."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.integrations.slack import Outcome, SlackTrouble
from bot.jobs.outbox import Sender
from bot.jobs.pace import Pace
from bot.store import outbox
from tests.make import NOW, PLAN

AT_ONCE = Pace(
    channel_seconds=0,
    method_seconds=0,
    settle_seconds=0,
    hold_seconds=0,
    look_seconds=0,
    backoff_seconds=(0,),
)


def unknown():
    return SlackTrouble(Outcome.UNKNOWN, "timeout")


def unreached():
    return SlackTrouble(Outcome.UNREACHED, "ConnectionRefusedError")


@dataclass
class World:
    """A Slack in memory: `said` is what stands there; `plan` scripts what goes wrong, call by call.

    `lost` lists the posts that took effect though their answer was lost; `crowd` is how many pages
    of what others wrote are before ours.
    """

    said: dict[tuple[str, str], Mapping[str, Any]] = field(default_factory=dict)
    keys: dict[tuple[str, str], str] = field(default_factory=dict)
    threads: dict[tuple[str, str], str | None] = field(default_factory=dict)
    whispers: list[tuple[str, str]] = field(default_factory=list)
    replies: list[str] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)
    plan: list[SlackTrouble | None] = field(default_factory=list)
    after: list[SlackTrouble | None] = field(default_factory=list)
    crowd: int = 0
    pages_read: list[int] = field(default_factory=list)

    def post(
        self, channel: str, body: Mapping[str, Any], *, key: str, thread: str | None = None
    ) -> str:
        self._call(f"post {key}")
        ts = f"{len(self.said) + 1}.0"
        self.said[channel, ts] = body
        self.keys[channel, ts] = key
        self.threads[channel, ts] = thread or body.get("thread_ts")
        if self.after and (trouble := self.after.pop(0)):
            raise trouble
        return ts

    def update(self, channel: str, ts: str, body: Mapping[str, Any]) -> None:
        self._call(f"update {self.keys[channel, ts]}")
        self.said[channel, ts] = body

    def note(self, channel: str, user: str, body: Mapping[str, Any]) -> None:
        self._call("note")
        self.whispers.append((user, body["text"]))

    def reply(self, url: str, body: Mapping[str, Any]) -> None:
        self._call(f"reply {url}")
        self.replies.append(body["text"])

    def home(self, user: str, view: Mapping[str, Any]) -> None:
        self._call(f"home {user}")

    def find(
        self,
        channel: str,
        key: str,
        *,
        oldest: datetime,
        thread: str | None = None,
        page: str = "",
    ) -> tuple[str | None, str]:
        self._call(f"find {key}" + (f" under {thread}" if thread else ""))
        at = int(page or 0)
        self.pages_read.append(at)
        if at < self.crowd:  # what others wrote since comes first
            return None, str(at + 1)
        wanted = channel, key, thread
        found = ((c, k, self.threads[c, ts], ts) for (c, ts), k in self.keys.items())
        return next((ts for *place, ts in found if tuple(place) == wanted), None), ""

    def texts(self, channel: str) -> list[str]:
        return [body["text"] for (c, _), body in self.said.items() if c == channel]

    def _call(self, name: str) -> None:
        self.calls.append(name)
        if self.plan and (trouble := self.plan.pop(0)):
            raise trouble


def make_sender(store, world, hand, health, pace=AT_ONCE):
    return Sender(
        world,
        now=hand,
        transaction=store.transaction,
        reading=store.reading,
        health=health,
        pace=pace,
    )


def put(store, key, text="hej", channel=PLAN, now=NOW):
    with store.transaction() as db:
        outbox.put(db, key, channel, {"text": text, "blocks": []}, now=now)


def drain(sender, rounds=20):
    for _ in range(rounds):
        sender.drain()


def left(store):
    with store.reading() as db:
        return [item.key for item in outbox.pending(db)]
