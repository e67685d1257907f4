"""`/idea årshjul`: the theme days by date, the form, removing and undoing, and a set to begin with."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from slack_bolt import Ack, App
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain import wheel_table
from bot.domain.wheel import (
    Entry,
    Item,
    WheelItemGone,
    WheelItemOutdated,
    WheelNotEmpty,
    entry,
    in_order,
)
from bot.jobs import refresh
from bot.jobs import wheel as job
from bot.store import ledger, outlets
from bot.store import wheel as store
from bot.views import wheel as view
from bot.views.blocks import values
from bot.views.forms import Origin
from handlers.answering import (
    actor,
    deciding,
    place,
    submitting,
    tell,
    whisper,
    whispering,
)
from handlers.forms import check_shown, open_form, origin_of
from handlers.names import command_name
from handlers.picked import Stale, number, picked

WORDS = frozenset({"årshjul", "årshjulet", "wheel", "year wheel"})


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.action(view.ADD)(partial(click_add, deps))
    app.action(view.MENU)(partial(pick, deps))
    app.action(view.MORE)(partial(more, deps))
    app.action(view.RESTORE)(partial(restore, deps))
    app.action(view.STARTER)(partial(start, deps))
    app.action(view.TAKE_BACK)(partial(take_back, deps))
    app.view(view.SAVE)(partial(save, deps))


def show(deps: Deps, body: Mapping[str, Any], offset: int = 0) -> None:
    """Show a page of the wheel, what comes next first."""
    today = deps.today()
    with deps.reading() as db:
        rows = in_order(store.items(db), today)
        names = {outlet.id: outlet.name for outlet in outlets.known(db)}
    shown = rows[offset : offset + view.PAGE]
    if rows and not shown:
        raise Stale
    page = view.Page(shown, len(rows), offset, names)
    whisper(deps, body, view.render(deps.words, page, starter=len(_starter(deps)), today=today))


def click_add(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Open the form for a new theme day."""
    with whispering(deps, ack, body):
        _open(deps, body, None)


def more(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Show the next page."""
    with whispering(deps, ack, body):
        show(deps, body, number(picked(body)))


def pick(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Change or remove a theme day."""
    with whispering(deps, ack, body):
        act, _, item_id = picked(body).partition(" ")
        if act == view.MENU_CHANGE:
            with deps.reading() as db:
                item = store.get(db, number(item_id))
            _open(deps, body, item)
        elif act == view.MENU_REMOVE:
            _remove(deps, body, number(item_id))
        else:
            raise Stale


def restore(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Put back what was removed."""
    with whispering(deps, ack, body):
        item_id = number(picked(body))
        with deciding(deps, body) as db:
            item = store.restore(db, item_id)
            _tell_saved(deps, db, body, "wheel.restored", item)


def start(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Put the set for a Swedish region into an empty wheel."""
    with whispering(deps, ack, body):
        who, now, entries = actor(body) or "", deps.now(), _starter(deps)
        with deciding(deps, body) as db:
            if store.items(db):
                raise WheelNotEmpty
            added = [store.add(db, each) for each in entries]
            ledger.record(db, who, "wheel.started", "wheel", now=now)
            made = job.make(db, deps, now)
            command = command_name(deps, "idea")
            tell(deps, db, body, view.started(deps.words, added, made, command=command))


def take_back(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Take the starter set out of the wheel again, but for what somebody has changed."""
    with whispering(deps, ack, body):
        first, _, last = picked(body).partition(" ")
        who, now = actor(body) or "", deps.now()
        with deciding(deps, body) as db:
            count = store.take_back(db, number(first), number(last), _starter(deps), now)
            if not count:
                raise WheelItemGone
            ledger.record(db, who, "wheel.taken_back", "wheel", now=now, count=str(count))
            refresh.plan_changed(db, deps, now)
            tell(deps, db, body, view.taken_back(deps.words, count))


def save(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Keep, or change, what the form says."""
    with submitting(deps, ack, body, view.LABEL):
        origin = origin_of(body)
        check_shown(body, view.WHEN)
        with deciding(deps, body) as db:
            said = _written(db, body)
            if origin.subject is None:
                item, act = store.add(db, said), "wheel.added"
            else:
                if store.get(db, origin.subject).mark != origin.revision:
                    raise WheelItemOutdated
                item, act = store.change(db, origin.subject, said), "wheel.changed"
            _tell_saved(deps, db, body, act, item)


def _remove(deps: Deps, body: Mapping[str, Any], item_id: int) -> None:
    now = deps.now()
    with deciding(deps, body) as db:
        item = store.remove(db, item_id, now=now)
        ledger.record(db, actor(body) or "", "wheel.removed", f"wheel:{item.id}", now=now)
        tell(deps, db, body, view.removed(deps.words, item))


def _tell_saved(deps: Deps, db: Database, body: Mapping[str, Any], act: str, item: Item) -> None:
    """Write down what was done, make the ideas that are due already, and say so."""
    ledger.record(db, actor(body) or "", act, f"wheel:{item.id}", now=deps.now())
    made = job.make(db, deps, deps.now())
    tell(deps, db, body, view.saved(deps.words, item, made))


def _written(db: Database, body: Mapping[str, Any]) -> Entry:
    """Read what the form says; an outlet that is not there (any more) is passed over."""
    said = values(body["view"]["state"])
    outlet = number(said.get(view.OUTLET) or "0")
    known = {each.id for each in outlets.known(db)}
    return entry(
        said.get(view.LABEL) or "",
        said.get(view.WHEN) or "",
        lead=said.get(view.LEAD_TIME) or "",
        outlet=outlet if outlet in known else None,
        tags=said.get(view.TAGS) or "",
        note=said.get(view.NOTE) or "",
    )


def _open(deps: Deps, body: Mapping[str, Any], item: Item | None) -> None:
    with deps.reading() as db:
        known = [outlet for outlet in outlets.known(db) if not outlet.retired]
    origin = Origin(place(body), *((item.id, item.mark) if item else ()))
    open_form(deps, body, view.form(deps.words, origin, item, outlets=known))


def _starter(deps: Deps) -> list[Entry]:
    return wheel_table.read(deps.words.table("wheel"), ())
