"""Do on the page what people decided about comments that break a rule; never anything else.

What came with a comment is copied first. Each attempt is noted before the network is used and recorded after it, so that whatever is
interrupted goes on: hiding twice is harmless, and before a removal is repeated the page is asked
whether the comment is still there. A comment that says something else by now is left alone.
"""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from sqlite_utils import Database

from bot import trail
from bot.deps import Deps
from bot.domain import moderation as domain
from bot.domain.comment_acts import opened
from bot.domain.comments import LUCKA, Relay
from bot.domain.comments import State as Stand
from bot.domain.moderation import Case, Deed, Problem, State
from bot.domain.page import PageTrouble
from bot.domain.waiting import again, is_due
from bot.integrations.facebook import GraphPage
from bot.integrations.facebook_errors import GraphError
from bot.jobs import cases, copying, page_changes, relay
from bot.store import comments, ledger, moderation
from bot.store.page import find_comments

log = logging.getLogger(__name__)

AGAIN = timedelta(seconds=15)  # after a call that failed for no lasting reason
PASSING = frozenset({PageTrouble.RETRY, PageTrouble.SLOW_DOWN})
PROBLEMS = {PageTrouble.TOKEN: Problem.TOKEN, PageTrouble.PERMISSION: Problem.PERMISSION}


def due(deps: Deps, page: GraphPage) -> bool:
    """Do all that is due; say whether something still waits."""
    with deps.reading() as db:
        waiting = moderation.to_write(db)
    for case in waiting:
        if is_due(case.next_at, deps.now()):
            with trail.followed(case.trail):
                _carry(deps, page, case)
            deps.wake()
    with deps.reading() as db:
        return bool(moderation.to_write(db))


def _carry(deps: Deps, page: GraphPage, case: Case) -> None:
    if case.state is State.WAITING and case.tried_at is None and not _copied(deps, page, case):
        return
    if case.state is State.UNDOING:
        _attempt(deps, page, case, lambda: page.set_hidden(case.comment_id, hidden=False))
    elif case.deed is Deed.HIDE:
        _attempt(deps, page, case, lambda: page.set_hidden(case.comment_id, hidden=True))
    elif case.tried_at:
        _look(deps, page, case)
    else:
        _attempt(deps, page, case, lambda: page.remove_comment(case.comment_id))


def _copied(deps: Deps, page: GraphPage, case: Case) -> bool:
    """Keep the picture that came with the comment; without it the case may not go on."""
    try:
        trouble = copying.keep(deps, page, case)
    except GraphError as error:
        _wait(deps, case, error, is_unknown=False)
        return False
    if trouble is None:
        return True
    with deps.transaction() as db:
        current = moderation.get(db, case.id)
        if current.state is case.state:
            _failed(deps, db, current, Problem.UNCOPIED, code=trouble)
    return False


def _attempt(deps: Deps, page: GraphPage, case: Case, write: Callable[[], None]) -> None:
    """Note the attempt, make it, and record what came of it."""
    with deps.transaction() as db:
        current = _allowed(deps, db, case)
        if current is None:
            return
        moderation.save(db, replace(current, tried_at=deps.now()))
    try:
        write()
    except GraphError as error:
        _cope(deps, page, case, error)
    else:
        _done(deps, case)


def _allowed(deps: Deps, db: Database, case: Case) -> Case | None:
    """Return the case as it is now if it may be carried out; a comment that was changed may not."""
    current = moderation.get(db, case.id)
    if current.state is not case.state:
        return None
    comment = find_comments(db, [current.comment_id])[current.comment_id]
    is_changed = domain.fingerprint(comment.text) != current.fingerprint
    if is_changed and current.state is State.WAITING and current.tried_at is None:
        _failed(deps, db, current, Problem.CHANGED)
        return None
    return current


def _look(deps: Deps, page: GraphPage, case: Case) -> None:
    """Find out whether an attempt to remove has removed; a comment that is there is tried anew."""
    try:
        page.see(case.comment_id)
    except GraphError as error:
        if error.kind is not PageTrouble.GONE:
            _wait(deps, case, error)
        elif _sees_post(deps, page, case):
            _done(deps, case)
        return
    with deps.transaction() as db:
        current = moderation.get(db, case.id)
        if current.state is State.WAITING:
            moderation.save(db, replace(current, tried_at=None))


