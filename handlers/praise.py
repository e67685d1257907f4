"""Praise is passed on: written in a form, sent by a person, noted; and the list of the month."""

from datetime import datetime, time
from functools import partial
from typing import Any

from slack_bolt import Ack, App
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain import praise as domain
from bot.domain.comments import Relayed
from bot.domain.kept import in_use
from bot.domain.months import Month
from bot.domain.praise import Praise
from bot.domain.team import check_works
from bot.store import calendar, ledger, praise, team
from bot.store.units import UNITS
from bot.views import praise as view
from bot.views.blocks import Message
from bot.views.comments import PASS_ON
from bot.views.forms import Origin
from bot.views.praise import MonthHeard, Said
from handlers.answering import actor, deciding, place, submitting, tell, whispering
from handlers.comment_card import one, reader_of
from handlers.forms import check_shown, open_form, origin_of
from handlers.picked import number, picked

WORDS = frozenset({"praise", "beröm", "berom", "lyft"})
"""What is written after `/comments` to see the list."""


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.action(PASS_ON)(partial(click, deps))
    app.view(view.SAVE)(partial(save, deps))
    app.action(view.SENT)(partial(sent, deps))
    app.action(view.UNSENT)(partial(unsent, deps))


def click(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Open the form in which praise is put into words for a unit."""
    with whispering(deps, ack, body):
        with deps.reading() as db:
            shown = _praised(deps, db, actor(body) or "", picked(body))
            units = in_use(UNITS.known(db))
            known = praise.find(db, shown.comment.id)
            reader = reader_of(deps, db, shown.relay.people())
        origin = Origin(place(body), comment=shown.comment.id)
        open_form(deps, body, view.form(reader, shown, units, known, origin))


def save(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Keep the note and show it to whoever wrote it, ready to be sent by them."""
    with submitting(deps, ack, body, view.OTHER):
        check_shown(body, view.NOTE)
        said, origin, who = view.read(body["view"]["state"]), origin_of(body), actor(body) or ""
        with deciding(deps, body) as db:
            shown = _praised(deps, db, who, origin.comment or "")
            noted = _noted(deps, db, said, shown, who)
            praise.save(db, noted)
            ledger.record(db, who, "comment.praise_noted", _subject(noted), now=deps.now())
            tell(deps, db, body, view.ready(deps.words, noted))


def sent(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Note that somebody has sent it."""
    with whispering(deps, ack, body), deciding(deps, body) as db:
        who = actor(body) or ""
        check_works(team.load(db), who)
        before = praise.find(db, picked(body))
        after = domain.passed(before, who, now=deps.now())
        if after != before:
            praise.save(db, after)
            ledger.record(db, who, "comment.praise_passed", _subject(after), now=deps.now())
        tell(deps, db, body, view.sent(deps.words, after))


def unsent(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Note that it was not sent after all."""
    with whispering(deps, ack, body), deciding(deps, body) as db:
        who = actor(body) or ""
        check_works(team.load(db), who)
        before = praise.find(db, picked(body))
        after = domain.taken_back(before)
        if after != before:
            praise.save(db, after)
            ledger.record(db, who, "comment.praise_unpassed", _subject(after), now=deps.now())
        tell(deps, db, body, view.unsent(deps.words, after))


def listing(deps: Deps) -> Message:
    """Return the praise of this month and the last."""
    months = view.month_range(deps.today())
    with deps.reading() as db:
        heard = [MonthHeard(month, _heard(deps, db, month)) for month in months]
        working, reader = calendar.load(db), reader_of(deps, db, set())
    return view.listing(reader, heard, working)


def _heard(deps: Deps, db: Database, month: Month) -> list[domain.Heard]:
    zone = deps.settings.timezone
    start, end = (datetime.combine(day, time(), zone) for day in (month.first, month.end))
    return praise.heard(db, start, end)


def _noted(deps: Deps, db: Database, said: Said, shown: Relayed, who: str) -> Praise:
    """Return the note as the form says; a name is in it only with consent."""
    contact, unit = "", said.other
    if said.unit and not unit.strip():
        found = UNITS.get(db, number(said.unit))
        unit, contact = found.name, found.contact
    note, name = domain.read_note(said.note), shown.comment.author_name
    if said.has_consent:
        note = view.with_name(deps.words, note, name)
    else:
        domain.check_name(note, name)
    return Praise(
        comment_id=shown.comment.id,
        unit=domain.unit_name(unit),
        contact=contact,
        note=note,
        has_consent=said.has_consent,
        noted_by=who,
        noted_at=deps.now(),
    )


def _praised(deps: Deps, db: Database, who: str, comment_id: str) -> Relayed:
    check_works(team.load(db), who)
    shown = one(deps, db, comment_id)
    if shown.relay.praised_by is None:
        raise domain.NotPraise
    return shown


def _subject(noted: Praise) -> str:
    return f"comment:{noted.comment_id}"
