"""Gather comments that come too fast: one message a storm, changed in place."""

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import datetime

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.comments import Relay, Relayed
from bot.domain.storm import WINDOW, Pressure, Storm, begins, is_over
from bot.jobs import readers
from bot.jobs.exposure import is_held, relay_channel
from bot.store import outbox, page, storms
from bot.views import storm as view
from bot.views.blocks import Message


def divide(deps: Deps, db: Database, found: Collection[Relayed], *, now: datetime) -> None:
    """Gather those of *found* that come too fast; the others get messages of their own.

    None of them has one yet. What somebody has taken or flagged is never gathered, and leaves
    where it stood. Where a storm begins, what waits to be posted about its post is gathered, too.
    """
    inside = storms.of(db, [one.comment.id for one in found])
    apart = [one for one in found if stands_out(one.relay)]
    for one in apart:
        if one.comment.id in inside:
            storms.take_out(db, one.comment.id)
    new = [one for one in found if one.comment.id not in inside and not stands_out(one.relay)]
    stormy = _stormy(db, new, now) if new else {}
    for post_id, storm in stormy.items():
        fresh = [one.comment.id for one in new if one.comment.post_id == post_id]
        storms.gather(db, storm, fresh)
    touched = {*inside.values(), *(storm.id for storm in stormy.values())}
    show(deps, db, touched, now=now)


def calm(deps: Deps, db: Database, *, now: datetime) -> bool:
    """End the storms that are over; say whether there were any."""
    lasting = storms.lasting(db)
    recent = storms.recent(db, since=now - WINDOW) if lasting else {}
    over = [
        storm
        for post_id, storm in lasting.items()
        if is_over(storm, recent.get(post_id, 0), now=now)
    ]
    for storm in over:
        storms.end(db, storm, now=now)
    show(deps, db, [storm.id for storm in over], now=now)
    return bool(over)


def show(deps: Deps, db: Database, ids: Iterable[int], *, now: datetime) -> None:
    """Bring the messages of the storms *ids* up to date."""
    for storm_id in sorted(ids):
        storm = storms.get(db, storm_id)
        if storm is not None:
            outbox.put(db, storm.key, relay_channel(deps), _body(deps, db, storm, now), now=now)


def show_again(deps: Deps, db: Database, *, now: datetime) -> None:
    """Show the storms that are not over, or hold what is open; in a held channel what stands there."""
    found = {storm.key: storm.id for storm in storms.unfinished(db)}
    if is_held(db, relay_channel(deps)):
        found = {key: found[key] for key in outbox.decided(db, found.keys())}
    show(deps, db, found.values(), now=now)


def stands_out(relay: Relay) -> bool:
    """Tell whether a comment has a message of its own, however many there are."""
    return relay.owner is not None or relay.flagged_by is not None


def _body(deps: Deps, db: Database, storm: Storm, now: datetime) -> Message:
    newest = storms.newest(db, storm)
    reader = readers.in_channel(deps, db, newest.people() if newest else (), now=now)
    place = page.find_places(db, [storm.post_id])[storm.post_id]
    return view.gathered(reader, storm, place, storms.counts(db, storm), newest, now=now)


def _begin(db: Database, post_id: str, now: datetime) -> Storm:
    """Let a storm begin, and gather in it what waits to be posted about its post."""
    storm, waiting = storms.begin(db, post_id, now=now), storms.waiting(db, post_id)
    outbox.withdraw(db, waiting)
    storms.gather(db, storm, waiting.values())
    return storm


def _stormy(db: Database, new: Collection[Relayed], now: datetime) -> dict[str, Storm]:
    """Return the storms in which the *new* comments stand, by post; those that begin are stored."""
    found, queued = storms.lasting(db), storms.queued(db)
    recent = storms.recent(db, since=now - WINDOW)
    fresh = Counter(one.comment.post_id for one in new)
    everywhere = sum(queued.values()) + sum(fresh.values())
    for post_id, count in fresh.items():
        waiting = queued.get(post_id, 0) + count
        if post_id not in found and begins(Pressure(waiting, everywhere, recent.get(post_id, 0))):
            found[post_id] = _begin(db, post_id, now)
    return {post_id: found[post_id] for post_id in fresh if post_id in found}
