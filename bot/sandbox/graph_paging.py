"""Cut a list into Graph's pages: `limit`, opaque cursors, a full address of the next page."""

import base64
import binascii
import json
from collections.abc import Callable, Iterable
from typing import Any, TypeVar
from urllib.parse import urlencode

from bot.sandbox.graph_errors import bad_parameter
from bot.sandbox.graph_state import FaultKind

Row = TypeVar("Row")
Key = tuple[int, ...]
USUAL_LIMIT = 25


def paged(
    rows: Iterable[Row],
    key: Callable[[Row], Key],
    params: dict[str, str],
    *,
    address: str,
    render: Callable[[Row], dict[str, Any]],
    quirk: FaultKind | None = None,
) -> dict[str, Any]:
    """Return `data` and `paging` for the part of *rows* (in the order of *key*) asked for.

    A cursor holds the key of a row, so that it stays right when rows come or go.
    """
    limit = limit_of(params)
    if limit == 0:
        return {"data": []}
    if quirk is FaultKind.SHORT_PAGES:
        limit = max(1, limit // 3)
    rest = _from_cursor(sorted(rows, key=key), key, params)
    if quirk is FaultKind.EMPTY_PAGES and "after" not in params and rest:
        return {"data": [], "paging": _paging((), (), params, address, more=True)}
    part = rest[-limit:] if "before" in params else rest[:limit]
    if not part:
        return {"data": []}
    first, last, more = key(part[0]), key(part[-1]), len(rest) > len(part)
    if quirk is FaultKind.REPEATED_CURSOR and "after" in params:
        last, more = _decoded(params["after"]), True
    paging = _paging(first, last, params, address, more=more)
    return {"data": [render(row) for row in part], "paging": paging}


def limit_of(params: dict[str, str]) -> int:
    """Return the page length asked for."""
    text = params.get("limit", str(USUAL_LIMIT))
    if not text.isdecimal():
        raise bad_parameter("param limit must be a non-negative integer.")
    return int(text)


def _from_cursor(rows: list[Row], key: Callable[[Row], Key], params: dict[str, str]) -> list[Row]:
    """Return what lies after (or before) the cursor, if one is given."""
    if "after" in params:
        after = _decoded(params["after"])
        return [row for row in rows if key(row) > after]
    if "before" in params:
        before = _decoded(params["before"])
        return [row for row in rows if key(row) < before]
    return rows


def _paging(
    first: Key, last: Key, params: dict[str, str], address: str, *, more: bool
) -> dict[str, Any]:
    paging: dict[str, Any] = {"cursors": {"before": _encoded(first), "after": _encoded(last)}}
    if more:
        kept = {name: value for name, value in params.items() if name not in {"after", "before"}}
        query = urlencode({**kept, "after": paging["cursors"]["after"]})
        paging["next"] = f"{address}?{query}"
    return paging


def _encoded(key: Key) -> str:
    return base64.urlsafe_b64encode(json.dumps(key).encode()).decode().rstrip("=")


def _decoded(cursor: str) -> Key:
    try:
        numbers = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        return tuple(int(number) for number in numbers)
    except (binascii.Error, ValueError, TypeError) as error:
        raise bad_parameter("Invalid cursors values") from error
