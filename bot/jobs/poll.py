"""Read the page, and make of each new comment one message in Slack.

Each look reads the newest posts; what it leaves is read by `page_rest`. Reading uses the network,
outside any transaction; taking in what was read is one transaction and can be repeated at will.
"""

import logging
from datetime import datetime, timedelta

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.page import EVERYTHING, PageDepth, PageMemory, PagePost, PageRound, PageTrouble
from bot.integrations.facebook import GraphPage
from bot.integrations.facebook_errors import GraphError
from bot.jobs import continued, page_log, page_looks, page_merge, page_rest
from bot.jobs.page_cost import PageCost
from bot.store import page, reading

log = logging.getLogger(__name__)

PART = "page"
UNREADABLE = "page-comments"
LONG_AWAY = timedelta(days=1)  # after which more posts are read than the newest
TROUBLES = {
    PageTrouble.RETRY: "trouble-page-unreachable",
    PageTrouble.SLOW_DOWN: "trouble-page-slow",
    PageTrouble.TOKEN: "trouble-page-token",
    PageTrouble.PERMISSION: "trouble-page-permission",
    PageTrouble.GONE: "trouble-page-permission",  # of the page itself, the two look the same
    PageTrouble.BUG: "trouble-page-bug",
}

_costs: dict[str, PageCost] = {}
"""What reading has cost, by the page's id."""


def run(deps: Deps, now: datetime) -> None:
    """Look at the page once, unless it is to be left alone for a while."""
    graph = deps.page
    if graph is None or not (cost := cost_of(graph.page_id)).may("look"):
        return
    cost.begin()
    try:
        memory, depth = _wanted(deps, graph, cost, now)
        seen = graph.read_page(memory, depth=depth)
    except GraphError as error:
        _cope(deps, graph, cost, error, now)
        return
    cost.spend(seen)
    cost.waiting = seen.waiting
    has_news = page_merge.take_in(deps, graph, cost, seen, now=now, is_list=True)
    deps.health.ok(PART, now=now)
    _tell_unreadable(deps, seen, now)
    has_news = page_rest.read(deps, graph, cost, seen, now) or has_news
    has_news = continued.tell(deps, now) or has_news
    cost.slow_down(deps.settings.facebook_poll_seconds)
    if has_news:
        deps.wake()


def cost_of(page_id: str) -> PageCost:
    """Return what reading the page has cost, as far as this process knows."""
    return _costs.setdefault(page_id, PageCost())


def last_look(deps: Deps, db: Database) -> datetime | None:
    """Return when the page was last read with success, or None if it never was."""
    if deps.page is None:
        return None
    states = [state.last_ok for state in deps.health.states() if state.part == PART]
    looks = [*states, page_looks.last(db, deps.page.page_id)]
    return max((look for look in looks if look), default=None)


def _wanted(
    deps: Deps, graph: GraphPage, cost: PageCost, now: datetime
) -> tuple[PageMemory, PageDepth]:
    """Return what is known and how far to read: as little as is sure to be enough."""
    with deps.reading() as db:
        unread = page_looks.unread(db, graph.page_id)
        known = frozenset[str]() if EVERYTHING in unread else page.known_ids(db)
        marks = {} if EVERYTHING in unread else reading.marks(db)
        looked = last_look(deps, db)

    def is_quiet(post: PagePost) -> bool:
        mark = reading.mark_of(post)
        return mark is not None and marks.get(post.id) == mark

    was_away = looked is None or now - looked > LONG_AWAY
    memory = PageMemory(known.__contains__, is_quiet, unread | cost.turn())
    return memory, PageDepth.HISTORY if was_away else PageDepth.RECENT


def _tell_unreadable(deps: Deps, seen: PageRound, now: datetime) -> None:
    """Report comments that were skipped, for as long as there are any."""
    if not seen.unreadable:
        deps.health.ok(UNREADABLE, now=now)
        return
    count = str(seen.unreadable)
    if deps.health.trouble(UNREADABLE, "trouble-page-unreadable", count, now=now):
        log.warning("page: %s comments made no sense and were skipped", count)


def _cope(deps: Deps, graph: GraphPage, cost: PageCost, error: GraphError, now: datetime) -> None:
    """Report why the page could not be read; the next round tries again, or a later one."""
    cost.count(1)
    if error.wait_seconds:
        cost.leave_alone(error.wait_seconds)
    kind, detail = TROUBLES[error.kind], str(error.code or error.status or "–")
    with deps.transaction() as db:
        page_log.failed(db, graph.page_id, cost, kind, detail, now=now)
    is_news = deps.health.trouble(PART, kind, detail, now=now)
    log.log(logging.WARNING if is_news else logging.DEBUG, "page: not read: %s", error)
