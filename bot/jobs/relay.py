"""Bring what is decided about comments to Slack: one message each, always in its newest state."""

from collections.abc import Collection
from datetime import datetime

from sqlite_utils import Database

from bot.deps import Deps
from bot.jobs import comment_reminders
from bot.store import comments, members, outbox
from bot.views import comments as view

PREFIX = "relay:"


def show(deps: Deps, db: Database, ids: Collection[str], *, now: datetime) -> None:
    """Put the messages of those of the comments *ids* that are relayed into the outbox, in order.

    A message that would say what it says already writes nothing.
    """
    relayed = comments.relayed(db, ids)
    people = {who for one in relayed for who in one.relay.people()}
    names = members.names(db, people)
    channel = deps.comments_channel or deps.plan_channel  # a message keeps the one it is in
    zone, today = deps.settings.timezone, deps.local(now).date()
    for one in relayed:
        body = view.relay(deps.words, one, names, today=today, zone=zone)
        outbox.put(db, PREFIX + one.comment.id, channel, body, now=now)
    comment_reminders.refresh(db, deps, ids, now)


def comment_at(db: Database, channel: str, ts: str) -> str | None:
    """Return the id of the comment for which the message at (*channel*, *ts*) stands, or None."""
    key = outbox.key_at(db, channel, ts)
    return key.removeprefix(PREFIX) if key and key.startswith(PREFIX) else None
