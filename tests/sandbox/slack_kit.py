"""A running sandbox, an app of our own in it, and a person at the page: for the Slack tests."""

import json
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import httpx
import pytest
from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.sandbox.identity import APP_TOKEN, BOT_TOKEN
from bot.sandbox.options import SandboxOptions
from bot.sandbox.running import RunningSandbox

Json = dict[str, Any]

SCOPES = [
    "app_mentions:read", "channels:history", "channels:join", "channels:read", "chat:write",
    "commands", "files:read", "files:write", "groups:history", "groups:read", "im:history", "im:read", "im:write",
    "reactions:read", "reactions:write", "team:read", "users:read",
]  # fmt: skip
EVENTS = [
    "app_home_opened", "app_mention", "channel_shared", "channel_unshared",
    "member_joined_channel", "message.channels", "message.groups", "message.im",
    "reaction_added", "reaction_removed",
]  # fmt: skip
MANIFEST: dict[str, Any] = {
    "display_information": {"name": "Lucka"},
    "features": {
        "app_home": {"home_tab_enabled": True, "messages_tab_enabled": True},
        "bot_user": {"display_name": "Lucka"},
        "slash_commands": [
            {"command": "/idea", "description": "Keep an idea", "usage_hint": "TEXT"},
            {"command": "/plan", "description": "The plan", "should_escape": True},
        ],
        "shortcuts": [
            {"name": "Save as idea", "type": "message", "callback_id": "idea.save",
             "description": "Keep it"},
            {"name": "New idea", "type": "global", "callback_id": "idea.new",
             "description": "The form"},
        ],
    },
    "oauth_config": {"scopes": {"bot": SCOPES}},
    "settings": {
        "event_subscriptions": {"bot_events": EVENTS},
        "interactivity": {"is_enabled": True},
        "socket_mode_enabled": True,
    },
}  # fmt: skip
DEFAULTS = SandboxOptions(
    MANIFEST, paced=False, planted=False, retry_delays=(0.0, 0.1, 0.2), timezone="Europe/Stockholm"
)


def without_scope(scope: str) -> dict[str, Any]:
    """The manifest lacking one scope."""
    manifest: dict[str, Any] = json.loads(json.dumps(MANIFEST))
    manifest["oauth_config"]["scopes"]["bot"].remove(scope)
    return manifest


def options(**changes: Any) -> SandboxOptions:
    """The tests' options with changes."""
    return replace(DEFAULTS, **changes)


class World:
    """A running sandbox, seen by the app (`client`) and by a person (`ui`)."""

    def __init__(self, sandbox: RunningSandbox) -> None:
        self.sandbox = sandbox
        self.slack = sandbox.slack
        self.address = sandbox.address
        self.client = WebClient(BOT_TOKEN, base_url=f"{self.address}/api/", retry_handlers=[])
        self.http = httpx.Client(base_url=self.address, timeout=60, trust_env=False)

    def ui(self, path: str, **body: Any) -> dict[str, Any]:
        """POST as Amira, unless somebody else is named."""
        answer: dict[str, Any] = self.http.post(f"/ui/{path}", json={"as": "U0AMIRA"} | body).json()
        return answer

    def read(self, path: str, person: str = "U0AMIRA") -> dict[str, Any]:
        """GET what the page shows *person*."""
        answer: dict[str, Any] = self.http.get(f"/ui/{path}", params={"as": person}).json()
        return answer

    def messages(self, channel: str, person: str = "U0AMIRA") -> list[dict[str, Any]]:
        """What *person* sees in a channel."""
        found: list[dict[str, Any]] = self.read(f"channels/{channel}", person)["messages"]
        return found

    def post(self, channel: str = "C0PLAN", text: str = "Hej", **more: Any) -> str:
        """Post as the bot; return the ts."""
        return str(self.client.chat_postMessage(channel=channel, text=text, **more)["ts"])

    def faults(self, **order: Any) -> None:
        """Order a fault."""
        assert self.http.post("/__emulator/faults", json=order).json()["ok"]

    def close(self) -> None:
        self.http.close()


@contextmanager
def world(**changes: Any) -> Iterator[World]:
    """A fresh sandbox."""
    with RunningSandbox(options(**changes)) as sandbox:
        found = World(sandbox)
        try:
            yield found
        finally:
            found.close()


