"""Look who can read the channels, and let comments wait or come accordingly.

There is no event for a channel that is made public or private, so it is asked now and then; that
one is shared with another organisation is told, and looked at at once.
"""

import logging
from datetime import datetime, timedelta

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.relaying import ChannelState, Exposure, allowed, looked, withdrawn
from bot.integrations.slack import SlackTrouble
from bot.integrations.slack_shapes import Channel
from bot.jobs import digest, exposure, retelling
from bot.store import ledger, relaying

log = logging.getLogger(__name__)

LOOK_EVERY = timedelta(minutes=10)
"""One call in some hundreds, for a channel in which a stranger may read along that long."""


def is_due(deps: Deps, now: datetime) -> bool:
    """Say whether it is time to look again."""
    with deps.reading() as db:
        state = relaying.channel(db, exposure.relay_channel(deps))
    return state is None or abs(now - state.looked_at) >= LOOK_EVERY


def look(deps: Deps, now: datetime) -> None:
    """Ask Slack how the channels are; while it does not answer, what was known counts."""
    for channel in {deps.plan_channel, exposure.relay_channel(deps)}:
        try:
            found = deps.slack.channel(channel)
        except SlackTrouble as trouble:
            log.warning("the channel %s cannot be looked at: %s", channel, trouble.code)
            continue
        if found is not None:
            with deps.transaction() as db:
                take_in(deps, db, found, now=now)
            deps.wake()


def take_in(deps: Deps, db: Database, found: Channel, *, now: datetime) -> None:
    """Let a channel be as it was *found*."""
    before = relaying.channel(db, found.id)
    after = looked(before, found.id, found.exposure, now=now)
    if before is not None and before.exposure is not after.exposure:
        detail = {"exposure": str(after.exposure)}
        ledger.record(db, "lucka", "channel.changed", f"channel:{found.id}", now=now, **detail)
    _become(deps, db, before, after, now)
    if found.id == deps.plan_channel:
        digest.refresh(db, deps, now)


def allow(deps: Deps, db: Database, who: str, reason: str, *, now: datetime) -> ChannelState:
    """Let comments stand in the channel though others can read it, and show what has waited."""
    before = _relayed_to(deps, db, now)
    after = allowed(before, who, reason)
    _record(db, who, "channel.allowed", after, now, reason=reason)
    _become(deps, db, before, after, now)
    return after


def disallow(deps: Deps, db: Database, who: str, *, now: datetime) -> ChannelState:
    """Take the permission back."""
    before = _relayed_to(deps, db, now)
    after = withdrawn(before)
    if after != before:
        _record(db, who, "channel.disallowed", after, now)
        _become(deps, db, before, after, now)
    return after


def _become(
    deps: Deps, db: Database, before: ChannelState | None, after: ChannelState, now: datetime
) -> None:
    """Store how the channel is, and do what follows where it begins or ends to hold comments."""
    relaying.save_channel(db, after)
    if deps.page is None or after.channel != exposure.relay_channel(deps):
        return
    was_held = before is not None and before.is_held
    if after.is_held and not was_held:
        retelling.hold(deps, db, now=now)
    elif was_held and not after.is_held:
        retelling.catch_up(deps, db, now=now)
    _tell(deps, db, before, after, now)


def _tell(
    deps: Deps, db: Database, before: ChannelState | None, after: ChannelState, now: datetime
) -> None:
    """Say how it is, in the message of that exposure; one that is over says so."""
    if after.exposure is not Exposure.PRIVATE:
        exposure.tell(deps, db, after, now=now)
    if before is not None and before.exposure not in {Exposure.PRIVATE, after.exposure}:
        exposure.close(deps, db, before, after.exposure, now=now)


def _relayed_to(deps: Deps, db: Database, now: datetime) -> ChannelState:
    """Return the state of the channel of the comments."""
    channel = exposure.relay_channel(deps)
    return relaying.channel(db, channel) or ChannelState(channel, Exposure.PRIVATE, now, now)


def _record(
    db: Database, who: str, act: str, state: ChannelState, now: datetime, **detail: str
) -> None:
    detail["exposure"] = str(state.exposure)
    ledger.record(db, who, act, f"channel:{state.channel}", now=now, **detail)
