"""Who is away, and when people may be disturbed: everybody sets their own, the lead anyone's."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import partial
from typing import Any

from slack_bolt import Ack, App
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.calendar import ONE_DAY
from bot.domain.plan import DayMissing
from bot.domain.presence import (
    MOST,
    Absence,
    AbsenceGone,
    NotYours,
    TooManyAbsences,
    check_absence,
)
from bot.store import ledger, members, presence, team
from bot.views import presence as view
from bot.views.forms import Origin
from bot.views.presence import Known, Reader
from bot.views.workdays import WEEKDAYS, read_fields
from handlers.answering import actor, deciding, place, submitting, tell, whisper, whispering
from handlers.forms import check_shown, open_form
from handlers.picked import Stale, number, picked
from handlers.planning import OwnerNotMember, check_owner


class AwayNotMember(OwnerNotMember):
    """Refuse an absence of somebody who is no member."""

    kind = "refusal-away-not-member"
    field = view.PERSON


class FirstMissing(DayMissing):
    """Refuse a form without a first or a last day."""

    field = view.FIRST


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.action(view.SHOW)(partial(show, deps))
    app.action(view.ADD)(partial(click, deps, view.ADD))
    app.action(view.HOURS)(partial(click, deps, view.HOURS))
    app.action(view.REMOVE)(partial(remove, deps))
    app.action(view.RESTORE)(partial(restore, deps))
    app.view(view.ADD_SAVE)(partial(add, deps))
    app.view(view.HOURS_SAVE)(partial(save_hours, deps))


def show(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Show who is away; everybody may look."""
    with whispering(deps, ack, body):
        with deps.reading() as db:
            found = known(deps, db)
            shown = view.page(deps.words, found, _reader(deps, db, body))
        whisper(deps, body, shown)


def click(deps: Deps, action_id: str, ack: Ack, body: dict[str, Any]) -> None:
    """Open the form that a button asks for."""
    with whispering(deps, ack, body):
        with deps.reading() as db:
            reader = _reader(deps, db, body)
        origin = Origin(place(body))
        if action_id == view.ADD:
            opened = view.form(deps.words, reader, origin, today=deps.today())
        else:
            opened = view.hours_form(deps.words, reader, origin)
        open_form(deps, body, opened)


def add(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Note an absence: one's own, or anyone's where the lead or a deputy asks."""
    with submitting(deps, ack, body, view.LAST):
        check_shown(body, view.LAST)
        person, first, last = view.read(body["view"]["state"])
        user = person or actor(body) or ""
        if first is None or last is None:
            raise FirstMissing
        check_absence(first, last, today=deps.today())
        check_owner(deps, user, AwayNotMember, may_read=True)
        with deciding(deps, body) as db:
            _add(deps, db, body, user, first, last + ONE_DAY)


def remove(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Forget an absence."""
    with whispering(deps, ack, body):
        absence_id = number(picked(body))
        with deciding(deps, body) as db:
            absence = presence.find_absence(db, absence_id)
            if absence is None:
                raise AbsenceGone
            _check_theirs(db, body, absence.user)
            presence.remove_absence(db, absence.id)
            _note(deps, db, body, "removed", absence)
            answer = view.removed(deps.words, absence, known(deps, db, [absence.user]))
            tell(deps, db, body, answer)


def restore(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Note an absence again that was taken away."""
    with whispering(deps, ack, body):
        read = view.read_value(picked(body))
        if read is None:
            raise Stale
        user, start, end = read
        check_absence(start, end - ONE_DAY, today=deps.today())
        check_owner(deps, user, AwayNotMember, may_read=True)
        with deciding(deps, body) as db:
            _add(deps, db, body, user, start, end)


def save_hours(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Let one's own hours be what the form says; without any the team's count."""
    with submitting(deps, ack, body, WEEKDAYS[0]):
        check_shown(body, WEEKDAYS[-1])
        week = read_fields(body["view"]["state"])
        with deciding(deps, body) as db:
            who = actor(body) or ""
            presence.set_hours(db, who, week)
            ledger.record(db, who, "presence.hours", f"user:{who}", now=deps.now())
            tell(deps, db, body, view.hours_saved(deps.words, week))


def known(deps: Deps, db: Database, people: Iterable[str] = ()) -> Known:
    """Return the absences that are not over, and the names of those away and of *people*."""
    today = deps.today()
    found = presence.absences(db, today)
    names = members.names(db, [*(absence.user for absence in found), *people])
    return Known(found, names, today)


def _add(
    deps: Deps, db: Database, body: Mapping[str, Any], user: str, start: date, end: date
) -> None:
    _check_theirs(db, body, user)
    if sum(each.user == user for each in presence.absences(db, deps.today())) >= MOST:
        raise TooManyAbsences(most=MOST)
    absence = presence.add_absence(db, user, start, end)
    _note(deps, db, body, "added", absence)
    tell(deps, db, body, view.added(deps.words, absence, known(deps, db)))


def _check_theirs(db: Database, body: Mapping[str, Any], user: str) -> None:
    """Refuse whoever caused *body* unless they are *user*, or the lead or a deputy."""
    who = actor(body) or ""
    if who != user and not team.load(db).decides(who):
        raise NotYours


def _reader(deps: Deps, db: Database, body: Mapping[str, Any]) -> Reader:
    who = actor(body) or ""
    own = presence.load(db, deps.today()).own.get(who)
    return Reader(who, own, decides=team.load(db).decides(who))


def _note(deps: Deps, db: Database, body: Mapping[str, Any], what: str, absence: Absence) -> None:
    days = {"first": absence.start.isoformat(), "last": absence.last.isoformat()}
    who, subject = actor(body) or "", f"user:{absence.user}"
    ledger.record(db, who, f"absence.{what}", subject, now=deps.now(), **days)
