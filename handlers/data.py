"""`/lucka data`: what is stored, for whoever asks, and as a file."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from slack_bolt import Ack, App

from bot.deps import Deps
from bot.jobs import data_file
from bot.views import data as view
from handlers.answering import actor, deciding, tell, whisper, whispering

WORDS = {"data", "uppgifter", "dataskydd", "personuppgifter", "data protection"}


def register(app: App, deps: Deps) -> None:
    """Put the listener on *app*."""
    app.action(view.AS_FILE)(partial(as_file, deps))


def show(deps: Deps, body: Mapping[str, Any]) -> None:
    """Tell what is stored; everybody may look."""
    with deps.reading() as db:
        found = data_file.look(deps, db)
    whisper(deps, body, view.page(deps.words, found, today=deps.today()))


def as_file(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Let whoever clicked get it as a file."""
    with whispering(deps, ack, body), deciding(deps, body) as db:
        data_file.ask(deps, db, actor(body) or "")
        tell(deps, db, body, view.on_way(deps.words))
