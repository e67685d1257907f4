"""Socket Mode: up to ten WebSockets, each payload to one of them, acknowledged by envelope id."""

import asyncio
import contextlib
import json
from collections.abc import Callable
from secrets import token_urlsafe
from typing import Any

from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState

from bot.sandbox.identity import APP
from bot.sandbox.slack.delivery import Envelope, Undelivered, in_time
from bot.sandbox.state import Json
from bot.sandbox.wire import cut, freeze

MOST_CONNECTIONS = 10
CONNECTION_SECONDS = 3600  # what Slack announces in its hello
HALF_OPEN_SECONDS = 30.0  # after which a dead connection is given no payloads any more


class Connection:
    """One open WebSocket; a *deaf* one looks open but nothing passes any more."""

    def __init__(self, socket: WebSocket) -> None:
        self.socket = socket
        self.deaf = False

    async def send(self, message: Json) -> None:
        """Send one frame, unless the line is dead."""
        if not self.deaf and self.socket.application_state is WebSocketState.CONNECTED:
            await self.socket.send_text(json.dumps(message))


class Sockets:
    """Hand out tickets, hold the connections and pass envelopes to them in turn."""

    def __init__(self, changed: Callable[[], None]) -> None:
        self._tickets: set[str] = set()
        self._connections: list[Connection] = []
        self._waiting: dict[str, asyncio.Future[Json]] = {}
        self._somebody = asyncio.Event()
        self._turn = 0
        self._changed = changed

    @property
    def connected(self) -> bool:
        """Return whether a connection is open."""
        return bool(self._connections)

    @property
    def count(self) -> int:
        """Return how many connections are open."""
        return len(self._connections)

    async def wait_connected(self) -> None:
        """Return once a connection is open."""
        await self._somebody.wait()

    def ticket(self) -> str:
        """Return a ticket that opens one connection."""
        ticket = token_urlsafe(16)
        self._tickets.add(ticket)
        return ticket

    async def endpoint(self, socket: WebSocket) -> None:
        """Serve one connection from its hello to its end."""
        ticket = socket.path_params["ticket"]
        if ticket not in self._tickets:
            await socket.close(4404)
            return
        self._tickets.discard(ticket)
        await socket.accept()
        connection = Connection(socket)
        if self.count >= MOST_CONNECTIONS:
            await connection.send(_disconnect("too_many_websockets"))
            await socket.close()
            return
        await self._serve(connection)

    async def _serve(self, connection: Connection) -> None:
        self._connections.append(connection)
        self._note()
        try:
            await connection.send(self._hello())
            while True:
                self._heard(await connection.socket.receive_text())
        except (WebSocketDisconnect, RuntimeError):
            pass  # gone, with or without a closing word
        finally:
            self._connections.remove(connection)
            self._note()

    def _note(self) -> None:
        """Let those who wait for a connection, and the page, know how many there are."""
        if self._connections:
            self._somebody.set()
        else:
            self._somebody.clear()
        self._changed()

    def _hello(self) -> Json:
        return {
            "type": "hello",
            "num_connections": self.count,
            "debug_info": {
                "host": "applink-sandbox",
                "build_number": 1,
                "approximate_connection_time": CONNECTION_SECONDS,
            },
            "connection_info": {"app_id": APP},
        }

    def _heard(self, text: str) -> None:
        """Match an acknowledgement with what waits for it; anything else is noise."""
        try:
            message: Any = json.loads(text)
        except ValueError:
            return
        if isinstance(message, dict):
            future = self._waiting.get(message.get("envelope_id", ""))
            if future is not None and not future.done():
                payload = message.get("payload")
                future.set_result(payload if isinstance(payload, dict) else {})

    async def send(self, envelope: Envelope) -> Json:
        """Send an envelope to one of the connections and wait for its acknowledgement."""
        if not self._connections:
            raise Undelivered("offline")
        self._turn += 1
        connection = self._connections[self._turn % self.count]
        return await in_time(self._exchange(connection, envelope))

    async def _exchange(self, connection: Connection, envelope: Envelope) -> Json:
        """Send over one connection; any of them may carry the acknowledgement."""
        future: asyncio.Future[Json] = asyncio.get_running_loop().create_future()
        self._waiting[envelope.id] = future
        try:
            with contextlib.suppress(WebSocketDisconnect, RuntimeError):
                await connection.send(_frame(envelope))
            return await future
        finally:
            del self._waiting[envelope.id]

    # -- trouble on order

    async def ask_to_reconnect(self, reason: str = "refresh_requested") -> None:
        """Send the `disconnect` frame that Slack sends before it recycles a connection."""
        for connection in list(self._connections):
            await connection.send(_disconnect(reason))

    async def close_all(self) -> None:
        """Close every connection properly."""
        for connection in list(self._connections):
            with contextlib.suppress(RuntimeError):
                await connection.socket.close()

    def fin_all(self) -> None:
        """Drop every connection without a closing frame."""
        for connection in self._connections:
            cut(connection.socket.scope)

    def half_open_all(self) -> None:
        """Leave every connection open but dead; this side gives them up after a while."""
        for connection in self._connections:
            connection.deaf = True
            freeze(connection.socket.scope)
            loop = asyncio.get_running_loop()
            loop.call_later(HALF_OPEN_SECONDS, cut, connection.socket.scope)


def _disconnect(reason: str) -> Json:
    return {"type": "disconnect", "reason": reason, "debug_info": {"host": "applink-sandbox"}}


def _frame(envelope: Envelope) -> Json:
    frame: Json = {
        "envelope_id": envelope.id,
        "type": envelope.type,
        "payload": envelope.payload,
        "accepts_response_payload": envelope.accepts_answer,
    }
    if envelope.type == "events_api":
        frame |= {"retry_attempt": envelope.attempt, "retry_reason": envelope.reason}
    return frame
