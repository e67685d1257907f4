"""Saying what the team promises about answers, and what it watches outside its hours."""

from functools import partial
from typing import Any

from slack_bolt import Ack, App

from bot.deps import Deps
from bot.store import calendar, ledger, policy
from bot.views import policy as view
from bot.views.forms import Origin
from handlers.answering import actor, place, submitting, tell, whisper, whispering
from handlers.forms import check_shown, open_form
from handlers.settings import check_may_change
from handlers.settings_history import changing


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.action(view.SHOW)(partial(show, deps))
    app.action(view.CHANGE)(partial(click, deps))
    app.view(view.SAVE)(partial(save, deps))


def show(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Show the promise, the watch and the words about them; everybody may look."""
    with whispering(deps, ack, body):
        with deps.reading() as db:
            shown = view.page(deps.words, policy.load(db), calendar.load(db))
        whisper(deps, body, shown)


def click(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Open the form."""
    with whispering(deps, ack, body):
        with deps.reading() as db:
            check_may_change(db, body)
            opened = view.form(deps.words, policy.load(db), Origin(place(body)))
        open_form(deps, body, opened)


def save(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Let the policy be what the form says."""
    with submitting(deps, ack, body, view.COUNT):
        check_shown(body, view.WAITS)
        said = view.read(body["view"]["state"])
        with changing(deps, body) as db:
            policy.save(db, said)
            ledger.record(
                db,
                actor(body) or "",
                "policy.changed",
                "policy",
                now=deps.now(),
                promise=said.promise.code,
                preset=said.preset,
                waits=" ".join(map(str, said.waits)),
            )
            tell(deps, db, body, view.saved(deps.words, said, calendar.load(db)))
