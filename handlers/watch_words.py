"""Saying which words flag a comment: everybody may look, the lead and the deputies change them."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from slack_bolt import Ack, App
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.watch_words import WordKind, WordList, read_words, without
from bot.store import ledger, watch_words
from bot.views import watch_words as view
from bot.views.forms import Origin
from handlers.answering import actor, place, submitting, tell, whisper, whispering
from handlers.forms import check_shown, open_form, origin_of
from handlers.picked import Stale, picked
from handlers.settings import check_may_change
from handlers.settings_history import changing


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.action(view.SHOW)(partial(show, deps))
    app.action(view.CHANGE)(partial(click, deps))
    app.view(view.SAVE)(partial(save, deps))


def show(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Show the words and what they have found; everybody may look."""
    with whispering(deps, ack, body):
        with deps.reading() as db:
            shown = view.page(deps.words, watch_words.load(db), watch_words.counts(db))
        whisper(deps, body, shown)


def click(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Open the form for one kind of words."""
    with whispering(deps, ack, body):
        kind = next((each for each in WordKind if each == picked(body)), None)
        if kind is None:
            raise Stale
        with deps.reading() as db:
            check_may_change(db, body)
            held = watch_words.load(db)[kind]
        open_form(deps, body, view.form(deps.words, kind, held, Origin(place(body))))


def save(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Let the words of a kind be what the form says."""
    with submitting(deps, ack, body, view.ON):
        check_shown(body, view.ON)
        check_shown(body, view.OFF)
        kind = _kind(body)
        on, off = view.read(body["view"]["state"])
        switched_off = read_words(off, view.OFF)
        held = WordList(without(read_words(on, view.ON), switched_off), switched_off)
        with changing(deps, body) as db:
            watch_words.save(db, kind, held)
            _note(deps, db, body, kind, held)


def _kind(body: Mapping[str, Any]) -> WordKind:
    kinds, number = list(WordKind), origin_of(body).subject
    if not isinstance(number, int) or not 0 <= number < len(kinds):
        raise Stale
    return kinds[number]


def _note(
    deps: Deps, db: Database, body: Mapping[str, Any], kind: WordKind, held: WordList
) -> None:
    counts = {"on": str(len(held.on)), "off": str(len(held.off))}
    who, now = actor(body) or "", deps.now()
    ledger.record(db, who, "watch_words.changed", f"watch_words:{kind}", now=now, **counts)
    tell(deps, db, body, view.saved(deps.words, kind, held, watch_words.counts(db)))
