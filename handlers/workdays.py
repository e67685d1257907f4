"""The working calendar in the settings: working hours, half days, klämdagar, own free days."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import partial
from typing import Any

from slack_bolt import Ack, App
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.cadences import AlreadySo, TooManyParts, named
from bot.domain.calendar import WorkingCalendar, squeeze_days
from bot.domain.plan import DayMissing, check_day
from bot.domain.workhours import HalfDay
from bot.jobs import refresh
from bot.store import calendar, ledger
from bot.views import workdays as view
from bot.views.blocks import Message, values
from bot.views.forms import Origin
from handlers.answering import actor, place, submitting, tell, whisper, whispering
from handlers.forms import check_shown, open_form
from handlers.picked import day as picked_day
from handlers.picked import picked
from handlers.settings import check_may_change
from handlers.settings_history import changing

AHEAD = timedelta(days=550)
"""How far ahead klämdagar are offered: more than a year, so that none is missed in autumn."""

MOST_SQUEEZED = 10  # checkboxes have room for no more


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.action(view.SHOW)(partial(show, deps))
    for action_id in (view.HOURS, view.HALVES, view.SQUEEZE, view.OWN):
        app.action(action_id)(partial(click, deps, action_id))
    app.action(view.REMOVE)(partial(remove, deps))
    app.action(view.RESTORE)(partial(restore, deps))
    app.view(view.HOURS_SAVE)(partial(save_hours, deps))
    app.view(view.HALVES_SAVE)(partial(save_halves, deps))
    app.view(view.SQUEEZE_SAVE)(partial(save_squeezed, deps))
    app.view(view.OWN_SAVE)(partial(add, deps))


def show(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Show how the calendar is set; everybody may look."""
    with whispering(deps, ack, body):
        with deps.reading() as db:
            found = calendar.load(db)
        whisper(deps, body, view.page(deps.words, found, today=deps.today()))


def click(deps: Deps, action_id: str, ack: Ack, body: dict[str, Any]) -> None:
    """Open the form that a button asks for."""
    with whispering(deps, ack, body):
        with deps.reading() as db:
            check_may_change(db, body)
            found = calendar.load(db)
        open_form(deps, body, _form(deps, action_id, found, Origin(place(body))))


def save_hours(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Let the working hours be what the form says."""
    with submitting(deps, ack, body, view.WEEKDAYS[0]):
        check_shown(body, view.WEEKDAYS[-1])
        week = view.read_week(body["view"]["state"])
        with changing(deps, body) as db:
            calendar.set_week(db, week)
            _saved(deps, db, body, "hours")


def save_halves(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Keep the half days that the form says."""
    with submitting(deps, ack, body, HalfDay.EPIPHANY_EVE):
        check_shown(body, HalfDay.EPIPHANY_EVE)
        halves = view.read_halves(body["view"]["state"])
        with changing(deps, body) as db:
            calendar.set_halves(db, halves)
            _saved(deps, db, body, "halves")


def save_squeezed(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Let the klämdagar be free that the form says; those not shown stay as they are."""
    with submitting(deps, ack, body, view.EVERY):
        check_shown(body, view.EVERY)
        coming = _coming(deps)
        days, every = view.read_squeezed(body["view"]["state"], coming)
        with changing(deps, body) as db:
            kept = calendar.load(db).squeezed - set(coming)
            calendar.set_squeezed(db, sorted({*kept, *days}), every=every)
            _saved(deps, db, body, "squeeze")


def add(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Let a day be free."""
    with submitting(deps, ack, body, view.DAY):
        check_shown(body, view.NAME)
        state, today = body["view"]["state"], deps.today()
        day, name = _day(values(state).get(view.DAY)), view.read_name(state)
        check_day(day, today=today)
        with changing(deps, body) as db:
            _add(db, day, name, today)
            _note(deps, db, body, "own_added", view.added(deps.words, day, name, today=today), day)


def remove(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Let a free day be an ordinary one."""
    with whispering(deps, ack, body):
        day = picked_day(picked(body))
        with changing(deps, body) as db:
            name = calendar.load(db).own.get(day)
            if name is None:
                raise AlreadySo
            calendar.remove_own(db, day)
            answer = view.removed(deps.words, day, name, today=deps.today())
            _note(deps, db, body, "own_removed", answer, day)


def restore(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Let a day be free again."""
    with whispering(deps, ack, body):
        written, _, name = picked(body).partition(" ")
        day, today = picked_day(written), deps.today()
        with changing(deps, body) as db:
            _add(db, day, named(name), today)
            _note(deps, db, body, "own_added", view.added(deps.words, day, name, today=today), day)


def _form(deps: Deps, action_id: str, found: WorkingCalendar, origin: Origin) -> dict[str, Any]:
    words, today = deps.words, deps.today()
    if action_id == view.HOURS:
        return view.hours_form(words, found, origin)
    if action_id == view.HALVES:
        return view.halves_form(words, found, origin)
    if action_id == view.SQUEEZE:
        return view.squeeze_form(words, found, _coming(deps), origin, today=today)
    return view.own_form(words, origin, today=today)


def _coming(deps: Deps) -> list[date]:
    today = deps.today()
    return squeeze_days(today, today + AHEAD)[:MOST_SQUEEZED]


def _add(db: Database, day: date, name: str, today: date) -> None:
    own = calendar.load(db).own
    if sum(each >= today for each in own) >= view.MOST_OWN:
        raise TooManyParts(most=view.MOST_OWN)
    if not calendar.add_own(db, day, name):
        raise AlreadySo


def _saved(deps: Deps, db: Database, body: Mapping[str, Any], what: str) -> None:
    """Write down that *what* was set, and say how all of it is now."""
    answer = view.saved(deps.words, calendar.load(db), today=deps.today())
    _note(deps, db, body, what, answer)


def _note(
    deps: Deps,
    db: Database,
    body: Mapping[str, Any],
    what: str,
    answer: Message,
    day: date | None = None,
) -> None:
    now = deps.now()
    detail = {"day": day.isoformat()} if day else {}
    ledger.record(db, actor(body) or "", f"calendar.{what}", "calendar", now=now, **detail)
    refresh.plan_changed(db, deps, now)
    tell(deps, db, body, answer)


def _day(written: str | None) -> date:
    try:
        return date.fromisoformat(written or "")
    except ValueError as error:
        raise DayMissing from error
