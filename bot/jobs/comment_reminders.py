"""Reminders of open comments: looked at every half hour, one message a day and addressee.

What becomes due later on the same day joins the message that there is. It follows what is done to
its comments until evening, and thanks when nothing is left. Who has quiet is told when their hours
begin, if the comment is open then; who watches may be told outside them, where the policy says so.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import UTC, datetime, time

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.comment_reminders import Ask, asks, fresh
from bot.domain.comments import LUCKA
from bot.domain.roster import Duty
from bot.jobs import exposure, readers
from bot.jobs.due import Due, end_of
from bot.store import comment_reminders as store
from bot.store import comments, ledger, outbox, roster
from bot.views import comment_reminders as view

JOB = "comment_reminders"
HALF_HOUR = 30


def look_key(local: datetime) -> str:
    """Name the half hour of *local*: once in each the comments are looked at."""
    return f"{local:%Y-%m-%dT%H}:{local.minute // HALF_HOUR}"


def run(deps: Deps, due: Due) -> None:
    """Say what is to be said now, beside what was said today: the command line asks for it."""
    look(deps, due.now)
    with deps.transaction() as db:
        said = {ask.who for ask in store.named(db, due.day)}
        _put(db, deps, said, due.now)
    deps.wake()


def look(deps: Deps, now: datetime) -> None:
    """Put what is due now; where nothing is, nothing is written."""
    with deps.reading() as db:
        if not _due(db, deps, now):
            return
    with deps.transaction() as db:
        due = _due(db, deps, now)
        store.name(db, deps.local(now).date(), due)
        _put(db, deps, {ask.who for ask in due}, now)
        _note(db, deps, due, now)
    deps.wake()


def refresh(db: Database, deps: Deps, ids: Collection[str], now: datetime) -> None:
    """Bring today's messages about the comments *ids* up to date."""
    named = store.named(db, deps.local(now).date())
    if concerned := {ask.who for ask in named if ask.comment_id in ids}:
        _put(db, deps, concerned, now)


def show_again(deps: Deps, db: Database, *, now: datetime) -> None:
    """Show anew what the channel was asked, on this day and before, about what is open still."""
    for day in store.days_in_channel(db):
        local = datetime.combine(day, time(), deps.settings.timezone)
        if outbox.holds(db, _key(local, None)):
            _put(db, deps, [None], now, local)


def _due(db: Database, deps: Deps, now: datetime) -> list[Ask]:
    """Return what is to be said now that has not been said today."""
    waiting, local = store.waiting(db), deps.local(now)
    if not waiting:
        return []
    duty = roster.duty(db, local.date())
    found = asks(waiting, duty, now=now, zone=deps.settings.timezone)
    return fresh(found, store.told(db), duty, local=local)


def _put(
    db: Database,
    deps: Deps,
    addressees: Iterable[str | None],
    now: datetime,
    local: datetime | None = None,
) -> None:
    """Say how all stands that *addressees* are asked on a day, today's, each in their one message."""
    local = local or deps.local(now)
    named, duty = store.named(db, local.date()), roster.duty(db, local.date())
    for who in sorted(addressees, key=lambda user: user or ""):
        mine = {ask.comment_id: ask.step for ask in named if ask.who == who}
        rows = comments.relayed(db, list(mine))
        people = {one for row in rows for one in row.people()}
        told = readers.alone if who else readers.in_channel
        reader = told(deps, db, people, now=now)
        letter = view.Letter(who, rows, mine, duty.policy.promise)
        outbox.put(
            db,
            _key(local, who),
            who or exposure.relay_channel(deps),
            view.render(reader, letter, now=now),
            now=now,
            until=_until(duty, who, local),
        )


def _until(duty: Duty, who: str | None, local: datetime) -> datetime:
    """Return until when a message is of use: the end of the reader's hours, else of the day."""
    if who is None or not duty.presence.may_disturb(who, local):
        return end_of(local.date(), local.tzinfo or UTC)
    end = duty.presence.quiet_from(who, local.date())
    return datetime.combine(local.date(), end, local.tzinfo)


def _note(db: Database, deps: Deps, due: list[Ask], now: datetime) -> None:
    """Write down each reminder with its comments, and no text."""
    by_who: defaultdict[str | None, list[Ask]] = defaultdict(list)
    for ask in due:
        by_who[ask.who].append(ask)
    for who, found in by_who.items():
        ids = " ".join(ask.comment_id for ask in found)
        steps = " ".join(dict.fromkeys(ask.step for ask in found))
        key = _key(deps.local(now), who)
        ledger.record(db, LUCKA, "reminder.sent", key, now=now, comments=ids, steps=steps)


def _key(local: datetime, who: str | None) -> str:
    return f"{JOB}:{local.date().isoformat()}{f':{who}' if who else ''}"
