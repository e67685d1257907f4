"""What works and what does not, right now: one board that every part writes to.

`/lucka`, `/healthz` and the alarm read it. A part reports a *kind* that names a message in the
catalogues, never a sentence and never a secret.
"""

from dataclasses import dataclass
from datetime import datetime
from threading import Lock


@dataclass(frozen=True, slots=True)
class State:
    """How one part stands: well since *since*, or in trouble of *kind* since then."""

    part: str
    kind: str | None
    detail: str
    since: datetime
    last_ok: datetime | None


class Health:
    """Keep the state of each part; safe to use from every thread."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._states: dict[str, State] = {}

    def ok(self, part: str, *, now: datetime) -> bool:
        """Note that *part* works; say whether it was in trouble before."""
        with self._lock:
            before = self._states.get(part)
            was_well = before is not None and before.kind is None
            since = before.since if before and was_well else now
            self._states[part] = State(part, None, "", since, now)
            return before is not None and not was_well

    def trouble(self, part: str, kind: str, detail: str = "", *, now: datetime) -> bool:
        """Note that *part* is in trouble; say whether that is news (another kind, or new)."""
        with self._lock:
            before = self._states.get(part)
            is_news = before is None or before.kind != kind
            since = now if before is None or is_news else before.since
            last_ok = before.last_ok if before else None
            self._states[part] = State(part, kind, detail, since, last_ok)
            return is_news

    def states(self) -> tuple[State, ...]:
        """Return every part's state, by name."""
        with self._lock:
            return tuple(self._states[part] for part in sorted(self._states))
