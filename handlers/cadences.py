"""When an outlet wants posts: cadences, departures on single dates, pauses; added and taken out."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from slack_bolt import Ack, App
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.cadences import (
    MOST_CADENCES,
    MOST_PARTS,
    AlreadySo,
    TooManyCadences,
    TooManyParts,
    read,
)
from bot.domain.outlets import Cadence, Outlet
from bot.domain.plan import check_day, check_offered
from bot.store import cadences, outlets
from bot.store.cadences import Part
from bot.views import cadences as view
from bot.views import outlets as outlets_view
from bot.views.blocks import chosen, values
from bot.views.forms import Origin
from handlers.answering import place, submitting, whispering
from handlers.forms import check_shown, open_form, origin_of
from handlers.outlets import page, settled
from handlers.picked import Stale, number, picked
from handlers.settings import check_may_change
from handlers.settings_history import changing


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.action(outlets_view.NEW_CADENCE)(partial(click_new, deps))
    app.action(outlets_view.CADENCE_MENU)(partial(choose, deps))
    app.action(outlets_view.NEW_DEPARTURE)(partial(click_departure, deps))
    app.action(outlets_view.NEW_PAUSE)(partial(click_pause, deps))
    app.action(outlets_view.REMOVE)(partial(click_remove, deps))
    app.action(outlets_view.RESTORE)(partial(restore, deps))
    app.view(view.ADD)(partial(add, deps))
    app.view(view.SAVE)(partial(save, deps))
    app.view(view.DEPART)(partial(depart, deps))
    app.view(view.PAUSE)(partial(pause, deps))


def click_new(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Open the form for one more cadence."""
    with whispering(deps, ack, body):
        origin = _origin(deps, body)
        open_form(deps, body, view.form(deps.words, view.ADD, None, origin, today=deps.today()))


