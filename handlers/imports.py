"""What people decide about events from another calendar."""

from functools import partial
from typing import Any

from slack_bolt import Ack, App

from bot.deps import Deps
from bot.domain.sweeps import FEW
from bot.jobs import asking, imports, refresh, sweeping
from bot.store import members, outbox
from bot.views import gathered
from bot.views import imports as view
from bot.views.blocks import simple
from bot.views.plan_acts import Act
from handlers import decisions
from handlers.answering import actor, deciding, tell, whispering
from handlers.picked import number, picked
from handlers.planning import said


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.action(view.TAKE)(partial(answer, deps, take=True))
    app.action(view.KEEP)(partial(answer, deps, take=False))
    app.action(view.UNDO)(partial(undo, deps))
    app.action(gathered.TAKE_ALL)(partial(answer_all, deps, take=True))
    app.action(gathered.KEEP_ALL)(partial(answer_all, deps, take=False))
    app.action(gathered.APART)(partial(apart, deps))
    app.action(gathered.UNDO)(partial(undo_all, deps))


def answer(deps: Deps, ack: Ack, body: dict[str, Any], *, take: bool) -> None:
    """Take what the other calendar says, or keep the plan."""
    with whispering(deps, ack, body):
        thing, _, version = picked(body).partition(" ")
        with deciding(deps, body) as db:
            changed = imports.answer(db, deps, thing, version, take=take, who=actor(body) or "")
            for post in changed:
                decisions.follow(deps, db, post, actor(body) or "")
            refresh.plan_changed(db, deps, deps.now())
            if len(changed) == 1:  # which can be undone by itself
                post = changed[0]
                act = Act.CHANGED if post.is_open else Act.CANCELLED
                act = Act.PLANNED if post.revision == 1 else act
                tell(deps, db, body, said(deps, db, act, post))
            else:
                kind = "import-answered" if take else "import-kept"
                tell(deps, db, body, simple(deps.words(kind)))


def answer_all(deps: Deps, ack: Ack, body: dict[str, Any], *, take: bool) -> None:
    """Take all that the other calendar says, or keep all of the plan."""
    with whispering(deps, ack, body), deciding(deps, body) as db:
        sweeping.answer(db, deps, picked(body), take=take, who=actor(body) or "")


def apart(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Ask about the next few of many things by themselves."""
    with whispering(deps, ack, body), deciding(deps, body) as db:
        sweeping.asked(db, picked(body))
        asking.ask_new(db, deps, deps.now(), apart=FEW)


def undo_all(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Undo one answer to many differences."""
    with whispering(deps, ack, body):
        sweep_id = number(picked(body))
        with deciding(deps, body) as db:
            sweeping.undo(db, deps, sweep_id, who=actor(body) or "")


def undo(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Take what a reading brought out of the plan again."""
    with whispering(deps, ack, body):
        import_id = number(picked(body))
        with deciding(deps, body) as db:
            who, now = actor(body) or "", deps.now()
            imports.undo(db, import_id, who=who, now=now)
            name = members.names(db, [who]).get(who) or deps.words("somebody")
            message = view.at_work(deps.words, name)
            outbox.put(db, imports.message_key(import_id), deps.plan_channel, message, now=now)
