"""The wire below the protocols: what lets a test cut, freeze or drop a connection.

ASGI hides the connection's transport. These two subclasses of uvicorn's own protocols put it into
the scope, so that "the network failed" can be played rather than described.
"""

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

Scope = MutableMapping[str, Any]
KEY = "sandbox.transport"


class HttpProtocol(H11Protocol):
    """HTTP whose scope carries the transport."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Remember the transport for the requests that will come."""
        super().connection_made(transport)
        self.app = _carrying(self.app, transport)


class SocketProtocol(WebSocketsSansIOProtocol):
    """WebSocket whose scope carries the transport."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Remember the transport for the connection."""
        super().connection_made(transport)
        self.app = _carrying(self.app, transport)


def _carrying(app: Any, transport: asyncio.BaseTransport) -> Callable[..., Awaitable[None]]:  # noqa: ANN401
    """Return *app* with the transport put into each scope."""

    async def carrying(scope: Scope, receive: Any, send: Any) -> None:  # noqa: ANN401
        scope[KEY] = transport
        await app(scope, receive, send)

    return carrying


def cut(scope: Scope) -> None:
    """Close the connection below the protocol: a FIN, no farewell."""
    _stop_keepalive(scope)
    scope[KEY].close()


async def drop(scope: Scope) -> None:
    """Reset the connection and let the server notice."""
    scope[KEY].abort()
    await asyncio.sleep(0.01)


async def break_off(scope: Scope, body: bytes) -> None:
    """Send the first half of *body*, promising all of it, and hang up."""
    head = f"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {len(body)}"
    scope[KEY].write(f"{head}\r\n\r\n".encode() + body[: len(body) // 2])
    scope[KEY].close()
    await asyncio.sleep(0.01)


def freeze(scope: Scope) -> None:
    """Read nothing more from the connection and send no pings: open, but dead."""
    _stop_keepalive(scope)
    scope[KEY].pause_reading()


def _stop_keepalive(scope: Scope) -> None:
    protocol = scope[KEY].get_protocol()
    if isinstance(protocol, WebSocketsSansIOProtocol):
        protocol.stop_keepalive()
