"""The half-yearly picture of the page: taken by the lead or a deputy, or put off by anybody."""

from functools import partial
from typing import Any

from slack_bolt import Ack, App
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.disclosure import Kind, Review, Wanted
from bot.domain.errors import Refusal
from bot.domain.half_years import HalfYear, named
from bot.jobs import snapshot
from bot.store import disclosures, ledger
from bot.views import snapshot as view
from handlers.answering import actor, deciding, whispering
from handlers.disclosure import check_may_disclose
from handlers.picked import Stale, picked


class SnapshotTaken(Refusal):
    """Refuse a second picture of the same half year."""

    kind = "refusal-snapshot-taken"


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.action(view.TAKE)(partial(take, deps))
    app.action(view.LATER)(partial(later, deps))


def take(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Take the picture: everything of the half year, unmasked, for whoever clicked."""
    with whispering(deps, ack, body):
        half, who, now = _half(body), actor(body) or "", deps.now()
        with deciding(deps, body) as db:
            check_may_disclose(db, body)
            _check_open(deps, db, half)
            wanted = Wanted(half.before.start(deps.settings.timezone), now)
            whole = Review(is_masked=False)
            disclosures.ask(db, Kind.SNAPSHOT, who, wanted, whole, now=now)
            ledger.record(db, who, "snapshot.asked", f"snapshot:{half}", now=now)
            snapshot.refresh(db, deps, half, now=now)
        deps.take_out()


def later(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Ask again on the next working day."""
    with whispering(deps, ack, body):
        half, now = _half(body), deps.now()
        with deciding(deps, body) as db:
            check_may_disclose(db, body)
            _check_open(deps, db, half)
            snapshot.put_off(db, deps, half, now=now)
            ledger.record(db, actor(body) or "", "snapshot.later", f"snapshot:{half}", now=now)


def _check_open(deps: Deps, db: Database, half: HalfYear) -> None:
    """Refuse what nobody asked for, and what is done."""
    if not snapshot.asked(db, half):
        raise Stale
    if snapshot.taken(db, deps, half):
        raise SnapshotTaken


def _half(body: dict[str, Any]) -> HalfYear:
    half = named(picked(body))
    if half is None:
        raise Stale
    return half
