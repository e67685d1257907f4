"""Claims lapse: what nobody answered in some office hours waits in the channel again.

Whoever had them is told once, in private, and the channel in one message. Nothing lapses while
nobody is at work, nor before the page has been looked at lately: it may have been answered.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import groupby

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.comments import LUCKA, Act, Relay, Relayed, decide
from bot.domain.officetime import office_time
from bot.jobs import exposure, poll, relay
from bot.jobs.due import Due
from bot.store import calendar, claims, comments, ledger, members, outbox
from bot.store.db import stamp
from bot.views import comment_claims as view
from bot.views.comments import Reader

JOB = "claims"

UNREAD = timedelta(hours=1)
"""How long the page may not have been read until claims stop lapsing."""


def run(deps: Deps, due: Due) -> None:
    """Let lapse what is due now, whenever the page was looked at."""
    _lapse(deps, due.now)


def catch_up(deps: Deps, now: datetime) -> None:
    """Let lapse what is due, unless it may have been answered unseen."""
    with deps.reading() as db:
        waits = bool(_due(deps, db, now)) and _is_seen(deps, db, now)
    if waits:
        _lapse(deps, now)


def _lapse(deps: Deps, now: datetime) -> None:
    with deps.transaction() as db:
        late = [one for one in _due(deps, db, now) if _first(db, one, now)]
        for one in late:
            comments.save(db, decide(one, Act.LAPSE, LUCKA, now=now))
            subject, owner = f"comment:{one.comment_id}", one.owner or ""
            ledger.record(db, LUCKA, Act.LAPSE.recorded, subject, now=now, owner=owner)
        relay.show(deps, db, [one.comment_id for one in late], now=now)
        _tell(deps, db, late, now)
    deps.wake()


def _due(deps: Deps, db: Database, now: datetime) -> list[Relay]:
    """Return the claims that have been held too long, if somebody is at work to take them."""
    hours = claims.lapse_hours(db)
    span = timedelta(hours=hours or 0)
    held = claims.held_since(db, now - span) if hours else []
    if not held:
        return []
    working, local, zone = calendar.load(db), deps.local(now), deps.settings.timezone
    is_at_work = any(begin <= local.time() < end for begin, end in working.hours(local.date()))
    since = ((one, one.claimed_at or now) for one in held if is_at_work)
    return [one for one, begun in since if office_time(begun, now, working, zone) >= span]


def _first(db: Database, one: Relay, now: datetime) -> bool:
    """Take the lapse of this claim; False if it was taken before."""
    due = f"{one.comment_id} {stamp(one.claimed_at or now)}"
    return ledger.claim(db, JOB, due, now=now, late=False)


def _is_seen(deps: Deps, db: Database, now: datetime) -> bool:
    """Say whether the page was read lately; where none is connected there is nothing to see."""
    looked = poll.last_look(deps, db)
    return deps.page is None or (looked is not None and now - looked <= UNREAD)


def _tell(deps: Deps, db: Database, late: Iterable[Relay], now: datetime) -> None:
    """Tell each owner, and the channel, in one message each."""
    owners = {one.comment_id: one.owner or "" for one in late}
    back = comments.relayed(db, owners)
    if not back:
        return
    names = members.names(db, {who for one in back for who in one.people()})
    channel = exposure.relay_channel(deps)
    today, zone = deps.local(now).date(), deps.settings.timezone
    reader = Reader(deps.words, names, today, zone, exposure.discretion(db, channel))
    hours = claims.lapse_hours(db) or 0

    def owner(one: Relayed) -> str:
        return owners[one.comment.id]

    for who, those in groupby(sorted(back, key=owner), key=owner):
        said = view.lapsed_for_owner(reader, list(those), hours=hours)
        outbox.put(db, f"{JOB}:{stamp(now)}:{who}", who, said, now=now)
    outbox.put(db, f"{JOB}:{stamp(now)}", channel, view.lapsed(reader, back, hours=hours), now=now)
