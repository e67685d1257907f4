"""Sort the errors of the Graph API by what they ask us to do.

Meta's texts are never kept: they may repeat the token. The code, the subcode and the trace id are
enough to look an error up.
"""

import json
from collections.abc import Mapping
from typing import Any

from bot.domain.page import PageTrouble, PageUsage

USUAL_BLOCK_SECONDS = 60 * 60  # where Meta does not say how long a block lasts
LONGEST_BLOCK_SECONDS = 24 * 60 * 60  # the budget is counted over a day

CODES: Mapping[int, PageTrouble] = {
    1: PageTrouble.RETRY,
    2: PageTrouble.RETRY,
    4: PageTrouble.SLOW_DOWN,
    10: PageTrouble.PERMISSION,
    17: PageTrouble.SLOW_DOWN,
    32: PageTrouble.SLOW_DOWN,
    33: PageTrouble.GONE,
    102: PageTrouble.TOKEN,
    104: PageTrouble.TOKEN,
    190: PageTrouble.TOKEN,
    341: PageTrouble.SLOW_DOWN,
    368: PageTrouble.PERMISSION,  # blocked for policy: a person must look
    613: PageTrouble.SLOW_DOWN,
    803: PageTrouble.GONE,
    1705: PageTrouble.TOKEN,
    80001: PageTrouble.SLOW_DOWN,
    80002: PageTrouble.SLOW_DOWN,
    80006: PageTrouble.SLOW_DOWN,
}
SUBCODES: Mapping[tuple[int, int], PageTrouble] = {
    (1, 2853006): PageTrouble.PERMISSION,
    (100, 33): PageTrouble.GONE,
    (190, 492): PageTrouble.PERMISSION,  # the role on the page is lost; a new login does not help
    (200, 2069030): PageTrouble.BUG,  # not supported by the new kind of pages
    (200, 2069031): PageTrouble.BUG,
    (200, 2069033): PageTrouble.BUG,
    (368, 1390008): PageTrouble.SLOW_DOWN,
}
TEXTS: Mapping[tuple[int, str], PageTrouble] = {
    (100, "pages_read_engagement"): PageTrouble.PERMISSION,
    (100, "page public content access"): PageTrouble.PERMISSION,
    (190, "before impersonating a user's page"): PageTrouble.PERMISSION,
    (200, "as the page itself"): PageTrouble.TOKEN,  # a person's token sits in the page's place
}
FIGURES = ("call_count", "total_cputime", "total_time")
STATUSES: Mapping[int, PageTrouble] = {
    401: PageTrouble.TOKEN,
    403: PageTrouble.PERMISSION,
    408: PageTrouble.RETRY,
    429: PageTrouble.SLOW_DOWN,
}


class GraphError(Exception):
    """A call to the Graph API failed; `kind` says what to do.

    `code`, `subcode` and `trace` are Meta's (None where the answer was not Graph's), `status` is
    HTTP's (None where none came), `wait_seconds` is set where waiting is asked for.
    """

    def __init__(
        self,
        kind: PageTrouble,
        *,
        code: int | None = None,
        subcode: int | None = None,
        trace: str | None = None,
        status: int | None = None,
        wait_seconds: int | None = None,
        reason: str = "",
        too_much: bool = False,
    ) -> None:
        known = {"code": code, "subcode": subcode, "status": status, "trace": trace}
        parts = [f"{name} {value}" for name, value in known.items() if value is not None]
        super().__init__(f"Graph API: {kind.value} ({', '.join([*parts, reason]).strip(', ')})")
        self.kind = kind
        self.code = code
        self.subcode = subcode
        self.trace = trace
        self.status = status
        self.wait_seconds = wait_seconds
        self.too_much = too_much


def checked(status: int, body: object, usage: PageUsage) -> dict[str, Any]:
    """Return the body of a successful answer, or raise the GraphError it holds.

    *body* is the parsed JSON, or None where it was none. The status counts only then: an error
    may come with status 200, and a limit with 400.
    """
    error = body.get("error") if isinstance(body, dict) else None
    if isinstance(error, dict):
        raise _sorted(status, error, usage)
    if isinstance(body, dict) and "error" not in body and status < 400:
        return body
    kind = STATUSES.get(status, _by_class(status))
    raise GraphError(kind, status=status, wait_seconds=_wait(kind, usage), reason="not Graph's")


def _by_class(status: int) -> PageTrouble:
    """Return the kind for an answer that is not Graph's: a gateway's, or a half one."""
    return PageTrouble.BUG if 300 <= status < 500 else PageTrouble.RETRY


def _sorted(status: int, error: Mapping[str, Any], usage: PageUsage) -> GraphError:
    code, subcode = _number(error.get("code")), _number(error.get("error_subcode"))
    text = str(error.get("message", "")).lower()
    kind = _kind(code, subcode, text, transient=error.get("is_transient") is True)
    trace = error.get("fbtrace_id")
    return GraphError(
        kind,
        code=code,
        subcode=subcode,
        trace=trace if isinstance(trace, str) else None,
        status=status,
        wait_seconds=_wait(kind, usage),
        too_much=code == 1 and "reduce the amount of data" in text,
    )


def _kind(code: int | None, subcode: int | None, text: str, *, transient: bool) -> PageTrouble:
    """Return the kind: the subcode knows best, then the text, then the code."""
    if code is None:
        return PageTrouble.RETRY if transient else PageTrouble.BUG
    if subcode is not None and (code, subcode) in SUBCODES:
        return SUBCODES[code, subcode]
    for (number, part), kind in TEXTS.items():
        if number == code and part in text:
            return kind
    if code in CODES:
        return CODES[code]
    if 200 <= code <= 299:
        return PageTrouble.PERMISSION
    return PageTrouble.RETRY if transient else PageTrouble.BUG


def _wait(kind: PageTrouble, usage: PageUsage) -> int | None:
    """Return the seconds to keep still."""
    if kind is not PageTrouble.SLOW_DOWN:
        return None
    return usage.wait_seconds or USUAL_BLOCK_SECONDS


def _number(value: object) -> int | None:
    """Return an error's number; some gateways write it as text."""
    text = str(value) if isinstance(value, (int, str)) else ""
    return int(text) if text.isdecimal() and len(text) <= 9 else None


def usage_in(headers: Mapping[str, str]) -> PageUsage:
    """Return the highest figures of the usage headers (percent; minutes become seconds).

    The page's header holds a *list* per object; the others hold one object.
    """
    percents, minutes = [0], [0]
    for entry in _entries(headers):
        percents.extend(_number(entry.get(name)) or 0 for name in FIGURES)
        minutes.append(_number(entry.get("estimated_time_to_regain_access")) or 0)
    return PageUsage(max(percents), min(max(minutes) * 60, LONGEST_BLOCK_SECONDS))


def _entries(headers: Mapping[str, str]) -> list[Mapping[str, Any]]:
    """Return every usage entry the headers hold; what cannot be read is left out."""
    entries: list[Any] = [_parsed(headers.get(name)) for name in ("x-app-usage", "x-page-usage")]
    by_object = _parsed(headers.get("x-business-use-case-usage"))
    for listed in by_object.values():
        entries.extend(listed if isinstance(listed, list) else [listed])
    return [entry for entry in entries if isinstance(entry, dict)]


def _parsed(text: str | None) -> dict[str, Any]:
    try:
        parsed = json.loads(text or "{}")
    except (ValueError, RecursionError):
        return {}
    return parsed if isinstance(parsed, dict) else {}
