"""What people do about a gap: plan an idea in it, take it, leave it empty, be reminded later.

Each act is one click and can be undone. *Take it* makes a draft with a working title at once
instead of opening a form: the gap is filled and owned in one step, nothing typed can be lost with
a form that closes, and the title is changed when there is something to say.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from slack_bolt import Ack, App
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain import nags
from bot.domain.calendar import ONE_DAY
from bot.domain.holidays import reach
from bot.domain.ideas import IdeaTaken
from bot.domain.nags import GapGone, NotMarked, Row
from bot.domain.outlets import Slot
from bot.domain.plan import Entry, Post, pick, read_slot, slot_value
from bot.domain.reuse import check_rested
from bot.jobs import refresh
from bot.jobs.frames import frame
from bot.store import calendar, gaps, ideas, ledger, members, outlets, posts, reuse
from bot.views import gaps as view
from bot.views.blocks import Message
from bot.views.plan_acts import Act
from handlers.answering import actor, deciding, tell, whispering
from handlers.picked import number, picked
from handlers.planning import settled


@dataclass(frozen=True, slots=True)
class _Content:
    """What is put into a gap; *source* is the published post that it is made of."""

    title: str
    text: str = ""
    idea_id: int | None = None
    source: Post | None = None


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.action(view.PLAN_IDEA)(partial(plan_idea, deps))
    app.action(view.TAKE)(partial(take, deps))
    app.action(view.LEAVE_EMPTY)(partial(leave_empty, deps))
    app.action(view.LATER)(partial(later, deps))
    app.action(view.RESTORE)(partial(restore, deps))


def plan_idea(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Make a draft of the idea, or anew of a former post, in the gap; it is that of who clicked."""
    with whispering(deps, ack, body):
        slot, chosen = _slot_and_more(picked(body))
        with deciding(deps, body) as db:
            is_former = chosen.startswith(view.AGAIN)
            content = _of_former(db, slot, chosen) if is_former else _of_idea(db, chosen)
            tell(deps, db, body, _fill(db, deps, body, slot, content))


def take(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Make a draft with a working title in the gap; it belongs to who clicked."""
    with whispering(deps, ack, body):
        slot = read_slot(picked(body))
        with deciding(deps, body) as db:
            who = actor(body) or ""
            name = members.names(db, [who]).get(who) or deps.words("somebody")
            title = deps.words("gap-working-title", name=name)
            answer = _fill(db, deps, body, slot, _Content(title))
            tell(deps, db, body, answer)


def leave_empty(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Leave the slot empty on purpose."""
    with whispering(deps, ack, body):
        leave(deps, body, read_slot(picked(body)))


def leave(deps: Deps, body: Mapping[str, Any], slot: Slot) -> None:
    """Leave *slot* empty in the name of who clicked."""
    with deciding(deps, body) as db:
        open_row(db, deps, slot)
        gaps.leave_empty(db, slot, who=actor(body) or "", now=deps.now())
        note(db, deps, body, "gap.left_empty", slot)
        answer = view.left_empty(deps.words, slot, frame(db, deps, deps.now()))
        tell(deps, db, body, answer)


def later(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Put the gap off: no nag names it before the chosen day."""
    with whispering(deps, ack, body):
        slot, choice = _slot_and_more(picked(body))
        with deciding(deps, body) as db:
            open_row(db, deps, slot)
            until = _until(db, deps, slot, choice)
            gaps.postpone(db, slot, until, who=actor(body) or "", now=deps.now())
            note(db, deps, body, "gap.postponed", slot, until=until.isoformat())
            answer = view.postponed(deps.words, slot, until, frame(db, deps, deps.now()))
            tell(deps, db, body, answer)


def restore(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Make an ordinary gap again of what was left empty or put off."""
    with whispering(deps, ack, body):
        slot = read_slot(picked(body))
        with deciding(deps, body) as db:
            pick(outlets.known(db), slot.outlet_id)
            if not gaps.restore(db, slot):
                raise NotMarked
            note(db, deps, body, "gap.restored", slot)
            answer = view.restored(deps.words, slot, frame(db, deps, deps.now()))
            tell(deps, db, body, answer)


def _fill(db: Database, deps: Deps, body: dict[str, Any], slot: Slot, content: _Content) -> Message:
    """Put a draft into the gap *slot* in the name of who clicked, and say so."""
    open_row(db, deps, slot)
    who = actor(body) or ""
    entry = Entry(
        title=content.title,
        outlet_id=slot.outlet_id,
        day=slot.day,
        at=slot.at,
        text=content.text,
        owner=who,
        idea_id=content.idea_id,
    )
    old = content.source
    post = posts.add(db, entry, who=who, now=deps.now(), media=old.media if old else None)
    if old:
        reuse.note(db, post, old)
    return settled(deps, db, Act.PLANNED, post, who)


def _of_idea(db: Database, chosen: str) -> _Content:
    idea = ideas.get(db, number(chosen))
    if not ideas.is_free(db, idea.id):
        raise IdeaTaken
    return _Content(idea.title, idea.note, idea.id)


def _of_former(db: Database, slot: Slot, chosen: str) -> _Content:
    """Return what a published post said, unless it is still fresh on the day of *slot*."""
    old = reuse.former(db, number(chosen.removeprefix(view.AGAIN)))
    check_rested(old, slot.day)
    return _Content(old.post.title, old.post.text, source=old.post)


def open_row(db: Database, deps: Deps, slot: Slot) -> Row:
    """Return how *slot* stands if it is a gap that one may act on; refuse otherwise."""
    today = deps.today()
    if not today <= slot.day < reach(today):
        raise GapGone
    zone = deps.settings.timezone
    desk = gaps.desk(db, slot.day, slot.day + ONE_DAY, now=deps.now(), zone=zone)
    return nags.open_row(desk, slot)


def note(
    db: Database, deps: Deps, body: Mapping[str, Any], act: str, slot: Slot, **detail: str
) -> None:
    """Write down what was done to *slot*, and bring today's messages up to date."""
    who = actor(body) or ""
    ledger.record(db, who, act, f"slot:{slot_value(slot)}", now=deps.now(), **detail)
    refresh.plan_changed(db, deps, deps.now())


def _until(db: Database, deps: Deps, slot: Slot, choice: str) -> date:
    today = deps.today()
    working = calendar.load(db)
    chosen = nags.read_later(choice, slot, today=today, calendar=working)
    return nags.remind_on(chosen, today=today, calendar=working)


def _slot_and_more(value: str) -> tuple[Slot, str]:
    """Read a slot and the word after it."""
    place, _, more = value.rpartition(" ")
    return read_slot(place), more
