"""Advice on the text of a post, for whoever asks and for nobody else."""

from functools import partial
from typing import Any

from slack_bolt import Ack, App

from bot.deps import Deps
from bot.domain.acts import check_open
from bot.store import posts
from bot.views import tone as view
from handlers.answering import whisper, whispering
from handlers.picked import number, picked


def register(app: App, deps: Deps) -> None:
    """Put the listener on *app*."""
    app.action(view.ADVICE)(partial(advise, deps))


def advise(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Tell what could be better in the text of a post that is still to go out."""
    with whispering(deps, ack, body):
        with deps.reading() as db:
            post = posts.get(db, number(picked(body)))
        check_open(post)
        whisper(deps, body, view.advised(deps.words, post))
