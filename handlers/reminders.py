"""How gaps are asked about: the levels, where reminders go, and who has which weekday."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from slack_bolt import Ack, App
from sqlite_utils import Database

from bot.deps import Deps
from bot.store import ledger, levels, members
from bot.views import reminders as view
from bot.views.forms import Origin
from handlers.answering import actor, place, submitting, tell, whisper, whispering
from handlers.forms import check_shown, open_form
from handlers.planning import OwnerNotMember, check_owner
from handlers.settings import check_may_change
from handlers.settings_history import changing


class WeekdayNotMember(OwnerNotMember):
    """Refuse to give a weekday to somebody who may not act."""

    kind = "refusal-weekday-not-member"
    field = view.WEEKDAYS[1]


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.action(view.SHOW)(partial(show, deps))
    app.action(view.LEVELS)(partial(click, deps, view.LEVELS))
    app.action(view.OWNERS)(partial(click, deps, view.OWNERS))
    app.view(view.LEVELS_SAVE)(partial(save_levels, deps))
    app.view(view.OWNERS_SAVE)(partial(save_owners, deps))


def show(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Show how reminders are set; everybody may look."""
    with whispering(deps, ack, body):
        with deps.reading() as db:
            owners = levels.owners(db)
            names = members.names(db, owners.values())
            found = view.page(deps.words, levels.load(db), owners, names)
        whisper(deps, body, found)


def click(deps: Deps, action_id: str, ack: Ack, body: dict[str, Any]) -> None:
    """Open the form that a button asks for."""
    with whispering(deps, ack, body):
        origin = Origin(place(body))
        with deps.reading() as db:
            check_may_change(db, body)
            opened = (
                view.levels_form(deps.words, levels.load(db), origin)
                if action_id == view.LEVELS
                else view.owners_form(deps.words, levels.owners(db), origin)
            )
        open_form(deps, body, opened)


def save_levels(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Let the levels be what the form says; today's reminders stay as they are."""
    with submitting(deps, ack, body, view.PERSON):
        check_shown(body, view.LISTED)
        said = view.read_levels(body["view"]["state"])
        with changing(deps, body) as db:
            levels.save(db, said)
            days = f"{said.person} {said.team} {said.listed}"
            _saved(deps, db, body, "levels", reach=said.reach, days=days, rising=str(said.rising))


def save_owners(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Let the weekdays belong to whom the form names; only members of the workspace can."""
    with submitting(deps, ack, body, view.WEEKDAYS[1]):
        check_shown(body, view.WEEKDAYS[5])
        owners = view.read_owners(body["view"]["state"])
        for user in sorted(set(owners.values())):
            check_owner(deps, user, WeekdayNotMember)
        with changing(deps, body) as db:
            levels.set_owners(db, owners)
            said = {f"weekday-{number}": user for number, user in owners.items()}
            _saved(deps, db, body, "owners", **said)


def _saved(deps: Deps, db: Database, body: Mapping[str, Any], what: str, **detail: str) -> None:
    """Write down that *what* was set, and say how all of it is now."""
    who, now = actor(body) or "", deps.now()
    ledger.record(db, who, f"reminders.{what}", "reminders", now=now, **detail)
    owners = levels.owners(db)
    names = members.names(db, owners.values())
    tell(deps, db, body, view.saved(deps.words, levels.load(db), owners, names))
