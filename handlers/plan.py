"""`/plan`: the next weeks, the gaps, one week or month, and planning at once."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any

from slack_bolt import Ack, App
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.calendar import Week
from bot.domain.errors import Refusal
from bot.domain.gaps import first_gap, runway
from bot.domain.outlets import Slot, offered
from bot.domain.plan import FARTHEST, Entry, checked, default_outlet, pick, time_for
from bot.domain.weeks import by_week, opening
from bot.domain.when import PlanRequest, parse_plan
from bot.jobs import fitting
from bot.jobs.frames import frame
from bot.store import calendar, ideas, outlets, posts
from bot.views import fitting as fitting_view
from bot.views import plan as view
from bot.views.blocks import Message
from bot.views.plan_acts import Act
from handlers import (
    pairs,
    picture,
    plan_acts,
    plan_card,
    plan_forms,
    plan_media,
    plan_pages,
    plan_ready,
    plan_siblings,
    series,
    series_forms,
    watching,
)
from handlers.answering import actor, deciding, tell, whisper, whispering
from handlers.names import command_name
from handlers.picked import Stale, picked
from handlers.picked import day as picked_day
from handlers.planning import gaps_ahead, said, settled
from handlers.slack_text import text_of

WEEKS = 3

ADD = frozenset({"add", "new", "ny", "nytt", "lägg till", "planera"})
SERIES = frozenset({"series", "serie", "serier"})
GAPS = frozenset({"gaps", "gap", "luckor", "lucka"})
HELP = frozenset({"help", "hjälp", "?"})


def register(app: App, deps: Deps) -> None:
    """Put the plan's listeners on *app*."""
    app.action(view.MORE)(partial(more, deps))
    for part in (
        plan_forms,
        plan_pages,
        picture,
        plan_acts,
        plan_card,
        plan_media,
        plan_ready,
        plan_siblings,
        series,
        series_forms,
        watching,
        pairs,
    ):
        part.register(app, deps)


def answer(deps: Deps, command: Mapping[str, Any]) -> None:
    """Answer `/plan`: show, open the form, or plan at once."""
    text = text_of(command)
    if text.casefold() in ADD:
        plan_forms.open_empty(deps, command)
    elif text.casefold() in picture.WORDS:
        picture.ask(deps, command)
    elif shown := _shown(deps, text):
        whisper(deps, command, shown)
    else:
        _quick(deps, command, text)


def more(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Show the weeks that follow those shown."""
    with whispering(deps, ack, body):
        whisper(deps, body, _overview(deps, _day(picked(body), deps.today())))


def _shown(deps: Deps, text: str) -> Message | None:
    """Return what *text* asks to see, or None where it is something to plan."""
    word = text.casefold()
    if not text:
        return _overview(deps, deps.today())
    if word in HELP:
        return view.usage(deps.words, command=command_name(deps, "plan"))
    if word in GAPS:
        return _gaps(deps)
    if word in SERIES:
        return series.shown(deps)
    span = plan_pages.read(deps, text)
    return plan_pages.show(deps, span) if span else None


def _overview(deps: Deps, start: date) -> Message:
    """Show three weeks, the one of *start* from that day on."""
    further = Week.of(start).shifted(WEEKS).monday
    with deps.reading() as db:
        plan = posts.plan(db, start, further)
        working = calendar.load(db)
        reach = runway(gaps_ahead(deps, db), working, today=deps.today())
        shown = by_week(plan, working, now=deps.now(), zone=deps.settings.timezone)
        return view.overview(
            deps.words, shown, reach, frame(db, deps, deps.now(), plan.posts), further=further
        )


def _gaps(deps: Deps) -> Message:
    now = deps.now()
    with deps.reading() as db:
        ahead, working = gaps_ahead(deps, db), calendar.load(db)
        reach, shown = runway(ahead, working, today=deps.today()), frame(db, deps, now)
        openings = [opening(gap, working) for gap in ahead]
        near = fitting_view.nearest(openings, fitting_view.LISTED)
        fits = fitting_view.beside(deps.words, fitting.best(db, deps, near, now=now), shown)
        return view.gap_list(deps.words, openings, reach, shown, fits)


def _quick(deps: Deps, command: Mapping[str, Any], text: str) -> None:
    """Plan what is written in one line, and say how it was understood."""
    local = deps.local(deps.now())
    with deps.reading() as db:
        known = offered(outlets.known(db))
    try:
        request = parse_plan(text, today=local.date(), now_time=local.time(), outlets=known)
    except Refusal as refused:
        whisper(deps, command, _not_read(deps, refused))
        return
    who = actor(command) or ""
    with deciding(deps, command) as db:
        slot = _place(deps, db, request)
        entry = Entry(request.title, slot.outlet_id, slot.day, slot.at, owner=who)
        entry = checked(entry, zone=deps.settings.timezone)
        same = posts.echo(db, entry, who=who, now=deps.now())
        message = said(deps, db, Act.AGAIN, same) if same else _add(deps, db, entry, who)
        tell(deps, db, command, message)


def _add(deps: Deps, db: Database, entry: Entry, who: str) -> Message:
    """Plan *entry*, with the idea of the same name if there is one."""
    idea = ideas.titled(db, entry.title)
    entry = replace(entry, idea_id=idea.id if idea else None)
    post = posts.add(db, entry, who=who, now=deps.now())
    return settled(deps, db, Act.PLANNED, post, who)


def _place(deps: Deps, db: Database, request: PlanRequest) -> Slot:
    """Choose what *request* leaves open: the outlet, the day of a week, the time."""
    known = offered(outlets.known(db))
    outlet = pick(known, request.outlet_id) if request.outlet_id else default_outlet(known)
    day, at = request.day, request.at
    if request.week:
        plan = posts.plan(db, request.week.monday, request.week.end)
        ahead = plan.gaps(now=deps.now(), zone=deps.settings.timezone)
        gap = first_gap(ahead, calendar.load(db), outlet_id=outlet.id, week=request.week)
        day, at = gap.day, at or gap.at
    if day is None:
        raise Stale
    return Slot(day, at or time_for(outlet, day, local_now=deps.local(deps.now())), outlet.id)


def _not_read(deps: Deps, refused: Refusal) -> Message:
    """Say why a line was not read, with three lines that would be read today."""
    today = deps.today()
    later = today + timedelta(weeks=1)
    with deps.reading() as db:
        gap = next((gap.day for gap in gaps_ahead(deps, db) if gap.day > later), later)
        working = calendar.load(db)
    return view.unreadable(
        deps.words,
        refused,
        command=command_name(deps, "plan"),
        examples=(working.next_working_day(today), working.next_working_day(later), gap),
        today=today,
    )


def _day(value: str, today: date) -> date:
    """Read the day from which to show further weeks; refuse a foreign value."""
    day = picked_day(value)
    if not today - FARTHEST <= day <= today + FARTHEST:
        raise Stale
    return day