def choose(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Do what was chosen in the menu of a cadence."""
    with whispering(deps, ack, body):
        act, _, which = picked(body).partition(" ")
        if act == "change":
            _open_change(deps, body, number(which))
        elif act == "remove":
            _remove(deps, body, Part.CADENCE, number(which))
        else:
            raise Stale


def click_departure(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Open the form for what is different on one date."""
    with whispering(deps, ack, body):
        origin, zone = _origin(deps, body), deps.settings.timezone.key
        opened = view.departure_form(deps.words, origin, today=deps.today(), zone=zone)
        open_form(deps, body, opened)


def click_pause(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Open the form for a pause."""
    with whispering(deps, ack, body):
        origin = _origin(deps, body)
        open_form(deps, body, view.pause_form(deps.words, origin, today=deps.today()))


def click_remove(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Take a departure or a pause out."""
    with whispering(deps, ack, body):
        _remove(deps, body, *_part(picked(body)))


def restore(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Put back in what was taken out."""
    with whispering(deps, ack, body):
        part, which = _part(picked(body))
        with changing(deps, body) as db:
            owner = _owner(db, part, which)
            if part is Part.CADENCE:
                _check_room(len(cadences.of(db, owner).cadences) + 1)
            if not cadences.restore(db, part, which):
                raise AlreadySo
            settled(
                deps,
                db,
                body,
                "cadence.restored",
                owner,
                said="cadence-restored",
                part=_name(part, which),
            )


def add(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Give an outlet the cadences of the form, one for each time."""
    with submitting(deps, ack, body, view.TIMES):
        wanted, origin = _read(body), origin_of(body)
        with changing(deps, body) as db:
            outlet = _outlet(db, origin)
            _add(db, outlet, wanted)
            settled(deps, db, body, "cadence.added", outlet.id, said="cadence-saved")


def save(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Let a cadence be what the form says; further times become further cadences."""
    with submitting(deps, ack, body, view.TIMES):
        (first, *more), origin = _read(body), origin_of(body)
        with changing(deps, body) as db:
            which = origin.subject or 0
            outlet = outlets.get(db, _owner(db, Part.CADENCE, which))
            if which not in cadences.of(db, outlet.id).cadences:
                raise AlreadySo
            cadences.change(db, which, first)
            _add(db, outlet, more)
            settled(deps, db, body, "cadence.changed", outlet.id, said="cadence-saved")


def depart(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Let one date have an extra slot, or none."""
    with submitting(deps, ack, body, view.DAY):
        check_shown(body, view.KIND)
        said, origin = values(body["view"]["state"]), origin_of(body)
        departure = view.read_departure(said)
        check_day(departure.day, today=deps.today())
        with changing(deps, body) as db:
            outlet = _outlet(db, origin)
            shown = page(db, deps, outlet.id)
            if departure in outlet.departures:
                raise AlreadySo
            if len(shown.departures) >= MOST_PARTS:
                raise TooManyParts(most=MOST_PARTS)
            which = cadences.depart(db, outlet.id, departure)
            _said(deps, db, body, outlet.id, Part.DEPARTURE, which)


def pause(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Let an outlet rest from one day through another."""
    with submitting(deps, ack, body, view.NAME):
        check_shown(body, view.LAST)
        said, origin = values(body["view"]["state"]), origin_of(body)
        wanted = view.read_pause(said, today=deps.today())
        with changing(deps, body) as db:
            outlet = _outlet(db, origin)
            if len(page(db, deps, outlet.id).pauses) >= MOST_PARTS:
                raise TooManyParts(most=MOST_PARTS)
            which = cadences.pause(db, outlet.id, wanted)
            _said(deps, db, body, outlet.id, Part.PAUSE, which)


def _remove(deps: Deps, body: Mapping[str, Any], part: Part, which: int) -> None:
    with changing(deps, body) as db:
        owner = _owner(db, part, which)
        if not cadences.remove(db, part, which, now=deps.now()):
            raise AlreadySo
        name = _name(part, which)
        undo = outlets_view.undo_button(deps.words, outlets_view.RESTORE, name)
        settled(
            deps, db, body, "cadence.removed", owner, said="cadence-removed", undo=undo, part=name
        )


def _said(
    deps: Deps, db: Database, body: Mapping[str, Any], outlet_id: int, part: Part, which: int
) -> None:
    """Say that a part was added, with the way back."""
    name = _name(part, which)
    undo = outlets_view.undo_button(deps.words, outlets_view.REMOVE, name)
    settled(deps, db, body, "cadence.added", outlet_id, said="cadence-saved", undo=undo, part=name)


def _open_change(deps: Deps, body: Mapping[str, Any], which: int) -> None:
    with deps.reading() as db:
        check_may_change(db, body)
        found = cadences.of(db, _owner(db, Part.CADENCE, which)).cadences.get(which)
    if found is None:
        raise AlreadySo
    origin = Origin(place(body), which)
    open_form(deps, body, view.form(deps.words, view.SAVE, found, origin, today=deps.today()))


def _origin(deps: Deps, body: Mapping[str, Any]) -> Origin:
    """Return what a form about the outlet of a button remembers."""
    with deps.reading() as db:
        check_may_change(db, body)
        outlet = outlets.get(db, number(picked(body)))
        check_offered(outlet)
    return Origin(place(body), outlet.id)


def _outlet(db: Database, origin: Origin) -> Outlet:
    """Return the outlet that a submitted form is about, if it is in use."""
    outlet = outlets.get(db, origin.subject or 0)
    if outlet.retired:
        raise AlreadySo
    return outlet


def _read(body: Mapping[str, Any]) -> tuple[Cadence, ...]:
    check_shown(body, view.TIMES)
    state = body["view"]["state"]
    said = values(state)
    return read(
        chosen(state, view.DAYS),
        said.get(view.WEEKS) or view.EVERY_WEEK,
        said.get(view.TIMES) or "",
        said.get(view.RULE) or "",
    )


def _add(db: Database, outlet: Outlet, wanted: Sequence[Cadence]) -> None:
    """Give *outlet* the cadences *wanted* that it does not have yet."""
    new = [cadence for cadence in wanted if cadence not in outlet.cadences]
    _check_room(len(outlet.cadences) + len(new))
    for cadence in new:
        cadences.add(db, outlet.id, cadence)


def _check_room(count: int) -> None:
    if count > MOST_CADENCES:
        raise TooManyCadences(most=MOST_CADENCES)


def _part(value: str) -> tuple[Part, int]:
    """Read what names a part; refuse anything else."""
    part, _, which = value.partition(" ")
    if part not in set(Part):
        raise Stale
    return Part(part), number(which)


def _name(part: Part, which: int) -> str:
    return f"{part} {which}"


def _owner(db: Database, part: Part, which: int) -> int:
    owner = cadences.outlet_of(db, part, which)
    if owner is None:
        raise Stale
    return owner
