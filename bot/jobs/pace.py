"""How fast the outbox may be emptied: Slack's limits, and who is being left alone for a while."""

from dataclasses import dataclass, field

from bot.clock import monotonic
from bot.store.outbox import Item, Kind

CHANNEL_SECONDS = 1.0  # chat.postMessage: one a second and channel
METHOD_SECONDS = 1.2  # chat.update: tier 3, fifty a minute …
METHOD_BURST = 10  # … with a little saved up, so that a reaction shows at once
SETTLE_SECONDS = 5.0  # a post that timed out may still appear: wait before looking
HOLD_SECONDS = 60.0  # how often a channel or a token that was refused is tried again
_UNCOUNTED = {"post", "reply"}  # posts are counted by channel, replies not at all
LOOK_SECONDS = 60.0  # between looks at a channel that is too long to be read back in one go
BACKOFF_SECONDS = (2.0, 5.0, 15.0, 60.0)


@dataclass(slots=True)
class Pace:
    """When what may be sent next, in seconds of the monotonic clock."""

    channel_seconds: float = CHANNEL_SECONDS
    method_seconds: float = METHOD_SECONDS
    settle_seconds: float = SETTLE_SECONDS
    hold_seconds: float = HOLD_SECONDS
    look_seconds: float = LOOK_SECONDS
    backoff_seconds: tuple[float, ...] = BACKOFF_SECONDS
    until: dict[str, float] = field(default_factory=dict)
    saved: dict[str, tuple[float, float]] = field(default_factory=dict)

    def wait(self, name: str, seconds: float) -> None:
        """Keep *name* (a channel, a message, a method, `all`) back for *seconds*."""
        self.until[name] = max(self.until.get(name, 0.0), monotonic() + seconds)

    def ready_at(self, item: Item) -> float:
        """Return when *item* may be sent."""
        names = ["all", item.key, method_of(item), f"hold:{item.channel}"]
        if method_of(item) == "post":
            names.append(item.channel)
        return max([self.until.get(name, 0.0) for name in names] + [self._budget_at(item)])

    def spend(self, item: Item) -> None:
        """Count one call for *item*."""
        method = method_of(item)
        if method == "post":
            self.wait(item.channel, self.channel_seconds)
        if method in _UNCOUNTED:
            return
        left, since = self._left(method)
        self.saved[method] = (left - 1.0, since)

    def forget(self, item: Item) -> None:
        """Drop what was kept for *item*, which needs no more attempts."""
        self.until.pop(item.key, None)

    def _budget_at(self, item: Item) -> float:
        if method_of(item) in _UNCOUNTED or self.method_seconds <= 0:
            return 0.0
        left, since = self._left(method_of(item))
        return 0.0 if left >= 1.0 else since + (1.0 - left) * self.method_seconds

    def _left(self, method: str) -> tuple[float, float]:
        """Return how many calls of *method* are saved up at this moment."""
        now = monotonic()
        left, since = self.saved.get(method, (float(METHOD_BURST), now))
        if self.method_seconds <= 0:
            return float(METHOD_BURST), now
        return min(float(METHOD_BURST), left + (now - since) / self.method_seconds), now


def method_of(item: Item) -> str:
    """Return which of Slack's calls *item* needs; limits are counted by call."""
    if item.kind is Kind.POST:
        return "post" if item.ts is None else "update"
    return "reply" if item.url else item.kind.value
