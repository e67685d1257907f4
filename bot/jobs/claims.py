"""Claims lapse: what nobody answered in some office hours waits in the channel again.

The channel is told in one message, and whoever had them once, in private, when they may be
disturbed; not of what somebody has taken by then. Nothing lapses while nobody is at work, nor
before the page has been looked at lately: it may have been answered.
"""

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.comment_acts import decide
from bot.domain.comments import LAPSED, LUCKA, Act, Relay, Relayed
from bot.domain.officetime import office_time
from bot.jobs import exposure, poll, readers, relay
from bot.jobs.due import Due
from bot.store import calendar, claims, comments, ledger, outbox, roster
from bot.store.db import stamp
from bot.views import comment_claims as view

JOB = "claims"

UNREAD = timedelta(hours=1)
"""How long the page may not have been read until claims stop lapsing."""


def run(deps: Deps, due: Due) -> None:
    """Let lapse what is due now, whenever the page was looked at."""
    _lapse(deps, due.now)


def catch_up(deps: Deps, now: datetime) -> None:
    """Let lapse what is due, unless it may have been answered unseen, and say what waits."""
    with deps.reading() as db:
        lapses = bool(_due(deps, db, now)) and _is_seen(deps, db, now)
        tells = bool(_listening(deps, db, now))
    if lapses:
        _lapse(deps, now)
    elif tells:
        with deps.transaction() as db:
            _tell_owners(deps, db, now)
        deps.wake()


def show_again(deps: Deps, db: Database, ids: Collection[str], *, now: datetime) -> None:
    """Show anew what the channel was told of lapsed claims of the comments *ids*."""
    for at, those in claims.lapsed_with(db, ids).items():
        if outbox.holds(db, _key(at)):
            _tell_channel(deps, db, those, now, at=at)


def _lapse(deps: Deps, now: datetime) -> None:
    with deps.transaction() as db:
        late = [one for one in _due(deps, db, now) if _first(db, one, now)]
        for one in late:
            comments.save(db, decide(one, Act.LAPSE, LUCKA, now=now))
            subject, owner = f"comment:{one.comment_id}", one.owner or ""
            ledger.record(db, LUCKA, Act.LAPSE.recorded, subject, now=now, owner=owner)
            claims.will_tell(db, one.comment_id, owner)
        ids = [one.comment_id for one in late]
        relay.show(deps, db, ids, now=now)
        _tell_channel(deps, db, ids, now)
        _tell_owners(deps, db, now)
    deps.wake()


def _due(deps: Deps, db: Database, now: datetime) -> list[Relay]:
    """Return the claims that have been held too long, if somebody is at work to take them."""
    hours = claims.lapse_hours(db)
    span = timedelta(hours=hours or 0)
    held = claims.held_since(db, now - span) if hours else []
    if not held:
        return []
    working, zone = calendar.load(db), deps.settings.timezone
    is_at_work = working.is_at_work(deps.local(now))
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


def _listening(deps: Deps, db: Database, now: datetime) -> dict[str, list[str]]:
    """Return who has not heard of which lapsed claims, and may hear of them now."""
    untold, local = claims.untold(db), deps.local(now)
    if not untold:
        return {}
    duty = roster.duty(db, local.date())
    return {who: ids for who, ids in untold.items() if duty.may_ping(who, local, urgent=False)}


def _tell_owners(deps: Deps, db: Database, now: datetime) -> None:
    """Tell each who may hear it, in one message, what still waits for anybody."""
    hours = claims.lapse_hours(db) or claims.USUAL_HOURS
    for who, ids in _listening(deps, db, now).items():
        claims.told(db, who)
        those = [one for one in comments.relayed(db, ids) if one.relay.reason == LAPSED]
        if those:
            said = view.lapsed_for_owner(
                readers.alone(deps, db, _people(those), now=now), those, hours=hours
            )
            outbox.put(db, f"{JOB}:{stamp(now)}:{who}", who, said, now=now)


def _tell_channel(
    deps: Deps, db: Database, ids: Collection[str], now: datetime, *, at: datetime | None = None
) -> None:
    """Tell the channel in one message what is back since *at*; usually *now*."""
    back = comments.relayed(db, ids)
    if back:
        hours = claims.lapse_hours(db) or claims.USUAL_HOURS
        said = view.lapsed(readers.in_channel(deps, db, _people(back), now=now), back, hours=hours)
        channel = exposure.relay_channel(deps)
        outbox.put(db, _key(at or now), channel, said, now=now)


def _key(at: datetime) -> str:
    """Name the message to the channel about what lapsed at *at*."""
    return f"{JOB}:{stamp(at)}"


def _people(those: Collection[Relayed]) -> set[str]:
    return {who for one in those for who in one.people()}
