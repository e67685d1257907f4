"""What residents ask about: tagged by the team, listed by unit, told to the unit by a person."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, time
from functools import partial
from typing import Any

from slack_bolt import Ack, App
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.concerns import (
    Concern,
    NothingAsked,
    NoUnits,
    OfUnit,
    Told,
    UnitUnchosen,
    by_unit,
    read_answer,
    read_note,
)
from bot.domain.kept import in_use
from bot.domain.months import Month
from bot.domain.praise import check_name
from bot.domain.team import check_works
from bot.store import concerns, ledger, team
from bot.store.units import UNITS
from bot.views import concerns as view
from bot.views.blocks import Message
from bot.views.comments import CONCERN
from bot.views.forms import Origin
from bot.views.praise import month_range
from handlers.answering import actor, deciding, place, submitting, tell, whisper, whispering
from handlers.comment_card import one, reader_of
from handlers.forms import check_shown, open_form, origin_of
from handlers.picked import Stale, number, picked

WORDS = frozenset({"frågor", "fragor", "synpunkter", "asked", "concerns"})
"""What is written after `/comments` to see the list."""

_VALUE = re.compile(r"(\d{1,9}) (\d{4})-(0[1-9]|1[0-2])", re.ASCII)


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.action(CONCERN)(partial(click, deps))
    app.view(view.SAVE)(partial(save, deps))
    app.action(view.NOTE)(partial(note, deps))
    app.action(view.SENT)(partial(turn, deps, is_sent=True))
    app.action(view.UNSENT)(partial(turn, deps, is_sent=False))
    app.action(view.ANSWER)(partial(ask_answer, deps))
    app.view(view.ANSWERED)(partial(save_answer, deps))


def click(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Open the form that says which unit a comment concerns."""
    with whispering(deps, ack, body):
        with deps.reading() as db:
            check_works(team.load(db), actor(body) or "")
            shown, units = one(deps, db, picked(body)), in_use(UNITS.known(db))
            known, reader = concerns.find(db, shown.comment.id), reader_of(deps, db, shown.people())
        if not units:
            raise NoUnits
        origin = Origin(place(body), comment=shown.comment.id)
        open_form(deps, body, view.form(reader, shown, units, known, origin))


def save(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Let a comment concern the unit that the form says, or nobody."""
    with submitting(deps, ack, body, view.UNIT):
        check_shown(body, view.TEXT)
        who, comment_id = actor(body) or "", origin_of(body).comment or ""
        unit_id, said = view.read(body["view"]["state"])
        with deciding(deps, body) as db:
            check_works(team.load(db), who)
            shown, text = one(deps, db, comment_id), read_note(said)
            check_name(text, shown.comment.author_name)
            unit = None
            if unit_id == view.NOBODY:
                concerns.drop(db, comment_id)
            else:
                unit = UNITS.get(db, _chosen(unit_id))
                concerns.save(db, Concern(comment_id, unit.id, text, who, deps.now()))
            act = "comment.concerns" if unit else "comment.concerns_nobody"
            ledger.record(db, who, act, f"comment:{comment_id}", now=deps.now())
            prefix = deps.settings.command_prefix
            tell(deps, db, body, view.saved(deps.words, unit, comment_id, prefix=prefix))


def listing(deps: Deps) -> Message:
    """Return what was asked this month and the last, by unit."""
    with deps.reading() as db:
        months = [(month, _month(deps, db, month)) for month in month_range(deps.today())]
    return view.listing(deps.words, months)


def note(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Show the text that can be sent to a unit."""
    with whispering(deps, ack, body):
        with deps.reading() as db:
            check_works(team.load(db), actor(body) or "")
            month, found = _read(deps, db, picked(body))
        whisper(deps, body, view.ready(deps.words, month, found))


def turn(deps: Deps, ack: Ack, body: dict[str, Any], *, is_sent: bool) -> None:
    """Note that somebody has sent it, or has not after all; the first who did counts."""

    def sent(told: Told) -> Told:
        if not is_sent:
            return replace(told, sent_by=None, sent_at=None)
        return told if told.sent_at else replace(told, sent_by=actor(body), sent_at=deps.now())

    def said(month: Month, found: OfUnit) -> Message:
        return view.turned(deps.words, month, found.unit, is_sent=is_sent)

    with whispering(deps, ack, body):
        _change(deps, body, picked(body), Deed("sent" if is_sent else "unsent", sent, said))


def ask_answer(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Open the form in which a unit's answer is noted."""
    with whispering(deps, ack, body):
        with deps.reading() as db:
            check_works(team.load(db), actor(body) or "")
            _, found = _read(deps, db, picked(body))
        origin = Origin(place(body), period=picked(body))
        open_form(deps, body, view.answer_form(deps.words, found, origin))


def save_answer(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Note what a unit has answered."""
    with submitting(deps, ack, body, view.REPLY):
        check_shown(body, view.REPLY)
        said = read_answer(view.read_answer(body["view"]["state"]))
        deed = Deed(
            "answered",
            lambda told: replace(told, answer=said),
            lambda _, found: view.answered(deps.words, found.unit, said),
        )
        _change(deps, body, origin_of(body).period or "", deed)


@dataclass(frozen=True, slots=True)
class Deed:
    """One act on a unit's list: its name in the log, what it changes, what is said of it."""

    name: str
    change: Callable[[Told], Told]
    said: Callable[[Month, OfUnit], Message]


def _change(deps: Deps, body: dict[str, Any], value: str, deed: Deed) -> None:
    """Change what came of a unit's list, write it into the log, and say it."""
    who = actor(body) or ""
    with deciding(deps, body) as db:
        check_works(team.load(db), who)
        month, found = _read(deps, db, value)
        after = deed.change(found.told)
        if after != found.told:
            concerns.tell(db, after)
            subject = f"concerns:{value.replace(' ', ':')}"
            ledger.record(db, who, f"concerns.{deed.name}", subject, now=deps.now())
        tell(deps, db, body, deed.said(month, found))


def _read(deps: Deps, db: Database, value: str) -> tuple[Month, OfUnit]:
    """Return the unit's list that a button names; refuse one in which nothing stands any more."""
    named = _VALUE.fullmatch(value)
    if named is None:
        raise Stale
    month = Month(int(named[2]), int(named[3]))
    found = next((o for o in _month(deps, db, month) if o.unit.id == int(named[1])), None)
    if found is None:
        raise NothingAsked
    return month, found


def _month(deps: Deps, db: Database, month: Month) -> list[OfUnit]:
    zone, code = deps.settings.timezone, view.code(month)
    start, end = (datetime.combine(day, time(), zone) for day in (month.first, month.end))
    asked, told = concerns.asked(db, start, end), concerns.told(db, code)
    return by_unit(UNITS.known(db), asked, told, code)


def _chosen(unit_id: str) -> int:
    if not unit_id:
        raise UnitUnchosen
    return number(unit_id)
