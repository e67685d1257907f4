"""The original of a comment, and the list of those that are gathered: for one person's eyes."""

from functools import partial
from typing import Any

from slack_bolt import Ack, App

from bot.deps import Deps
from bot.domain.team import check_looks
from bot.store import ledger, page, storms, team
from bot.views import comments as view
from bot.views import storm as storm_view
from handlers.answering import actor, taking, tell, whisper, whispering
from handlers.comment_card import one, reader_of
from handlers.picked import Stale, number, picked


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.action(view.ORIGINAL)(partial(show, deps))
    app.action(storm_view.LIST)(partial(list_gathered, deps))


def show(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Show a comment as it was written to somebody in the team or a reader; write down who saw it."""
    with whispering(deps, ack, body):
        who, comment_id = actor(body) or "", picked(body)
        with taking(deps, body) as db:
            check_looks(team.load(db), who)
            found = one(deps, db, comment_id)
            ledger.record(db, who, "comment.shown", f"comment:{comment_id}", now=deps.now())
            tell(deps, db, body, view.original(deps.words, found))


def list_gathered(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """List the open comments that stand in the message of a storm, the oldest first."""
    with whispering(deps, ack, body):
        now, user = deps.now(), actor(body) or ""
        with deps.reading() as db:
            storm = storms.get(db, number(picked(body)))
            if storm is None:
                raise Stale
            rows = storms.open_in(db, storm, storm_view.ROWS)
            place, total = (
                page.find_places(db, [storm.post_id])[storm.post_id],
                storms.counts(db, storm).open,
            )
            reader = reader_of(deps, db, {who for row in rows for who in row.people()})
        listed = storm_view.listing(reader, place, rows, total=total, user=user, now=now)
        whisper(deps, body, listed)
