"""A thread that works whenever it is woken, and outlives whatever goes wrong with its work."""

import logging
from collections.abc import Callable
from datetime import datetime
from threading import Condition, Thread

from bot import trail
from bot.health import Health

log = logging.getLogger(__name__)

RETRY_SECONDS = 6.0  # how soon after the database failed
MOST_CALM = 10  # spans of calm that are waited for, however busy it stays


class Worker:
    """Do *work* when woken, and again after the seconds that it returns.

    With *calm* (seconds) it begins once nobody has woken it for so long, so that whoever wakes it
    is not kept from their own work by it: Python's threads take turns.
    """

    def __init__(
        self,
        name: str,
        work: Callable[[], float],
        *,
        health: Health,
        now: Callable[[], datetime],
        calm: float = 0.0,
    ) -> None:
        self._name = name
        self._part = f"database:{name}"  # of its own: another's success says nothing of this one
        self._do = work
        self._health = health
        self._now = now
        self._calm = calm
        self._woken = Condition()
        self._is_woken = True
        self.is_stopped = False
        self._thread = Thread(target=self._run, name=name, daemon=True)

    def start(self) -> None:
        """Begin to work, in a thread of its own."""
        self._thread.start()

    def wake(self) -> None:
        """Say that there may be something to do."""
        with self._woken:
            self._is_woken = True
            self._woken.notify()

    def stop(self, seconds: float) -> None:
        """Finish what is at hand and stop; give up waiting after *seconds*."""
        with self._woken:
            self.is_stopped = True
            self._woken.notify()
        if self._thread.is_alive():
            self._thread.join(seconds)

    def _run(self) -> None:
        while not self.is_stopped:
            try:
                with trail.begun():
                    pause = self._do()
            except Exception:  # a full disk or a locked file passes
                if self._health.trouble(self._part, "trouble-database", now=self._now()):
                    log.exception("%s: could not work, trying again", self._name)
                pause = RETRY_SECONDS
            else:
                self._health.ok(self._part, now=self._now())
            self._rest(pause)

    def _rest(self, pause: float) -> None:
        with self._woken:
            if not self._is_woken and not self.is_stopped:
                self._woken.wait(pause)
            for _ in range(MOST_CALM if self._calm else 0):
                if self.is_stopped or not self._woken.wait(self._calm):
                    break
            self._is_woken = False
