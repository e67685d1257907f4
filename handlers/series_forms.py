"""The form for a series: a new one, or a change, and what it says when it is sent."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import date, timedelta
from functools import partial
from typing import Any

from slack_bolt import Ack, App
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.acts import NothingToDo
from bot.domain.outlets import Cadence
from bot.domain.plan import check_offered, default_outlet, default_time
from bot.domain.rhythm import Often, weeks_later, written
from bot.domain.series import Pattern, Series, SeriesOutdated, cadence_of, checked
from bot.jobs.frames import frame
from bot.store import calendar, outlets
from bot.store import series as store
from bot.views import series as view
from bot.views import series_form as form
from bot.views.blocks import chosen, values
from bot.views.forms import Origin
from bot.views.plan_form import OWNER
from handlers.answering import actor, deciding, place, submitting, tell, whispering
from handlers.forms import open_form, origin_of
from handlers.picked import Stale, number, picked
from handlers.picked import day as picked_day
from handlers.plan_forms import read_time
from handlers.planning import check_owner
from handlers.series import going_on, outlook, settled

BEGINS_AS = "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"
"""What a new series' form shows: what many teams do with theirs."""


def register(app: App, deps: Deps) -> None:
    """Put the form's listeners on *app*."""
    app.action(view.NEW)(partial(click_new, deps))
    app.action(view.CHANGE)(partial(click_change, deps))
    app.view(form.SAVE)(partial(save, deps))


def click_new(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Open the form for a new series."""
    with whispering(deps, ack, body):
        with deps.reading() as db:
            pattern, origin = _beginning(deps, db), Origin(place(body))
            opened = form.new(deps.words, pattern, origin, frame(db, deps, deps.now()))
        open_form(deps, body, opened)


def click_change(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Open the form that changes a series."""
    with whispering(deps, ack, body):
        with deps.reading() as db:
            series = going_on(db, number(picked(body)))
            ahead = outlook(deps, db, series)
            shows = frame(db, deps, deps.now(), people=(each.owner for each in ahead.coming))
            origin = Origin(place(body), series.id, series.revision)
            opened = form.change(deps.words, ahead, origin, shows)
        open_form(deps, body, opened)


def save(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Keep, or change, the series that the form says, and bring the plan in step with it."""
    with submitting(deps, ack, body, form.NAME), suppress(NothingToDo):
        origin = origin_of(body)
        said = read(body["view"]["state"], today=deps.today())
        with deps.reading() as db:
            working = calendar.load(db)
        zone = deps.settings.timezone
        pattern = checked(said, now=deps.now(), zone=zone, calendar=working)
        for user in pattern.owners:
            check_owner(deps, user)
        with deciding(deps, body) as db:
            check_offered(outlets.get(db, pattern.outlet_id))
            if origin.subject is None:
                series = store.add(db, pattern, who=actor(body) or "", now=deps.now())
                answer = settled(deps, db, body, "made", series)
            else:
                series = _change(db, pattern, origin)
                answer = settled(deps, db, body, "changed", series)
            tell(deps, db, body, answer)


def read(state: Mapping[str, Any], *, today: date) -> Pattern:
    """Read what the form says; without a first day it begins in the week that was chosen."""
    said = values(state)
    often, free = said.get(form.OFTEN), said.get(form.FREE)
    if often not in set(Often) or free not in (form.PAUSE, form.PUBLISH):
        raise Stale
    at = read_time(said)
    rule = written(Often(often), chosen(state, form.WEEKDAYS), said.get(form.RULE) or "")
    monday = _day(said.get(form.WEEK)) or today
    return Pattern(
        name=said.get(form.NAME) or "",
        outlet_id=number(said.get(form.OUTLET)),
        cadence=cadence_of(rule, at, weeks_later(rule, monday)),
        first=_day(said.get(form.FIRST)) or max(monday, today),
        last=_day(said.get(form.LAST)),
        owners=chosen(state, OWNER),
        title=said.get(form.TITLE) or "",
        text=said.get(form.TEXT) or "",
        on_free_days=free == form.PUBLISH,
    )


def _change(db: Database, pattern: Pattern, origin: Origin) -> Series:
    before = going_on(db, origin.subject or 0)
    if before.revision != origin.revision:
        raise SeriesOutdated
    if before.pattern == pattern:
        raise NothingToDo
    return store.change(db, before, pattern)


def _beginning(deps: Deps, db: Database) -> Pattern:
    """Return what a new series begins as: it starts next week."""
    outlet, today = default_outlet(outlets.known(db)), deps.today()
    later = weeks_later(BEGINS_AS, today + timedelta(weeks=1))
    return Pattern("", outlet.id, Cadence(BEGINS_AS, default_time(outlet, today), later), today)


def _day(value: str | None) -> date | None:
    return picked_day(value) if value else None
