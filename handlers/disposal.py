"""Saying what may be disposed of and what is held; everybody may look, the lead decides."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from slack_bolt import Ack, App
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.disposal import Class, Hold, HoldUnread, Rule, Scope, period_hold
from bot.domain.settings_file import Json
from bot.jobs import disposal as job
from bot.store import disposal, ledger, members
from bot.store import settings_history as history
from bot.views import disposal as view
from bot.views import disposal_list
from bot.views.blocks import chosen, values
from bot.views.forms import Origin
from bot.views.settings import Topic
from bot.views.settings_history import cut_said
from handlers.answering import actor, deciding, place, submitting, tell, whisper, whispering
from handlers.disposal_list import check_may_dispose
from handlers.forms import check_shown, open_form, origin_of
from handlers.picked import Stale, number, picked


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.action(view.SHOW)(partial(show, deps))
    app.action(view.CHANGE)(partial(click, deps))
    app.view(view.SAVE)(partial(save, deps))
    app.action(view.LIST)(partial(list_now, deps))
    app.action(view.HOLD)(partial(ask_hold, deps))
    app.view(view.SET_HOLD)(partial(set_hold, deps))
    app.action(view.LIFT)(partial(lift, deps))
    app.action(view.HANDED)(partial(ask_handed, deps))
    app.view(view.SET_HANDED)(partial(set_handed, deps))


def topic(deps: Deps, db: Database) -> Topic:
    """Return what the settings say about disposal."""
    return view.topic(deps.words, _known(deps, db))


def show(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Show the classes, the holds and what waits; everybody may look."""
    with whispering(deps, ack, body):
        with deps.reading() as db:
            shown = view.page(deps.words, _known(deps, db), today=deps.today())
        whisper(deps, body, shown)


