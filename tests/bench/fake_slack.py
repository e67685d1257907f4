"""Slack's end of a Socket Mode connection, as little as will do, so that it costs nothing itself.

The sandbox plays Slack faithfully; this one only hands over commands, takes the time until they
are acknowledged, and loses the connection in every way a connection can be lost. It keeps a thread
of its own, apart from whoever asks.
"""

import asyncio
import json
import threading
from collections import Counter
from collections.abc import Coroutine, Mapping, Sequence
from enum import Enum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from time import monotonic, sleep
from typing import Any, Self, TypeVar
from urllib.parse import parse_qs

from websockets.frames import Opcode
from websockets.http11 import Request
from websockets.server import ServerProtocol

PLAN, COMMENTS, USER = "C0PLAN", "C0KOMMENT", "U0AMIRA"
PATIENCE_SECONDS = 90.0  # Bolt's own settings leave an app deaf for nearly a minute
REPEAT_SECONDS = 2.0  # a command that a dying connection swallowed is sent once more
RESPOND = "respond"  # the last part but one of a response address
T = TypeVar("T")

_triggers = count(1)


class Loss(Enum):
    """How a connection is lost."""

    CLOSE = "the server closes"
    FIN = "TCP FIN"
    DISCONNECT = "`disconnect` frame"
    HALF_OPEN = "silent half-open"


class LostError(Exception):
    """Something that was sent was never answered."""


class Line(asyncio.Protocol):
    """One WebSocket connection."""

    def __init__(self, slack: "FakeSlack") -> None:
        self._slack = slack
        self._protocol = ServerProtocol(max_size=None)
        self._transport: asyncio.Transport
        self._is_dead = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the transport."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Take in frames; a dead line takes nothing."""
        if self._is_dead:
            return
        self._protocol.receive_data(data)
        for event in self._protocol.events_received():
            self._take(event)
        self._flush()

    def _take(self, event: Any) -> None:
        if isinstance(event, Request):
            self._protocol.send_response(self._protocol.accept(event))
            self._protocol.send_text(b'{"type":"hello","num_connections":1}')
        elif event.opcode is Opcode.PING:  # the protocol itself answers it
            self._slack.pinged(self)
        elif event.opcode is Opcode.TEXT:
            self._slack.heard(event.data)

    def send(self, message: Mapping[str, Any]) -> None:
        """Send one message, unless the line is dead."""
        if not self._is_dead:
            self._protocol.send_text(json.dumps(message).encode())
            self._flush()

    def lose(self, how: Loss) -> None:
        """Lose the connection."""
        match how:
            case Loss.CLOSE:
                self._protocol.send_close(1001)
                self._flush()
            case Loss.FIN:
                self._transport.close()
            case Loss.DISCONNECT:
                self.send({"type": "disconnect", "reason": "refresh_requested"})
            case Loss.HALF_OPEN:
                self._is_dead = True

    def drop(self) -> None:
        """Let go of the connection, however it stands."""
        self._transport.abort()

    def _flush(self) -> None:
        for data in self._protocol.data_to_send():
            if data:
                self._transport.write(data)


