"""A file for whoever clicks, in their own conversation with the bot."""

from typing import Any

from slack_bolt import Ack

from bot.deps import Deps
from bot.jobs import pictures
from bot.views import files as view
from handlers.answering import actor, taking, tell, whispering


def ask(deps: Deps, subject: str, ack: Ack, body: dict[str, Any]) -> None:
    """Keep the wish for the file about *subject*, which is made elsewhere; everybody may look."""
    with whispering(deps, ack, body):
        who = actor(body) or ""
        with taking(deps, body) as db:
            pictures.queue(db, deps, f"{subject}:{who}", who, subject)
            tell(deps, db, body, view.on_way(deps.words))
        deps.draw()
