"""Block and unblock on the page what people decided, and ask when the end of a block has come.

Both acts can be repeated without harm, so that whatever is interrupted is done again. Nobody is
unblocked by a date: on its last day, and each working day after it, whoever leads is asked.
"""

import logging
from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime, timedelta

from sqlite_utils import Database

from bot import trail
from bot.deps import Deps
from bot.domain import blocking as domain
from bot.domain.blocking import Block, State
from bot.domain.comments import LUCKA
from bot.domain.moderation import FOLLOWED, PATIENCE, Problem
from bot.domain.officetime import office_time
from bot.domain.page import PageTrouble
from bot.domain.waiting import again, is_due
from bot.integrations.facebook import GraphPage
from bot.integrations.facebook_errors import GraphError
from bot.jobs import cases, meeting, readers, relay
from bot.jobs.due import Due, end_of
from bot.store import blocks, calendar, claims, comments, ledger, outbox, roster
from bot.views import blocking as view
from bot.views.comments import Reader

log = logging.getLogger(__name__)

JOB = "blocks"

AGAIN = timedelta(seconds=15)  # after a call that failed for no lasting reason
PROBLEMS = {PageTrouble.TOKEN: Problem.TOKEN, PageTrouble.PERMISSION: Problem.PERMISSION}


def run(deps: Deps, due: Due) -> None:
    """Ask whoever leads about the blocks whose end has come, on a working day."""
    with deps.transaction() as db:
        if not ledger.claim(db, JOB, due.key, now=due.now, late=due.late):
            return
        if calendar.load(db).is_working_day(due.day):
            for who, those in _to_ask(db, due.day).items():
                _ask(deps, db, who, those, due.now)
    deps.wake()


def catch_up(deps: Deps, now: datetime) -> None:
    """Take back the questions for a second person that nobody has answered in time, and say so.

    Whoever asked hears of it when they may be disturbed.
    """
    with deps.reading() as db:
        if not (_late(deps, db, now) or _untold(deps, db, now)):
            return
    with deps.transaction() as db:
        for block in _late(deps, db, now):
            over = blocks.save(db, domain.lapsed(block))
            record(db, over, LUCKA, "comment.block_lapsed", now=now)
            show(deps, db, over, now=now)
        for block in _untold(deps, db, now):
            tell(deps, db, block, now=now)
    deps.wake()


def due(deps: Deps, page: GraphPage) -> bool:
    """Do all that is due on the page; say whether something still waits."""
    with deps.reading() as db:
        waiting = blocks.to_write(db)
    for block in waiting:
        if is_due(block.next_at, deps.now()):
            with trail.followed(block.trail):
                _carry(deps, page, block)
            deps.wake()
    with deps.reading() as db:
        return bool(blocks.to_write(db))


def refresh(deps: Deps, db: Database, *, now: datetime) -> None:
    """Bring today's questions about ends, and the meeting's pack, up to date."""
    meeting.refresh(db, deps, now)
    day = deps.local(now).date()
    asked = outbox.starting(db, f"{JOB}:{day.isoformat()}:")
    left = _to_ask(db, day) if asked else {}
    for key in asked:
        who = key.rpartition(":")[2]
        _ask(deps, db, who, left.get(who, []), now)


def show(
    deps: Deps, db: Database, block: Block, *, now: datetime, called: Collection[str] = ()
) -> None:
    """Ask in the comment's thread for a second person, or show there what became of it."""
    key = f"block:{block.id}"
    if block.state is not State.ASKED and not outbox.holds(db, key):
        return
    (shown,) = comments.relayed(db, [block.comment_id])
    reader = readers.in_channel(deps, db, block.people(), now=now)
    body = view.request(reader, block, shown, called)
    relay.put_in_thread(deps, db, block.comment_id, key, body, now=now)


def show_again(deps: Deps, db: Database, *, now: datetime) -> None:
    """Show anew the questions that wait, as the channel may be told of them now."""
    for block in blocks.asked(db):
        if outbox.holds(db, f"block:{block.id}"):
            called = cases.second_people(deps, db, block.who, now=now)
            show(deps, db, block, now=now, called=called)


def tell(deps: Deps, db: Database, block: Block, *, now: datetime) -> None:
    """Tell who decided it, directly, what has become of it; of the end also who wanted that."""
    (shown,) = comments.relayed(db, [block.comment_id])
    body = view.outcome(reader_of(deps, db, [block], now), block, shown)
    if block.ended_by:
        key = f"block:{block.id}:ended:{block.ended_by}"
        outbox.put(db, key, block.ended_by, body, now=now)
    stands = block.state is State.ENDED and outbox.holds(db, told(block))
    if stands or not block.ended_by:
        outbox.put(db, told(block), block.who, body, now=now)


def told(block: Block) -> str:
    """Name the message to whoever decided."""
    return f"block:{block.id}:told"


