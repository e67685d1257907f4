"""Deciding about goals: taken, changed, declined; and whether to hear of goals and milestones."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from slack_bolt import Ack, App
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.goals import Aim, Goal, declined, taken
from bot.jobs import goals as job
from bot.store import goals, ledger
from bot.views import goals as view
from bot.views.blocks import Message
from bot.views.forms import Origin
from handlers.answering import (
    actor,
    instead,
    place,
    submitting,
    tell,
    whisper,
    whispering,
)
from handlers.forms import check_shown, open_form
from handlers.picked import Stale, number, picked
from handlers.settings import check_may_change
from handlers.settings_history import changing


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.action(view.SHOW)(partial(show, deps))
    app.action(view.TAKE)(partial(take, deps))
    app.action(view.DECLINE)(partial(decline, deps))
    app.action(view.CHANGE)(partial(change, deps))
    for aim in Aim:
        app.view(f"{view.SAVE}.{aim}")(partial(save, deps, aim))
    for action_id, name in ((view.SWITCH_GOALS, "goals"), (view.SWITCH_MILESTONES, "milestones")):
        app.action(action_id)(partial(switch, deps, name))


def show(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Show the goals."""
    with whispering(deps, ack, body):
        with deps.reading() as db:
            said = _page(deps, db)
        whisper(deps, body, said)


def take(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Take the goal with the number that the button says."""
    with whispering(deps, ack, body), changing(deps, body) as db:
        aim, _, target = picked(body).partition(" ")
        _decide(deps, db, body, taken(goals.get(db, aim), number(target)))


def decline(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Have no such goal."""
    with whispering(deps, ack, body), changing(deps, body) as db:
        _decide(deps, db, body, declined(goals.get(db, picked(body))))


def change(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Open the form for a number of one's own."""
    with whispering(deps, ack, body):
        with deps.reading() as db:
            check_may_change(db, body)
            goal = goals.get(db, picked(body))
        open_form(deps, body, view.form(deps.words, goal, Origin(place(body))))


def save(deps: Deps, aim: Aim, ack: Ack, body: dict[str, Any]) -> None:
    """Let the goal be the number of the form."""
    with submitting(deps, ack, body, view.TARGET):
        check_shown(body, view.TARGET)
        target = view.read(body["view"]["state"])
        with changing(deps, body) as db:
            goal = taken(goals.get(db, aim), target)
            _keep(deps, db, body, goal)
            tell(deps, db, body, view.saved(deps.words, job.told(db, deps, goal)))


def switch(deps: Deps, name: str, ack: Ack, body: dict[str, Any]) -> None:
    """Hear of goals or of milestones, or not."""
    with whispering(deps, ack, body), changing(deps, body) as db:
        to = picked(body)
        if to not in {"on", "off"}:
            raise Stale
        former = goals.switches(db)
        said = replace(former, **{name: to == "on"})
        if said != former:
            goals.save_switches(db, said)
            who = actor(body) or ""
            ledger.record(db, who, f"{name}.switched", "report", now=deps.now(), to=to)
        instead(deps, db, body, _page(deps, db))


def _decide(deps: Deps, db: Database, body: Mapping[str, Any], goal: Goal) -> None:
    """Keep a goal, and show it where the button was; what was put to the team follows by itself."""
    _keep(deps, db, body, goal)
    if (body.get("container") or {}).get("is_ephemeral"):
        instead(deps, db, body, _page(deps, db))


def _keep(deps: Deps, db: Database, body: Mapping[str, Any], goal: Goal) -> None:
    if goals.get(db, goal.aim) != goal:
        goals.save(db, goal)
        detail = {"target": str(goal.target)} if goal.target else {}
        act, subject = f"goal.{goal.state}", f"goal:{goal.aim}"
        ledger.record(db, actor(body) or "", act, subject, now=deps.now(), **detail)
    job.refresh(db, deps)


def _page(deps: Deps, db: Database) -> Message:
    until = job.learning_until(db, deps)
    return view.page(deps.words, job.known(db, deps), goals.switches(db), until)
