"""Where does an idea belong? Whoever may plan decides, once; the last decision can be undone."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from slack_bolt import Ack, App
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.ideas import Idea
from bot.domain.plan import check_offered
from bot.domain.reasons import reason
from bot.domain.routing import IdeaRouted, Later, Routing, Where, until
from bot.domain.wheel import AUTHOR
from bot.jobs import refresh
from bot.locales import Words
from bot.store import idea_desk, ideas, ledger, members, outbox, outlets
from bot.views import idea_routing as view
from bot.views.blocks import Block, Message, escape, simple, values
from bot.views.forms import Origin
from bot.views.ideas import plan_button
from handlers.answering import (
    actor,
    deciding,
    instead,
    place,
    submitting,
    tell,
    whisper,
    whispering,
)
from handlers.forms import open_form, origin_of
from handlers.picked import Stale, number, picked


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a click says, and where the question stood."""

    idea_id: int
    decision: int
    said: str
    shown: view.Shown


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*; buttons of one row carry an outlet's number in their ids."""
    app.action(re.compile(rf"^{re.escape(view.ROUTE)}(\.\d+)?$"))(partial(route, deps))
    app.action(view.LATER)(partial(later, deps))
    app.action(view.NO)(partial(click_no, deps))
    app.action(view.UNROUTE)(partial(undo, deps))
    app.action(view.WAITING)(partial(click_waiting, deps))
    app.view(view.NO_SAVE)(partial(save_no, deps))


def show(deps: Deps, body: Mapping[str, Any]) -> None:
    """Show the ideas that wait for a decision."""
    with deps.reading() as db:
        box = _inbox(deps, db)
    whisper(deps, body, box)


def ask(deps: Deps, body: Mapping[str, Any], idea_id: int) -> None:
    """Ask where one idea belongs."""
    with deps.reading() as db:
        message = view.asked(deps.words, _open(db, idea_id), outlets.known(db))
    whisper(deps, body, message)


