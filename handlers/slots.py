"""What people answer when a slot on a free day asks: publish anyway, move it, leave it empty."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from slack_bolt import Ack, App
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.cadences import NEAREST, AlreadySo, day_near, without
from bot.domain.calendar import ONE_DAY
from bot.domain.outlets import Departure, Outlet, Slot, slots
from bot.domain.plan import pick, read_slot
from bot.jobs import refresh
from bot.store import cadences, calendar, ledger, outlets, posts
from bot.store.cadences import Part
from bot.views import free_days as view
from bot.views.blocks import escape
from handlers import gaps, plan_forms
from handlers.answering import actor, deciding, tell, whispering
from handlers.picked import Stale, number, picked


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.action(view.MENU)(partial(choose, deps))
    app.action(view.MOVE)(partial(click_move, deps))
    app.action(view.MOVE_BACK)(partial(move_back, deps))


def choose(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Do what was chosen in the menu beside a slot."""
    with whispering(deps, ack, body):
        answer, _, place = picked(body).partition(" ")
        acts = {
            view.FILL_ANYWAY: plan_forms.open_gap,
            view.MOVE_AWAY: move,
            view.LEAVE_EMPTY: gaps.leave,
        }
        if answer not in acts:
            raise Stale
        acts[answer](deps, body, read_slot(place))


def click_move(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Move the slot of the button."""
    with whispering(deps, ack, body):
        move(deps, body, read_slot(picked(body)))


def move(deps: Deps, body: Mapping[str, Any], slot: Slot) -> None:
    """Move *slot* to the nearest working day that has room."""
    with deciding(deps, body) as db:
        gaps.open_row(db, deps, slot)
        outlet = pick(outlets.known(db), slot.outlet_id)
        to = _room(db, deps, outlet, slot)
        way_back = " ".join(map(str, _put(db, deps, outlet, slot, to)))
        gaps.note(db, deps, body, "slot.moved", slot, to=to.day.isoformat())
        answer = view.moved(
            deps.words,
            slot,
            to,
            outlet=escape(outlet.name),
            way_back=way_back,
            today=deps.today(),
        )
        tell(deps, db, body, answer)


def move_back(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Put a slot back on its free day."""
    with whispering(deps, ack, body):
        numbers = [number(each) for each in picked(body).split(" ")]
        if len(numbers) != 3:
            raise Stale
        with deciding(deps, body) as db:
            outlet = _whose(db, numbers)
            _take_back(db, deps, *numbers)
            subject = f"outlet:{outlet.id}"
            ledger.record(db, actor(body) or "", "slot.moved_back", subject, now=deps.now())
            refresh.plan_changed(db, deps, deps.now())
            tell(deps, db, body, view.moved_back(deps.words, escape(outlet.name)))


def _room(db: Database, deps: Deps, outlet: Outlet, slot: Slot) -> Slot:
    around = NEAREST * ONE_DAY
    planned = posts.between(db, slot.day - around, slot.day + around + ONE_DAY)
    taken = [post.day for post in planned if post.outlet_id == outlet.id]
    working, zone = calendar.load(db), deps.settings.timezone
    return day_near(outlet, slot, taken, working, now=deps.now(), zone=zone)


def _put(db: Database, deps: Deps, outlet: Outlet, slot: Slot, to: Slot) -> tuple[int, int, int]:
    """Take *slot* away and add *to*; return the ids: extra taken out, skip and extra put in; or 0."""
    found = cadences.of(db, outlet.id).departures
    here = Departure(slot.day, slot.at, extra=True)
    extra = next((number for number, each in found.items() if each == here), 0)
    if extra:
        cadences.remove(db, Part.DEPARTURE, extra, now=deps.now())
    rest = outlets.get(db, outlet.id)
    skip = 0
    if slot in slots(rest, slot.day, slot.day + ONE_DAY):
        skip = cadences.depart(db, outlet.id, without(rest, slot))
    added = cadences.depart(db, outlet.id, Departure(to.day, to.at, extra=True))
    return extra, skip, added


def _whose(db: Database, numbers: list[int]) -> Outlet:
    """Return the outlet to which all of the departures *numbers* belong; refuse others."""
    owners = {cadences.outlet_of(db, Part.DEPARTURE, each) for each in numbers if each}
    owner = owners.pop() if len(owners) == 1 and numbers[-1] else None
    if owner is None:
        raise Stale
    return outlets.get(db, owner)


def _take_back(db: Database, deps: Deps, extra: int, skip: int, added: int) -> None:
    if not cadences.remove(db, Part.DEPARTURE, added, now=deps.now()):
        raise AlreadySo
    if skip:
        cadences.remove(db, Part.DEPARTURE, skip, now=deps.now())
    if extra:
        cadences.restore(db, Part.DEPARTURE, extra)
