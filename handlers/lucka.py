"""`/lucka`: help in a screen, how the bot stands, and the settings."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from slack_bolt import Ack, App

from bot.deps import Deps
from bot.jobs import status
from bot.store import ledger, outbox
from bot.views import health as view
from handlers import settings
from handlers.answering import actor, deciding, tell, whisper, whispering
from handlers.slack_text import text_of

KNOWN = {"", "help", "hjälp", "health", "hälsa", "status", "?"}
SETTINGS = {"settings", "inställningar", "inställning"}


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.action(view.RETRY)(partial(retry, deps))


def answer(deps: Deps, command: Mapping[str, Any]) -> None:
    """Answer with the settings, or with help and health, whatever is asked."""
    asked = text_of(command)
    if asked.casefold() in SETTINGS:
        settings.show(deps, command)
        return
    with deps.reading() as db:
        found = status.gather(deps, db)
    page = view.help_page(
        deps.words,
        found,
        prefix=deps.settings.command_prefix,
        now=deps.now(),
        zone=deps.settings.timezone,
        unknown="" if asked.casefold() in KNOWN else asked[:100],
    )
    whisper(deps, command, page)


def retry(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Send again what could not be sent."""
    with whispering(deps, ack, body), deciding(deps, body) as db:
        count = outbox.revive(db)
        ledger.record(db, actor(body) or "", "outbox.retried", "outbox", now=deps.now())
        tell(deps, db, body, view.retried(deps.words, count))
