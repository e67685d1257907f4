"""Ready texts in the settings: the team lists, adds, changes and removes them."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from slack_bolt import Ack, App
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.replies import Kind, Reply, written
from bot.domain.team import check_works
from bot.store import ledger, members, replies, team
from bot.views import replies as view
from bot.views.blocks import Message
from bot.views.forms import Origin
from handlers.answering import actor, place, submitting, tell, whisper, whispering
from handlers.forms import check_shown, open_form, origin_of
from handlers.picked import day, number, picked
from handlers.planning import check_owner
from handlers.settings_history import changing


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.action(view.SHOW)(partial(show, deps))
    app.action(view.PICK)(partial(pick, deps))
    app.action(view.ADD)(partial(add, deps, Kind.REPLY))
    app.action(view.ADD_ROUTE)(partial(add, deps, Kind.ROUTE))
    app.action(view.CHANGE)(partial(change, deps))
    app.action(view.DELETE)(partial(delete, deps))
    app.action(view.RESTORE)(partial(restore, deps))
    app.view(view.SAVE)(partial(save, deps, Kind.REPLY))
    app.view(view.SAVE_ROUTE)(partial(save, deps, Kind.ROUTE))


def show(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Show which texts there are; everybody may look."""
    with whispering(deps, ack, body):
        with deps.reading() as db:
            known = replies.known(db)
        whisper(deps, body, view.page(deps.words, known, deps.today()))


def pick(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Show the chosen text with what can be done."""
    with whispering(deps, ack, body):
        with deps.reading() as db:
            found = replies.get(db, number(picked(body)))
            names = members.names(db, [found.owner])
        whisper(deps, body, view.card(deps.words, found, names, deps.today()))


def add(deps: Deps, kind: Kind, ack: Ack, body: dict[str, Any]) -> None:
    """Open the form for a new text."""
    with whispering(deps, ack, body):
        with deps.reading() as db:
            _check_may(db, body)
        open_form(deps, body, view.form(deps.words, kind, None, Origin(place(body))))


def change(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Open the form that changes a text."""
    with whispering(deps, ack, body):
        with deps.reading() as db:
            _check_may(db, body)
            found = replies.get(db, number(picked(body)))
        origin = Origin(place(body), found.id)
        open_form(deps, body, view.form(deps.words, found.kind, found, origin))


def save(deps: Deps, kind: Kind, ack: Ack, body: dict[str, Any]) -> None:
    """Keep the text as the form says."""
    with submitting(deps, ack, body, view.TEXT):
        check_shown(body, view.TEXT)
        said = view.read(body["view"]["state"])
        described = _described(kind, origin_of(body).subject or 0, said)
        check_owner(deps, described.owner)
        with changing(deps, body, _check_may) as db:
            kept = replies.save(db, described)
            _note(deps, db, body, "reply.kept", kept, view.saved(deps.words, kept))


def delete(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Take a text away."""
    with whispering(deps, ack, body), changing(deps, body, _check_may) as db:
        gone = replies.delete(db, number(picked(body)), now=deps.now())
        _note(deps, db, body, "reply.deleted", gone, view.deleted(deps.words, gone))


def restore(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Bring a text back."""
    with whispering(deps, ack, body), changing(deps, body, _check_may) as db:
        back = replies.restore(db, number(picked(body)))
        _note(deps, db, body, "reply.restored", back, view.saved(deps.words, back))


def _described(kind: Kind, reply_id: int, said: Mapping[str, str | None]) -> Reply:
    chosen = said[view.REVIEW]
    return written(
        reply_id,
        kind,
        name=said[view.NAME] or "",
        text=said[view.TEXT] or "",
        link=said[view.LINK],
        owner=said[view.OWNER],
        review_on=day(chosen) if chosen else None,
    )


def _check_may(db: Database, body: Mapping[str, Any]) -> None:
    """Refuse whoever is not in the team, once people are named in it."""
    check_works(team.load(db), actor(body) or "")


def _note(
    deps: Deps, db: Database, body: Mapping[str, Any], act: str, reply: Reply, said: Message
) -> None:
    ledger.record(db, actor(body) or "", act, f"reply:{reply.id}", now=deps.now())
    tell(deps, db, body, said)
