"""Slack's rate limits: one message a second and channel, the rest by tier and minute."""

import math
from collections import defaultdict, deque

from bot.clock import monotonic

TIERS = {1: 1, 2: 20, 3: 50, 4: 100}  # calls a minute
SPECIAL = 300  # "several hundred a minute": the workspace's whole posting, and unlisted methods
BURST = 3  # messages that a channel takes at once before the second counts


class TooFast(Exception):
    """Come back after *seconds*, a whole number as in Retry-After."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"retry after {seconds}")
        self.seconds = max(1, math.ceil(seconds))


class Pacing:
    """Count calls; with *paced* off nothing is refused."""

    def __init__(self, *, paced: bool) -> None:
        self._paced = paced
        self._calls: dict[str, deque[float]] = defaultdict(deque)
        self._tokens: dict[str, tuple[float, float]] = {}

    def check(self, method: str, tier: int, channel: str | None) -> None:
        """Count one call of *method*; raise TooFast when it is one too many."""
        if not self._paced:
            return
        now = monotonic()
        if method == "chat.postMessage" and channel:
            self._check_channel(channel, now)
        self._check_minute(method, TIERS.get(tier, SPECIAL), now)

    def _check_channel(self, channel: str, now: float) -> None:
        """Take a token from the channel's bucket, which fills at one a second."""
        tokens, since = self._tokens.get(channel, (float(BURST), now))
        tokens = min(BURST, tokens + now - since)
        if tokens < 1:
            raise TooFast(1 - tokens)
        self._tokens[channel] = (tokens - 1, now)

    def _check_minute(self, method: str, most: int, now: float) -> None:
        calls = self._calls[method]
        while calls and calls[0] <= now - 60:
            calls.popleft()
        if len(calls) >= most:
            raise TooFast(calls[0] + 60 - now)
        calls.append(now)
