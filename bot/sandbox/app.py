"""The whole sandbox: both halves, the page in the browser, its files; and serving it."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute, Mount, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles

from bot.sandbox import emulator, graph, outlook, page_ui, seed, ui_act, ui_read, ui_world
from bot.sandbox.faults import Faults
from bot.sandbox.hub import Hub
from bot.sandbox.labels import Labels
from bot.sandbox.options import SandboxOptions
from bot.sandbox.page import Page
from bot.sandbox.slack import api_files, response_urls, slack_api
from bot.sandbox.slack.core import Slack
from bot.sandbox.state import State
from bot.sandbox.wire import HttpProtocol, SocketProtocol

STATIC = Path(__file__).parent / "static"
GRACE_SECONDS = 2  # for answers under way when the server is asked to end


def create_app(options: SandboxOptions, *, address: str = "http://127.0.0.1:8400") -> Starlette:
    """Return the sandbox, to be served at *address*; its world is read from disk, or planted."""
    state = State(options.state_file)
    slack = Slack(options, state, Hub(), Faults(), address)
    page, calendar = Page(state.connection, options.clock), outlook.Calendar(state)
    _plant(slack, page, calendar)
    page.on_change(lambda change: slack.line(f"page          {change.line}"))

    async def start_over() -> None:
        await _start_over(slack, page, calendar)

    routes = _routes(slack, page, calendar, start_over)
    app = Starlette(routes=routes, lifespan=_lifespan(slack))
    app.state.slack, app.state.page = slack, page
    app.add_middleware(Labels, clock=options.clock)
    return app


def _plant(slack: Slack, page: Page, calendar: outlook.Calendar) -> None:
    """Fill an empty world with its little history."""
    if slack.options.planted and not page.posts():
        with slack.state.transaction(), slack.workspace.quiet():
            world = seed.plant(
                slack.workspace, page, slack.clock, slack.options.language, slack.zone
            )
            calendar.plant(world.plan, "Facebook", slack.local(slack.clock.now()).date())


async def _start_over(slack: Slack, page: Page, calendar: outlook.Calendar) -> None:
    """Make the world as it was at the beginning, and let whoever wants start over with it.

    Until that is done the app can write nothing: what it still had on its mind belongs to the
    world that is gone.
    """
    slack.is_resetting = True
    try:
        with slack.state.transaction():
            slack.state.wipe()
            page.clear()
        await slack.start_over()
        _plant(slack, page, calendar)
        slack.line("start over")
        if slack.options.on_reset:
            await slack.options.on_reset()
    finally:
        slack.is_resetting = False
    slack.hub.publish("reset")


def _routes(
    slack: Slack,
    page: Page,
    calendar: outlook.Calendar,
    start_over: Callable[[], Awaitable[None]],
) -> list[BaseRoute]:
    return [
        *slack_api.routes(slack),
        WebSocketRoute("/socket/{ticket}", slack.sockets.endpoint),
        *response_urls.routes(slack),
        *api_files.routes(slack),
        *graph.routes(page, slack.clock),
        *emulator.routes(slack),
        *ui_read.routes(slack, page),
        *ui_act.routes(slack),
        *page_ui.routes(page, slack.hub, slack.zone),
        *outlook.routes(calendar, slack.hub),
        *ui_world.routes(slack, start_over),
        Route("/", _index),
        Route("/archives/{path:path}", _index),  # where permalinks lead
        Mount("/static", StaticFiles(directory=STATIC, check_dir=False)),
    ]


async def _index(_: Request) -> Response:
    return FileResponse(STATIC / "index.html")


def _lifespan(slack: Slack) -> Callable[[Any], contextlib.AbstractAsyncContextManager[None]]:
    @contextlib.asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        slack.events.resume()
        yield
        slack.hub.close()
        await slack.stop()
        slack.state.close()

    return lifespan


# -- serving


class Server(uvicorn.Server):
    """A server that ends its event streams before it waits for connections to close."""

    def __init__(
        self, app: Starlette, listener: socket.socket, ready: Callable[[int], None]
    ) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                http=HttpProtocol,
                ws=SocketProtocol,
                log_config=None,
                access_log=False,
                date_header=False,  # ours follows the steered clock
                timeout_graceful_shutdown=GRACE_SECONDS,
                lifespan="on",
            )
        )
        self.app = app
        self._port = listener.getsockname()[1]
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Listen, and tell that it does."""
        await super().startup(sockets)
        if self.started:
            self._ready(self._port)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Close what would otherwise stay open."""
        self.app.state.slack.hub.close()
        await super().shutdown(sockets)


def prepared(
    options: SandboxOptions, host: str, port: int, ready: Callable[[int], None]
) -> tuple[Server, socket.socket]:
    """Return a server and the socket it will listen on; raises OSError when the port is taken."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # The protocol is named because asyncio turns Nagle's 40 ms off only where it is.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        app = create_app(options, address=f"http://{host}:{listener.getsockname()[1]}")
    except BaseException:
        listener.close()
        raise
    return Server(app, listener, ready), listener


async def serve(
    options: SandboxOptions, host: str, port: int, *, ready: Callable[[int], None]
) -> None:
    """Serve until a signal or a cancellation ends it; *ready* gets the port it listens on.

    Port 0 takes a free one. Raises OSError when the port is taken.
    """
    server, listener = prepared(options, host, port, ready)
    serving = asyncio.ensure_future(server.serve(sockets=[listener]))
    try:
        await asyncio.shield(serving)
    except asyncio.CancelledError:
        server.should_exit = True
        await serving
        raise
