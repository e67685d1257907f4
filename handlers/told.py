"""What was heard over HTTP once is not heard again, though somebody has kept a copy of it."""

from collections.abc import Callable
from threading import Lock

REMEMBERED_SECONDS = 660.0
"""Bolt takes what was signed up to five minutes ago, or ahead where the clocks differ."""


class Told:
    """The signatures of the last minutes; safe to use from every thread.

    A click carries nothing else that would tell its copy. Slack signs what it sends again anew.
    """

    def __init__(self, tick: Callable[[], float]) -> None:
        self._tick = tick
        self._lock = Lock()
        self._known: dict[str, float] = {}  # the oldest first

    def is_new(self, signature: str) -> bool:
        """Tell whether *signature* comes for the first time, and remember it."""
        now = self._tick()
        with self._lock:
            while self._known and now - self._known[next(iter(self._known))] > REMEMBERED_SECONDS:
                del self._known[next(iter(self._known))]
            if signature in self._known:
                return False
            self._known[signature] = now
            return True

    def forget(self, signature: str) -> None:
        """Let *signature* come again: what it stood for was not done."""
        with self._lock:
            self._known.pop(signature, None)
