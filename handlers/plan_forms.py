"""The form for a post: opened empty, from an idea or for a gap, and what it says when it is sent."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, time
from functools import partial
from typing import Any

from slack_bolt import Ack, App
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.acts import NothingToDo, Outdated, changed, check_open
from bot.domain.calendar import ONE_DAY
from bot.domain.fill import fillers
from bot.domain.gaps import wanting
from bot.domain.ideas import Idea, IdeaTaken
from bot.domain.nags import GapFilled
from bot.domain.outlets import Slot, offered
from bot.domain.pairs import placed
from bot.domain.plan import (
    OPEN,
    TEXT_LIMIT,
    DayMissing,
    Entry,
    Post,
    Status,
    TimeMissing,
    check_day,
    check_offered,
    checked,
    default_outlet,
    default_time,
    read_slot,
)
from bot.domain.ready import begun
from bot.domain.suggestions import MOST, Suggestion
from bot.integrations.slack import SlackTrouble
from bot.jobs import fitting
from bot.jobs.frames import frame
from bot.store import calendar, ideas, outlets, posts, series
from bot.views import fitting as fitting_view
from bot.views import ideas as ideas_view
from bot.views import plan as view
from bot.views import plan_form as form
from bot.views.blocks import Block, cut, values
from bot.views.forms import Origin
from bot.views.plan_acts import Act
from handlers.answering import actor, deciding, place, submitting, tell, whispering
from handlers.forms import open_form, origin_of
from handlers.picked import Stale, number, picked
from handlers.planning import check_owner, gaps_ahead, settled


def register(app: App, deps: Deps) -> None:
    """Put the form's listeners on *app*."""
    app.shortcut(view.NEW)(partial(click_new, deps))
    app.action(view.NEW)(partial(click_new, deps))
    app.action(view.FILL)(partial(click_gap, deps))
    app.action(fitting_view.USE)(partial(use_offer, deps))
    app.action(ideas_view.PLAN)(partial(click_idea, deps))
    app.view(form.SAVE)(partial(save, deps))


