"""The whole record of a comment, in Slack or as files, for one person; readers may read it, too."""

from functools import partial
from typing import Any

from slack_bolt import Ack, App
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.disclosure import Kind, Review, Wanted
from bot.domain.records import Record
from bot.domain.team import check_looks
from bot.store import disclosures, ledger, members, records, team
from bot.views import records as view
from bot.views.record_words import Teller
from handlers.answering import actor, taking, tell, whispering
from handlers.comment_card import one
from handlers.picked import picked


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.action(view.OPEN)(partial(show, deps))
    app.action(view.FILES)(partial(files, deps))


def show(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Show the record to somebody in the team or a reader, and write down who saw it."""
    with whispering(deps, ack, body), taking(deps, body) as db:
        who = actor(body) or ""
        check_looks(team.load(db), who)
        record = record_of(deps, db, picked(body))
        subject = f"comment:{record.comment.id}"
        ledger.record(db, who, "comment.shown", subject, now=deps.now())
        tell(deps, db, body, view.whole(teller_of(deps, db, record), record))


def files(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Make the files of one record for the same."""
    with whispering(deps, ack, body):
        with taking(deps, body) as db:
            who, now = actor(body) or "", deps.now()
            check_looks(team.load(db), who)
            wanted = Wanted(comment_id=one(deps, db, picked(body)).comment.id)
            disclosures.ask(db, Kind.RECORD, who, wanted, Review(is_masked=False), now=now)
            ledger.record(db, who, "comment.shown", f"comment:{wanted.comment_id}", now=now)
            tell(deps, db, body, view.asked(deps.words))
        deps.take_out()


def record_of(deps: Deps, db: Database, comment_id: str) -> Record:
    """Return the record of a relayed comment; refuse where there is none."""
    found = one(deps, db, comment_id)
    return next(records.stream(db, Wanted(comment_id=found.comment.id)))


def teller_of(deps: Deps, db: Database, record: Record) -> Teller:
    """Return how a record is told to one of us: whole."""
    names = members.names(db, record.people())
    return Teller(deps.words, names, deps.settings.timezone, Review(is_masked=False))
