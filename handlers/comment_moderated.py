"""What was hidden and removed of late: the list behind `/comments`, and the later look at it."""

from functools import partial
from typing import Any

from slack_bolt import Ack, App

from bot.deps import Deps
from bot.domain import moderation as domain
from bot.domain import moderation_acts as acts
from bot.domain.team import check_works
from bot.store import comments, copies, ledger, moderation, team
from bot.views import comment_moderated as view
from bot.views.blocks import Message
from bot.views.comment_moderated import Followed
from handlers.answering import actor, deciding, tell, whispering
from handlers.comment_card import reader_of
from handlers.picked import number, picked

WORDS = frozenset({"moderated", "granskade", "granskat", "modererade", "modererat", "hidden"})
"""What is written after `/comments` to see the list."""


def register(app: App, deps: Deps) -> None:
    """Put the listener on *app*."""
    app.action(view.RIGHT)(partial(review, deps))


def listing(deps: Deps, user: str) -> Message:
    """Return what was hidden or removed within the last 60 days, for *user*."""
    start = deps.now() - domain.FOLLOWED
    with deps.reading() as db:
        cases = domain.in_order(moderation.since(db, start))
        shown = comments.relayed(db, {case.comment_id for case in cases[: view.ROWS]})
        kept = copies.of(db, [case.id for case in cases[: view.ROWS]])
        total = moderation.count_relayed(db, start)
        reader = reader_of(deps, db, {who for case in cases for who in case.people()})
    found = Followed(cases, {one.comment.id: one for one in shown}, total, kept)
    return view.listing(reader, found, user=user)


def review(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Note that somebody else finds a decision right afterwards."""
    with whispering(deps, ack, body), deciding(deps, body) as db:
        who, now = actor(body) or "", deps.now()
        check_works(team.load(db), who)
        case = acts.reviewed(moderation.get(db, number(picked(body))), who, now=now)
        moderation.save(db, case)
        subject, rule = f"comment:{case.comment_id}", str(case.rule_id or "other")
        act = "comment.moderation_reviewed"
        ledger.record(db, who, act, subject, now=now, case=str(case.id), rule=rule)
        tell(deps, db, body, view.right(deps.words))
