"""The nag: at most one message a working day about the gaps of the coming two weeks.

Its message follows the plan until evening. Of a slot whose time has passed nobody is reminded,
and a nag that could not be sent on its day is never sent on another.
"""

from datetime import datetime, timedelta

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.nags import AHEAD, Desk, compose, to_name
from bot.domain.suggestions import NEAR, Neighbour, suggest
from bot.jobs.due import Due, end_of
from bot.store import calendar, gaps, idea_desk, ledger, members, outbox
from bot.views import nag as view
from bot.views.plan import Frame

JOB = "nag"


def run(deps: Deps, due: Due) -> None:
    """Put the nag of a working day, once; nothing where there is no gap."""
    with deps.transaction() as db:
        if not ledger.claim(db, JOB, due.key, now=due.now, late=due.late):
            return
        if calendar.load(db).is_working_day(due.day):
            _put(db, deps, due.now)
    deps.wake()


def refresh(db: Database, deps: Deps, now: datetime) -> None:
    """Bring today's nag up to date, if there is one."""
    if gaps.named(db, deps.local(now).date()):
        _put(db, deps, now)


def _put(db: Database, deps: Deps, now: datetime) -> None:
    """Name today's gaps beside those named before, and say how all of them stand."""
    zone = deps.settings.timezone
    today = deps.local(now).date()
    desk = gaps.desk(db, today - NEAR, today + timedelta(days=AHEAD + 1) + NEAR, now=now, zone=zone)
    gaps.name(db, today, to_name(desk.plan.gaps(now=now, zone=zone), desk.postponed, today=today))
    rows = desk.rows(gaps.named(db, today))
    if not rows:
        return
    nag = compose(rows)
    outlets = {outlet.id: outlet.name for outlet in desk.plan.outlets}
    shown = nag.shown()
    fitting = suggest(
        shown,
        idea_desk.pool(db, [slot.day for slot in shown], outlets),
        outlets=outlets,
        neighbours=_neighbours(desk),
        now=now,
    )
    names = members.names(db, (row.who for row in rows))
    frame = Frame(
        outlets=desk.plan.outlets, names=names, calendar=desk.calendar, now=now, zone=zone
    )
    prefix = deps.settings.command_prefix
    message = view.render(deps.words, nag, fitting, frame, prefix=prefix)
    until = end_of(today, zone)
    key = f"{JOB}:{today.isoformat()}"
    outbox.put(db, key, deps.plan_channel, message, now=now, until=until)


def _neighbours(desk: Desk) -> list[Neighbour]:
    """Return what is planned already, for the sake of variety."""
    return [Neighbour(post.day, post.title) for post in desk.plan.posts]
