"""Whether comments may stand in a channel, and the one message that says why they wait."""

from datetime import datetime, timedelta

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.relaying import SILENT, ChannelState, Discretion, Exposure
from bot.store import members, outbox, relaying
from bot.views import exposure as view

PREFIX = "exposed:"
JUST_BEFORE = timedelta(hours=1)  # what was not posted yet when it began waits as well


def relay_channel(deps: Deps) -> str:
    """Return the channel in which comments stand."""
    return deps.comments_channel or deps.plan_channel


def is_held(db: Database, channel: str) -> bool:
    """Tell whether comments are held back from *channel*."""
    state = relaying.channel(db, channel)
    return state is not None and state.is_held


def discretion(db: Database, channel: str | None = None) -> Discretion:
    """Return how much of comments is shown in *channel*; without one, to one person alone."""
    if channel is not None and is_held(db, channel):
        return SILENT
    return relaying.setting(db)


def tell(deps: Deps, db: Database, state: ChannelState, *, now: datetime) -> None:
    """Bring the message about an exposed channel up to date."""
    names, waiting = members.names(db, [state.allowed_by]), 0
    if state.is_held:
        waiting = len(relaying.without_place(db, since=state.since - JUST_BEFORE))
    body = view.told(deps.words, state, names, waiting=waiting)
    outbox.put(db, _key(state), deps.plan_channel, body, now=now)


def close(
    deps: Deps, db: Database, state: ChannelState, exposure: Exposure, *, now: datetime
) -> None:
    """Say in the message about *state* that it is over: the channel is as *exposure* says now."""
    body = view.over(deps.words, state, exposure)
    outbox.put(db, _key(state), deps.plan_channel, body, now=now)


def _key(state: ChannelState) -> str:
    """Return the key of its message: one for each time that a channel becomes exposed."""
    return f"{PREFIX}{state.channel}:{state.since:%Y%m%dT%H%M%S}"
