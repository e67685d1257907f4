"""Bring what is decided about comments to Slack: each in one place, always in its newest state.

A comment stands in a message of its own, or in the message of a storm, or nowhere while its
channel may not hear of it.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.comments import Relayed
from bot.jobs import comment_reminders, exposure, pings, storm
from bot.store import comments, members, outbox, relaying, storms
from bot.views import comments as view

PREFIX = "relay:"


def show(deps: Deps, db: Database, ids: Collection[str], *, now: datetime) -> None:
    """Put the messages of those of the comments *ids* that are relayed into the outbox, in order.

    A message that would say what it says already writes nothing.
    """
    relayed, channel = comments.relayed(db, ids), exposure.relay_channel(deps)
    standing = outbox.decided(db, [PREFIX + one.comment.id for one in relayed])
    without = [one for one in relayed if PREFIX + one.comment.id not in standing]
    state = relaying.channel(db, channel)
    if state is not None and state.is_held:
        exposure.tell(deps, db, state, now=now)
        left = set(map(_id, without))
    else:
        storm.divide(deps, db, without, now=now)
        left = set(storms.of(db, list(map(_id, relayed))))
    _put(deps, db, [one for one in relayed if one.comment.id not in left], now)
    pings.show(deps, db, ids, now=now)
    comment_reminders.refresh(db, deps, ids, now)


def put_in_thread(
    deps: Deps, db: Database, comment_id: str, key: str, body: Mapping[str, Any], *, now: datetime
) -> None:
    """Say something in the Slack thread of a comment; in the channel where there is none yet."""
    found = outbox.place(db, PREFIX + comment_id)
    channel, ts = found or (exposure.relay_channel(deps), None)
    outbox.put(db, key, channel, {**body, **({"thread_ts": ts} if ts else {})}, now=now)


def comment_at(db: Database, channel: str, ts: str) -> str | None:
    """Return the id of the comment for which the message at (*channel*, *ts*) stands, or None."""
    key = outbox.key_at(db, channel, ts)
    return key.removeprefix(PREFIX) if key and key.startswith(PREFIX) else None


def _put(deps: Deps, db: Database, relayed: Iterable[Relayed], now: datetime) -> None:
    those = list(relayed)
    names = members.names(db, {who for one in those for who in one.people()})
    channel = exposure.relay_channel(deps)  # a message keeps the one it is in
    shown, today = exposure.discretion(db, channel), deps.local(now).date()
    zone = deps.settings.timezone
    for one in those:
        body = view.relay(deps.words, one, names, today=today, zone=zone, discretion=shown)
        parent, is_urgent = one.comment.parent_id, one.relay.flagged_by is not None
        under = PREFIX + parent if parent else None  # where that one has a message
        key = PREFIX + one.comment.id
        outbox.put(db, key, channel, body, now=now, ahead=is_urgent, thread=under)


def _id(one: Relayed) -> str:
    return one.comment.id
