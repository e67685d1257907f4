"""A public page behind a real socket, for tests of the emulator and of the client."""

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import httpx
import uvicorn
from starlette.applications import Starlette

from bot.integrations.facebook import GraphPage
from bot.sandbox import graph, page_ui
from bot.sandbox.hub import Hub
from bot.sandbox.identity import PAGE
from bot.sandbox.page import Page

TOKEN = "sandbox-page-token"
SECRET = "sandbox-app-secret"
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
ZONE = ZoneInfo("Europe/Stockholm")


class StandingClock:
    """A clock that moves only when told to."""

    def __init__(self) -> None:
        self.at = NOW

    def now(self) -> datetime:
        return self.at

    def pass_by(self, **time_passed: float) -> None:
        self.at += timedelta(**time_passed)


class PageServer:
    """The page, its clock, and a browser's and an app's way to it."""

    def __init__(self, page: Page, clock: StandingClock, site: str) -> None:
        self.page = page
        self.clock = clock
        self.site = site
        self.http = httpx.Client(base_url=site, timeout=5)

    def start_over(self) -> "PageServer":
        """Empty the page, turn back the clock, reset the switches."""
        self.clock.at = NOW
        self.page.clear()
        self.page.describe("Region Lillsjö", "Vård, buss och kultur", ("Maja Forsberg",))
        self.switch(mode="full", token="ok", order="honoured", engaged_users=40, fault=None)
        self.switch(lacking=[], gone=[], replies_move=True, hidden_listed=True, empty_edges=True)
        self.switch(most_comments=1_000, nested_counts=False, limit_status=400)
        self.switch(media_gone=False)
        return self

    def graph(self, path: str, token: str | None = TOKEN, **params: Any) -> httpx.Response:
        """GET a Graph address."""
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        return self.http.get(f"/graph/v26.0/{path}", params=params, headers=headers)

    def write(self, path: str, method: str = "POST", **data: Any) -> httpx.Response:
        """POST a form (or DELETE) as the page."""
        headers = {"Authorization": f"Bearer {TOKEN}"}
        return self.http.request(method, f"/graph/v26.0/{path}", data=data, headers=headers)

    def switch(self, **wanted: Any) -> dict[str, Any]:
        """Change the emulator's switches."""
        answer = self.http.post("/__emulator/graph", json=wanted).json()
        assert answer["ok"], answer
        return answer

    def client(self, **changed: Any) -> GraphPage:
        """Return the bot's client for this page."""
        usual = {"version": "v26.0", "page_id": PAGE, "token": TOKEN, "app_secret": SECRET}
        return GraphPage(base_url=f"{self.site}/graph", **usual | changed)


@contextmanager
def page_server() -> Iterator[PageServer]:
    """Serve an empty page until the block is left."""
    clock = StandingClock()
    db = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    page = Page(db, clock)
    routes = [*graph.routes(page, clock), *page_ui.routes(page, Hub(), ZONE)]
    server = uvicorn.Server(
        uvicorn.Config(Starlette(routes=routes), port=0, log_level="error", ws="none")
    )
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        wait_for(lambda: server.started)
        port = server.servers[0].sockets[0].getsockname()[1]
        served = PageServer(page, clock, f"http://127.0.0.1:{port}")
        yield served
        served.http.close()
    finally:
        server.should_exit = True
        thread.join(10)
        db.close()


def wait_for(condition: Any) -> None:
    """Return once *condition* holds."""
    end = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < end, "it never happened"
        time.sleep(0.005)
