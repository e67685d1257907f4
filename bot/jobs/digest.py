"""The digest: the day's plan, once, on working days; late in the day it says so."""

from datetime import date, datetime

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain import backups
from bot.domain.calendar import ONE_DAY, WorkingCalendar
from bot.domain.care import calm_slot, to_watch
from bot.domain.digest import (
    COMMENTS_IN_FULL,
    GAPS_IN_FULL,
    MORNING_ENDS,
    URGENT_IN_FULL,
    Comments,
    Digest,
    behind,
    further,
    silent_since,
    to_show,
)
from bot.domain.gaps import runway
from bot.domain.outlets import Slot
from bot.domain.plan import Post, default_outlet
from bot.domain.reuse import Offer
from bot.domain.suggestions import NEAR, Suggestion
from bot.jobs import fitting, poll, tips, upkeep
from bot.jobs.due import Due, end_of
from bot.jobs.frames import frame
from bot.store import (
    calendar,
    comments,
    gaps,
    ledger,
    levels,
    outbox,
    outlets,
    posts,
    presence,
    roster,
    urgent,
)
from bot.views import digest as view

JOB = "digest"


def run(deps: Deps, due: Due) -> None:
    """Put the digest of a working day, once."""
    with deps.transaction() as db:
        if not ledger.claim(db, JOB, due.key, now=due.now, late=due.late):
            return
        if calendar.load(db).is_working_day(due.day):
            tips.choose_once(db, deps, due.day)
            _put(db, deps, due.now)
    deps.wake()


def refresh(db: Database, deps: Deps, now: datetime) -> None:
    """Bring today's digest up to date, if there is one."""
    today = deps.local(now).date()
    is_working_day = calendar.load(db).is_working_day(today)
    if is_working_day and ledger.ran(db, JOB, today.isoformat()):
        _put(db, deps, now)


def _put(db: Database, deps: Deps, now: datetime) -> None:
    digest = gather(db, deps, now)
    people = digest.people()
    shown = frame(db, deps, now, digest.today, people, channel=deps.plan_channel)
    message = view.render(deps.words, digest, shown, prefix=deps.settings.command_prefix)
    until = end_of(digest.day, deps.settings.timezone)
    key = f"{JOB}:{digest.day.isoformat()}"
    outbox.put(db, key, deps.plan_channel, message, now=now, until=until)


def gather(db: Database, deps: Deps, now: datetime) -> Digest:
    """Return what the digest of this day says at this moment."""
    today = deps.local(now).date()
    working = calendar.load(db)
    came = ledger.ran_at(db, JOB, today.isoformat()) or now
    todays = tuple(posts.between(db, today, today + ONE_DAY))
    zone = deps.settings.timezone
    ahead = gaps.ahead(db, now=now, zone=zone)
    reminders = levels.load(db)
    told = to_show(ahead, reminders, working)
    watched = to_watch(_soon(db, today, working), today, working, zone)
    calm = {p.id: calm_slot(p, ahead, working, zone) for p in watched if p.is_open}
    return Digest(
        day=today,
        late=ledger.was_late(db, JOB, today.isoformat()),
        today=todays,
        unmarked=tuple(reversed(posts.open_between(db, *behind(today)))),
        comments=waiting(db, deps, now),
        runway=runway(ahead, working, today=today),
        gaps=tuple(told[:GAPS_IN_FULL]),
        ideas=() if todays else _fitting(db, deps, next(iter(told), None), now),
        to_watch=watched,
        calm={post_id: slot for post_id, slot in calm.items() if slot},
        further=further(told[GAPS_IN_FULL:], reminders, working, today=today),
        is_morning=deps.local(came).hour < MORNING_ENDS,
        tip=tips.of_day(db, today),
        missed=_missed(db, working.previous_working_day(today)),
        old_backup=_old_backup(deps, now),
    )


def _missed(db: Database, day: date) -> date | None:
    """Return *day* if its digest should have come and did not: there were some before."""
    came = ledger.ran(db, JOB, day.isoformat()) or not ledger.ran_before(db, JOB, day.isoformat())
    return None if came else day


def _old_backup(deps: Deps, now: datetime) -> datetime | None:
    taken = upkeep.last_backup(deps, now)
    return taken if backups.is_old(taken, now=now) else None


def _soon(db: Database, today: date, working: WorkingCalendar) -> list[Post]:
    """Return what goes out from today until the next working day is over."""
    return posts.between(db, today, working.next_working_day(today) + ONE_DAY)


def waiting(db: Database, deps: Deps, now: datetime) -> Comments | None:
    """Return the comments that wait for an answer; None where no page is connected."""
    if deps.page is None:
        return None
    looked, today = poll.last_look(deps, db), deps.local(now).date()
    flagged = urgent.open_ids(db)
    return Comments(
        count=comments.count_open(db),
        oldest=tuple(comments.open_comments(db, COMMENTS_IN_FULL)),
        silent_since=silent_since(looked, now=now),
        never_read=looked is None,
        on_duty=roster.load(db, today).today(today, presence.load(db, today)),
        urgent=tuple(comments.relayed(db, flagged[:URGENT_IN_FULL])),
        urgent_count=len(flagged),
    )


def _fitting(db: Database, deps: Deps, gap: Slot | None, now: datetime) -> tuple[Offer, ...]:
    """Return what fits *gap* on a day on which nothing is planned; without one, ideas for any day."""
    slot = gap or _at_once(db, deps, now)
    around = posts.between(db, slot.day - NEAR, slot.day + NEAR + ONE_DAY)
    found = fitting.offers(db, deps, [slot], around, now=now)[slot]
    return found if gap else tuple(each for each in found if isinstance(each, Suggestion))


def _at_once(db: Database, deps: Deps, now: datetime) -> Slot:
    """Return what stands for a gap where there is none: this moment on the usual outlet."""
    local = deps.local(now)
    return Slot(local.date(), local.time(), default_outlet(outlets.known(db)).id)
