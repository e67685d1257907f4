"""All posts that should have gone out and were not marked, on request."""

from functools import partial
from typing import Any

from slack_bolt import Ack, App

from bot.deps import Deps
from bot.domain.digest import behind
from bot.jobs.frames import frame
from bot.store import posts
from bot.views import unmarked as view
from handlers.answering import whisper, whispering
from handlers.picked import number, picked


def register(app: App, deps: Deps) -> None:
    """Put the listener on *app*."""
    app.action(view.SHOW)(partial(show, deps))


def show(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """List them to whoever clicked, as they stand now."""
    with whispering(deps, ack, body):
        begin = number(picked(body))
        with deps.reading() as db:
            found = list(reversed(posts.open_between(db, *behind(deps.today()))))
            shown = view.page(deps.words, found, begin, frame(db, deps, deps.now(), found))
        whisper(deps, body, shown)
