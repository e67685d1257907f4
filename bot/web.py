"""The web server: Slack's events in HTTP mode, the calendar feed, and a health report.

It starts only where a port is set. Bolt is synchronous, so each request of Slack's is worked on in a
thread, and so is the feed; on the event loop one slow listener would make every other one late
(measured: 20 at once, 227 ms instead of 27).
"""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from threading import Thread

import uvicorn
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

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

FRESH_SECONDS = 300  # for so long a calendar need not ask again


def create(health: Health, dispatch: Dispatch | None, feed: Feed | None = None) -> Starlette:
    """Return the routes; without *dispatch* (Socket Mode) Slack has no door here.

    Without *feed* there is no calendar, and its address is like any other that does not exist.
    """

    async def healthz(_request: Request) -> Response:
        troubles = {s.part: s.kind for s in health.states() if s.kind}
        answer = {"ok": not troubles, "troubles": troubles}
        return JSONResponse(answer, status_code=503 if troubles else 200)

    async def events(request: Request) -> Response:
        body = await _body(request)
        if body is None or dispatch is None:
            return Response(status_code=413)
        answer = await run_in_threadpool(dispatch, body, dict(request.headers))
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
    return Starlette(routes=routes)


def _unless_known(request: Request, content: bytes) -> Response:
    """Return the calendar, or a word that the one who asks has this very content already."""
    tag = f'"{sha256(content).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": f"private, max-age={FRESH_SECONDS}"}
    known = request.headers.get("if-none-match", "").split(",")
    # A proxy that compresses makes the tag a weak one.
    if {each.strip().removeprefix("W/") for each in known} & {tag, "*"}:
        return Response(status_code=304, headers=headers)
    return Response(content, headers=headers, media_type="text/calendar; charset=utf-8")


async def _body(request: Request) -> str | None:
    """Return the body as text, or None if it is larger than anything Slack sends."""
    read = bytearray()
    async for piece in request.stream():
        read += piece
        if len(read) > BODY_LIMIT:
            return None
    return read.decode("utf-8", errors="replace")


class WebServer:
    """Serve *app* in a thread of its own until stopped."""

    def __init__(self, app: Starlette, host: str, port: int) -> None:
        config = uvicorn.Config(
            app, host=host, port=port, log_config=None, access_log=False, server_header=False
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
