"""What a team has to decide: everybody may look, the lead and the deputies decide."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from slack_bolt import Ack, App
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.first_steps import DECLINABLE, IN_WORDS, Decision, Standing, read_fact
from bot.store import first_steps, ledger
from bot.views import first_steps as view
from bot.views.forms import Origin
from handlers.answering import actor, place, submitting, tell, whisper, whispering
from handlers.forms import check_shown, open_form, origin_of
from handlers.picked import Stale, picked
from handlers.settings import check_may_change
from handlers.settings_history import changing


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.action(view.SHOW)(partial(click, deps))
    app.action(view.FACT)(partial(open_fact, deps))
    app.action(view.DECLINE)(partial(decline, deps))
    app.action(view.REOPEN)(partial(reopen, deps))
    app.view(view.FACT_SAVE)(partial(save, deps))


def click(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Show the list to whoever clicked."""
    with whispering(deps, ack, body):
        show(deps, body)


def show(deps: Deps, body: Mapping[str, Any]) -> None:
    """Show what there is to decide, and how it stands."""
    with deps.reading() as db:
        found = first_steps.checklist(db)
    whisper(deps, body, view.page(deps.words, found))


def open_fact(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Open the form for what is decided in words."""
    with whispering(deps, ack, body):
        decision = _chosen(picked(body), IN_WORDS)
        with deps.reading() as db:
            check_may_change(db, body)
            text = first_steps.facts(db).get(decision, "")
        open_form(deps, body, view.form(deps.words, decision, text, Origin(place(body))))


def save(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Keep what was decided in words; nothing written leaves it open."""
    with submitting(deps, ack, body, view.SAID):
        check_shown(body, view.SAID)
        number, every = origin_of(body).subject, list(Decision)
        if not isinstance(number, int) or not 0 <= number < len(every):
            raise Stale
        decision = _chosen(every[number], IN_WORDS)
        text = read_fact(decision, view.read(body["view"]["state"]))
        with changing(deps, body) as db:
            _settle(deps, db, body, decision, text)


def decline(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Decide that something is not decided; what is set meanwhile stays as it is."""
    with whispering(deps, ack, body):
        decision = _chosen(picked(body), DECLINABLE)
        with changing(deps, body) as db:
            if first_steps.checklist(db).standings[decision] is Standing.DECIDED:
                raise Stale
            _settle(deps, db, body, decision, "")


def reopen(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Let something be open again that was declined."""
    with whispering(deps, ack, body):
        decision = _chosen(picked(body), DECLINABLE)
        with changing(deps, body) as db:
            if first_steps.checklist(db).standings[decision] is not Standing.DECLINED:
                raise Stale
            _settle(deps, db, body, decision, None)


def _settle(
    deps: Deps, db: Database, body: Mapping[str, Any], decision: Decision, text: str | None
) -> None:
    first_steps.set_fact(db, decision, text)
    found = first_steps.checklist(db)
    how = {"how": str(found.standings[decision])}
    who, subject = actor(body) or "", f"fact:{decision}"
    ledger.record(db, who, "fact.changed", subject, now=deps.now(), **how)
    tell(deps, db, body, view.saved(deps.words, decision, found))


def _chosen(value: str, among: frozenset[Decision]) -> Decision:
    found = next((each for each in Decision if each == value and each in among), None)
    if found is None:
        raise Stale
    return found