def click_waiting(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Show the ideas that wait, from a button."""
    with whispering(deps, ack, body):
        show(deps, body)


def route(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Let the idea belong to the chosen outlet."""
    with whispering(deps, ack, body):
        answer = _read(picked(body))

        def to_outlet(db: Database) -> Routing:
            outlet = outlets.get(db, number(answer.said))
            check_offered(outlet)
            return Routing(Where.OUTLET, outlet_id=outlet.id, who=actor(body))

        _decide(deps, body, answer, to_outlet)


def later(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Put the idea off."""
    with whispering(deps, ack, body):
        answer = _read(picked(body))
        if answer.said not in [*Later]:
            raise Stale
        day = until(Later(answer.said), today=deps.today())
        _decide(deps, body, answer, lambda _: Routing(Where.LATER, until=day, who=actor(body)))


def click_no(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Ask why not."""
    with whispering(deps, ack, body):
        answer = _read(picked(body))
        with deps.reading() as db:
            idea = _undecided(db, answer.idea_id, answer.decision)
        origin = Origin(place(body), idea.id, idea.decision)
        open_form(deps, body, view.no_form(deps.words, idea, origin))


def save_no(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Say no to the idea, and tell its author why, unless they said so themselves."""
    with submitting(deps, ack, body, view.REASON):
        origin, who = origin_of(body), actor(body) or ""
        why = reason(values(body["view"]["state"]).get(view.REASON) or "")
        with deciding(deps, body) as db:
            _undecided(db, origin.subject or 0, origin.revision)
            routing = Routing(Where.NO, reason=why, who=who)
            idea = _store(deps, db, body, origin.subject or 0, routing, origin.revision or 0)
            _tell_author(deps, db, idea, who, view.told_no)
            tell(deps, db, body, _said(deps, db, idea))


def undo(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Take the last decision back; an author who was told of a no is told of that too."""
    with whispering(deps, ack, body):
        first, _, last = picked(body).partition(" ")
        idea_id, decision, who = number(first), number(last), actor(body) or ""
        with deciding(deps, body) as db:
            before = ideas.get(db, idea_id)
            idea = idea_desk.unroute(db, idea_id, decision=decision)
            _note(deps, db, body, "idea.unrouted", idea)
            if before.routing.where is Where.NO:
                _tell_author(deps, db, idea, who, view.told_back)
            words = deps.words("idea-undecided", title=escape(idea.title))
            asked = view.question(deps.words, idea, outlets.known(db))
            instead(deps, db, body, simple(words, asked))


def _decide(
    deps: Deps, body: dict[str, Any], answer: _Answer, chosen: Callable[[Database], Routing]
) -> None:
    with deciding(deps, body) as db:
        _undecided(db, answer.idea_id, answer.decision)
        idea = _store(deps, db, body, answer.idea_id, chosen(db), answer.decision)
        said = _said(deps, db, idea)
        if answer.shown is view.Shown.PACK:  # everybody's message, which follows by itself
            tell(deps, db, body, said)
        elif answer.shown is view.Shown.MANY:
            instead(deps, db, body, _inbox(deps, db, first=said["blocks"]))
        else:
            instead(deps, db, body, said)


def _store(
    deps: Deps, db: Database, body: Mapping[str, Any], idea_id: int, routing: Routing, decision: int
) -> Idea:
    idea = idea_desk.route(db, idea_id, routing, decision=decision)
    _note(deps, db, body, f"idea.routed_{routing.where}", idea)
    return idea


def _note(deps: Deps, db: Database, body: Mapping[str, Any], act: str, idea: Idea) -> None:
    """Write down what was decided, and bring today's messages, which may offer it, up to date."""
    ledger.record(db, actor(body) or "", act, f"idea:{idea.id}", now=deps.now())
    refresh.plan_changed(db, deps, deps.now())


def _undecided(db: Database, idea_id: int, decision: int | None) -> Idea:
    """Return the idea if nobody has decided since; planning it is an answer, too."""
    idea = _open(db, idea_id)
    if idea.decision != decision:
        raise IdeaRouted
    return idea


def _open(db: Database, idea_id: int) -> Idea:
    idea = ideas.get(db, idea_id)
    if not ideas.is_free(db, idea.id):
        raise IdeaRouted
    return idea


def _tell_author(
    deps: Deps,
    db: Database,
    idea: Idea,
    who: str,
    message: Callable[[Words, Idea, str], Message],
) -> None:
    """Write to the author directly what was decided, unless they did it themselves."""
    if idea.author in (who, AUTHOR):
        return
    name = members.names(db, [who]).get(who) or deps.words("somebody")
    key = f"idea:{idea.id}:{idea.decision}"
    outbox.put(db, key, idea.author, message(deps.words, idea, name), now=deps.now())


def _said(deps: Deps, db: Database, idea: Idea) -> Message:
    names = {outlet.id: outlet.name for outlet in outlets.known(db)}
    plan = plan_button(deps.words, idea)
    blocks: list[Block] = view.decided(deps.words, idea, names, plan, deps.today())
    return {"text": blocks[0]["text"]["text"], "blocks": blocks}


def _inbox(deps: Deps, db: Database, first: list[Block] | None = None) -> Message:
    shown = ideas.waiting(db, today=deps.today(), limit=view.PAGE)
    box = view.Inbox(
        shown,
        ideas.waiting_count(db, today=deps.today()),
        members.names(db, (idea.author for idea in shown)),
        outlets.known(db),
    )
    return view.inbox(deps.words, box, now=deps.now(), today=deps.today(), first=first or ())


def _read(value: str) -> _Answer:
    """Read what a button or menu of the question carries; refuse a foreign value."""
    pieces = value.split(" ")
    if len(pieces) != 4 or pieces[3] not in [*view.Shown]:
        raise Stale
    return _Answer(number(pieces[0]), number(pieces[1]), pieces[2], view.Shown(pieces[3]))
