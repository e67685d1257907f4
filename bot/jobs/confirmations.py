"""The question for a second person is asked twice, and then lapses: the comment stays where it is.

After half of the team's time for it whoever is there is called once more, and after all of it the
question is back with whoever asked, who hears of it when they may be disturbed. Only office hours
count, and nothing happens outside them.
"""

from datetime import datetime, timedelta
from functools import partial

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain import moderation as domain
from bot.domain import moderation_acts as acts
from bot.domain.comments import LUCKA
from bot.domain.moderation import Case
from bot.domain.officetime import office_time
from bot.jobs import cases
from bot.jobs.due import Due
from bot.store import calendar, claims, ledger, moderation, outbox, roster

JOB = "confirmations"

REMINDED_AFTER = 0.5
"""After which part of the time people are called once more."""


def run(deps: Deps, due: Due) -> None:
    """Call again, let lapse and tell what is due: the command line asks for it."""
    _move(deps, due.now)


def catch_up(deps: Deps, now: datetime) -> None:
    """Call again, let lapse and tell what is due; where nothing is, nothing is written."""
    with deps.reading() as db:
        is_due = _late(deps, db, now) or _quiet(deps, db, now) or _untold(deps, db, now)
    if is_due:
        _move(deps, now)


def _move(deps: Deps, now: datetime) -> None:
    with deps.transaction() as db:
        for case in _late(deps, db, now):
            _lapse(deps, db, case, now)
        for case in _quiet(deps, db, now):
            called = cases.second_people(deps, db, case.who, now=now)
            cases.show_request(deps, db, case, now=now, called=called, again=True)
        for case in _untold(deps, db, now):
            cases.tell(deps, db, case, now=now)
    deps.wake()


def _lapse(deps: Deps, db: Database, case: Case, now: datetime) -> None:
    over = moderation.save(db, acts.lapsed(case))
    subject, rule = f"comment:{case.comment_id}", str(case.rule_id or "other")
    act = "comment.moderation_lapsed"
    ledger.record(db, LUCKA, act, subject, now=now, case=str(case.id), rule=rule)
    cases.show_request(deps, db, over, now=now)


def _late(deps: Deps, db: Database, now: datetime) -> list[Case]:
    """Return the questions that nobody has answered in time, if somebody is at work."""
    return _waiting(deps, db, now, 1)


def _quiet(deps: Deps, db: Database, now: datetime) -> list[Case]:
    """Return the questions to repeat: not repeated yet, and with somebody there who can answer."""
    return [
        case
        for case in _waiting(deps, db, now, REMINDED_AFTER)
        if not outbox.holds(db, cases.reminder_key(case))
        and cases.second_people(deps, db, case.who, now=now)
    ]


def _waiting(deps: Deps, db: Database, now: datetime, part: float) -> list[Case]:
    """Return the questions for whose answer *part* of the time is over."""
    asked = moderation.asked(db)
    working = calendar.load(db) if asked else None
    if working is None or not working.is_at_work(deps.local(now)):
        return []
    span = timedelta(hours=claims.second_hours(db)) * part
    spent = partial(office_time, end=now, calendar=working, zone=deps.settings.timezone)
    return [case for case in asked if spent(case.decided_at) >= span]


def _untold(deps: Deps, db: Database, now: datetime) -> list[Case]:
    """Return the questions that have lapsed and whose askers may hear of it now."""
    local = deps.local(now)
    found = moderation.lapsed(db, now - domain.FOLLOWED)
    waiting = [it for it in found if not outbox.holds(db, cases.told_key(it))]
    if not waiting:
        return []
    duty = roster.duty(db, local.date())
    return [case for case in waiting if duty.may_ping(case.who, local, urgent=False)]
