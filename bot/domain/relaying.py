"""How much of a comment Slack is told, and whether a channel may hear of comments at all.

A relay is a working copy: what a resident wrote may concern somebody's health, and colleagues are
not to meet every ugly word in full. How much is shown is one setting of the team's; channels that
others can read hear nothing until somebody who decides has said so, with a reason.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot.domain.errors import Refusal

EXCERPT = 200
"""Characters of an excerpt: enough to see what it is about."""


class Mode(StrEnum):
    """How much of a text is shown, from most to least."""

    FULL = "full"
    EXCERPT = "excerpt"
    LINK = "link"


_FROM_MOST_TO_LEAST = (*Mode,)


def least(*modes: Mode) -> Mode:
    """Return the one of *modes* that shows the least.

    >>> least(Mode.LINK, Mode.FULL)
    <Mode.LINK: 'link'>
    """
    return max(modes, key=_FROM_MOST_TO_LEAST.index)


@dataclass(frozen=True, slots=True)
class Discretion:
    """The team's setting: *usual* for most comments, *delicate* for the urgent and the personal.

    Personal are those with a personal identity number: who writes it there most likely writes
    about being a patient. *names* tells whether it is said who wrote.
    """

    usual: Mode = Mode.EXCERPT
    delicate: Mode = Mode.LINK
    names: bool = True

    def mode(self, *, delicate: bool) -> Mode:
        """Return how much of a text is shown; a delicate one never shows more than others."""
        return least(self.usual, self.delicate) if delicate else self.usual


DEFAULT = Discretion()
"""While the team has decided nothing."""

WHOLE = Discretion(Mode.FULL, Mode.FULL)
"""To one person who is about to answer: they must read all of it."""

SILENT = Discretion(Mode.LINK, Mode.LINK, names=False)
"""Where others read along: only that there is a comment, and where."""


class Exposure(StrEnum):
    """Who besides its members can read a channel."""

    PRIVATE = "private"  # nobody
    PUBLIC = "public"  # everybody in the workspace
    SHARED = "shared"  # other organisations


class NotExposed(Refusal):
    """Refuse to allow what needs no permission (any more)."""

    kind = "refusal-channel-not-exposed"


@dataclass(frozen=True, slots=True)
class ChannelState:
    """How a Slack channel was found, and what was allowed in spite of it.

    *since* is when it became as it is. A permission holds for the kind of exposure that it was
    given for: who said yes to colleagues has not said yes to other organisations.
    """

    channel: str
    exposure: Exposure
    since: datetime
    looked_at: datetime
    allowed: Exposure | None = None
    allowed_by: str | None = None
    reason: str = ""

    @property
    def is_held(self) -> bool:
        """Tell whether comments are held back from it."""
        return self.exposure is not Exposure.PRIVATE and self.allowed is not self.exposure


def looked(
    before: ChannelState | None, channel: str, exposure: Exposure, *, now: datetime
) -> ChannelState:
    """Return the state after a look that found *exposure*."""
    if before is None:
        return ChannelState(channel, exposure, now, now)
    if before.exposure is exposure:
        return replace(before, looked_at=now)
    return ChannelState(channel, exposure, now, now)


def allowed(state: ChannelState, who: str, reason: str) -> ChannelState:
    """Return the state once *who* has allowed comments there, for a *reason*."""
    if state.exposure is Exposure.PRIVATE:
        raise NotExposed
    return replace(state, allowed=state.exposure, allowed_by=who, reason=reason)


def withdrawn(state: ChannelState) -> ChannelState:
    """Return the state once the permission is taken back; without one nothing changes."""
    return replace(state, allowed=None, allowed_by=None, reason="")
