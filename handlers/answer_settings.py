"""Answering as the page in the settings: off until a lead allows it."""

from functools import partial
from typing import Any

from slack_bolt import Ack, App
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.answer_acts import NobodyAnswers, NoPageToAnswer
from bot.domain.answers import Answering
from bot.domain.publishing import deciders
from bot.jobs import answers as going_out
from bot.jobs import publish, relay
from bot.store import answers, comments, ledger, members, team
from bot.views import answering as view
from bot.views.forms import Origin
from handlers.answering import actor, place, submitting, tell, whispering
from handlers.forms import check_shown, open_form
from handlers.planning import OwnerNotMember, check_owner
from handlers.settings import check_may_change
from handlers.settings_history import changing


class AnswererNotMember(OwnerNotMember):
    """Refuse to let somebody answer who may not act at all."""

    kind = "refusal-answerer-not-member"
    field = view.USERS


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.action(view.CHANGE)(partial(click, deps))
    app.view(view.SAVE)(partial(save, deps))


def click(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Open the form that allows answering."""
    with whispering(deps, ack, body):
        _check_page(deps)
        with deps.reading() as db:
            check_may_change(db, body)
            setting = answers.setting(db)
        open_form(deps, body, view.form(deps.words, setting, Origin(place(body))))


def save(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Let answering be as the form says; what may not go out any more is ended at once."""
    with submitting(deps, ack, body, view.STATE):
        check_shown(body, view.STATE)
        _check_page(deps)
        setting = view.read(body["view"]["state"])
        for user in setting.users:
            check_owner(deps, user, AnswererNotMember)
        with changing(deps, body) as db:
            if setting.is_on and not (setting.users or deciders(team.load(db))):
                raise NobodyAnswers
            _decide(deps, db, setting, actor(body) or "")
            names = members.names(db, setting.users)
            tell(deps, db, body, view.saved(deps.words, setting, names))
    deps.publish()


def _decide(deps: Deps, db: Database, setting: Answering, who: str) -> None:
    """Store the setting, and let the comments that wait show the button, or not."""
    now = deps.now()
    answers.decide(db, setting)
    ledger.record(
        db,
        who,
        "answering.changed",
        "answering",
        now=now,
        is_on=str(setting.is_on),
        users=" ".join(setting.users),
    )
    publish.forget_name(db, deps)
    going_out.recheck(db, deps)
    relay.show(deps, db, comments.open_ids(db), now=now)


def _check_page(deps: Deps) -> None:
    if deps.page is None:
        raise NoPageToAnswer
