"""One comment as a whole, for whoever asks: what has happened, and all that can be done."""

from functools import partial
from typing import Any

from slack_bolt import Ack, App
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.comments import Act, CommentGone, Relayed
from bot.domain.tagging import Mark
from bot.jobs import readers
from bot.store import comments, ledger, members, registrations, replies, tagging, versions
from bot.store.ledger import Act as Recorded
from bot.views import comment_card as view
from bot.views import tagging as tagging_view
from bot.views.blocks import Message
from bot.views.comment_card import Happened
from bot.views.comments import MORE, Reader
from handlers.answering import actor, whisper, whispering
from handlers.names import command_name
from handlers.picked import picked


def register(app: App, deps: Deps) -> None:
    """Put the listener on *app*."""
    app.action(MORE)(partial(click, deps))


def click(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Show one comment with its history and its ways to whoever clicked."""
    with whispering(deps, ack, body):
        with deps.reading() as db:
            said = card(deps, db, picked(body), actor(body) or "")
        whisper(deps, body, said)


def card(deps: Deps, db: Database, comment_id: str, user: str) -> Message:
    """Return one comment with its history and its ways as *user* sees it."""
    shown = one(deps, db, comment_id)
    happened = _happened(deps, db, comment_id)
    earlier = [version.text for version in versions.of(db, comment_id)]
    registered = registrations.of(db, [comment_id]).get(comment_id)
    people = shown.people() | {each.who for each in happened}
    people |= {registered.who} if registered else set()
    mark = tagging.mark(db, comment_id) or Mark()
    rows = tagging_view.rows(deps.words, shown, mark, place=tagging_view.CARD)
    reader = reader_of(deps, db, people)
    return view.card(reader, shown, happened, earlier, user=user, registered=registered, rows=rows)


def one(deps: Deps, db: Database, comment_id: str) -> Relayed:
    """Return the relayed comment *comment_id*; refuse where there is none."""
    found = comments.relayed(db, [comment_id])
    if not found:
        raise CommentGone(command=command_name(deps, "comments"))
    return found[0]


def reader_of(deps: Deps, db: Database, people: set[str]) -> Reader:
    """Return how a comment is told that names *people*."""
    return readers.alone(deps, db, people, now=deps.now())


def _happened(deps: Deps, db: Database, comment_id: str) -> list[Happened]:
    """Return what was done to a comment; who passed it on is not told."""
    acts = ledger.acts(db, f"comment:{comment_id}")
    return [
        Happened(
            "" if each.act == Act.SOS.recorded else each.who,
            each.act.removeprefix("comment."),
            deps.local(each.at),
            _to(db, each),
        )
        for each in acts
    ]


def _to(db: Database, act: Recorded) -> str:
    """Name the colleague who was given a comment, or the place to which its author was led."""
    if act.act == Act.HAND_OVER.recorded:
        return members.names(db, [act.detail["to"]]).get(act.detail["to"], "")
    if act.act == "comment.routed":
        return replies.name_of(db, int(act.detail["route"]))
    return ""
