"""Naming the team: who leads, who stands in, who else is in it."""

from functools import partial
from typing import Any

from slack_bolt import Ack, App

from bot.deps import Deps
from bot.jobs import publications as going_out
from bot.store import ledger, members, team
from bot.views import team as view
from bot.views.forms import Origin
from handlers.answering import actor, place, submitting, tell, whispering
from handlers.forms import check_shown, open_form
from handlers.planning import OwnerNotMember, check_owner
from handlers.settings import check_may_change
from handlers.settings_history import changing


class NotInTeam(OwnerNotMember):
    """Refuse a team with somebody who may not act."""

    kind = "refusal-team-not-member"
    field = view.LEAD


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.action(view.CHANGE)(partial(click, deps))
    app.view(view.SAVE)(partial(save, deps))


def click(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Open the form that names the team."""
    with whispering(deps, ack, body):
        with deps.reading() as db:
            check_may_change(db, body)
            opened = view.form(deps.words, team.load(db), Origin(place(body)))
        open_form(deps, body, opened)


def save(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Let the team be whom the form names; only members of the workspace can be."""
    with submitting(deps, ack, body, view.LEAD):
        check_shown(body, view.MEMBERS)
        named = view.read(body["view"]["state"])
        for user in named.people:
            check_owner(deps, user, NotInTeam, may_read=True)
        with changing(deps, body) as db:
            team.save(db, named)
            ledger.record(
                db,
                actor(body) or "",
                "team.changed",
                "team",
                now=deps.now(),
                lead=named.lead or "",
                deputies=" ".join(named.deputies),
                members=" ".join(named.members),
                readers=" ".join(named.readers),
            )
            going_out.recheck(db, deps)  # who leads may publish
            names = members.names(db, named.people)
            tell(deps, db, body, view.saved(deps.words, named, names))