class FakeSlack:
    """Slack, from `with` to the end of it; `url` is the base address of its Web API.

    `calls` counts what was called, as (method, channel); `answered` says when (monotonic) which
    command, by its trigger, was answered at its response address; `shown` when which message, by
    its key, was posted or changed, and what it said then.
    """

    def __init__(self) -> None:
        self.calls: Counter[tuple[str, str]] = Counter()
        self.answered: dict[str, float] = {}
        self.shown: list[tuple[float, str, str]] = []
        self._keys: dict[str, str] = {}
        self.stamps = count(1)
        self._envelopes = count(1)
        self._waiting: dict[str, asyncio.Future[float]] = {}
        self._lines: list[Line] = []
        self._line: asyncio.Future[Line]
        self._loop = asyncio.new_event_loop()
        self._api = ThreadingHTTPServer(("127.0.0.1", 0), _Api)
        self._api.fake = self  # type: ignore[attr-defined]
        self.url = f"http://127.0.0.1:{self._api.server_address[1]}/api/"
        self.socket_url = ""

    def __enter__(self) -> Self:
        for work in (self._loop.run_forever, self._api.serve_forever):
            threading.Thread(target=work, daemon=True).start()
        self.socket_url = self._run(self._listen())
        return self

    def __exit__(self, *_: object) -> None:
        self._api.shutdown()
        self._api.server_close()
        self._run(self._hang_up())
        self._loop.call_soon_threadsafe(self._loop.stop)

    # -- for the measurements, from their thread

    def expect(self) -> None:
        """Forget the connections so far; the next one is what `wait_connected` waits for."""
        self._run(self._expect())

    def wait_connected(self) -> float:
        """Return when (monotonic) the app's connection had greeted and pinged."""
        self._run(self._connected())
        return self.connected_at

    def wait_for_the_morning(self) -> None:
        """Return once the digest and the nag stand in the channel, as they do when people work."""
        self.wait_for("chat.postMessage", PLAN, 2)

    def wait_for(self, method: str, channel: str, times: int = 1) -> None:
        """Return once *method* has been called so many *times* for *channel*."""
        end = monotonic() + PATIENCE_SECONDS
        while self.calls[method, channel] < times:
            if monotonic() > end:
                raise TimeoutError(f"{method} was not called for {channel}")
            sleep(0.1)

    def acknowledge(self, payloads: Sequence[Mapping[str, str]]) -> list[float]:
        """Send commands all at once; return the seconds until each was acknowledged."""
        return self._run(self._acknowledge(payloads))

    def await_answers(self, payloads: Sequence[Mapping[str, str]]) -> list[float]:
        """Return when (monotonic) each of these commands was answered, once all are."""
        end, triggers = monotonic() + PATIENCE_SECONDS, [p["trigger_id"] for p in payloads]
        while not all(trigger in self.answered for trigger in triggers):
            if monotonic() > end:
                raise LostError("a command was never answered")
            sleep(0.005)
        return [self.answered.pop(trigger) for trigger in triggers]

    def recover(self, how: Loss, payload: Mapping[str, str]) -> float:
        """Lose the connection; return the seconds until a command is acknowledged again."""
        return self._run(self._recover(how, payload))

    def show(self, given: Mapping[str, Any], stamp: str) -> None:
        """Take note of what is posted, with the *stamp* it gets, or changed."""
        if "metadata" in given:
            said = given["metadata"]
            metadata = json.loads(said) if isinstance(said, str) else said
            self._keys[stamp] = metadata["event_payload"]["key"]
        key = self._keys.get(given.get("ts", stamp), "")
        self.shown.append((monotonic(), key, given.get("text", "")))

    def _run(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(2 * PATIENCE_SECONDS)

    # -- for the connections, in the loop's thread

    def pinged(self, line: Line) -> None:
        """Take note of a connection: its first ping says that it works."""
        if line not in self._lines:
            self._lines.append(line)
            self.connected_at = monotonic()
            if self._line.done():
                self._line = self._loop.create_future()
            self._line.set_result(line)

    def heard(self, text: bytes) -> None:
        """Match an acknowledgement with what waits for it."""
        waiting = self._waiting.get(json.loads(text).get("envelope_id", ""))
        if waiting is not None and not waiting.done():
            waiting.set_result(monotonic())

    async def _listen(self) -> str:
        await self._expect()
        server = await self._loop.create_server(lambda: Line(self), "127.0.0.1", 0)
        return f"ws://127.0.0.1:{server.sockets[0].getsockname()[1]}/link?ticket=1"

    async def _expect(self) -> None:
        self._line = self._loop.create_future()

    async def _connected(self) -> Line:
        return await asyncio.wait_for(asyncio.shield(self._line), PATIENCE_SECONDS)

    async def _hang_up(self) -> None:
        for line in self._lines:
            line.drop()

    async def _acknowledge(self, payloads: Sequence[Mapping[str, str]]) -> list[float]:
        line = await self._connected()
        envelopes = [self._envelope(payload) for payload in payloads]
        start = monotonic()
        for envelope in envelopes:
            line.send(envelope)
        answers = [self._waiting[envelope["envelope_id"]] for envelope in envelopes]
        _, unanswered = await asyncio.wait(answers, timeout=PATIENCE_SECONDS)
        if unanswered:
            raise LostError(
                f"{len(unanswered)} of {len(envelopes)} commands were never acknowledged"
                f" (connections so far: {len(self._lines)}, of which this was number"
                f" {self._lines.index(line) + 1})"
            )
        return [answer.result() - start for answer in answers]

    async def _recover(self, how: Loss, payload: Mapping[str, str]) -> float:
        line = await self._connected()
        await self._expect()
        start = monotonic()
        line.lose(how)
        await self._connected()
        while monotonic() - start < PATIENCE_SECONDS:
            envelope = self._envelope(payload)
            (await self._connected()).send(envelope)
            answer = self._waiting[envelope["envelope_id"]]
            if (await asyncio.wait([answer], timeout=REPEAT_SECONDS))[0]:
                return answer.result() - start
        raise TimeoutError(f"not answered again after: {how.value}")

    def _envelope(self, payload: Mapping[str, str]) -> dict[str, Any]:
        envelope_id = f"envelope-{next(self._envelopes)}"
        self._waiting[envelope_id] = self._loop.create_future()
        return {
            "envelope_id": envelope_id,
            "type": "slash_commands",
            "accepts_response_payload": True,
            "payload": payload,
        }


class _Api(BaseHTTPRequestHandler):
    """One answer that fits every call an app makes in a benchmark."""

    def do_POST(self) -> None:
        """Answer a call."""
        slack: FakeSlack = self.server.fake  # type: ignore[attr-defined]
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        is_json = "json" in (self.headers.get("Content-Type") or "")
        given = json.loads(body) if is_json and body else _form(body)
        channel = given.get("channel", "")
        path, _, last = self.path.rpartition("/")
        if path.endswith(RESPOND):
            slack.answered[last] = monotonic()
        else:
            slack.calls[last, channel] += 1
        stamp = f"1800000000.{next(slack.stamps):06}"
        if last in {"chat.postMessage", "chat.update"}:
            slack.show(given, stamp)
        answer = {
            "ok": True,
            "url": slack.socket_url,
            "ts": stamp,
            "team": "Region Lillsjö",
            "team_id": "T0LUCKA",
            "user_id": "U0LUCKA",
            "bot_id": "B0LUCKA",
            "channel": {
                "id": channel,
                "name": channel.lower(),
                "is_member": True,
                "is_private": True,
            },
            "user": {"id": USER, "name": "amira", "team_id": "T0LUCKA"},
            "channels": [],
            "messages": [],
        }
        text = json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def do_GET(self) -> None:
        """Answer a call."""
        self.do_POST()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def _form(body: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(body).items()}


def command(name: str, text: str, api: str = "http://127.0.0.1:9/api/") -> dict[str, str]:
    """Return the payload of a slash command, as Slack sends it; it is to be answered at *api*."""
    trigger = f"{next(_triggers)}.bench"
    return {
        "token": "bench",
        "team_id": "T0LUCKA",
        "team_domain": "lucka",
        "channel_id": PLAN,
        "channel_name": "plan",
        "user_id": USER,
        "user_name": "amira",
        "command": name,
        "text": text,
        "api_app_id": "A0LUCKA",
        "is_enterprise_install": "false",
        "response_url": f"{api}{RESPOND}/{trigger}",
        "trigger_id": trigger,
    }
