"""Noting the number that the registrar gave to a comment; the bot registers nothing itself."""

from functools import partial
from typing import Any

from slack_bolt import Ack, App

from bot.deps import Deps
from bot.domain import registration as domain
from bot.domain.first_steps import Decision
from bot.domain.team import check_works
from bot.store import first_steps, ledger, registrations, team
from bot.views import registrations as view
from bot.views.forms import Origin
from handlers.answering import actor, deciding, place, submitting, tell, whispering
from handlers.comment_card import one, reader_of
from handlers.forms import check_shown, open_form, origin_of
from handlers.picked import Stale, number, picked
from handlers.records import record_of, teller_of


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.action(view.OPEN)(partial(click, deps))
    app.view(view.SAVE)(partial(save, deps))
    app.action(view.UNDO)(partial(undo, deps))


def click(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Open the form with the text for the registrar; it shows the whole comment."""
    with whispering(deps, ack, body):
        who = actor(body) or ""
        with deciding(deps, body) as db:
            check_works(team.load(db), who)
            record = record_of(deps, db, picked(body))
            subject = f"comment:{record.comment.id}"
            ledger.record(db, who, "comment.shown", subject, now=deps.now())
            teller, known = teller_of(deps, db, record), record.registration
            address = first_steps.facts(db).get(Decision.REGISTRAR, "")
        origin = Origin(place(body), comment=record.comment.id)
        shown = view.form(teller, record, known, origin, today=deps.today(), address=address)
        open_form(deps, body, shown)


def save(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Keep the number, and show it with the way back."""
    with submitting(deps, ack, body, view.NUMBER):
        check_shown(body, view.NUMBER)
        comment_id, who, now = origin_of(body).comment or "", actor(body) or "", deps.now()
        number, day, party = _read(deps, body)
        with deciding(deps, body) as db:
            check_works(team.load(db), who)
            shown = one(deps, db, comment_id)
            kept = registrations.add(db, comment_id, number, day, party, who=who, now=now)
            ledger.record(db, who, "comment.registered", f"comment:{comment_id}", now=now)
            reader = reader_of(deps, db, shown.people() | {who})
            tell(deps, db, body, view.saved(reader, shown, kept))


def undo(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Take a number back; what stood before it stands again."""
    with whispering(deps, ack, body), deciding(deps, body) as db:
        who, now = actor(body) or "", deps.now()
        check_works(team.load(db), who)
        comment_id = registrations.withdraw(db, number(picked(body)), who=who, now=now).comment_id
        ledger.record(db, who, "comment.unregistered", f"comment:{comment_id}", now=now)
        shown, current = one(deps, db, comment_id), registrations.of(db, [comment_id])
        standing = current.get(comment_id)
        reader = reader_of(deps, db, shown.people() | ({standing.who} if standing else set()))
        tell(deps, db, body, view.undone(reader, shown, standing))


def _read(deps: Deps, body: dict[str, Any]) -> tuple[str, Any, str]:
    try:
        said = view.read(body["view"]["state"])
    except ValueError as error:  # a day that is none
        raise Stale from error
    return domain.read(*said, today=deps.today())
