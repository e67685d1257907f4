"""What works and what does not, right now: one board that every part writes to.

`/lucka`, `/healthz` and the alarm read it. A part reports a *kind* that names a message in the
catalogues, never a sentence and never a secret.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from threading import Lock

from bot.clock import monotonic


@dataclass(frozen=True, slots=True)
class State:
    """How one part stands: well since *since*, or in trouble of *kind* since then.

    `began` is the same on a clock that never jumps (seconds): how long something has really
    lasted, whatever the wall clock did and however long the machine slept. `last_ok` is when it
    was last seen to work, or None.
    """

    part: str
    kind: str | None
    detail: str
    since: datetime
    began: float
    last_ok: datetime | None


class Health:
    """Keep the state of each part; safe to use from every thread."""

    def __init__(self, monotonic: Callable[[], float] = monotonic) -> None:
        self._monotonic = monotonic
        self._lock = Lock()
        self._states: dict[str, State] = {}

    def ok(self, part: str, *, now: datetime) -> bool:
        """Note that *part* works; say whether it was in trouble before."""
        tick = self._monotonic()
        with self._lock:
            before = self._states.get(part)
            was_well = before is not None and before.kind is None
            since, began = (before.since, before.began) if before and was_well else (now, tick)
            self._states[part] = State(part, None, "", since, began, now)
            return before is not None and not was_well

    def trouble(self, part: str, kind: str, detail: str = "", *, now: datetime) -> bool:
        """Note that *part* is in trouble; say whether that is news (another kind, or new)."""
        tick = self._monotonic()
        with self._lock:
            before = self._states.get(part)
            is_news = before is None or before.kind != kind
            since, began = (
                (now, tick) if before is None or is_news else (before.since, before.began)
            )
            last_ok = before.last_ok if before else None
            self._states[part] = State(part, kind, detail, since, began, last_ok)
            return is_news

    def lasting(self, state: State) -> float:
        """Return for how many seconds *state* has lasted."""
        return self._monotonic() - state.began

    def states(self) -> tuple[State, ...]:
        """Return every part's state, by name."""
        with self._lock:
            return tuple(self._states[part] for part in sorted(self._states))
