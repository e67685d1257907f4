"""The web server: Slack's events in HTTP mode, Facebook's webhook, the calendar, a health report.

It starts only where a port is set. Bolt is synchronous, so each request of Slack's is worked on in a
thread, and so is the feed; on the event loop one slow listener would make every other one late
(measured: 20 at once, 227 ms instead of 27).
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from hashlib import sha256
from threading import Thread

import h11
import uvicorn
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from uvicorn.protocols.http.h11_impl import H11Protocol

from bot.health import Health

log = logging.getLogger(__name__)

BODY_LIMIT = 1_000_000  # bytes; Slack's largest payload is a view of 250 kB


@dataclass(frozen=True, slots=True)
class Answer:
    """What a dispatched request is answered with."""

    status: int
    headers: Mapping[str, str]
    body: str


Dispatch = Callable[[str, Mapping[str, str]], Answer]

Feed = Callable[[str, str], bytes | None]
"""Given a token and a calendar's name, its content; None where that is nobody's business."""


@dataclass(frozen=True, slots=True)
class Hook:
    """Facebook's door: `greet` answers the handshake, `take` keeps what was posted.

    `greet` returns None, and `take` (given the body and its signature) False, for a stranger.
    """

    greet: Callable[[Mapping[str, str]], str | None]
    take: Callable[[bytes, str], bool]


HOOK_LIMIT = 8_000_000  # bytes; up to a thousand changes, each with a comment of up to 8,000 signs

FRESH_SECONDS = 300  # for so long a calendar need not ask again

HEAD_SECONDS = 10.0  # in which a request must say what it wants: a connection is a place taken
BODY_SECONDS = 20.0
MOST_CONNECTIONS = 200  # each may hold a body that is not known to be anybody's
MOST_HELD = 64_000_000  # bytes at one door: two hundred of the largest would be 1.6 GB

UNSTORED = {"Cache-Control": "no-store"}
HEADERS = (
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
    ("Referrer-Policy", "no-referrer"),  # an address of the calendar is a secret
)
"""What stands over every answer, the server's own refusals too: no browser makes more of it."""


def create(
    health: Health,
    dispatch: Dispatch | None,
    feed: Feed | None = None,
    hook: Hook | None = None,
) -> Starlette:
    """Return the routes; without *dispatch* (Socket Mode) Slack has no door here.

    Without *feed* there is no calendar, and without *hook* none of Facebook's; their addresses are
    like any other that does not exist.
    """

    async def healthz(_request: Request) -> Response:
        states = health.states()
        troubles = {s.part: s.kind for s in states if s.kind}
        answer = {"ok": not troubles, "troubles": troubles, "parts": [s.part for s in states]}
        return JSONResponse(answer, status_code=503 if troubles else 200, headers=UNSTORED)

    room = Room()

    async def events(request: Request) -> Response:
        async with room.body(request, BODY_LIMIT) as body:
            if body is None or dispatch is None:
                return Response(status_code=413)
            text = body.decode("utf-8", errors="replace")
            answer = await run_in_threadpool(dispatch, text, dict(request.headers))
        return Response(answer.body, answer.status, dict(answer.headers))

    async def calendar(request: Request) -> Response:
        if feed is None:
            raise HTTPException(404)
        asked = request.path_params
        content = await run_in_threadpool(feed, asked["token"], asked["name"])
        if content is None:
            raise HTTPException(404)  # the answer of an address that does not exist
        return _unless_known(request, content)

    routes = [Route("/healthz", healthz), Route("/calendar/{token}/{name}.ics", calendar)]
    if dispatch is not None:
        routes.append(Route("/slack/events", events, methods=["POST"]))
    if hook is not None:
        routes.append(Route("/facebook/webhook", _hooked(hook), methods=["GET", "POST"]))
    return Starlette(routes=routes)


def _hooked(hook: Hook) -> Callable[[Request], Awaitable[Response]]:
    """Return Facebook's door: whatever is wrong is refused with the same bare answer."""
    room = Room()

    async def endpoint(request: Request) -> Response:
        if request.method != "POST":
            told = hook.greet(request.query_params)
            return (
                Response(status_code=403)
                if told is None
                else PlainTextResponse(told, headers=UNSTORED)
            )
        signature = request.headers.get("x-hub-signature-256", "")
        async with room.body(request, HOOK_LIMIT) as body:
            if body is None:
                return Response(status_code=413)
            is_known = await run_in_threadpool(hook.take, body, signature)
        return Response(status_code=200 if is_known else 403)

    return endpoint


def _unless_known(request: Request, content: bytes) -> Response:
    """Return the calendar, or a word that the one who asks has this very content already."""
    tag = f'"{sha256(content).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": f"private, max-age={FRESH_SECONDS}"}
    known = request.headers.get("if-none-match", "").split(",")
    # A proxy that compresses makes the tag a weak one.
    if {each.strip().removeprefix("W/") for each in known} & {tag, "*"}:
        return Response(status_code=304, headers=headers)
    return Response(content, headers=headers, media_type="text/calendar; charset=utf-8")


class Room:
    """Where the bodies of one door are held until it is known whose they are; it may be full."""

    def __init__(self) -> None:
        self._held = 0

    @asynccontextmanager
    async def body(self, request: Request, limit: int) -> AsyncIterator[bytes | None]:
        """Yield the body as it came, or None if it is larger than *limit*.

        Who sends it too slowly is turned away, and so is who comes when the room is full.
        """
        read = bytearray()
        try:
            await self._fill(read, request, limit)
            yield bytes(read) if len(read) <= limit else None
        finally:
            self._held -= len(read)

    async def _fill(self, read: bytearray, request: Request, limit: int) -> None:
        try:
            async with asyncio.timeout(BODY_SECONDS):
                async for piece in request.stream():
                    read += piece
                    self._held += len(piece)
                    if self._held > MOST_HELD:
                        raise HTTPException(503)  # Slack and Facebook send it again
                    if len(read) > limit:
                        return
        except TimeoutError:
            raise HTTPException(408) from None


class Hurried(H11Protocol):
    """A connection that is closed where no whole request is begun in time.

    uvicorn waits for a head for as long as its letters come, or none at all.
    """

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to watch."""
        super().connection_made(transport)
        self._look(object())

    def _look(self, before: object) -> None:
        """Close unless a request was begun since *before*, or is at work."""
        is_waiting = self.conn.their_state is h11.IDLE and self.cycle is before
        if is_waiting:
            self.transport.close()
        if not self.transport.is_closing():
            self.loop.call_later(HEAD_SECONDS, self._look, self.cycle)


class WebServer:
    """Serve *app* in a thread of its own until stopped."""

    def __init__(self, app: Starlette, host: str, port: int) -> None:
        config = uvicorn.Config(
            app,
            host=host,
            port=port,
            http=Hurried,
            ws="none",
            lifespan="off",
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,  # nothing depends on who asks
            limit_concurrency=MOST_CONNECTIONS,
            headers=list(HEADERS),
        )
        self._server = uvicorn.Server(config)
        self._thread = Thread(target=self._server.run, name="web", daemon=True)

    def start(self) -> None:
        """Begin to serve."""
        self._thread.start()

    def stop(self, seconds: float) -> None:
        """Stop serving; give up waiting after *seconds*."""
        self._server.should_exit = True
        self._thread.join(seconds)
