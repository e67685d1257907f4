"""Writing down what the team fears, once, before there are figures to set beside it."""

from functools import partial
from typing import Any

from slack_bolt import Ack, App

from bot.deps import Deps
from bot.domain.tagging import fear
from bot.store import ledger, tagging
from bot.views import fears as view
from bot.views.forms import Origin
from handlers.answering import actor, place, submitting, tell, whispering
from handlers.forms import check_shown, open_form
from handlers.settings import check_may_change
from handlers.settings_history import changing


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.action(view.CHANGE)(partial(click, deps))
    app.view(view.SAVE)(partial(save, deps))


def click(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Open the form."""
    with whispering(deps, ack, body):
        with deps.reading() as db:
            check_may_change(db, body)
            former = tagging.fear(db)
        open_form(deps, body, view.form(deps.words, former, Origin(place(body))))


def save(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Keep what the form says."""
    with submitting(deps, ack, body, view.CRITICISM):
        check_shown(body, view.TIME)
        criticism, time = view.read(body["view"]["state"])
        with changing(deps, body) as db:
            former = tagging.fear(db)
            said = fear(criticism, time, former, now=deps.now())
            if said != former:
                tagging.save_fear(db, said)
                who = actor(body) or ""
                ledger.record(db, who, "fear.written", "report", now=deps.now())
            tell(deps, db, body, view.saved(deps.words, said))
