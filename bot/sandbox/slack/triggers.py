"""Trigger ids: each opens one view for the person who clicked, within three seconds."""

from dataclasses import dataclass
from secrets import token_hex

from bot.clock import monotonic
from bot.sandbox.slack.workspace import Refused

LIFE_SECONDS = 3.0
MEMORY_SECONDS = 600.0  # how long a dead trigger is still told apart from an invented one


@dataclass(slots=True)
class Trigger:
    """One id: whose, since when (monotonic seconds), whether it was used, and in which view."""

    user: str
    born: float
    view: str | None
    used: bool = False


class Triggers:
    """Hand out trigger ids and let each be used once, in time."""

    def __init__(self) -> None:
        self._given: dict[str, Trigger] = {}

    def give(self, user: str, view: str | None = None) -> str:
        """Return a new trigger id."""
        self._forget_the_old()
        trigger_id = f"{len(self._given) + 1}.{token_hex(5)}.{token_hex(16)}"
        self._given[trigger_id] = Trigger(user, monotonic(), view)
        return trigger_id

    def check(self, trigger_id: object) -> Trigger:
        """Return a trigger that may be used now; refuse it otherwise, in Slack's words."""
        trigger = self._given.get(trigger_id) if isinstance(trigger_id, str) else None
        if trigger is None:
            raise Refused("invalid_trigger_id")
        if trigger.used:
            raise Refused("exchanged_trigger_id")
        if monotonic() - trigger.born > LIFE_SECONDS:
            raise Refused("expired_trigger_id")
        return trigger

    def _forget_the_old(self) -> None:
        limit = monotonic() - MEMORY_SECONDS
        self._given = {k: t for k, t in self._given.items() if t.born > limit}