def click(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Open the form for the decision about a class."""
    with whispering(deps, ack, body):
        kind = next((each for each in Class if each == picked(body)), None)
        if kind is None:
            raise Stale
        with deps.reading() as db:
            check_may_dispose(db, body)
            rule = disposal.rules(db).get(kind)
        origin = Origin(place(body), subject=list(Class).index(kind))
        open_form(deps, body, view.form(deps.words, kind, rule, origin))


def save(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Let a class be disposed of by the decision that the form names, or not at all."""
    with submitting(deps, ack, body, view.DECISION):
        for name in (view.DECISION, view.DECIDED, view.AMOUNT, view.UNIT):
            check_shown(body, name)
        kind, rule = _kind(body), view.read(body["view"]["state"], today=deps.today())
        with deciding(deps, body) as db:
            check_may_dispose(db, body)
            former = disposal.rules(db)
            disposal.set_rule(db, kind, rule)
            _remember(deps, db, body, former)
            detail = _written(rule) if rule else {}
            _note(deps, db, body, "disposal.rule_changed", f"disposal_rule:{kind}", **detail)
            tell(deps, db, body, view.saved(deps.words, kind, rule))


def list_now(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Let what is due be listed without waiting for the first of the month; it may take a while."""
    with whispering(deps, ack, body), deciding(deps, body) as db:
        check_may_dispose(db, body)
        job.want_list(db, actor(body) or "")
        tell(deps, db, body, disposal_list.listing(deps.words))


def ask_hold(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Open the form that sets a hold."""
    with whispering(deps, ack, body):
        with deps.reading() as db:
            check_may_dispose(db, body)
        open_form(deps, body, view.hold_form(deps.words, Origin(place(body))))


def set_hold(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Let what the form names be kept until the hold is lifted."""
    with submitting(deps, ack, body, view.REASON):
        for name in (view.SCOPE, view.LINK, view.FIRST, view.LAST, view.REASON):
            check_shown(body, name)
        with deciding(deps, body) as db:
            check_may_dispose(db, body)
            hold = _hold(deps, db, body)
            hold_id = disposal.add_hold(db, hold)
            _note(deps, db, body, "hold.set", f"hold:{hold_id}", scope=hold.scope)
            (stands,) = (each for each in disposal.holds(db) if each.id == hold_id)
            places = disposal.held_places(db, [stands])
            tell(deps, db, body, view.held(deps.words, stands, places, today=deps.today()))


def lift(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Lift a hold."""
    with whispering(deps, ack, body), deciding(deps, body) as db:
        check_may_dispose(db, body)
        hold_id = number(picked(body))
        if not disposal.lift(db, hold_id, who=actor(body) or "", now=deps.now()):
            raise Stale
        _note(deps, db, body, "hold.lifted", f"hold:{hold_id}")
        tell(deps, db, body, view.lifted(deps.words))


def ask_handed(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Open the form that says what was handed over, if there is anything."""
    with whispering(deps, ack, body):
        with deps.reading() as db:
            check_may_dispose(db, body)
            kept = disposal.kept(db, view.MOST_KEPT)
        if not kept:
            whisper(deps, body, view.none_kept(deps.words))
            return
        open_form(deps, body, view.handed_form(deps.words, kept, Origin(place(body))))


def set_handed(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Let what the form names be handed over, and of what it showed nothing else."""
    with submitting(deps, ack, body, view.COMMENTS):
        check_shown(body, view.COMMENTS)
        ids, who = chosen(body["view"]["state"], view.COMMENTS), actor(body) or ""
        with deciding(deps, body) as db:
            check_may_dispose(db, body)
            shown = [comment.id for comment, _ in disposal.kept(db, view.MOST_KEPT)]
            added, taken = disposal.hand_over(db, ids, shown, who=who, now=deps.now())
            for act, those in (("handed_over", added), ("not_handed_over", taken)):
                for each in those:
                    _note(deps, db, body, f"comment.{act}", f"comment:{each}")
            tell(deps, db, body, view.handed(deps.words, len(added), len(taken)))


def _known(deps: Deps, db: Database) -> view.Known:
    holds = [replace(one, set_at=deps.local(one.set_at)) for one in disposal.holds(db)]
    names = members.names(db, {hold.set_by for hold in holds})
    waiting, places = disposal.count_waiting(db), disposal.held_places(db, holds)
    return view.Known(disposal.rules(db), holds, names, waiting, places)


def _remember(
    deps: Deps, db: Database, body: Mapping[str, Any], former: Mapping[Class, Rule]
) -> None:
    """Let the history of the settings tell of a decision that was changed; it is not undone there."""
    before, after = _plain(former), _plain(disposal.rules(db))
    if before != after:
        said = cut_said(topic(deps, db).now)
        who = actor(body) or ""
        history.note(db, who, "disposal", before, after, said=said, now=deps.now())


def _plain(rules: Mapping[Class, Rule]) -> Json:
    return {str(kind): {**_written(rule)} for kind, rule in rules.items()}


def _written(rule: Rule) -> dict[str, str]:
    return {
        "decision": rule.decision,
        "decided": rule.decided.isoformat(),
        "period": f"{rule.amount} {rule.unit}",
    }


def _kind(body: Mapping[str, Any]) -> Class:
    kinds, subject = list(Class), origin_of(body).subject
    if not isinstance(subject, int) or not 0 <= subject < len(kinds):
        raise Stale
    return kinds[subject]


def _hold(deps: Deps, db: Database, body: Mapping[str, Any]) -> Hold:
    said = values(body["view"]["state"])
    scope = next((each for each in Scope if each == said.get(view.SCOPE)), None)
    reason = " ".join((said.get(view.REASON) or "").split())
    if scope is None or not reason:
        raise HoldUnread
    subject, start, end = None, None, None
    if scope in (Scope.POST, Scope.COMMENT):
        subject = disposal.find_linked(db, scope, said.get(view.LINK) or "")
        if subject is None:
            raise HoldUnread
    elif scope is Scope.PERIOD:
        start, end = period_hold(view.read_day(said, view.FIRST), view.read_day(said, view.LAST))
    return Hold(scope, reason, actor(body) or "", deps.now(), subject, start, end)


def _note(
    deps: Deps, db: Database, body: Mapping[str, Any], act: str, subject: str, **detail: str
) -> None:
    ledger.record(db, actor(body) or "", act, subject, now=deps.now(), **detail)
