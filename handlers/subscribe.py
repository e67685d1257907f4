"""The addresses of the plan as a calendar: told to the team, their secret changed by the lead."""

import secrets
from functools import partial
from typing import Any

from slack_bolt import Ack, App
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.errors import Refusal
from bot.store import feed, ledger, outlets, team
from bot.views import subscribe as view
from bot.views.blocks import Message
from bot.views.forms import Origin
from handlers.answering import actor, place, submitting, tell, whisper, whispering
from handlers.forms import open_form, origin_of
from handlers.settings import check_may_change
from handlers.settings_history import changing

SECRET_BYTES = 24


class SubscribeOff(Refusal):
    """Refuse addresses of a calendar that is not there."""

    kind = "refusal-subscribe-off"


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.action(view.SHOW)(partial(show, deps))
    app.action(view.RENEW)(partial(ask, deps))
    app.view(view.RENEW_SAVE)(partial(renew, deps))


def show(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Tell the addresses to a member of the workspace, alone."""
    with whispering(deps, ack, body):
        _check_on(deps)
        with deps.reading() as db:
            told = _addresses(deps, db, actor(body) or "")
        whisper(deps, body, told)


def ask(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Ask before the secret is changed."""
    with whispering(deps, ack, body):
        _check_on(deps)
        with deps.reading() as db:
            check_may_change(db, body)
        open_form(deps, body, view.form(deps.words, Origin(place(body))))


def renew(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Change the secret, and tell the new addresses to who did it."""
    with submitting(deps, ack, body, view.INTRO):
        origin_of(body)
        _check_on(deps)
        with changing(deps, body) as db:
            feed.renew(db, deps.settings.calendar_token, secrets.token_hex(SECRET_BYTES))
            who = actor(body) or ""
            ledger.record(db, who, "feed.renewed", "feed", now=deps.now())
            tell(deps, db, body, _addresses(deps, db, who, renewed=True))


def _addresses(deps: Deps, db: Database, user: str, *, renewed: bool = False) -> Message:
    secret = feed.secret(db, deps.settings.calendar_token)
    mine = team.load(db).decides(user)
    return view.addresses(deps.words, outlets.known(db), secret, renewed=renewed, mine=mine)


def _check_on(deps: Deps) -> None:
    if not deps.settings.calendar_token:
        raise SubscribeOff
