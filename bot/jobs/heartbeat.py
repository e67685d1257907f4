"""Call the monitor outside while everything that should run does: a dead bot cannot say so itself.

The timetable calls, so that a timetable that stands still is silent, too. While anything is in
trouble nobody calls, which is what `/healthz` tells those who ask. A call that fails is a quiet
line in the log: it is the monitor's business to raise the alarm; only what lasts is told here.
"""

import logging
from datetime import datetime

from bot.clock import monotonic
from bot.deps import Deps
from bot.health import Health

log = logging.getLogger(__name__)

PART = "heartbeat"
OURS = {PART, f"job:{PART}"}  # in whose trouble it is worth another try
EVERY_SECONDS = 300.0
AGAIN_SECONDS = 60.0
LONG_SECONDS = 3600.0


class Heart:
    """When the monitor was called, and since when it does not answer."""

    def __init__(self) -> None:
        self._next_at = 0.0
        self._failing_since: float | None = None

    def is_due(self, health: Health) -> bool:
        """Say whether it is time to call, and whether there is good news to tell."""
        troubles = (state.part for state in health.states() if state.kind)
        return monotonic() >= self._next_at and OURS.issuperset(troubles)

    def beat(self, deps: Deps, now: datetime) -> None:
        """Call the monitor, if there is one."""
        if deps.monitor is None:
            return
        self._next_at = monotonic() + AGAIN_SECONDS
        code, tick = deps.monitor.beat(), monotonic()
        self._next_at = tick + (EVERY_SECONDS if code is None else AGAIN_SECONDS)
        if code is None:
            self._failing_since = None
            deps.health.ok(PART, now=now)
            return
        log.info("the monitor does not answer (%s)", code)
        self._failing_since = tick if self._failing_since is None else self._failing_since
        if tick - self._failing_since >= LONG_SECONDS:
            deps.health.trouble(PART, "trouble-heartbeat", code, now=now)
