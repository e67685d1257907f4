"""Follow the hints that Facebook gives: read the posts in which something happened.

A hint proves nothing and may never come; the usual looks remain the proof. What is read goes
through the same merge, so that a hint that comes twice, late or in disorder changes nothing.
"""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from bot.deps import Deps
from bot.domain.page import EVERYTHING, PageMemory, PagePost, PageTrouble
from bot.integrations.facebook import GraphPage
from bot.integrations.facebook_errors import GraphError
from bot.jobs import page_merge, poll
from bot.jobs.page_cost import PageCost
from bot.store import hints, page
from bot.store.hints import Pending

log = logging.getLogger(__name__)

CALM_SECONDS = 1.0  # between two readings of one post, for each call that it takes
AGAIN_SECONDS = 30.0  # how soon after trouble
MOST_A_TURN = 10  # posts; then others may read
IDLE_SECONDS = 600.0  # while there is nothing to follow
GIVE_WAY = timedelta(seconds=60)  # how long the usual look waits at most, or twice its own time


def follow(deps: Deps, look: Callable[[], None], now: datetime) -> float:
    """Read what was hinted at, as far as the budget allows; return the seconds until there is more.

    *look* looks at the newest posts, where a hint does not say which one it is about.
    """
    graph = deps.page
    if graph is None:
        return IDLE_SECONDS
    with deps.reading() as db:
        waiting = hints.pending(db)
        looked = poll.last_look(deps, db)
    if not waiting:
        return IDLE_SECONDS
    cost = poll.cost_of(graph.page_id)
    if looked is None or _must_give_way(deps, looked, now):
        return CALM_SECONDS
    if not (cost.is_easy() and cost.may("look") and cost.may("hints")):
        return AGAIN_SECONDS
    ready = [one for one in waiting if cost.may(f"hint:{one.hint.post_id}")]
    for one in ready[:MOST_A_TURN]:
        if not _one(deps, graph, cost, one, look, now):
            cost.later("hints", AGAIN_SECONDS)
            return AGAIN_SECONDS
    return CALM_SECONDS if len(ready) <= MOST_A_TURN else 0.0


def _must_give_way(deps: Deps, looked: datetime, now: datetime) -> bool:
    """Tell whether a look at the newest posts is overdue: it comes before all hints."""
    usual = timedelta(seconds=2 * deps.settings.facebook_poll_seconds)
    return now - looked > max(GIVE_WAY, usual)


def _one(
    deps: Deps,
    graph: GraphPage,
    cost: PageCost,
    one: Pending,
    look: Callable[[], None],
    now: datetime,
) -> bool:
    """Follow one hint and drop it; False where the page is better left alone for a while."""
    try:
        if one.hint.post_id == EVERYTHING:
            look()
            cost.later(f"hint:{EVERYTHING}", CALM_SECONDS)
        else:
            _read(deps, graph, cost, one, now)
    except GraphError as error:
        cost.count(1)
        log.debug("page: a hint was not followed: %s", error)
        if error.kind not in (PageTrouble.GONE, PageTrouble.BUG):
            cost.leave_alone(error.wait_seconds or 0)
            return False
    with deps.transaction() as db:
        hints.done(db, one)
    return True


def _read(deps: Deps, graph: GraphPage, cost: PageCost, one: Pending, now: datetime) -> None:
    """Read the post, to the end unless only new comments are to be found, and take it in.

    A post that no look ever showed, as an advertisement, is read itself, too.
    """
    with deps.reading() as db:
        known = page.known_ids(db) if one.hint.is_new() and one.is_known else frozenset[str]()
    seen = graph.read_post(one.hint.post_id, PageMemory(known.__contains__))
    if not one.is_known:
        seen = replace(seen, posts=_post(graph, one.hint.post_id), calls=seen.calls + 1)
    cost.spend(seen)
    cost.later(f"hint:{one.hint.post_id}", CALM_SECONDS * seen.calls)
    if page_merge.take_in(deps, graph, cost, seen, now=now):
        deps.wake()


def _post(graph: GraphPage, post_id: str) -> tuple[PagePost, ...]:
    """Return the post itself, or nothing where it is not shown: its comments count all the same."""
    try:
        return (graph.post_of(post_id),)
    except GraphError as error:
        if error.kind not in (PageTrouble.GONE, PageTrouble.BUG):
            raise
        return ()
