"""The units that get praise, in the settings; everybody may look, the lead and deputies change."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from slack_bolt import Ack, App
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.praise import Unit, check_room, unit_name
from bot.store import ledger, praise
from bot.views import units as view
from bot.views.forms import Origin
from handlers.answering import actor, deciding, place, submitting, tell, whisper, whispering
from handlers.forms import check_shown, open_form, origin_of
from handlers.picked import number, picked
from handlers.settings import check_may_change


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.action(view.SHOW)(partial(show, deps))
    app.action(view.NEW)(partial(click_new, deps))
    app.action(view.MENU)(partial(choose, deps))
    app.action(view.ARCHIVE)(partial(archive, deps))
    app.action(view.REVIVE)(partial(revive, deps))
    app.view(view.SAVE)(partial(save, deps))


def show(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Show every unit."""
    with whispering(deps, ack, body):
        with deps.reading() as db:
            units = praise.units(db)
        whisper(deps, body, view.page(deps.words, units))


def click_new(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Open the form for a new unit."""
    with whispering(deps, ack, body):
        with deps.reading() as db:
            check_may_change(db, body)
        open_form(deps, body, view.form(deps.words, None, Origin(place(body))))


def choose(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Do what the menu beside a unit says: change it, or archive it."""
    act, _, unit_id = picked(body).partition(" ")
    if act == view.PUT_AWAY:
        _turn(deps, ack, body, unit_id, is_archived=True)
        return
    with whispering(deps, ack, body):
        with deps.reading() as db:
            check_may_change(db, body)
            unit = praise.get_unit(db, number(unit_id))
        open_form(deps, body, view.form(deps.words, unit, Origin(place(body), unit.id)))


def save(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Let a unit be what the form says."""
    with submitting(deps, ack, body, view.NAME):
        check_shown(body, view.CONTACT)
        (name, contact), origin = view.read(body["view"]["state"]), origin_of(body)
        with deciding(deps, body) as db:
            check_may_change(db, body)
            units = praise.units(db)
            said = unit_name(name, (unit for unit in units if unit.id != origin.subject))
            if origin.subject is None:
                check_room(units)
                unit = praise.add_unit(db, said, contact)
            else:
                praise.get_unit(db, origin.subject)
                unit = praise.change_unit(db, origin.subject, said, contact)
            _note(deps, db, body, "saved", unit)
            tell(deps, db, body, view.saved(deps.words, unit))


def archive(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Take a unit out of use."""
    _turn(deps, ack, body, picked(body), is_archived=True)


def revive(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Take a unit into use again."""
    _turn(deps, ack, body, picked(body), is_archived=False)


def _turn(deps: Deps, ack: Ack, body: dict[str, Any], unit_id: str, *, is_archived: bool) -> None:
    with whispering(deps, ack, body), deciding(deps, body) as db:
        check_may_change(db, body)
        praise.get_unit(db, number(unit_id))
        if not is_archived:
            check_room(praise.units(db))
        unit = praise.archive_unit(db, number(unit_id), deps.now() if is_archived else None)
        _note(deps, db, body, "archived" if is_archived else "revived", unit)
        tell(deps, db, body, view.turned(deps.words, unit))


def _note(deps: Deps, db: Database, body: Mapping[str, Any], what: str, unit: Unit) -> None:
    subject = f"unit:{unit.id}"
    ledger.record(db, actor(body) or "", f"unit.{what}", subject, now=deps.now())
