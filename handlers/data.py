"""`/lucka data`: what is stored, for whoever asks, and as a file."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from slack_bolt import App

from bot.deps import Deps
from bot.jobs import drawings, stored
from bot.views import data as view
from handlers import files
from handlers.answering import whisper

WORDS = {"data", "uppgifter", "dataskydd", "personuppgifter", "data protection"}


def register(app: App, deps: Deps) -> None:
    """Put the listener on *app*."""
    app.action(view.AS_FILE)(partial(files.ask, deps, drawings.DATA))


def show(deps: Deps, body: Mapping[str, Any]) -> None:
    """Tell what is stored; everybody may look."""
    with deps.reading() as db:
        found = stored.look(deps, db)
    whisper(deps, body, view.page(deps.words, found))
