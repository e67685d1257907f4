"""The Slack half in one piece: what its routes and protocols work with."""

import asyncio
import contextlib
from collections import Counter
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.clock import Clock
from bot.sandbox.faults import Faults
from bot.sandbox.hub import Hub
from bot.sandbox.options import SandboxOptions
from bot.sandbox.slack.changes import (
    Change,
    Deleted,
    Edited,
    Joined,
    Posted,
    Reacted,
    Shared,
    Whispered,
)
from bot.sandbox.slack.delivery import EventQueue, Transport, Undelivered
from bot.sandbox.slack.events import Feed
from bot.sandbox.slack.files import Files
from bot.sandbox.slack.http_mode import HttpPosts
from bot.sandbox.slack.inputs import Offers
from bot.sandbox.slack.manifest import Manifest
from bot.sandbox.slack.pacing import Pacing
from bot.sandbox.slack.replies import ReplyUrls
from bot.sandbox.slack.socket_mode import Sockets
from bot.sandbox.slack.triggers import Triggers
from bot.sandbox.slack.views import Views
from bot.sandbox.slack.workspace import Workspace
from bot.sandbox.state import Json, State

EXCERPT = 60  # characters of a message that the terminal shows


@dataclass(slots=True)
class Slack:
    """One workspace with one app in it; *address* is where this server answers."""

    options: SandboxOptions
    state: State
    hub: Hub
    faults: Faults
    address: str
    manifest: Manifest = field(init=False)
    workspace: Workspace = field(init=False)
    views: Views = field(init=False)
    files: Files = field(init=False)
    replies: ReplyUrls = field(init=False)
    triggers: Triggers = field(init=False)
    pacing: Pacing = field(init=False)
    sockets: Sockets = field(init=False)
    transport: Transport = field(init=False)
    events: EventQueue = field(init=False)
    feed: Feed = field(init=False)
    is_resetting: bool = False
    calls: Counter[str] = field(default_factory=Counter)  # of the Web API, by method
    offers: dict[str, Offers] = field(default_factory=dict)  # by container, from external selects
    _background: set[asyncio.Task[None]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.manifest = Manifest(self.options.manifest)
        self.workspace = Workspace(self.state, self.clock)
        self.sockets = Sockets(self._connection_changed)
        self.transport = self.sockets
        if self.options.request_url:
            self.transport = HttpPosts(self.options.request_url, self.clock)
        self.events = EventQueue(
            self.state, self.transport, self.options.retry_delays, self._report_event
        )
        self.feed = Feed(self.workspace, self.manifest, self.clock, self.events.put)
        self.workspace.watch(self._tell_page)
        self.workspace.watch(self.feed)
        self.workspace.watch(self._tell_terminal)
        self._begin()

    def _begin(self) -> None:
        """Set up what a reset throws away."""
        self.views = Views(self.state, self.clock)
        self.files = Files(self.state, self.clock)
        self.replies = ReplyUrls(self.state, self.clock)
        self.triggers = Triggers()
        self.pacing = Pacing(paced=self.options.paced)
        self.offers.clear()
        if self.workspace.is_empty:
            with self.workspace.quiet():
                self.workspace.settle(self.options.language, self.manifest.bot_name)

    def background(self, sending: Coroutine[Any, Any, Json]) -> None:
        """Send something whose answer nobody waits for."""
        task = asyncio.get_running_loop().create_task(_unheard(sending))
        self._background.add(task)
        task.add_done_callback(self._background.discard)

    async def start_over(self) -> None:
        """Begin anew after the state was wiped; undelivered events are gone with it."""
        await self.events.stop()
        self.workspace.forget()
        self._begin()

    async def stop(self) -> None:
        """Stop delivering."""
        await self.events.stop()
        for task in list(self._background):
            task.cancel()
        if isinstance(self.transport, HttpPosts):
            await self.transport.close()

    @property
    def clock(self) -> Clock:
        """Return the clock that everything here goes by."""
        return self.options.clock

    @property
    def zone(self) -> ZoneInfo:
        """Return the team's time zone."""
        return ZoneInfo(self.options.timezone)

    def local(self, moment: datetime) -> datetime:
        """Return *moment* in the team's zone."""
        return moment.astimezone(self.zone)

    # -- telling

    def line(self, text: str) -> None:
        """Show one line in the terminal."""
        if self.options.on_line:
            self.options.on_line(text)

    def _connection_changed(self) -> None:
        self.hub.publish("bot")
        self.line(f"socket mode   {self.sockets.count} open")

    def _report_event(self, what: str, payload: Json, attempt: int) -> None:
        event = payload["event"]
        kind = f"{event['type']}.{event['subtype']}" if "subtype" in event else event["type"]
        again = f", retry {attempt}" if attempt else ""
        self.line(f"{what:<13} {kind}{again}")

    def _tell_page(self, change: Change) -> None:
        """Let the browsers fetch what changed."""
        person = change.person if isinstance(change, Whispered) else None
        self.hub.publish("channel", change.channel, person=person)
        thread = _thread_of(self.workspace, change)
        if thread:
            self.hub.publish("thread", thread, person=person)

    def _tell_terminal(self, change: Change) -> None:
        self.line(_line(change, self._name))

    def _name(self, key: str) -> str:
        """Return what people call a user or a channel."""
        if key in self.workspace.users:
            return self.workspace.users[key].real_name
        channel = self.workspace.channels.get(key)
        if channel is None or channel.is_im:
            return key
        return f"#{channel.name}"


async def _unheard(sending: Coroutine[Any, Any, Json]) -> None:
    with contextlib.suppress(Undelivered):
        await sending


def _thread_of(workspace: Workspace, change: Change) -> str | None:
    """Return the ts of the thread that a change belongs to, if it does."""
    match change:
        case Posted(_, message) | Edited(_, message) | Whispered(_, _, message):
            found: Json = message
        case Deleted(_, previous):
            found = previous
        case Reacted(channel, ts):
            found = workspace.find(channel, ts) or {}
        case Joined() | Shared():
            found = {}
    return found.get("thread_ts")


def excerpt(text: str) -> str:
    r"""Return the beginning of a text, on one line.

    >>> excerpt("En rad\noch en till")
    'En rad och en till'
    """
    line = " ".join(text.split())
    return line if len(line) <= EXCERPT else line[: EXCERPT - 1] + "…"


def _line(change: Change, name: Callable[[str], str]) -> str:
    """Return the terminal's line about a change."""
    where = name(change.channel)
    match change:
        case Posted(_, message):
            line = f"message       {where}  {name(message['user'])}: {excerpt(message['text'])}"
        case Edited(_, message):
            line = f"edited        {where}  {excerpt(message['text'])}"
        case Deleted(_, previous):
            line = f"deleted       {where}  {excerpt(previous['text'])}"
        case Whispered(_, person, message, gone):
            verb = "dismissed by" if gone else "only to"
            line = f"{verb:<13} {name(person)} in {where}: {excerpt(message['text'])}"
        case Reacted():
            sign = "+" if change.added else "-"
            line = f"reaction      {where}  {name(change.user)} {sign}:{change.name}:"
        case Joined():
            line = f"{'joined' if change.arrived else 'left':<13} {where}  {name(change.user)}"
        case Shared():
            line = f"{'shared' if change.begins else 'unshared':<13} {where}"
    return line
