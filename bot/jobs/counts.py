"""Once a day, how the posts of the last weeks stand on the page, within its budget.

A day on which the page cannot be read, or is to be left alone, is left out: nobody waits for it,
and what was counted stays.
"""

import logging
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.deps import Deps
from bot.domain.counts import FOLLOWED
from bot.domain.page import PageTrouble, PageUsage
from bot.integrations.facebook import GraphPage
from bot.integrations.facebook_counts import PostCounts, is_gone, read_counts, read_views
from bot.integrations.facebook_errors import GraphError
from bot.jobs import poll
from bot.jobs.due import Due
from bot.jobs.page_cost import PageCost
from bot.store import counts, ledger

log = logging.getLogger(__name__)

JOB = "counts"

MOST_VIEWS = 60
"""How many posts a day are asked how often they were seen: one call each."""


def run(deps: Deps, due: Due) -> None:
    """Read and keep how the posts stand, if this is due; the network is used outside."""
    found = _read(deps, due.now) if deps.page else []
    with deps.transaction() as db:
        if ledger.claim(db, JOB, due.key, now=due.now, late=due.late):
            for post, views in found:
                counts.keep(db, due.day, post.id, post.reactions, post.shares, views)


def _read(deps: Deps, now: datetime) -> list[tuple[PostCounts, int | None]]:
    graph = deps.page
    if graph is None or not (cost := poll.cost_of(graph.page_id)).may("look"):
        return []
    meter = _Meter(graph, cost)
    with deps.reading() as db:
        known = counts.followed(db, now - FOLLOWED)
    try:
        posts = read_counts(meter.get, graph.page_id, now - FOLLOWED)
    except GraphError as error:
        meter.trouble(error)
        return []
    return [(post, meter.views(post.id)) for post in posts if post.id in known]


class _Meter:
    """Read while there is room in the page's budget, and count what it costs."""

    def __init__(self, graph: GraphPage, cost: PageCost) -> None:
        self._graph = graph
        self._cost = cost
        self._left = MOST_VIEWS

    def get(self, path: str, params: Mapping[str, str]) -> tuple[dict[str, Any], PageUsage]:
        """Ask the page once."""
        self._cost.count(1)
        body, usage = self._graph.get(path, params)
        self._cost.percent, self._cost.wait = usage.percent, usage.wait_seconds
        return body, usage

    def views(self, post_id: str) -> int | None:
        """Return how often a post was seen; None where that is not told, or is not asked any more."""
        if self._left <= 0 or not self._cost.is_easy():
            return None
        self._left -= 1
        try:
            return read_views(self.get, post_id)
        except GraphError as error:
            if error.kind is not PageTrouble.GONE:
                self._left = 0
                self.trouble(error)
            return None

    def trouble(self, error: GraphError) -> None:
        """Keep to what an error asks for; a metric that is gone is nothing to be told about."""
        if error.wait_seconds:
            self._cost.leave_alone(error.wait_seconds)
        level = logging.DEBUG if is_gone(error) else logging.WARNING
        log.log(level, "page: not counted: %s", error)
