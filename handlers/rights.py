"""Who may do what, and which deputy leads when: everybody looks, the lead and deputies change."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

from slack_bolt import Ack, App
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.calendar import ONE_DAY
from bot.domain.rights import Right
from bot.domain.team import LeadMissing, StandIn, check_stand_in
from bot.store import ledger, members, team
from bot.views import rights as view
from bot.views.forms import Origin
from bot.views.presence import LAST, Known, read_value
from bot.views.presence import read as read_days
from handlers.answering import actor, place, submitting, tell, whisper, whispering
from handlers.forms import check_shown, open_form
from handlers.picked import Stale, number, picked
from handlers.planning import OwnerNotMember, check_owner
from handlers.presence import FirstMissing
from handlers.settings import check_may_change
from handlers.settings_history import changing


class NamedNotMember(OwnerNotMember):
    """Refuse to name somebody who may not act at all."""

    kind = "refusal-rights-not-member"
    field = ""


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.action(view.SHOW)(partial(show, deps))
    app.action(view.CHANGE)(partial(click, deps))
    app.action(view.STAND_IN)(partial(click_stand_in, deps))
    app.action(view.REMOVE)(partial(remove, deps))
    app.action(view.RESTORE)(partial(restore, deps))
    app.view(view.SAVE)(partial(save, deps))
    app.view(view.STAND_IN_SAVE)(partial(add, deps))


def show(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Show who leads when and who may do what."""
    with whispering(deps, ack, body):
        with deps.reading() as db:
            named = team.load(db)
            names = members.names(db, named.people)
        whisper(deps, body, view.page(deps.words, named, names, deps.today()))


def click(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Open the form that says who may do what."""
    with whispering(deps, ack, body):
        with deps.reading() as db:
            check_may_change(db, body)
            opened = view.form(deps.words, team.load(db), Origin(place(body)))
        open_form(deps, body, opened)


def save(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Let those have their rights whom the form names; only members of the workspace can."""
    with submitting(deps, ack, body, Right.REMOVE):
        check_shown(body, Right.DISPOSE)
        rights = view.read(body["view"]["state"])
        for user in {user for grant in rights.values() for user in grant.users}:
            check_owner(deps, user, NamedNotMember)
        with changing(deps, body) as db:
            team.set_rights(db, rights)
            said = {str(right): f"{g.level} {' '.join(g.users)}" for right, g in rights.items()}
            _note(deps, db, body, "rights.changed", **said)
            named = team.load(db)
            tell(deps, db, body, view.saved(deps.words, named, members.names(db, named.people)))


def click_stand_in(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Open the form for the days on which a deputy leads."""
    with whispering(deps, ack, body):
        with deps.reading() as db:
            check_may_change(db, body)
            named = team.load(db)
            if named.lead is None:
                raise LeadMissing
        opened = view.stand_in_form(deps.words, named, Origin(place(body)), today=deps.today())
        open_form(deps, body, opened)


def add(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Let a deputy lead on the days that the form says."""
    with submitting(deps, ack, body, LAST):
        check_shown(body, LAST)
        user, first, last = read_days(body["view"]["state"])
        if first is None or last is None:
            raise FirstMissing
        with changing(deps, body) as db:
            _add(deps, db, body, user or "", first, last + ONE_DAY)


def remove(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Let it be as always again."""
    with whispering(deps, ack, body), changing(deps, body) as db:
        gone = team.remove_stand_in(db, number(picked(body)))
        _note(deps, db, body, "stand_in.removed", **_days(gone))
        tell(deps, db, body, view.removed(deps.words, gone, _known(deps, db, gone)))


def restore(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Let a deputy lead again on the days that were taken away."""
    with whispering(deps, ack, body):
        read = read_value(picked(body))
        if read is None:
            raise Stale
        with changing(deps, body) as db:
            _add(deps, db, body, *read)


def _add(
    deps: Deps, db: Database, body: Mapping[str, Any], user: str, start: date, end: date
) -> None:
    check_stand_in(team.load(db), user, start, end, today=deps.today())
    made = team.add_stand_in(db, user, start, end)
    _note(deps, db, body, "stand_in.added", **_days(made))
    tell(deps, db, body, view.added(deps.words, made, _known(deps, db, made)))


def _known(deps: Deps, db: Database, stand_in: StandIn) -> Known:
    return Known((), members.names(db, [stand_in.user]), deps.today())


def _days(stand_in: StandIn) -> dict[str, str]:
    first, last = stand_in.start.isoformat(), stand_in.last.isoformat()
    return {"user": stand_in.user, "first": first, "last": last}


def _note(deps: Deps, db: Database, body: Mapping[str, Any], act: str, **detail: str) -> None:
    ledger.record(db, actor(body) or "", act, "team", now=deps.now(), **detail)
