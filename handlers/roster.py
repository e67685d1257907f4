"""Saying who watches: the lead sets the turns, everybody may take over a day."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from slack_bolt import Ack, App
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.errors import Refusal
from bot.domain.plan import DayMissing
from bot.domain.roster import SwapGone
from bot.domain.roster import swapped as days_of
from bot.jobs import digest
from bot.store import ledger, members, presence, roster, team
from bot.views import roster as view
from bot.views.forms import Origin
from bot.views.roster import Known, Reader
from handlers.answering import actor, deciding, place, submitting, tell, whisper, whispering
from handlers.forms import check_shown, open_form
from handlers.picked import Stale, day, picked
from handlers.planning import OwnerNotMember, check_owner
from handlers.settings import check_may_change
from handlers.settings_history import changing


class WatcherNotMember(OwnerNotMember):
    """Refuse a watcher who may not act."""

    kind = "refusal-roster-not-member"
    field = view.PEOPLE


class NotYourDay(Refusal):
    """Refuse what only the person or whoever decides may set."""

    kind = "refusal-roster-not-yours"
    field = view.PERSON


class FirstMissing(DayMissing):
    """Refuse a form without a day."""

    field = view.FIRST


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.action(view.SHOW)(partial(show, deps))
    app.action(view.TURNS)(partial(click, deps, view.TURNS))
    app.action(view.SWAP)(partial(click, deps, view.SWAP))
    app.action(view.REMOVE)(partial(remove, deps))
    app.action(view.RESTORE)(partial(restore, deps))
    app.view(view.TURNS_SAVE)(partial(save_turns, deps))
    app.view(view.SWAP_SAVE)(partial(save_swap, deps))


def show(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Show who watches; everybody may look."""
    with whispering(deps, ack, body):
        with deps.reading() as db:
            shown = view.page(deps.words, known(deps, db), _reader(db, body))
        whisper(deps, body, shown)


def click(deps: Deps, action_id: str, ack: Ack, body: dict[str, Any]) -> None:
    """Open the form that a button asks for."""
    with whispering(deps, ack, body):
        origin, today = Origin(place(body)), deps.today()
        with deps.reading() as db:
            if action_id == view.TURNS:
                check_may_change(db, body)
                opened = view.turns_form(deps.words, roster.load(db, today), origin, today=today)
            else:
                opened = view.swap_form(deps.words, _reader(db, body), origin, today=today)
        open_form(deps, body, opened)


def save_turns(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Let those take turns whom the form names; only members of the workspace can."""
    with submitting(deps, ack, body, view.PEOPLE):
        check_shown(body, view.FROM)
        people, first = view.read_turns(body["view"]["state"])
        if first is None:
            raise FirstMissing
        for user in people:
            check_owner(deps, user, WatcherNotMember)
        with changing(deps, body) as db:
            roster.set_turns(db, people, first)
            _note(deps, db, body, "turns", people=" ".join(people), first=first.isoformat())
            tell(deps, db, body, view.saved(deps.words, known(deps, db)))


def save_swap(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Let somebody take over some days: oneself, or anyone where the lead or a deputy asks."""
    with submitting(deps, ack, body, view.LAST):
        check_shown(body, view.LAST)
        person, first, last = view.read_swap(body["view"]["state"])
        user = person or actor(body) or ""
        if first is None or last is None:
            raise FirstMissing
        check_owner(deps, user, WatcherNotMember)
        days = days_of(first, last, today=deps.today())
        with deciding(deps, body) as db:
            _swap(deps, db, body, user, days)


def remove(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Give a day back to the turns."""
    with whispering(deps, ack, body):
        given = day(picked(body))
        with deciding(deps, body) as db:
            user = roster.unswap(db, given)
            if user is None:
                raise SwapGone
            _check_theirs(db, body, user)
            _note(deps, db, body, "given_back", day=given.isoformat(), user=user)
            tell(deps, db, body, view.removed(deps.words, given, user, known(deps, db, [user])))


def restore(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Take a day over again that was given back."""
    with whispering(deps, ack, body):
        read = view.read_value(picked(body))
        if read is None:
            raise Stale
        taken, user = read
        check_owner(deps, user, WatcherNotMember)
        days = days_of(taken, taken, today=deps.today())
        with deciding(deps, body) as db:
            _swap(deps, db, body, user, days)


def known(deps: Deps, db: Database, people: Iterable[str] = ()) -> Known:
    """Return who watches, and the names of those who do and of *people*."""
    today = deps.today()
    found = roster.load(db, today)
    on_duty = found.today(today, presence.load(db, today))
    names = members.names(db, [*found.people, *found.swaps.values(), *people])
    return Known(found, on_duty, names, today)


def _swap(
    deps: Deps, db: Database, body: Mapping[str, Any], user: str, days: Sequence[date]
) -> None:
    _check_theirs(db, body, user)
    roster.swap(db, days, user)
    first, last = days[0].isoformat(), days[-1].isoformat()
    _note(deps, db, body, "taken_over", first=first, last=last, user=user)
    tell(deps, db, body, view.swapped(deps.words, days, user, known(deps, db)))


def _check_theirs(db: Database, body: Mapping[str, Any], user: str) -> None:
    """Refuse whoever caused *body* unless they are *user*, or the lead or a deputy."""
    who = actor(body) or ""
    if who != user and not team.load(db).decides(who):
        raise NotYourDay


def _reader(db: Database, body: Mapping[str, Any]) -> Reader:
    who = actor(body) or ""
    return Reader(who, decides=team.load(db).decides(who))


def _note(deps: Deps, db: Database, body: Mapping[str, Any], what: str, **detail: str) -> None:
    """Write down what was done, and let today's plan name who watches now."""
    who, now = actor(body) or "", deps.now()
    ledger.record(db, who, f"roster.{what}", "roster", now=now, **detail)
    digest.refresh(db, deps, now)
