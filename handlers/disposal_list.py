"""Clicks on the list of what is due: look at it, dispose of it, or not now."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from slack_bolt import Ack, App
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.disposal import DisposalOver, State
from bot.domain.rights import Right
from bot.domain.team import check_may
from bot.jobs import disposal as job
from bot.store import disposal, disposal_due, disposal_look, team
from bot.views import disposal_list as view
from handlers.answering import actor, deciding, tell, whisper, whispering
from handlers.picked import number, picked


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.action(view.LOOK)(partial(look, deps))
    app.action(view.DISPOSE)(partial(dispose, deps))
    app.action(view.LATER)(partial(later, deps))


def look(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Show what is on a list, as far as it is still due."""
    with whispering(deps, ack, body):
        with deps.reading() as db:
            check_may_dispose(db, body)
            found = disposal.get(db, number(picked(body)))
            zone = deps.settings.timezone
            seen = disposal_due.look(disposal.holds(db), found.cutoff, zone)
            items = disposal_due.oldest(db, found.kind, seen, view.ROWS)
            rows = [(one.kind, one.at, one.text) for one in disposal_look.peek(db, items)]
        whisper(deps, body, view.look(deps.words, found, rows, zone=zone))


def dispose(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Let what is on a list be disposed of; this alone begins it."""
    with whispering(deps, ack, body), deciding(deps, body) as db:
        check_may_dispose(db, body)
        found = disposal.get(db, number(picked(body)))
        job.begin(deps, db, found, actor(body) or "", now=deps.now())
        tell(deps, db, body, view.begun(deps.words))


def later(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Let nothing on a list be disposed of."""
    with whispering(deps, ack, body), deciding(deps, body) as db:
        check_may_dispose(db, body)
        found = disposal.get(db, number(picked(body)))
        if found.state is not State.LISTED:
            raise DisposalOver
        job.decline(deps, db, found, actor(body) or "", now=deps.now())


def check_may_dispose(db: Database, body: Mapping[str, Any]) -> None:
    """Refuse whoever caused *body* unless disposal is theirs to decide."""
    check_may(team.load(db), actor(body) or "", Right.DISPOSE)
