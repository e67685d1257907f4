"""One limit in time for a whole answer of the network's."""

from collections.abc import Mapping
from contextlib import suppress
from socket import SHUT_RDWR, socket
from threading import Timer
from typing import Any, Self


class Deadline:
    """Cut off, after so many seconds, a server that sends its headers a letter at a time.

    No reading takes too long then, and httpx knows no limit for all of them together.
    """

    def __init__(self, seconds: float) -> None:
        self._timer = Timer(seconds, self._cut)
        self._timer.daemon = True
        self._socket: socket | None = None
        self._is_over = False

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()

    def trace(self, event: str, info: Mapping[str, Any]) -> None:
        """Learn from httpx which connection it uses."""
        if event.endswith(("connect_tcp.complete", "start_tls.complete")):
            self._socket = info["return_value"].get_extra_info("socket")
            if self._is_over:
                self._cut()

    def _cut(self) -> None:
        self._is_over = True
        if self._socket is not None:
            with suppress(OSError):
                self._socket.shutdown(SHUT_RDWR)
