"""A sandbox in a thread of its own, for those who have something else to do meanwhile."""

import asyncio
import threading
from typing import TYPE_CHECKING, Self

from bot.sandbox.app import prepared
from bot.sandbox.options import SandboxOptions

if TYPE_CHECKING:
    from bot.sandbox.page import Page
    from bot.sandbox.slack.core import Slack

PATIENCE_SECONDS = 15.0


class RunningSandbox:
    """A running sandbox, from `with` to the end of it.

    `address` is where it answers; `slack` and `page` are its insides, for tests.
    """

    def __init__(self, options: SandboxOptions, host: str = "127.0.0.1", port: int = 0) -> None:
        self._is_ready = threading.Event()
        self._server, self._listener = prepared(options, host, port, lambda _: self._is_ready.set())
        self.slack: Slack = self._server.app.state.slack
        self.page: Page = self._server.app.state.page
        self.address = self.slack.address
        self._thread = threading.Thread(target=self._run, name="sandbox", daemon=True)

    def _run(self) -> None:
        asyncio.run(self._server.serve(sockets=[self._listener]))

    def start(self) -> None:
        """Start and return once it answers."""
        self._thread.start()
        if not self._is_ready.wait(PATIENCE_SECONDS):
            raise TimeoutError("the sandbox did not start")

    def stop(self) -> None:
        """End it and wait until it has let go of its file."""
        self._server.should_exit = True
        self._thread.join(PATIENCE_SECONDS)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