def record(db: Database, block: Block, who: str, act: str, *, now: datetime) -> None:
    """Write down what was done to whom, by the comment: no name and no text."""
    said = {"block": str(block.id), "until": block.until.isoformat()}
    ledger.record(db, who, act, f"comment:{block.comment_id}", now=now, **said)


def reader_of(deps: Deps, db: Database, those: list[Block], now: datetime) -> Reader:
    """Return what a view needs to show *those* to one person alone."""
    people = {who for block in those for who in block.people()}
    return readers.alone(deps, db, people, now=now)


def _to_ask(db: Database, day: date) -> dict[str, list[Block]]:
    """Return the blocks whose end has come, by who is asked: who leads, or else who decided."""
    leads, found = roster.duty(db, day).leads(day), defaultdict[str, list[Block]](list)
    for block in blocks.over(db, day):
        found[leads or block.who].append(block)
    return found


def _ask(deps: Deps, db: Database, who: str, those: list[Block], now: datetime) -> None:
    local = deps.local(now)
    shown = {one.comment.id: one for one in comments.relayed(db, [b.comment_id for b in those])}
    body = view.over(reader_of(deps, db, those, now), those, shown)
    until = end_of(local.date(), deps.settings.timezone)
    outbox.put(db, f"{JOB}:{local.date().isoformat()}:{who}", who, body, now=now, until=until)


def _late(deps: Deps, db: Database, now: datetime) -> list[Block]:
    asked = blocks.asked(db)
    working = calendar.load(db) if asked else None
    if working is None or not working.is_at_work(deps.local(now)):
        return []
    span, zone = timedelta(hours=claims.second_hours(db)), deps.settings.timezone
    return [it for it in asked if office_time(it.decided_at, now, working, zone) >= span]


def _untold(deps: Deps, db: Database, now: datetime) -> list[Block]:
    """Return the questions that have lapsed and whose askers may hear of it now."""
    found, local = blocks.lapsed(db, now - FOLLOWED), deps.local(now)
    waiting = [block for block in found if not outbox.holds(db, told(block))]
    if not waiting:
        return []
    duty = roster.duty(db, local.date())
    return [block for block in waiting if duty.may_ping(block.who, local, urgent=False)]


def _carry(deps: Deps, page: GraphPage, block: Block) -> None:
    """Write on the page, unless that was taken back meanwhile."""
    with deps.reading() as db:
        if blocks.get(db, block.id).state is not block.state:
            return
    try:
        if block.state is State.WAITING:
            page.block(block.person)
        else:
            page.unblock(block.person)
    except GraphError as error:
        log.warning("page: not blocked or unblocked: %s", error)
        if error.kind is PageTrouble.GONE and block.state is State.ENDING:
            _done(deps, block)
        else:
            _cope(deps, block, error)
    else:
        _done(deps, block)


def _done(deps: Deps, block: Block) -> None:
    """Note that the page has done it, and tell who wanted it.

    What was taken back while the page was being written on is undone there next.
    """
    now = deps.now()
    with deps.transaction() as db:
        current = blocks.get(db, block.id)
        if block.state is State.ENDING:
            after = replace(current, state=State.ENDED, ended_at=now, problem=None, code="")
            record(db, after, current.ended_by or current.who, "comment.unblocked", now=now)
        else:
            after = replace(current, state=State.ACTIVE, problem=None, code="")
            record(db, after, current.who, "comment.blocked", now=now)
            if current.state is State.ENDED and blocks.of(db, current.person):
                return  # somebody has decided it anew
            if current.state is State.ENDED:
                after = replace(after, state=State.ENDING, next_at=now)
        blocks.save(db, after)
        show(deps, db, after, now=now)
        tell(deps, db, after, now=now)
        refresh(deps, db, now=now)


def _cope(deps: Deps, block: Block, error: GraphError) -> None:
    """Try again in a while, or end what cannot be done and say what to do."""
    now = deps.now()
    is_passing = error.kind in (PageTrouble.RETRY, PageTrouble.SLOW_DOWN)
    with deps.transaction() as db:
        current = blocks.get(db, block.id)
        if current.state is not block.state:
            return
        if is_passing and now - current.since <= PATIENCE:
            then = again(now, AGAIN, error.wait_seconds)
            blocks.save(db, replace(current, next_at=then))
            return
        usual = Problem.SILENT if is_passing else Problem.REFUSED
        state = State.ACTIVE if current.state is State.ENDING else State.FAILED
        failed = replace(
            current,
            state=state,
            problem=PROBLEMS.get(error.kind, usual),
            code=str(error.code or error.status or ""),
        )
        blocks.save(db, failed)
        record(db, failed, LUCKA, "comment.block_failed", now=now)
        show(deps, db, failed, now=now)
        tell(deps, db, failed, now=now)
