"""Read the page, and make of each new comment one message in Slack.

Reading uses the network, outside any transaction; taking in what was read is one transaction and
can be repeated at will. The first look stores the page's history silently: only what was written
from an hour before it on is relayed, then and ever after, however late it comes to light.
"""

import logging
from datetime import datetime, timedelta

from sqlite_utils import Database

from bot.clock import monotonic
from bot.deps import Deps
from bot.domain.page import PageDepth, PageRound, PageTrouble
from bot.integrations.facebook import GraphPage
from bot.integrations.facebook_errors import GraphError
from bot.jobs import answers as our_answers
from bot.jobs import found, relay, storm
from bot.store import comments, ledger, page
from bot.store.db import instant, maybe, stamp

log = logging.getLogger(__name__)

PART = "page"
RECENT = timedelta(hours=1)  # what the first look relays; older comments are history
LOOKED_EVERY = timedelta(minutes=10)  # how often a look that brought nothing is written down
LONG_AWAY = timedelta(days=1)  # after which more posts are read than the newest
TROUBLES = {
    PageTrouble.RETRY: "trouble-page-unreachable",
    PageTrouble.SLOW_DOWN: "trouble-page-slow",
    PageTrouble.TOKEN: "trouble-page-token",
    PageTrouble.PERMISSION: "trouble-page-permission",
    PageTrouble.GONE: "trouble-page-permission",  # of the page itself, the two look the same
    PageTrouble.BUG: "trouble-page-bug",
}

_quiet_until: dict[str, float] = {}
"""Until when a page may not be read, on the clock that never jumps, by the page's id."""


def run(deps: Deps, now: datetime) -> None:
    """Look at the page once, unless it asked to be left alone for a while."""
    if deps.page is None or monotonic() < _quiet_until.get(deps.page.page_id, 0.0):
        return
    try:
        seen = _read(deps, deps.page, now)
    except GraphError as error:
        _cope(deps, deps.page, error, now)
        return
    if seen.usage.wait_seconds:
        _leave_alone(deps.page, seen.usage.wait_seconds)
    with deps.transaction() as db:
        has_news = merge(deps, db, deps.page.page_id, seen, now=now)
    deps.health.ok(PART, now=now)
    if has_news:
        deps.wake()


def merge(deps: Deps, db: Database, page_id: str, seen: PageRound, *, now: datetime) -> bool:
    """Take in what was *seen* of the page; say whether there is anything to send."""
    kept = page.keep(db, seen.posts, seen.comments, now=now)
    if kept:
        _relay(deps, db, page_id, kept, now)
        found.offer(db, deps, seen.posts, kept.posts, now=now)
    has_calmed = storm.calm(deps, db, now=now)
    _note_look(db, page_id, seen, has_news=bool(kept), now=now)
    return bool(kept) or has_calmed


def last_look(deps: Deps, db: Database) -> datetime | None:
    """Return when the page was last read with success, or None if it never was."""
    if deps.page is None:
        return None
    states = [state.last_ok for state in deps.health.states() if state.part == PART]
    looks = [*states, maybe(ledger.fact(db, _fact(deps.page.page_id, "last_look")))]
    return max((look for look in looks if look), default=None)


def _read(deps: Deps, graph: GraphPage, now: datetime) -> PageRound:
    """Read as little as is sure to be enough."""
    with deps.reading() as db:
        was_complete = ledger.fact(db, _fact(graph.page_id, "unread")) is None
        known = page.known_ids(db) if was_complete else frozenset()
        looked = last_look(deps, db)
    was_away = looked is None or now - looked > LONG_AWAY
    depth = PageDepth.HISTORY if was_away else PageDepth.RECENT
    return graph.read_page(known=known.__contains__, depth=depth)


def _relay(deps: Deps, db: Database, page_id: str, kept: page.Kept, now: datetime) -> None:
    """Make relays of what is new, close what the page answered, and show all that changed."""
    first_look = ledger.fact(db, _fact(page_id, "first_look"))
    since = (instant(first_look) if first_look else now) - RECENT
    new = comments.add_relays(db, kept.new, since=since, now=now)
    our_answers.recognise(db, deps, page.find_comments(db, kept.new).values())
    answers = comments.close_answered(db, kept.new)
    for answer in answers:
        ledger.record(
            db,
            answer.who,
            "comment.answered",
            f"comment:{answer.comment_id}",
            now=answer.at,
            answer=answer.answer_id,
        )
    answered = [answer.comment_id for answer in answers]
    touched = {*new, *answered, *kept.changed, *comments.open_on(db, kept.posts)}
    relay.show(deps, db, touched, now=now)


def _note_look(
    db: Database, page_id: str, seen: PageRound, *, has_news: bool, now: datetime
) -> None:
    """Remember what must outlive a restart, and write as seldom as that allows."""
    if ledger.fact(db, _fact(page_id, "first_look")) is None:
        ledger.set_fact(db, _fact(page_id, "first_look"), stamp(now))
    looked = maybe(ledger.fact(db, _fact(page_id, "last_look")))
    if has_news or looked is None or abs(now - looked) >= LOOKED_EVERY:
        ledger.set_fact(db, _fact(page_id, "last_look"), stamp(now))
    unread = _fact(page_id, "unread")
    if seen.complete and ledger.fact(db, unread):
        ledger.drop_fact(db, unread)
    elif not seen.complete and not ledger.fact(db, unread):
        ledger.set_fact(db, unread, stamp(now))


def _cope(deps: Deps, graph: GraphPage, error: GraphError, now: datetime) -> None:
    """Report why the page could not be read; the next round tries again, or a later one."""
    if error.wait_seconds:
        _leave_alone(graph, error.wait_seconds)
    detail = error.code if error.code is not None else error.status
    is_news = deps.health.trouble(PART, TROUBLES[error.kind], str(detail or "–"), now=now)
    log.log(logging.WARNING if is_news else logging.DEBUG, "page: not read: %s", error)


def _leave_alone(graph: GraphPage, seconds: float) -> None:
    _quiet_until[graph.page_id] = monotonic() + seconds


def _fact(page_id: str, name: str) -> str:
    return f"page:{page_id}:{name}"
