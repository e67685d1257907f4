"""How often a post was seen: the one metric of many that the bot asks for.

A metric that is not known, or was switched off, fails the whole call, as Facebook does it.
"""

from typing import Any

from bot.sandbox.graph_errors import GraphRefusal, bad_parameter, no_permission
from bot.sandbox.graph_state import Switches
from bot.sandbox.page_rows import Post

ALIVE = frozenset({"post_media_view"})


def of_post(post: Post, params: dict[str, str], switches: Switches) -> dict[str, Any]:
    """Return the wanted metrics of a post over its lifetime."""
    if "read_insights" in switches.lacking:
        raise no_permission()
    wanted = [name for name in params.get("metric", "").split(",") if name]
    if not wanted:
        raise GraphRefusal(3001, "Invalid query", subcode=1504028)
    if set(wanted) - (ALIVE - switches.gone):
        raise bad_parameter("The value must be a valid insights metric")
    return {"data": [_metric(post, name) for name in wanted]}


def _metric(post: Post, name: str) -> dict[str, Any]:
    """Return a metric; the sandbox makes views out of what else happened to the post."""
    value = 120 + 25 * post.reactions + 60 * post.shares
    return {
        "name": name,
        "period": "lifetime",
        "values": [{"value": value}],
        "title": name,
        "description": "",
        "id": f"{post.id}/insights/{name}/lifetime",
    }
