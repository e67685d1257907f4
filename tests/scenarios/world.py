"""The world around the bot: a sandbox in a thread, and people who act in it.

Everything people do goes over real sockets, the way the page in the browser does it. The clock
starts where it is told to, whatever day it is, and only goes forwards from there. Nothing here
waits for a fixed time: it looks whenever something has changed, until something is so, or says
what it saw instead.
"""

import threading
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import httpx

from bot import demo
from bot.clock import Clock
from bot.locales import Words
from bot.sandbox.options import SandboxOptions
from bot.sandbox.running import RunningSandbox
from bot.views.manifest import manifest
from tests.scenarios.reading import Json, key_of, places

AMIRA, JONAS, ELIN, MIKKO, GUEST = "U0AMIRA", "U0JONAS", "U0ELIN", "U0MIKKO", "U0GAST"
PLAN, COMMENTS = "C0PLAN", "C0KOMMENT"
ZONE = ZoneInfo(demo.ZONE)

PATIENCE = 120.0  # seconds until something that should happen counts as missing, on a busy machine
TRIES = 5  # of a click, where the message changes under the pointer
GLANCE = 0.1  # between two looks while nothing is heard of: the bot's database tells nobody
RETRIES = (0.3,) * 1000  # Slack repeats after one and five minutes; this, all the time

Found = TypeVar("Found")


