"""The slash commands: kept before they are acknowledged, answered as soon as there is calm.

What somebody wrote is stored as it came, which takes a millisecond however much there is to do
about it, and needs neither Slack nor the plan. A thread of its own then asks who wrote it, decides,
and answers through the outbox: a command that was acknowledged is answered, whatever happens.
"""

import logging
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from slack_bolt import Ack, App

from bot import trail
from bot.deps import Deps
from bot.domain.errors import Refusal
from bot.store import inbox
from bot.store.inbox import Kept
from bot.store.outbox import NOTE_LIFE
from bot.views import refusals as view
from handlers import comments, gate, ideas, lessons, lucka, peers, plan, report
from handlers.answering import actor, replying
from handlers.names import command_name
from handlers.picked import Stale

log = logging.getLogger(__name__)

CALM_SECONDS = 0.03
"""Acknowledging goes first; measured at 20 at once (README, "How fast, how small")."""

ANSWERS: Mapping[str, Callable[[Deps, Mapping[str, Any]], None]] = {
    "idea": ideas.answer,
    "plan": plan.answer,
    "comments": comments.answer,
    "report": report.answer,
    "lesson": lessons.answer,
    "compare": peers.answer,
    "lucka": lucka.answer,
}


class CommandTooLate(Refusal):
    """Refuse what was written so long ago that "tomorrow" may mean another day by now."""

    kind = "refusal-command-too-late"


def register(app: App, deps: Deps, kept: Callable[[], None]) -> None:
    """Put the commands on *app*; *kept* is called after each that was kept."""
    for name in ANSWERS:
        app.command(command_name(deps, name))(partial(keep, deps, kept))


def keep(deps: Deps, kept: Callable[[], None], ack: Ack, command: dict[str, Any]) -> None:
    """Keep a command and acknowledge it; what cannot be kept is answered with an apology."""
    try:
        with deps.transaction() as db:
            inbox.keep(db, command, now=deps.now())
    except Exception:
        log.exception("a command cannot be kept")
        ack(response_type="ephemeral", **view.surprise(deps.words))
    else:
        ack()
        kept()


def drain(deps: Deps) -> float:
    """Answer what is kept, in order; return the seconds until there may be more."""
    with deps.reading() as db:
        waiting = inbox.waiting(db)
    for kept in waiting:
        with trail.followed(kept.trail):
            _answer(deps, kept)
    return 3600.0


def _answer(deps: Deps, kept: Kept) -> None:
    command = kept.command
    with replying(deps, command):
        gate.admit(deps, actor(command) or "")
        if deps.now() - kept.at >= NOTE_LIFE:
            raise CommandTooLate(text=f"{command['command']} {command['text']}".strip())
        _named(deps, command["command"])(deps, command)


def _named(deps: Deps, name: str) -> Callable[[Deps, Mapping[str, Any]], None]:
    """Return what answers the command *name*; refuse one of a former version."""
    named = {command_name(deps, one): answer for one, answer in ANSWERS.items()}
    if name not in named:
        raise Stale
    return named[name]
