"""May an answer still go out, and what follows from it: on the page it is out, or it is not.

Whoever sees first that an answer is out says so once: the answer to the call that sent it, a look
at the page, or the reading of the page, which comes upon it like upon any other reply.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain import answers as domain
from bot.domain.answer_acts import check_allowed
from bot.domain.answers import Answer, Kind, Problem, State
from bot.domain.comment_acts import answered, promised
from bot.domain.comments import State as Stand
from bot.domain.errors import Refusal
from bot.domain.page import PageComment
from bot.jobs import exposure, relay
from bot.store import answers, comments, ledger, members, outbox, team
from bot.views import answers as view

_DONE = frozenset({Stand.HANDLED, Stand.UNNEEDED, Stand.HIDDEN, Stand.REMOVED})


def allowed(db: Database, deps: Deps, answer: Answer) -> Answer | None:
    """Return the answer as it is now if it may go out at this moment; else end it."""
    current = answers.get(db, answer.id)
    if current.state is not State.WAITING:
        return None
    problem = _objection(db, current, deps.now())
    if problem:
        fail(db, deps, current, problem)
    return None if problem else current


def recheck(db: Database, deps: Deps) -> None:
    """End what waits and may not go out any more, after the setting was changed."""
    for answer in answers.waiting(db):
        if answer.tried_at is None:
            allowed(db, deps, answer)


def recognise(db: Database, deps: Deps, replies: Iterable[PageComment]) -> None:
    """Find among *replies* on the page those that came of attempts of whose outcome none told."""
    for reply in replies:
        for answer in answers.in_doubt(db, reply.parent_id or "") if reply.from_page else ():
            if domain.own_reply([reply], answer, taken(db, answer)):
                out(db, deps, answer, reply.id, reply.created_at)
                break


def taken(db: Database, answer: Answer) -> set[str]:
    """Return the ids of the replies in the thread that stand for answers of ours."""
    return {each.page_id or "" for each in answers.of_thread(db, answer.target_id)}


def out(db: Database, deps: Deps, answer: Answer, page_id: str, at: datetime) -> None:
    """Note that an answer is out as *page_id* since *at*; only the first word of it counts."""
    current = answers.get(db, answer.id)
    if current.page_id:
        return
    was_failed = current.state is State.FAILED
    sent = replace(current, state=State.SENT, page_id=page_id, sent_at=at, problem=None, code="")
    answers.save(db, sent)
    _settle(db, sent, page_id, at)
    if sent.route_id:
        _record(db, sent, "comment.routed", at, route=str(sent.route_id))
    relay.show(deps, db, [sent.comment_id], now=deps.now())
    show(db, deps, sent)
    if was_failed:
        tell(db, deps, sent)


def fail(db: Database, deps: Deps, answer: Answer, problem: Problem, *, code: str = "") -> Answer:
    """End an answer that did not go out, and say why and what to do."""
    failed = replace(answer, state=State.FAILED, problem=problem, code=code)
    answers.save(db, failed)
    _record(db, failed, "comment.answer_failed", deps.now(), problem=problem)
    tell(db, deps, failed)
    return failed


def show(db: Database, deps: Deps, answer: Answer) -> None:
    """Say in the comment's thread what the page has answered, and by whom."""
    names = members.names(db, [answer.who])
    is_quoted = exposure.discretion(db, exposure.relay_channel(deps)).names
    body, key = view.sent(deps.words, answer, names, is_quoted=is_quoted), f"answer:{answer.id}"
    relay.put_in_thread(deps, db, answer.comment_id, key, body, now=deps.now())


def tell(db: Database, deps: Deps, answer: Answer) -> None:
    """Tell whoever decided it, directly, that it is not out; or that it is after all."""
    (shown,) = comments.relayed(db, [answer.comment_id])
    body = view.outcome(deps.words, answer, shown)
    outbox.put(db, f"answer:{answer.id}:no", answer.who, body, now=deps.now())


def _objection(db: Database, answer: Answer, now: datetime) -> Problem | None:
    """Return why it may not go out at this moment, if it may not."""
    try:
        check_allowed(answers.setting(db), team.load(db), answer.who)
    except Refusal:
        return Problem.FORBIDDEN
    it = comments.find(db, answer.comment_id)
    if it is None or it.state is Stand.GONE:
        return Problem.GONE
    if it.state in _DONE:
        return Problem.CLOSED
    return Problem.LATE if now - answer.decided_at > domain.LATE else None


def _settle(db: Database, answer: Answer, page_id: str, at: datetime) -> None:
    """Let the comment be answered, or promised an answer; and write down by whom."""
    before = comments.find(db, answer.comment_id)
    is_promise = answer.kind is Kind.PROMISE
    if before is not None:
        change = promised if is_promise else answered
        comments.save(db, change(before, answer.who, page_id, now=at))
    act = "comment.promised" if is_promise else "comment.answered"
    _record(db, answer, act, at, answer=page_id)


def _record(db: Database, of: Answer, act: str, at: datetime, **detail: str) -> None:
    ledger.record(db, of.who, act, f"comment:{of.comment_id}", now=at, **detail)
