"""`/lucka`: help in a screen, how the bot stands, and the settings."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from slack_bolt import Ack, App

from bot.deps import Deps
from bot.jobs import status
from bot.locales import LANGUAGES, Words
from bot.store import calendar, comment_rules, ledger, outbox, policy
from bot.store import first_steps as first_store
from bot.views import health as view
from bot.views import page_words
from bot.views import policy as policy_view
from handlers import data, disclosure, first_steps, settings
from handlers.answering import actor, deciding, tell, whisper, whispering
from handlers.slack_text import text_of

KNOWN = {"", "help", "hjälp", "health", "hälsa", "status", "?"}
SETTINGS = {"settings", "inställningar", "inställning"}
START = {"start", "kom igång", "kom i gång", "börja", "get started", "begin", "setup"}
RULES = {"rules", "regler", "reglerna"}
HOURS = {"hours", "opening hours", "öppettider", "öppettiderna"}


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.action(view.RETRY)(partial(retry, deps))


def answer(deps: Deps, command: Mapping[str, Any]) -> None:
    """Answer with what is asked for, or with help and health, whatever is asked."""
    asked = text_of(command)
    word = " ".join(asked.casefold().split())
    for known, show in ANSWERS:
        if word in known:
            show(deps, command)
            return
    _help(deps, command, asked)


def show_rules(deps: Deps, command: Mapping[str, Any]) -> None:
    """Show the page's rules for comments, ready to paste."""
    with deps.reading() as db:
        known, facts = comment_rules.RULES.known(db), first_store.facts(db)
    whisper(deps, command, page_words.rules(deps.words, known, facts))


def show_hours(deps: Deps, command: Mapping[str, Any]) -> None:
    """Show the sentence about answers for the page, ready to paste."""
    with deps.reading() as db:
        promised, working = policy.load(db), calendar.load(db)
    said = [policy_view.about(Words(language), promised, working) for language in LANGUAGES]
    whisper(deps, command, page_words.hours(deps.words, said))


ANSWERS = (
    (SETTINGS, settings.show),
    (START, first_steps.show),
    (RULES, show_rules),
    (HOURS, show_hours),
    (disclosure.WORDS, disclosure.begin),
    (data.WORDS, data.show),
)
"""What is shown for which words after the command."""


def _help(deps: Deps, command: Mapping[str, Any], asked: str) -> None:
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
