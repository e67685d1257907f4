"""Find out whether what the page lists no more is gone.

"Does not exist" is also what the page says of what we may not see. A comment is gone when it is
missing in a list that was read to its end, the page denies it, and our token is known to read what
the public writes; a post, and all that stands under it, likewise.
"""

import logging

from bot.deps import Deps
from bot.domain.page import PageRound
from bot.integrations.facebook import GraphPage
from bot.integrations.facebook_errors import GraphError
from bot.jobs.page_cost import PageCost
from bot.store import vanished

log = logging.getLogger(__name__)

MOST_ASKED = 20
"""How many things that are missing are asked about after one look; the others come later."""


def confirmed(
    deps: Deps, graph: GraphPage, cost: PageCost, seen: PageRound, *, is_list: bool
) -> tuple[str, ...]:
    """Return the ids of the comments that are gone, as far as what was *seen* tells.

    Replies go with their comment. Trouble on the way only means that nothing is known yet.
    """
    with deps.reading() as db:
        missing = vanished.missing(db, seen)
        posts = vanished.missing_posts(db, seen) if is_list else []
    ids = {one.id for one in missing}
    alone = [one.id for one in missing if one.parent_id not in ids]
    asked = cost.worth_asking(alone, MOST_ASKED)
    posts = cost.worth_asking(posts, MOST_ASKED)
    if not (asked or posts):
        return ()
    try:
        if not (seen.sees_public() or reads_public(graph, cost)):
            return ()
        gone = {one for one in asked if denies(graph, cost, one)}
        dead = [post for post in posts if denies(graph, cost, post)]
    except GraphError as error:
        log.debug("page: not asked: %s", error)
        cost.leave_alone(error.wait_seconds or 0)
        return ()
    gone |= {one.id for one in missing if one.parent_id in gone}
    return (*sorted(gone), *(one for post in dead for one in under(deps, post)))


def under(deps: Deps, post_id: str) -> list[str]:
    """Return the comments on a post that are not known to be gone."""
    with deps.reading() as db:
        return [one.id for one in vanished.on_post(db, post_id)]


def reads_public(graph: GraphPage, cost: PageCost) -> bool:
    """Tell whether our token is in order and may read what the public writes."""
    cost.count(1)
    return graph.debug_token().reads_public(graph.page_id)


def denies(graph: GraphPage, cost: PageCost, node_id: str) -> bool:
    """Ask the page for one thing by its id."""
    cost.count(1)
    return graph.denies(node_id)
