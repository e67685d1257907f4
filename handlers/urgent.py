"""Judging an urgent comment: an outcome from the list and a reason, from wherever the button is."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from typing import Any

from slack_bolt import Ack, App
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.comment_acts import gone
from bot.domain.errors import Refusal
from bot.domain.judgements import Outcome
from bot.domain.marks import FlagStands
from bot.domain.reasons import reason
from bot.domain.team import check_works
from bot.domain.urgent import FlagGone, judge
from bot.jobs import digest, relay
from bot.store import comments, ledger, team, urgent, vanished
from bot.views import urgent as view
from bot.views.blocks import Message
from bot.views.comments import JUDGE
from bot.views.forms import Origin
from handlers.answering import actor, deciding, place, submitting, tell, whisper, whispering
from handlers.comment_card import one, reader_of
from handlers.forms import check_shown, open_form, origin_of
from handlers.picked import Stale, picked


class OutcomeMissing(Refusal):
    """Refuse a judgement without an outcome."""

    kind = "refusal-outcome-missing"
    field = view.OUTCOME


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.action(JUDGE)(partial(click, deps))
    app.view(view.JUDGE_SAVE)(partial(save, deps))


def click(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Open the form for the outcome."""
    with whispering(deps, ack, body):
        with deps.reading() as db:
            check_works(team.load(db), actor(body) or "")
            shown = one(deps, db, picked(body))
            if shown.relay.flagged_by is None:
                raise FlagGone
            reader = reader_of(deps, db, shown.people())
        origin = Origin(place(body), comment=shown.comment.id)
        open_form(deps, body, view.form(reader, shown, origin))


def save(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Close the flag with what the form says."""
    with submitting(deps, ack, body, view.REASON):
        check_shown(body, view.OUTCOME)
        check_shown(body, view.REASON)
        outcome, why = view.read(body["view"]["state"])
        if outcome is None:
            raise OutcomeMissing
        comment_id = origin_of(body).comment
        if not isinstance(comment_id, str):
            raise Stale
        with deciding(deps, body) as db:
            _judge(deps, db, body, comment_id, outcome, reason(why))


def asked(deps: Deps, db: Database, comment_id: str) -> Message:
    """Ask who wants to take a flag back that stands what came of it instead."""
    return view.ask_what_it_was(deps.words, one(deps, db, comment_id))


@contextmanager
def asking(deps: Deps, body: Mapping[str, Any]) -> Iterator[None]:
    """Tell that to who clicked."""
    try:
        yield
    except FlagStands:
        with deps.reading() as db:
            question = asked(deps, db, picked(body))
        whisper(deps, body, question)


def _judge(
    deps: Deps, db: Database, body: Mapping[str, Any], comment_id: str, outcome: Outcome, why: str
) -> None:
    who, now = actor(body) or "", deps.now()
    check_works(team.load(db), who)
    before = one(deps, db, comment_id).relay
    after, judgement = judge(before, outcome, who, why, now=now)
    is_gone = bool(vanished.gone_at(db, [comment_id]))
    comments.save(db, gone(after, now=now) if is_gone else after)
    urgent.keep(db, judgement)
    ledger.record(db, who, urgent.JUDGED, f"comment:{comment_id}", now=now, outcome=outcome)
    relay.show(deps, db, [comment_id], now=now)
    digest.refresh(db, deps, now)
    tell(deps, db, body, view.judged(deps.words, one(deps, db, comment_id), judgement))
