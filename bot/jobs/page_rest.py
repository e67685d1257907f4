"""Read what a look at the newest posts leaves: older posts that moved, and each post once a night.

The page's list of a hundred posts, every quarter of an hour, tells where somebody has written. The
nightly sweep reads every post with any life in it to its end, and so finds edits, removals and
whatever was lost; it is slow on purpose, and goes on in the day where it was not finished.
"""

import logging
from dataclasses import replace
from datetime import datetime, timedelta

from bot.deps import Deps
from bot.domain.page import PagePost, PageRound, PageTrouble
from bot.integrations.facebook import GraphPage
from bot.integrations.facebook_errors import GraphError
from bot.jobs import page_gone, page_merge
from bot.jobs.page_cost import LIST_SECONDS, PageCost
from bot.jobs.page_merge import sweep_began
from bot.store import reading

log = logging.getLogger(__name__)

MOST_CALLS = 3  # of a round in which nothing has moved
MOST_MOVED = 10  # older posts that are read in one round
ACTIVE = timedelta(days=90)  # how far back the sweep goes
AGAIN_SECONDS = 300.0  # how soon after trouble


def read(deps: Deps, graph: GraphPage, cost: PageCost, look: PageRound, now: datetime) -> bool:
    """Read some of the rest after a *look*, as far as the budget allows; say if there was news.

    Trouble here is no trouble with the page: the next look will tell.
    """
    has_news = False
    try:
        if cost.is_easy() and cost.may("rest"):
            has_news = _moved(deps, graph, cost, look, now)
        while cost.is_easy() and cost.may("rest") and cost.last < MOST_CALLS:
            post_id = _next(deps, now)
            if post_id is None:
                break
            has_news = _sweep(deps, graph, cost, look, post_id, now) or has_news
    except GraphError as error:
        log.debug("page: the rest was not read: %s", error)
        cost.later("rest", AGAIN_SECONDS)
        cost.leave_alone(error.wait_seconds or 0)
    return has_news


def _moved(deps: Deps, graph: GraphPage, cost: PageCost, look: PageRound, now: datetime) -> bool:
    """Read the older posts on which the page says that something has happened."""
    if not cost.may("list"):
        return False
    listed = graph.list_posts()
    cost.spend(listed)
    moved = _unlike(deps, listed, look)
    if len(moved) <= MOST_MOVED:  # else the others come with the next round
        cost.later("list", LIST_SECONDS)
    has_news = False
    for post in moved[:MOST_MOVED]:
        seen = graph.read_post(post.id)
        cost.spend(seen)
        seen = replace(seen, posts=(post,))
        has_news = page_merge.take_in(deps, graph, cost, seen, now=now) or has_news
    return has_news


def _unlike(deps: Deps, listed: PageRound, look: PageRound) -> list[PagePost]:
    """Return the listed posts that were not just read and have another mark than when they were."""
    with deps.reading() as db:
        marks = reading.marks(db)
    read = {post.id for post in look.posts}
    others = [post for post in listed.posts if post.id not in read and post.updated_at]
    return [post for post in others if marks.get(post.id) != reading.mark_of(post)]


def _next(deps: Deps, now: datetime) -> str | None:
    """Return the post whose turn it is in the sweep, if any is left."""
    with deps.reading() as db:
        return reading.to_sweep(db, active_since=now - ACTIVE, before=sweep_began(deps, now))


def _sweep(
    deps: Deps, graph: GraphPage, cost: PageCost, look: PageRound, post_id: str, now: datetime
) -> bool:
    """Read one post to its end; one that cannot be read has its turn again the next night."""
    try:
        seen = graph.read_post(post_id)
    except GraphError as error:
        if error.kind not in (PageTrouble.GONE, PageTrouble.BUG):
            raise
        cost.count(1)
        _swept(deps, post_id, now)
        return error.kind is PageTrouble.GONE and _lost(deps, graph, cost, look, post_id, now)
    cost.spend(seen)
    has_news = page_merge.take_in(deps, graph, cost, seen, now=now)
    _swept(deps, post_id, now)
    return has_news


def _lost(
    deps: Deps, graph: GraphPage, cost: PageCost, look: PageRound, post_id: str, now: datetime
) -> bool:
    """Take in that a post is gone, if our token is known to read what is there."""
    if not (look.sees_public() or page_gone.reads_public(graph, cost)):
        return False
    gone = page_gone.under(deps, post_id)
    nothing = replace(look, posts=(), comments=())
    with deps.transaction() as db:
        return bool(page_merge.merge(deps, db, graph.page_id, nothing, gone, now=now))


def _swept(deps: Deps, post_id: str, now: datetime) -> None:
    with deps.transaction() as db:
        reading.swept(db, [post_id], before=sweep_began(deps, now), now=now)
