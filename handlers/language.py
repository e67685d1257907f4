"""The language that the bot speaks: a setting of the team's, which counts at once."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from slack_bolt import Ack, App
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.language import Language
from bot.store import language as store
from bot.store import ledger
from bot.views import language as view
from bot.views.forms import Origin
from handlers.answering import actor, place, submitting, tell, whispering
from handlers.forms import check_shown, open_form
from handlers.picked import Stale
from handlers.settings import check_may_change
from handlers.settings_history import changing, follow


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.action(view.CHANGE)(partial(click, deps))
    app.view(view.SAVE)(partial(save, deps))


def click(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Open the form that asks for the language."""
    with whispering(deps, ack, body):
        with deps.reading() as db:
            check_may_change(db, body)
        open_form(deps, body, view.form(deps.words, Origin(place(body))))


def save(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Speak the language that was chosen, beginning with the answer."""
    with submitting(deps, ack, body, view.LANGUAGE):
        check_shown(body, view.LANGUAGE)
        try:
            chosen = view.read(body["view"]["state"])
        except ValueError as error:
            raise Stale from error
        with changing(deps, body) as db:
            if chosen != store.chosen(db):
                _choose(deps, db, body, chosen)
            tell(deps, db, body, view.saved(deps.words, chosen))


def _choose(deps: Deps, db: Database, body: Mapping[str, Any], chosen: Language) -> None:
    store.choose(db, chosen)
    who = actor(body) or ""
    ledger.record(db, who, "language.changed", "language", now=deps.now(), language=chosen)
    follow(deps, db)
