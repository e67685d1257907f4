"""Change and remove answers of the page's, on the thread that writes on it.

What stands there is read and kept first: somebody may have changed it on the page itself, and no
words that were once ours may be lost, whether they are held or not.

Doing either twice is harmless, so that what nobody told us the outcome of is looked up and, where
it has not happened, done again; three times at most.
"""

import logging
from dataclasses import replace

from sqlite_utils import Database

from bot import trail
from bot.deps import Deps
from bot.domain import answer_changes as domain
from bot.domain.answer_acts import check_allowed
from bot.domain.answer_changes import Act, Change, State
from bot.domain.answers import FIRST_LOOK, PATIENCE, Answer, Problem
from bot.domain.answers import State as Stand
from bot.domain.errors import Refusal
from bot.domain.page import PageComment, PageTrouble
from bot.domain.text import fold, tidy
from bot.domain.waiting import is_due
from bot.integrations.facebook import GraphPage
from bot.integrations.facebook_errors import GraphError
from bot.jobs import answers as our_answers
from bot.jobs import page_changes, relay
from bot.jobs.publish_problems import problem_of
from bot.store import answer_changes, answers, comments, ledger, outbox, team
from bot.store.page import find_comments, keep
from bot.views import answer_changes as view

log = logging.getLogger(__name__)


def due(deps: Deps, page: GraphPage) -> bool:
    """Do all that is due; say whether something still waits."""
    with deps.reading() as db:
        waiting = answer_changes.waiting(db)
    for change in waiting:
        with trail.followed(change.trail):
            _carry(deps, page, change)
        deps.wake()
    with deps.reading() as db:
        return bool(answer_changes.waiting(db))


def _carry(deps: Deps, page: GraphPage, change: Change) -> None:
    """Go on with one change as far as that is possible now."""
    current: Change | None = change
    while current and current.state is State.WAITING and is_due(current.next_at, deps.now()):
        step = _look if current.tried_at else _do
        current = step(deps, page, current)


def _do(deps: Deps, page: GraphPage, change: Change) -> Change | None:
    with deps.transaction() as db:
        answer = answers.get(db, change.answer_id)
        problem = _objection(db, change, answer)
        if problem:
            return _fail(db, deps, change, problem)
        asked = find_comments(db, [answer.comment_id])[answer.comment_id]
    try:
        if not change.tries:
            _keep(deps, page.comment(answer.page_id or "", asked.post_id))
    except GraphError as error:
        if error.kind is PageTrouble.RETRY or error.code is None:
            return _unreadable(deps, change, error)
        return _cope(deps, change, error)
    with deps.transaction() as db:
        problem = _objection(db, change, answers.get(db, change.answer_id))
        if problem:  # the reading took its time
            return _fail(db, deps, change, problem)
        current = replace(change, tried_at=deps.now(), tries=change.tries + 1)
        answer_changes.save(db, current)
    try:
        if change.act is Act.EDIT:
            page.edit_comment(answer.page_id or "", change.text)
        else:
            page.delete_comment(answer.page_id or "")
    except GraphError as error:
        return _cope(deps, current, error)
    return _done(deps, current)


def _keep(deps: Deps, shown: PageComment) -> None:
    """Keep what our answer says on the page, if the reading of the page knows it already."""
    with deps.transaction() as db:
        if find_comments(db, [shown.id]):
            keep(db, (), [shown], now=deps.now())


def _objection(db: Database, change: Change, answer: Answer) -> Problem | None:
    try:
        check_allowed(answers.setting(db), team.load(db), change.who)
    except Refusal:
        return Problem.FORBIDDEN
    return None if answer.state is Stand.SENT else Problem.GONE


def _look(deps: Deps, page: GraphPage, change: Change) -> Change | None:
    """See whether the last try has done it; if not, it is tried again."""
    with deps.reading() as db:
        answer = answers.get(db, change.answer_id)
        asked = find_comments(db, [answer.comment_id])[answer.comment_id]
    try:
        shown: PageComment | None = page.comment(answer.page_id or "", asked.post_id)
    except GraphError as error:
        if error.kind is not PageTrouble.GONE:
            return _unreadable(deps, change, error)
        shown = None
    if _is_done(change, shown):
        return _done(deps, change)
    with deps.transaction() as db:
        if shown is None:
            return _fail(db, deps, change, Problem.GONE)
        if change.tries >= domain.MOST_TRIES:
            return _fail(db, deps, change, Problem.NOWHERE)
        return answer_changes.save(db, replace(change, tried_at=None))


def _is_done(change: Change, shown: PageComment | None) -> bool:
    if change.act is Act.DELETE:
        return shown is None
    return shown is not None and fold(tidy(shown.text)) == fold(tidy(change.text))


def _cope(deps: Deps, change: Change, error: GraphError) -> Change | None:
    log.warning("page: an answer was not changed: %s", error)
    if error.kind is PageTrouble.GONE and change.act is Act.DELETE:
        return _done(deps, change)
    with deps.transaction() as db:
        if error.kind is PageTrouble.RETRY or error.code is None:  # it may have been done
            return answer_changes.save(db, replace(change, next_at=deps.now() + FIRST_LOOK))
        return _fail(db, deps, change, Problem(problem_of(error)), code=_code(error))


def _unreadable(deps: Deps, change: Change, error: GraphError) -> Change | None:
    now = deps.now()
    with deps.transaction() as db:
        if now - (change.tried_at or change.decided_at) < PATIENCE:
            return answer_changes.save(db, replace(change, next_at=now + FIRST_LOOK))
        unread = Problem.UNSURE if change.tried_at else Problem(problem_of(error))
        return _fail(db, deps, change, unread, code=_code(error))


def _done(deps: Deps, change: Change) -> Change:
    """Record the change, and show it in the comment's thread."""
    now = deps.now()
    with deps.transaction() as db:
        answer = answers.get(db, change.answer_id)
        done = answer_changes.save(db, replace(change, state=State.DONE, before=answer.text))
        subject = f"comment:{answer.comment_id}"
        if change.act is Act.EDIT:
            after = answers.save(db, replace(answer, text=change.text))
            ledger.record(db, change.who, "comment.answer_edited", subject, now=now)
        else:
            after = answers.save(db, replace(answer, state=Stand.DELETED))
            ledger.record(db, change.who, "comment.answer_deleted", subject, now=now)
            _reopen(db, deps, after, change.who)
        our_answers.show(db, deps, after)
    return done


def _reopen(db: Database, deps: Deps, answer: Answer, who: str) -> None:
    """Open every comment again that waited for nothing because of this answer alone."""
    now, opened = deps.now(), comments.by_answer(db, answer.page_id or "")
    for it in opened:
        page_changes.unanswer(db, it, who, now=now)
    relay.show(deps, db, [it.comment_id for it in opened], now=now)


def _fail(db: Database, deps: Deps, change: Change, problem: Problem, *, code: str = "") -> Change:
    """End a change that was not made, and tell whoever decided it why."""
    failed = replace(change, state=State.FAILED, problem=problem, code=code)
    answer_changes.save(db, failed)
    key = f"answer-change:{failed.id}"
    outbox.put(db, key, failed.who, view.failed(deps.words, failed), now=deps.now())
    return failed


def _code(error: GraphError) -> str:
    return str(error.code or error.status or "")
