"""How often the page's posts were reacted to, shared and seen, as far as Facebook tells.

One call reads a hundred posts. A field or a metric that is gone fails its whole call, so what does
not answer is left out and counts as not told.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.domain.page import PageTrouble
from bot.integrations.facebook_errors import GraphError
from bot.integrations.facebook_round import Get, every_node
from bot.integrations.facebook_shapes import shaped

FIELDS = {"reactions": "reactions.limit(0).summary(true)", "shares": "shares"}
VIEWS = "post_media_view"
MOST = "100"

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class PostCounts:
    """What one list tells of a post; None for what it does not tell."""

    id: str
    reactions: int | None
    shares: int | None


def read_counts(get: Get, page_id: str, since: datetime) -> list[PostCounts]:
    """Return the counts of the posts since *since*; raise GraphError."""
    try:
        nodes = _list(get, page_id, since, tuple(FIELDS))
    except GraphError as error:
        if not is_gone(error):
            raise
        return _one_by_one(get, page_id, since)
    with shaped():
        return [PostCounts(str(node["id"]), _reactions(node), _shares(node)) for node in nodes]


def read_views(get: Get, post_id: str) -> int | None:
    """Return how often a post was seen, or None where that is not told; raise GraphError."""
    body = get(f"{post_id}/insights", {"metric": VIEWS, "period": "lifetime"})[0]
    with shaped():
        told = [value["value"] for one in body["data"] for value in one["values"]]
        return _number(told[-1]) if told else None


def is_gone(error: GraphError) -> bool:
    """Tell whether an error means that a field or a metric does not exist (any more) for us."""
    return error.kind in (PageTrouble.BUG, PageTrouble.PERMISSION)


def _one_by_one(get: Get, page_id: str, since: datetime) -> list[PostCounts]:
    """Ask for each field alone, and take what is told."""
    told: dict[str, dict[str, Json]] = {}
    for name in FIELDS:
        try:
            nodes = _list(get, page_id, since, (name,))
        except GraphError as error:
            if not is_gone(error):
                raise
        else:
            told[name] = {str(node["id"]): node for node in nodes}
    with shaped():
        ids = dict.fromkeys(post for nodes in told.values() for post in nodes)
        reactions, shares = told.get("reactions", {}), told.get("shares", {})
        return [
            PostCounts(
                post,
                _reactions(reactions[post]) if post in reactions else None,
                _shares(shares[post]) if post in shares else None,
            )
            for post in ids
        ]


def _list(get: Get, page_id: str, since: datetime, names: tuple[str, ...]) -> list[Any]:
    fields = ",".join(["id", *(FIELDS[name] for name in names)])
    wanted = {"fields": fields, "since": str(int(since.timestamp())), "limit": MOST}
    return every_node(get, f"{page_id}/published_posts", wanted)


def _reactions(node: Json) -> int | None:
    """Return how many reactions the summary tells."""
    return _number(((node.get("reactions") or {}).get("summary") or {}).get("total_count"))


def _shares(node: Json) -> int | None:
    """Return how many shares; what was never shared has no such field, which means none."""
    return _number((node.get("shares") or {"count": 0}).get("count"))


def _number(value: object) -> int | None:
    is_number = isinstance(value, int) and not isinstance(value, bool) and value >= 0
    return value if is_number and isinstance(value, int) else None