def click_new(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Open the form for a new post."""
    with whispering(deps, ack, body):
        open_empty(deps, body)


def click_gap(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Open the form for one gap."""
    with whispering(deps, ack, body):
        open_gap(deps, body, read_slot(picked(body)))


def click_idea(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Open the form with an idea in it, at the next gap."""
    with whispering(deps, ack, body):
        with deps.reading() as db:
            idea = _free(db, picked(body))
            opened = _new(deps, db, body, _with(_entry(_next_slot(deps, db), body), idea), idea)
        open_form(deps, body, opened)


def open_gap(deps: Deps, body: Mapping[str, Any], slot: Slot) -> None:
    """Open the form for a new post at *slot*, with what fits there; refuse where one is by now."""
    with deps.reading() as db:
        check_offered(outlets.get(db, slot.outlet_id))
        plan = posts.plan(db, slot.day, slot.day + ONE_DAY)
        if filler := fillers(plan.slots(), plan.posts).get(slot):
            raise GapFilled(title=filler.title, post_id=filler.id)
        opened = _for_gap(deps, db, _entry(slot, body), Origin(place(body)))
    open_form(deps, body, opened)


def use_offer(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Put what fits the gap into the open form, in place of what was written there."""
    with whispering(deps, ack, body):
        place_, _, chosen = picked(body).rpartition(" ")
        slot = read_slot(place_)
        with deps.reading() as db:
            check_offered(outlets.get(db, slot.outlet_id))
            idea = _free(db, chosen)
            entry = _with(_entry(slot, body), idea)
            opened = _for_gap(deps, db, entry, origin_of(body), idea)
        try:
            deps.slack.update_view(body["view"]["id"], opened, known=body["view"]["hash"])
        except SlackTrouble as trouble:
            raise Stale from trouble


def open_empty(deps: Deps, body: Mapping[str, Any]) -> None:
    """Open the form for a new post at the next gap."""
    with deps.reading() as db:
        opened = _new(deps, db, body, _entry(_next_slot(deps, db), body))
    open_form(deps, body, opened)


def open_change(deps: Deps, body: Mapping[str, Any], post_id: int) -> None:
    """Open the form that changes a post."""
    with deps.reading() as db:
        post = posts.get(db, post_id)
        check_open(post)
        own = ideas.find(db, post.idea_id) if post.idea_id else None
        opened = form.change(
            deps.words,
            post,
            Origin(place(body), post.id, post.revision),
            outlets=[o for o in outlets.known(db) if o.id == post.outlet_id or not o.retired],
            ideas=_choices(db, own),
            zone=deps.settings.timezone,
            series=series.name_of(db, post.id),
        )
    open_form(deps, body, opened)


def save(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Plan, or change, what the form says."""
    with submitting(deps, ack, body, form.TITLE), suppress(NothingToDo):
        origin, who = origin_of(body), actor(body) or ""
        entry = checked(read(body["view"]["state"]), zone=deps.settings.timezone)
        check_owner(deps, entry.owner)
        with deciding(deps, body) as db:
            outlet = outlets.get(db, entry.outlet_id)
            if origin.subject is None:
                check_offered(outlet)
                act, post = Act.PLANNED, _plan(deps, db, entry, who)
            else:
                act, post = Act.CHANGED, _change(deps, db, entry, origin, who)
            unready = entry.status is Status.READY and post.status is Status.DRAFT
            tell(deps, db, body, settled(deps, db, act, post, who, unready=unready))


def read(state: Mapping[str, Any]) -> Entry:
    """Read what the form says; a menu that was not shown says nothing."""
    said = values(state)
    status = said.get(form.STATUS)
    idea = said.get(form.IDEA)
    return Entry(
        title=said.get(form.TITLE) or "",
        outlet_id=number(said.get(form.OUTLET)),
        day=read_day(said),
        at=read_time(said),
        text=said.get(form.TEXT) or "",
        owner=said.get(form.OWNER) or None,
        status=Status(status) if status in OPEN else Status.DRAFT,
        idea_id=number(idea) if idea else None,
    )


def read_day(said: Mapping[str, Any]) -> date:
    """Read the form's day; a picker gives a proper one or none."""
    try:
        return date.fromisoformat(said.get(form.DAY) or "")
    except ValueError as error:
        raise DayMissing from error


def read_time(said: Mapping[str, Any]) -> time:
    """Read the form's time; a picker gives a proper one or none."""
    try:
        return time.fromisoformat(said.get(form.TIME) or "")
    except ValueError as error:
        raise TimeMissing from error


def _plan(deps: Deps, db: Database, entry: Entry, who: str) -> Post:
    check_day(entry.day, today=deps.today())
    _check_idea(db, entry.idea_id)
    return posts.add(db, begun(entry), who=who, now=deps.now())


def _change(deps: Deps, db: Database, entry: Entry, origin: Origin, who: str) -> Post:
    before = posts.get(db, origin.subject or 0)
    if before.revision != origin.revision:
        raise Outdated
    if entry.outlet_id != before.outlet_id:
        outlet = outlets.get(db, entry.outlet_id)
        check_offered(outlet)
        before = placed(before, outlet)
    if entry.idea_id != before.idea_id:
        _check_idea(db, entry.idea_id)
    after = changed(before, entry, today=deps.today(), now=deps.now())
    return posts.update(db, after, who=who)


def _check_idea(db: Database, idea_id: int | None) -> None:
    if idea_id is not None and not ideas.is_free(db, idea_id):
        raise IdeaTaken


def _new(
    deps: Deps, db: Database, body: Mapping[str, Any], entry: Entry, idea: Idea | None = None
) -> dict[str, Any]:
    return _form(deps, db, entry, Origin(place(body)), idea)


def _for_gap(
    deps: Deps, db: Database, entry: Entry, origin: Origin, idea: Idea | None = None
) -> dict[str, Any]:
    """Return the form that starts with what fits the gap of *entry*, perhaps with *idea* in it."""
    now, slot = deps.now(), Slot(entry.day, entry.at, entry.outlet_id)
    found = fitting.best(db, deps, [slot], now=now, most=MOST)[slot]
    offers = [each for each in found if isinstance(each, Suggestion) and each.idea != idea]
    rows = fitting_view.choices(deps.words, slot, offers, frame(db, deps, now))
    return _form(deps, db, entry, origin, idea, rows=rows, mark=str(idea.id) if idea else "")


def _form(
    deps: Deps,
    db: Database,
    entry: Entry,
    origin: Origin,
    idea: Idea | None,
    *,
    rows: Sequence[Block] = (),
    mark: str = "",
) -> dict[str, Any]:
    return form.new(
        deps.words,
        entry,
        origin,
        outlets=offered(outlets.known(db)),
        ideas=_choices(db, idea),
        zone=deps.settings.timezone,
        free=calendar.load(db).free_day(entry.day),
        fitting=rows,
        mark=mark,
    )


def _free(db: Database, chosen: str) -> Idea:
    idea = ideas.get(db, number(chosen))
    if not ideas.is_free(db, idea.id):
        raise IdeaTaken
    return idea


def _with(entry: Entry, idea: Idea) -> Entry:
    return replace(entry, title=idea.title, text=cut(idea.note, TEXT_LIMIT), idea_id=idea.id)


def _entry(slot: Slot, body: Mapping[str, Any]) -> Entry:
    """Return a new post at *slot*, which whoever opened the form is responsible for."""
    return Entry("", slot.outlet_id, slot.day, slot.at, owner=actor(body))


def _next_slot(deps: Deps, db: Database) -> Slot:
    """Choose where a new post is wanted most: the first gap of the default outlet on a common day."""
    outlet, today = default_outlet(outlets.known(db)), deps.today()
    mine = [gap for gap in gaps_ahead(deps, db) if gap.outlet_id == outlet.id]
    working = calendar.load(db)
    day = working.next_working_day(today)
    return next(iter(wanting(mine, working)), Slot(day, default_time(outlet, day), outlet.id))


def _choices(db: Database, own: Idea | None) -> list[Idea]:
    """Return the free ideas, newest first, with *own* before them."""
    free = [idea for idea in ideas.free(db, limit=form.MOST_IDEAS) if own is None or idea != own]
    return [own, *free] if own else free
