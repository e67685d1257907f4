"""The meeting's pack, the working day before it, and the record, the working day after.

The pack follows the plan until the meeting's day is over, so that what is decided goes from it; a
picture of the plan comes with it, as the plan is then.
One that is late (the bot was off, or the team said late when it meets) comes until the meeting
begins. A record comes once, for a meeting that had a pack, and not a week later.
"""

from datetime import date, datetime, timedelta

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.calendar import ONE_DAY
from bot.domain.gaps import asking, runway, wanting
from bot.domain.meetings import Meetings
from bot.domain.pack import (
    IDEAS_IN_FULL,
    STUCK_AHEAD,
    STUCK_BEHIND,
    THEMES_AHEAD,
    Pack,
    Record,
    stuck,
)
from bot.jobs import holidays, pictures
from bot.jobs.due import Due, end_of
from bot.jobs.frames import frame
from bot.store import (
    blocks,
    calendar,
    first_steps,
    gaps,
    ideas,
    ledger,
    meetings,
    outbox,
    posts,
    reserves,
    wheel,
)
from bot.store import pack as store
from bot.store.pack import Before
from bot.views import pack as view
from bot.views.blocks import Message

JOB = "meeting"

RECORD_AFTER = timedelta(days=7)
"""The longest after a meeting that its record is of use."""


def run(deps: Deps, due: Due) -> None:
    """Put the pack of the next meeting and the record of the last, where they are due."""
    with deps.transaction() as db:
        if not ledger.claim(db, JOB, due.key, now=due.now, late=due.late):
            return
        known = meetings.load(db)
        if known is not None and calendar.load(db).is_working_day(due.day):
            _record_if_due(db, deps, known, due)
            _pack_if_due(db, deps, known, due.now)
    deps.wake()
    deps.draw()


def refresh(db: Database, deps: Deps, now: datetime) -> None:
    """Bring the pack up to date, if one stands and the day of its meeting is not over."""
    known = meetings.load(db)
    if known is None:
        return
    meeting = known.next(deps.local(now).date(), calendar.load(db))
    if store.before(db, meeting) is not None:
        _put_pack(db, deps, known, meeting, now)


def _pack_if_due(db: Database, deps: Deps, known: Meetings, now: datetime) -> None:
    meeting = known.due_pack(now, deps.settings.timezone, calendar.load(db))
    if meeting is None or store.before(db, meeting) is not None:
        return
    ahead = gaps.ahead(db, now=now, zone=deps.settings.timezone)
    first = next(iter(wanting(ahead, calendar.load(db))), None)
    store.remember(db, meeting, first.day if first else None)
    _put_pack(db, deps, known, meeting, now)
    pictures.queue(db, deps, f"{JOB}:{meeting}", deps.plan_channel)


def _record_if_due(db: Database, deps: Deps, known: Meetings, due: Due) -> None:
    meeting = known.last(due.day, calendar.load(db))
    before = store.before(db, meeting)
    if before is None or due.day - meeting > RECORD_AFTER:
        return
    if ledger.claim(db, JOB, f"record:{meeting}", now=due.now, late=due.late):
        made = _record(db, deps, meeting, before, due.now)
        people = (who for each in made.changed for who in each.who)
        shown = frame(db, deps, due.now, people=people)
        _put(
            db,
            deps,
            f"{JOB}:record:{meeting}",
            view.record(deps.words, made, shown),
            due.day,
            due.now,
        )


def _put_pack(db: Database, deps: Deps, known: Meetings, meeting: date, now: datetime) -> None:
    pack = _gather(db, deps, known, meeting, now)
    authors = (idea.author for idea in pack.waiting)
    shown = frame(db, deps, now, (each.post for each in pack.stuck), authors)
    message = view.render(deps.words, pack, shown, prefix=deps.settings.command_prefix)
    _put(db, deps, f"{JOB}:pack:{meeting}", message, meeting, now)


def _gather(db: Database, deps: Deps, known: Meetings, meeting: date, now: datetime) -> Pack:
    zone, today = deps.settings.timezone, deps.local(now).date()
    near = posts.open_between(db, today - STUCK_BEHIND, today + STUCK_AHEAD + ONE_DAY)
    ahead, working = gaps.ahead(db, now=now, zone=zone), calendar.load(db)
    return Pack(
        meeting=meeting,
        at=known.at,
        runway=runway(ahead, working, today=today),
        gaps=tuple(wanting(ahead, working)),
        asks=tuple(asking(ahead, working)),
        stuck=tuple(stuck(near, now=now, zone=zone)),
        went=tuple(store.went(db, known.last(meeting, working), today)),
        waiting=tuple(ideas.waiting(db, today=today, limit=IDEAS_IN_FULL)),
        waiting_count=ideas.waiting_count(db, today=today),
        themes=tuple(wheel.coming(db, today, today + THEMES_AHEAD)),
        stock=reserves.stock(db, now=now),
        holidays=holidays.to_plan(db, deps, now),
        undecided=first_steps.checklist(db).open,
        blocks_end=tuple(blocks.ends(db, known.next(meeting + ONE_DAY, working))),
    )


def _record(db: Database, deps: Deps, meeting: date, before: Before, now: datetime) -> Record:
    ahead = gaps.ahead(db, now=now, zone=deps.settings.timezone)
    return Record(
        meeting=meeting,
        gap_before=before.gap,
        runway=runway(ahead, calendar.load(db), today=deps.local(now).date()),
        changed=tuple(store.changed(db, before.act)),
        ideas=store.count(db, before.act, "idea.kept"),
        left_empty=store.count(db, before.act, "gap.left_empty"),
    )


def _put(
    db: Database, deps: Deps, key: str, message: Message, last_day: date, now: datetime
) -> None:
    """Let *message* stand in the plan's channel; after its last day it is of no use."""
    until = end_of(last_day, deps.settings.timezone)
    outbox.put(db, key, deps.plan_channel, message, now=now, until=until)
