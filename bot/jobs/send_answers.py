"""Send what people decided to answer: once each, on the thread that writes on the page.

The page is looked at before each answer: whether it has answered meanwhile, and whether the
comment is still there. The attempt is noted before the network is used and recorded after it, so
that whatever is interrupted goes on with a look; what is not found is told, and not sent again.
"""

import logging
from collections.abc import Sequence
from dataclasses import replace

from sqlite_utils import Database

from bot import trail
from bot.deps import Deps
from bot.domain import answers as domain
from bot.domain.answers import Answer, Problem, State
from bot.domain.page import PageComment, PageTrouble
from bot.domain.waiting import is_due
from bot.integrations.facebook import GraphPage
from bot.integrations.facebook_errors import GraphError
from bot.jobs.answers import allowed, fail, out, recognise, taken
from bot.jobs.publish_problems import problem_of
from bot.store import answers
from bot.store.page import find_comments

log = logging.getLogger(__name__)


def due(deps: Deps, page: GraphPage) -> bool:
    """Do all that is due; say whether something still waits."""
    with deps.reading() as db:
        waiting = answers.waiting(db)
    for answer in waiting:
        with trail.followed(answer.trail):
            _carry(deps, page, answer)
        deps.wake()
    with deps.reading() as db:
        return bool(answers.waiting(db))


def _carry(deps: Deps, page: GraphPage, answer: Answer) -> None:
    """Go on with one answer as far as that is possible now."""
    current: Answer | None = answer
    while current and current.state is State.WAITING and is_due(current.next_at, deps.now()):
        step = _look if current.tried_at else _send
        current = step(deps, page, current)


def _send(deps: Deps, page: GraphPage, answer: Answer) -> Answer | None:
    with deps.transaction() as db:
        if allowed(db, deps, answer) is None:
            return None
        asked = find_comments(db, [answer.comment_id])[answer.comment_id]
    try:
        if asked.id != answer.target_id:
            page.see(asked.id)
        replies = page.replies(answer.target_id, asked.post_id)
    except GraphError as error:
        return _unreadable(deps, answer, error)
    with deps.transaction() as db:
        current = _still(db, deps, answer, asked, replies)
        if current is None:
            return None
        answers.save(db, current)
    try:
        made = page.reply(current.target_id, current.text)
    except GraphError as error:
        return _cope(deps, current, error)
    _sent(deps, current, made)
    return None


def _still(
    db: Database, deps: Deps, answer: Answer, asked: PageComment, replies: Sequence[PageComment]
) -> Answer | None:
    """Return the attempt if it may be made after this look at the page; else end the answer."""
    recognise(db, deps, replies)
    current = allowed(db, deps, answer)
    if current is None:
        return None
    if domain.news(replies, asked, current.known):
        fail(db, deps, current, Problem.ANSWERED)
        return None
    before = {*current.known, *(reply.id for reply in replies if reply.from_page)}
    return replace(current, tried_at=deps.now(), looks=0, known=tuple(sorted(before)))


def _look(deps: Deps, page: GraphPage, answer: Answer) -> Answer | None:
    """Find out whether the attempt stands on the page; not found twice, a person must look."""
    with deps.reading() as db:
        asked = find_comments(db, [answer.comment_id])[answer.comment_id]
    try:
        replies = page.replies(answer.target_id, asked.post_id)
    except GraphError as error:
        return _unreadable(deps, answer, error)
    with deps.transaction() as db:
        current = answers.get(db, answer.id)
        if current.state is not State.WAITING:  # the reading of the page was first
            return None
        found = domain.own_reply(replies, current, taken(db, current))
        if found:
            out(db, deps, current, found.id, found.created_at)
            return None
        current = replace(current, looks=current.looks + 1)
        if current.looks >= domain.ENOUGH_LOOKS:
            return fail(db, deps, current, current.problem or Problem.NOWHERE)
        return answers.save(db, replace(current, next_at=deps.now() + domain.BETWEEN_LOOKS))


def _sent(deps: Deps, answer: Answer, made: str) -> None:
    """Record what the page answered; the id of what was answered means that it was changed."""
    with deps.transaction() as db:
        current = answers.get(db, answer.id)
        if made == answer.target_id:
            fail(db, deps, current, Problem.EDITED)
        else:
            out(db, deps, current, made, deps.now())


def _cope(deps: Deps, answer: Answer, error: GraphError) -> Answer:
    """Decide what follows from a refused or unanswered attempt."""
    log.warning("page: not answered: %s", error)
    problem = Problem(problem_of(error))
    is_open = error.kind is PageTrouble.RETRY or (error.code is None and error.status is not None)
    with deps.transaction() as db:
        current = answers.get(db, answer.id)
        if current.state is not State.WAITING:
            return current
        if is_open or problem is Problem.DUPLICATE:  # it may be there: the next step looks
            doubt = problem if problem is Problem.DUPLICATE else None
            then = deps.now() + domain.FIRST_LOOK
            return answers.save(db, replace(current, next_at=then, problem=doubt))
        never = replace(current, tried_at=None)
        return fail(db, deps, never, problem, code=_code(error))


def _unreadable(deps: Deps, answer: Answer, error: GraphError) -> Answer | None:
    """Wait a little for the page to be readable; without knowing, nothing is sent."""
    now = deps.now()
    with deps.transaction() as db:
        current = answers.get(db, answer.id)
        if current.state is not State.WAITING:
            return None
        is_passing = error.kind in {PageTrouble.RETRY, PageTrouble.SLOW_DOWN}
        since = current.tried_at or current.decided_at
        if is_passing and now - since < domain.PATIENCE:
            return answers.save(db, replace(current, next_at=now + domain.FIRST_LOOK))
        return fail(db, deps, current, _unread(current, error), code=_code(error))


def _unread(answer: Answer, error: GraphError) -> Problem:
    if answer.tried_at:
        return Problem.UNSURE
    lasting = Problem(problem_of(error))
    return Problem.UNREADABLE if error.kind is PageTrouble.RETRY else lasting


def _code(error: GraphError) -> str:
    return str(error.code or error.status or "")
