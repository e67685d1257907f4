"""`/plan bild`: the plan as a picture, for whoever asks.

What Slack shows to one person alone cannot hold a file of ours, so the picture comes to the person's
own conversation with the bot, from where it can be forwarded.
"""

from collections.abc import Mapping
from functools import partial
from typing import Any

from slack_bolt import Ack, App

from bot.deps import Deps
from bot.jobs import pictures
from bot.store import ledger
from bot.views import picture as view
from bot.views.plan import PICTURE
from handlers.answering import actor, taking, tell, whispering

WORDS = frozenset({"picture", "image", "bild", "bilden"})


def register(app: App, deps: Deps) -> None:
    """Put the listener on *app*."""
    app.action(PICTURE)(partial(click, deps))


def click(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Draw the plan for who clicked."""
    with whispering(deps, ack, body):
        ask(deps, body)


def ask(deps: Deps, body: Mapping[str, Any]) -> None:
    """Keep the wish for a picture, and say where it will come; it is drawn elsewhere."""
    who = actor(body) or ""
    with taking(deps, body) as db:
        pictures.queue(db, deps, f"person:{who}", who)
        ledger.record(db, who, "picture.asked", "plan", now=deps.now())
        tell(deps, db, body, view.asked(deps.words))
    deps.draw()
