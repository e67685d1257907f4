"""When a taken comment is released again, and a question given up: settings of the team's."""

from functools import partial
from typing import Any

from slack_bolt import Ack, App

from bot.deps import Deps
from bot.store import claims, ledger
from bot.views import lapsing as view
from bot.views.forms import Origin
from handlers.answering import actor, place, submitting, tell, whispering
from handlers.forms import check_shown, open_form
from handlers.picked import Stale
from handlers.settings import check_may_change
from handlers.settings_history import changing


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.action(view.CHANGE)(partial(click, deps))
    app.view(view.SAVE)(partial(save, deps))


def click(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Open the form that says when a claim lapses."""
    with whispering(deps, ack, body):
        with deps.reading() as db:
            check_may_change(db, body)
            now = view.Lapsing(claims.lapse_hours(db), claims.second_hours(db))
            opened = view.form(deps.words, now, Origin(place(body)))
        open_form(deps, body, opened)


def save(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Let things lapse when the form says; what waits already follows it, too."""
    with submitting(deps, ack, body, view.HOURS):
        check_shown(body, view.SECOND)
        try:
            now = view.read(body["view"]["state"])
        except ValueError as error:
            raise Stale from error
        with changing(deps, body) as db:
            claims.set_lapse_hours(db, now.hours)
            claims.set_second_hours(db, now.second)
            said = {"hours": str(now.hours or view.OFF), "second": str(now.second)}
            who = actor(body) or ""
            ledger.record(db, who, "claims.lapsing", "settings", now=deps.now(), **said)
            tell(deps, db, body, view.saved(deps.words, now))
