"""The switch for the tip of the week."""

from functools import partial
from typing import Any

from slack_bolt import Ack, App

from bot.deps import Deps
from bot.jobs import digest
from bot.store import ledger, tips
from bot.views import tips as view
from handlers.answering import actor, tell, whispering
from handlers.picked import Stale, picked
from handlers.settings_history import changing


def register(app: App, deps: Deps) -> None:
    """Put the listener on *app*."""
    app.action(view.SWITCH)(partial(switch, deps))


def switch(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Switch the tips on or off, also in today's digest."""
    with whispering(deps, ack, body):
        wanted = picked(body)
        if wanted not in {view.ON, view.OFF}:
            raise Stale
        is_on = wanted == view.ON
        with changing(deps, body) as db:
            tips.switch(db, on=is_on)
            ledger.record(db, actor(body) or "", f"tips.{wanted}", "tips", now=deps.now())
            digest.refresh(db, deps, deps.now())
            tell(deps, db, body, view.switched(deps.words, is_on=is_on))
