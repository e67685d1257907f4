"""What stands beside every other decision about a comment: urgent, praise, left out of the figures."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.domain.errors import Refusal

if TYPE_CHECKING:
    from bot.domain.comments import Relay

SLIP = timedelta(minutes=2)
"""How long one's own flag can be taken back as a slip; nobody is asked about it sooner."""


class FlagStands(Refusal):
    """A flag is not taken back: somebody judges it."""

    kind = "refusal-flag-stands"


def flag(relay: "Relay", who: str, now: datetime) -> "Relay":
    """Say that it is urgent; who said so first counts."""
    return relay if relay.flagged_by else replace(relay, flagged_by=who, flagged_at=now)


def unflag(relay: "Relay", who: str, now: datetime) -> "Relay":
    """Take back one's own slip; after that only an outcome closes a flag."""
    if relay.flagged_by != who or relay.flagged_at is None:
        return relay
    if not timedelta() <= now - relay.flagged_at < SLIP:
        raise FlagStands
    return replace(relay, flagged_by=None, flagged_at=None)


def praise(relay: "Relay", who: str, now: datetime) -> "Relay":
    """Say that it is praise; who said so first counts."""
    return relay if relay.praised_by else replace(relay, praised_by=who, praised_at=now)


def unpraise(relay: "Relay", who: str, _now: datetime) -> "Relay":
    """Take back one's own word that it is praise."""
    is_own = relay.praised_by == who
    return replace(relay, praised_by=None, praised_at=None) if is_own else relay


def uncount(relay: "Relay", who: str, now: datetime) -> "Relay":
    """Say that it is a colleague's or a test; who said so first counts."""
    return relay if relay.uncounted_by else replace(relay, uncounted_by=who, uncounted_at=now)
