"""The messages that ask somebody to judge an urgent comment: one a step, kept true afterwards."""

from collections.abc import Collection
from datetime import datetime
from itertools import zip_longest

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.urgent import Ask
from bot.jobs import exposure, readers
from bot.store import comments, outbox, urgent, watch_words
from bot.views import urgent as view

PREFIX = "urgent:"


def show(
    deps: Deps, db: Database, ids: Collection[str], *, now: datetime, new: Ask | None = None
) -> None:
    """Bring what was asked about those of the comments *ids* that somebody was asked about.

    The message of a *new* step is of use only as long as whoever is asked may be disturbed.
    """
    channel = exposure.relay_channel(deps)
    for one in comments.relayed(db, list(urgent.alerted(db, ids))):
        asked, _ = urgent.asked(db, one.comment.id)
        people = one.people() | {each.who for each in asked if each.who}
        reader = readers.in_channel(deps, db, people, now=now)
        is_danger = watch_words.is_danger(db, one.comment.id)
        for each, after in zip_longest(asked, asked[1:]):
            body = view.ping(reader, one, view.Ping(each, after, is_danger))
            until = new.until if new and new.step == each.step else None
            key = f"{PREFIX}{one.comment.id}:{each.step}"
            outbox.put(db, key, channel, body, now=now, until=until, ahead=True)