def _cope(deps: Deps, page: GraphPage, case: Case, error: GraphError) -> None:
    """Decide what follows from a refused or unanswered attempt."""
    log.warning("page: not moderated: %s", error)
    if error.kind in PASSING:
        _wait(deps, case, error, is_unknown=error.kind is PageTrouble.RETRY)
        return
    if error.kind is PageTrouble.GONE and not _sees_post(deps, page, case, is_unknown=False):
        return
    problem = _problem(page, case, error)
    with deps.transaction() as db:
        current = moderation.get(db, case.id)
        if current.state is case.state:
            _failed(deps, db, current, problem, code=_code(error))


def _problem(page: GraphPage, case: Case, error: GraphError) -> Problem:
    """Return what a lasting refusal means for a person."""
    if error.kind is PageTrouble.GONE:
        return Problem.GONE
    if error.kind is PageTrouble.PERMISSION and case.deed is Deed.HIDE:
        try:
            if not page.may_hide(case.comment_id):
                return Problem.NO_HIDE
        except GraphError as second:
            log.warning("page: does not say whether it may be hidden: %s", second)
    return PROBLEMS.get(error.kind, Problem.REFUSED)


def _sees_post(deps: Deps, page: GraphPage, case: Case, *, is_unknown: bool = True) -> bool:
    """Say whether the comment's post can be read: if not, "not there" proves nothing."""
    with deps.reading() as db:
        post_id = find_comments(db, [case.comment_id])[case.comment_id].post_id
    try:
        page.see(post_id)
    except GraphError as error:
        _wait(deps, case, error, is_unknown=is_unknown)
        return False
    return True


def _wait(deps: Deps, case: Case, error: GraphError, *, is_unknown: bool = True) -> None:
    """Try again in a while; after an hour a person is told, and may ask for it again."""
    now = deps.now()
    with deps.transaction() as db:
        current = moderation.get(db, case.id)
        if current.state is not case.state:
            return
        if not is_unknown:
            current = replace(current, tried_at=None)
        if now - current.since > domain.PATIENCE:
            problem = PROBLEMS.get(error.kind, Problem.SILENT)
            _failed(deps, db, current, problem, code=_code(error))
            return
        then = again(now, AGAIN, error.wait_seconds)
        moderation.save(db, replace(current, next_at=then))


def _done(deps: Deps, case: Case) -> None:
    """Note that the page has done it, show it, and tell who decided."""
    now = deps.now()
    with deps.transaction() as db:
        current = moderation.get(db, case.id)
        if current.state is not case.state:  # undone meanwhile, say
            return
        before = comments.find(db, current.comment_id)
        if before is None:
            return
        settle = _shown_again if current.state is State.UNDOING else _away
        after = settle(db, before, current, now=now)
        relay.show(deps, db, [after.comment_id], now=now)
        cases.tell(deps, db, after, now=now)
        cases.show_request(deps, db, after, now=now)


def _away(db: Database, before: Relay, case: Case, *, now: datetime) -> Case:
    done = moderation.save(db, replace(case, state=State.DONE, done_at=now, problem=None, code=""))
    comments.save(db, domain.closed(before, done, now=now))
    _record(db, done, done.who, done.deed.recorded, now=now)
    return done


def _shown_again(db: Database, before: Relay, case: Case, *, now: datetime) -> Case:
    if before.state is Stand.HIDDEN:
        comments.save(db, opened(before))
        page_changes.close_answered(db, [before.comment_id])
    _record(db, case, case.undone_by or case.who, "comment.unhidden", now=now)
    return moderation.save(db, replace(case, state=State.UNDONE, problem=None, code=""))


def _failed(deps: Deps, db: Database, case: Case, problem: Problem, *, code: str = "") -> None:
    """End what cannot be done, and say why and what to do; what cannot be undone stays done."""
    now = deps.now()
    state = State.DONE if case.state is State.UNDOING else State.FAILED
    failed = replace(case, state=state, problem=problem, code=code)
    moderation.save(db, failed)
    _record(db, failed, LUCKA, "comment.moderation_failed", now=now)
    cases.tell(deps, db, failed, now=now)
    cases.show_request(deps, db, failed, now=now)


def _record(db: Database, case: Case, who: str, act: str, *, now: datetime) -> None:
    rule = str(case.rule_id or "other")
    subject = f"comment:{case.comment_id}"
    ledger.record(db, who, act, subject, now=now, case=str(case.id), rule=rule)


def _code(error: GraphError) -> str:
    return str(error.code or error.status or "")
