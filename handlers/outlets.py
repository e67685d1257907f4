"""The outlets in the settings: added, renamed, put in order, retired and taken back into use."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from slack_bolt import Ack, App
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.cadences import (
    MOST_OUTLETS,
    AlreadySo,
    LastOutlet,
    TooManyOutlets,
    check_name,
    named,
    upcoming,
)
from bot.domain.gaps import wanting
from bot.domain.outlets import Outlet, offered
from bot.jobs import refresh
from bot.store import cadences, calendar, ledger, outlets
from bot.views import outlets as view
from bot.views.blocks import Block, escape, values
from bot.views.forms import Origin
from bot.views.outlets import Page
from handlers.answering import actor, place, submitting, tell, whisper, whispering
from handlers.forms import check_shown, open_form, origin_of
from handlers.picked import Stale, number, picked
from handlers.planning import gaps_ahead
from handlers.settings import check_may_change
from handlers.settings_history import changing


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.action(view.LIST)(partial(show_list, deps))
    app.action(view.SHOW)(partial(show, deps))
    app.action(view.NEW)(partial(click_new, deps))
    app.action(view.CHANGE)(partial(click_change, deps))
    app.action(view.RETIRE)(partial(retire, deps))
    app.action(view.REVIVE)(partial(revive, deps))
    app.action(view.PAIR)(partial(pair, deps))
    app.view(view.ADD)(partial(add, deps))
    app.view(view.SAVE)(partial(save, deps))


def show_list(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Show every outlet; everybody may look."""
    with whispering(deps, ack, body):
        with deps.reading() as db:
            known = outlets.known(db)
        whisper(deps, body, view.listed(deps.words, known, today=deps.today()))


def show(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Show one outlet."""
    with whispering(deps, ack, body):
        with deps.reading() as db:
            shown = page(db, deps, number(picked(body)))
        whisper(deps, body, view.page(deps.words, shown, today=deps.today()))


def click_new(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Open the form for a new outlet."""
    with whispering(deps, ack, body):
        with deps.reading() as db:
            check_may_change(db, body)
        open_form(deps, body, view.form(deps.words, None, (), Origin(place(body))))


def click_change(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Open the form for an outlet's name and place."""
    with whispering(deps, ack, body):
        with deps.reading() as db:
            check_may_change(db, body)
            outlet, known = outlets.get(db, number(picked(body))), outlets.known(db)
        origin = Origin(place(body), outlet.id)
        open_form(deps, body, view.form(deps.words, outlet, known, origin))


def add(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Add an outlet; it wants nothing until it is given a cadence."""
    with submitting(deps, ack, body, view.NAME):
        check_shown(body, view.NAME)
        name = named(values(body["view"]["state"])[view.NAME] or "")
        with changing(deps, body) as db:
            known = outlets.known(db)
            check_name(name, known)
            if len(known) >= MOST_OUTLETS:
                raise TooManyOutlets(most=MOST_OUTLETS)
            outlet = outlets.add(db, name)
            undo = view.undo_button(deps.words, view.RETIRE, str(outlet.id))
            settled(deps, db, body, "outlet.added", outlet.id, said="outlet-added", undo=undo)


def save(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Call an outlet what the form says, and put it where the form says."""
    with submitting(deps, ack, body, view.NAME):
        check_shown(body, view.NAME)
        said, origin = values(body["view"]["state"]), origin_of(body)
        name, at = named(said[view.NAME] or ""), number(said.get(view.PLACE))
        with changing(deps, body) as db:
            outlet = outlets.get(db, origin.subject or 0)
            check_name(name, (o for o in outlets.known(db) if o.id != outlet.id))
            outlets.arrange(db, outlet.id, name, at - 1)
            settled(deps, db, body, "outlet.changed", outlet.id, said="outlet-saved")


def retire(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Retire an outlet: it wants nothing more, and its posts stay."""
    with whispering(deps, ack, body), changing(deps, body) as db:
        outlet = outlets.get(db, number(picked(body)))
        if [outlet] == [*offered(outlets.known(db))]:
            raise LastOutlet
        undo = view.undo_button(deps.words, view.REVIVE, str(outlet.id))
        _turn(db, outlet, partial(outlets.retire, now=deps.now()))
        settled(deps, db, body, "outlet.retired", outlet.id, said="outlet-said-retired", undo=undo)


def revive(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Take a retired outlet into use again."""
    with whispering(deps, ack, body), changing(deps, body) as db:
        outlet = outlets.get(db, number(picked(body)))
        undo = view.undo_button(deps.words, view.RETIRE, str(outlet.id))
        _turn(db, outlet, outlets.revive)
        settled(deps, db, body, "outlet.revived", outlet.id, said="outlet-said-revived", undo=undo)


def pair(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Let the posts of an outlet need two persons, or no more."""
    with whispering(deps, ack, body):
        outlet_id, _, choice = picked(body).partition(" ")
        if choice not in {"on", "off"}:
            raise Stale
        with changing(deps, body) as db:
            outlet = outlets.get(db, number(outlet_id))
            _turn(db, outlet, partial(outlets.set_pair, wanted=choice == "on"))
            back = f"{outlet.id} {'off' if choice == 'on' else 'on'}"
            undo = view.undo_button(deps.words, view.PAIR, back)
            said = f"outlet-said-pair-{choice}"
            settled(deps, db, body, f"outlet.pair_{choice}", outlet.id, said=said, undo=undo)


def page(db: Database, deps: Deps, outlet_id: int) -> Page:
    """Return an outlet as it is shown: what still counts, in order."""
    outlet, parts, today = outlets.get(db, outlet_id), cadences.of(db, outlet_id), deps.today()
    return Page(
        outlet,
        cadences=[*parts.cadences.items()],
        departures=[(n, each) for n, each in parts.departures.items() if each.day >= today],
        pauses=[(n, each) for n, each in parts.pauses.items() if each.end > today],
        upcoming=upcoming(outlet, now=deps.now(), zone=deps.settings.timezone),
    )


def settled(
    deps: Deps,
    db: Database,
    body: Mapping[str, Any],
    act: str,
    outlet_id: int,
    *,
    said: str,
    undo: Block | None = None,
    **detail: str,
) -> None:
    """Write down that *act* was done to an outlet, bring messages up to date, and say it."""
    now = deps.now()
    ledger.record(db, actor(body) or "", act, f"outlet:{outlet_id}", now=now, **detail)
    refresh.plan_changed(db, deps, now)
    shown = page(db, deps, outlet_id)
    ahead = wanting(gaps_ahead(deps, db), calendar.load(db))
    gaps = sum(gap.outlet_id == outlet_id for gap in ahead)
    text = deps.words(said, name=escape(shown.outlet.name))
    tell(deps, db, body, view.done(deps.words, text, shown, gaps, undo, today=deps.today()))


def _turn(db: Database, outlet: Outlet, act: Callable[[Database, int], bool]) -> None:
    if not act(db, outlet.id):
        raise AlreadySo