@contextmanager
def connected(world: World, app: App) -> Iterator[SocketModeHandler]:
    """Our app in Socket Mode, connected to the sandbox."""
    handler = SocketModeHandler(app, APP_TOKEN, web_client=world.client)
    before = world.slack.sockets.count
    handler.connect()
    until(lambda: world.slack.sockets.count > before)
    try:
        yield handler
    finally:
        handler.client.auto_reconnect_enabled = False
        world.faults(target="socket", kind="close")  # else the client waits out its read
        handler.close()


def bolt(world: World, **how: Any) -> App:
    """An app of our own, without listeners."""
    return App(client=world.client, token_verification_enabled=False, **how)


Answer = Callable[..., None]
EVERYTHING = re.compile(".*", re.DOTALL)


class Recorder:
    """An app that keeps what it hears and answers as the test says; else it just acknowledges.

    It keeps before it acknowledges: when the sandbox has no undelivered events, all were kept.
    """

    def __init__(self, world: World) -> None:
        self.app = bolt(world, process_before_response=True)
        self.heard: list[tuple[str, dict[str, Any]]] = []
        self.answers: dict[str, Answer] = {}
        kinds = ("command", "action", "view", "view_closed", "shortcut", "options", "event")
        for kind in kinds:
            getattr(self.app, kind)(EVERYTHING)(self._listener(kind))

    def _listener(self, kind: str) -> Callable[..., None]:
        def listener(ack: Any, body: dict[str, Any], client: Any, respond: Any) -> None:
            self.heard.append((kind, body))
            answer = self.answers.get(kind)
            if answer is None:
                ack()
            else:
                answer(ack=ack, body=body, client=client, respond=respond)

        return listener

    def on(self, kind: str, answer: Answer) -> None:
        """Answer *kind* so from now on."""
        self.answers[kind] = answer

    def bodies(self, kind: str) -> list[dict[str, Any]]:
        """What was heard of one kind."""
        return [body for heard, body in self.heard if heard == kind]

    def last(self, kind: str) -> dict[str, Any]:
        """Wait for something of one kind and return the newest."""
        found: list[dict[str, Any]] = until(lambda: self.bodies(kind))
        return found[-1]

    def forget(self) -> None:
        """Begin anew."""
        self.heard.clear()
        self.answers.clear()


def until(condition: Callable[[], Any], seconds: float = 60) -> Any:
    """Poll until *condition* holds, and return what it gave."""
    deadline = time.monotonic() + seconds
    while not (found := condition()):
        assert time.monotonic() < deadline, "it did not happen in time"
        threading.Event().wait(0.01)
    return found


def refusal(call: Callable[..., Any], **arguments: Any) -> dict[str, Any]:
    """Call the Web API and return the refusal it must answer."""
    with pytest.raises(SlackApiError) as refused:
        call(**arguments)
    found: dict[str, Any] = refused.value.response.data
    return found


# -- what the tests click on


def plain(text: str = "x") -> Json:
    return {"type": "plain_text", "text": text}


BUTTON: Json = {"type": "button", "action_id": "go", "text": plain("Gå"), "value": "7"}
OPTIONS = [{"text": plain(v), "value": v} for v in ("a", "b")]

INPUTS: list[Json] = [
    {"type": "input", "block_id": "title", "label": plain(),
     "element": {"type": "plain_text_input", "action_id": "t", "max_length": 20}},
    {"type": "input", "block_id": "day", "label": plain(), "optional": True,
     "element": {"type": "datepicker", "action_id": "d", "initial_date": "2026-11-24"}},
    {"type": "section", "block_id": "outlet", "text": plain(),
     "accessory": {"type": "static_select", "action_id": "o", "options": OPTIONS}},
]  # fmt: skip


def with_button(world: World, **more: Any) -> str:
    block = {"type": "actions", "block_id": "b", "elements": [BUTTON | more]}
    return world.post(blocks=[block])


def click(world: World, ts: str, **more: Any) -> Json:
    container = {"type": "message", "channel": "C0PLAN", "ts": ts}
    return world.ui(
        "actions", **{"container": container, "block_id": "b", "action_id": "go"} | more
    )