class World:
    """One little world, empty but for people, channels and a page without posts.

    *start* is the local time at which its clock begins; None leaves the clock alone. *options*
    are put over the sandbox's.
    """

    def __init__(self, folder: Path, language: str, start: str | None, **options: Any) -> None:
        clock = Clock(folder / "clock")
        if start:
            begin = datetime.fromisoformat(start).replace(tzinfo=ZONE)
            clock.steer((begin - clock.now()).total_seconds())
        wanted: Json = {"retry_delays": RETRIES, "planted": False} | options
        app = manifest(Words(language))
        self.sandbox = RunningSandbox(
            SandboxOptions(app, folder / "sandbox.db", clock, language, **wanted)
        )
        self._stirred = threading.Event()
        self.sandbox.slack.hub.watch(self._stirred.set)
        self.http = httpx.Client(base_url=self.sandbox.address, timeout=PATIENCE, trust_env=False)

    # -- waiting

    def wait_for(
        self, condition: Callable[[], Found], what: str = "", seconds: float = PATIENCE
    ) -> Found:
        """Ask until *condition* holds and return what it found; fail with what there is to see."""
        deadline = time.monotonic() + seconds
        while True:
            self._stirred.clear()
            if found := condition():
                return found
            if time.monotonic() > deadline:
                raise AssertionError(f"no {what or 'sign of it'}\n{self.told()}")
            self._stirred.wait(GLANCE)

    def told(self) -> str:
        """Return what there is to see, for a failure's message."""
        said = [f"{m['ts']} {m['text'][:300]}" for c in (PLAN, COMMENTS) for m in self.ours(c)]
        return "\n".join(said[-12:])

    # -- the world

    def get(self, path: str, **params: str) -> Json:
        """Read what the page would read."""
        found: Json = self.http.get(path, params=params).json()
        return found

    def post(self, path: str, **body: Any) -> Json:
        """Act as the page would."""
        answer: Json = self.http.post(path, json=body).json()
        return answer

    def do(self, path: str, **body: Any) -> Json:
        """Act, and insist that it worked."""
        answer = self.post(path, **body)
        assert answer["ok"], f"{path} {body}: {answer}\n{self.told()}"
        return answer

    def state(self) -> Json:
        """Return the sandbox's counters."""
        return self.get("/__emulator/")

    def fault(self, method: str, kind: str, **more: Any) -> None:
        """Order trouble for the next call of *method*."""
        self.do("/__emulator/faults", method=method, kind=kind, **more)

    def trouble(self, kind: str) -> None:
        """Make trouble on the socket: `close`, `fin`, `disconnect` or `half_open`."""
        self.do("/__emulator/faults", target="socket", kind=kind)

    def graph(self, **switches: Any) -> None:
        """Turn switches of the Facebook page."""
        self.do("/__emulator/graph", **switches)

    # -- time

    def now(self) -> datetime:
        """Return the local time of this world, without its zone."""
        return datetime.fromisoformat(self.get("/ui/world")["now"]["local"])

    def clock_to(self, local: str) -> None:
        """Move the clock forwards to a local time."""
        self.do("/ui/clock", to=local)

    def next_working_morning(self) -> None:
        """Move the clock to the next working day at 08.15."""
        self.do("/ui/clock", preset="next_working_morning")

    # -- the page

    def publish(self, text: str) -> str:
        """Publish a post on the page and return its id."""
        return str(self.do("/ui/page/posts", message=text)["id"])

    def comment(
        self, post: str, text: str, author: str | None = "Berit Ek", *, under: str | None = None
    ) -> str:
        """Write a comment (as the page itself where *author* is None) and return its id."""
        written = {"post_id": post, "message": text, "author": author, "parent_id": under}
        return str(self.do("/ui/page/comments", **written)["id"])

    # -- people in Slack

    def say(self, who: str, text: str, channel: str = PLAN) -> Json:
        """Type something; return the private answer of a command, or the message itself.

        A command that opens a form has no other answer.
        """
        if not text.startswith("/"):
            ts = self.do("/ui/messages", **{"as": who}, channel=channel, text=text)["ts"]
            return self.message(channel, ts)
        before = {w["ts"] for w in self.whispers(who, channel)}
        name, _, rest = text.partition(" ")
        self.do("/ui/commands", **{"as": who}, channel=channel, command=name, text=rest)

        def answered() -> list[Json]:
            new = [w for w in self.whispers(who, channel) if w["ts"] not in before]
            forms = self.get("/ui/views", **{"as": who})["stack"]
            return new[-1:] or [{} for _ in forms]

        return self.wait_for(answered, f"answer to {text}")[0]

    def ask(self, who: str, text: str, channel: str = PLAN) -> str:
        """Type a command and return the text of its private answer."""
        return str(self.say(who, text, channel).get("text", ""))

    def react(self, who: str, message: Json, name: str, action: str = "add") -> None:
        """Put an emoji on a comment's message, or take it off."""
        about = {"channel": message.get("channel", COMMENTS), "ts": message["ts"]}
        self.do("/ui/reactions", **{"as": who}, **about, name=name, action=action)

    def click(self, who: str, message: Json, action_id: str, nth: int = 0, **more: Any) -> Json:
        """Use the *nth* element with *action_id* in a message as it stands now.

        `value=` chooses, `forge=` lies, `channel=` says where it is.
        """
        channel, ts = more.pop("channel", PLAN), message["ts"]
        thread = f"/threads/{message['thread_ts']}" if message.get("thread_ts") else ""
        for _ in range(TRIES):
            shown = self.get(f"/ui/channels/{channel}{thread}", **{"as": who})["messages"]
            now = next(m for m in shown if m["ts"] == ts)
            blocks = places(now["blocks"], action_id)
            assert len(blocks) > nth, f"no {action_id} in {now['text']}"
            answer = self.post(
                "/ui/actions",
                **{"as": who},
                container={"type": "message", "channel": channel, "ts": ts},
                block_id=blocks[nth],
                action_id=action_id,
                **more,
            )
            if answer.get("error") != "invalid_action" or "forge" in more:
                break  # else the message was updated between the look and the click
        return answer

    def form(self, who: str) -> Json:
        """Return the form that is open on top."""
        stack = self.wait_for(lambda: self.get("/ui/views", **{"as": who})["stack"], "a form")
        return dict(stack[-1])

    def submit(self, who: str, **values: Any) -> Json:
        """Send the form on top with *values* by block."""
        view = self.form(who)
        filled = {block: {"value": value} for block, value in values.items()}
        return self.post(f"/ui/views/{view['id']}/submit", **{"as": who}, values=filled)

    # -- what stands in Slack

    def messages(self, channel: str) -> list[Json]:
        """Return everything that stands in a channel, as Slack's history would."""
        return list(self.get("/__emulator/messages", channel=channel)["messages"])

    def ours(self, channel: str, text: str = "") -> list[Json]:
        """Return the bot's messages in a channel whose text has *text* in it."""
        return [m for m in self.messages(channel) if m.get("bot_id") and text in m["text"]]

    def message(self, channel: str, ts: str) -> Json:
        """Return the message at *ts*."""
        return next(m for m in self.messages(channel) if m["ts"] == ts)

    def await_message(self, channel: str, text: str, seconds: float = PATIENCE) -> Json:
        """Wait for a message of the bot's with *text* in it."""
        found = self.wait_for(lambda: self.ours(channel, text), f"message: {text}", seconds)
        return dict(found[-1])

    def await_words(
        self, message: Json, channel: str, *texts: str, seconds: float = PATIENCE
    ) -> Json:
        """Wait until a message, wherever it stands, says all of *texts*."""

        def says() -> Json | None:
            now = self.message(channel, message["ts"])
            return now if all(text in now["text"] for text in texts) else None

        return self.wait_for(says, f"message that says {texts}", seconds) or {}

    def whispers(self, who: str, channel: str = PLAN) -> list[Json]:
        """Return what only *who* sees in a channel: nothing in one they cannot see."""
        shown = self.get(f"/ui/channels/{channel}", **{"as": who}).get("messages", ())
        return [m for m in shown if m["ephemeral"]]

    def await_whisper(self, who: str, text: str, channel: str = PLAN) -> Json:
        """Wait for a private word with *text* in it."""

        def found() -> list[Json]:
            return [w for w in self.whispers(who, channel) if text in w["text"]]

        return dict(self.wait_for(found, f"private word: {text}")[-1])

    def keys(self, channel: str, prefix: str = "") -> list[str]:
        """Return the outbox's keys of the messages in a channel, as their metadata says."""
        keys = [key_of(message) for message in self.messages(channel)]
        return [key for key in keys if key and key.startswith(prefix)]
