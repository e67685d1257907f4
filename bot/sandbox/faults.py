"""Faults on order: what networks and services do at the worst moment, for tests.

`timeout_after`, `drop_after`, `truncated` and `500_after` do the work, and the caller cannot know:
they stay silent, hang up, hang up in the middle of the answer, or say that they failed.
`timeout_before` and `drop_before` do nothing. The rest answers, but badly or late. (A clock that
is wrong is the sandbox's own, steered.)
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from bot.sandbox.wire import break_off, drop

UNDONE = ("timeout_before", "drop_before")
KINDS = (
    *("429", "500", "502", "503", "504", "not_json", "slow", *UNDONE),
    *("timeout_after", "drop_after", "500_after", "truncated"),
)
Handler = Callable[[], Awaitable[Response]]


@dataclass(slots=True)
class Fault:
    """What happens to the next *times* calls of *method*; *seconds* is how long it takes."""

    method: str
    kind: str
    times: int = 1
    retry_after: int = 1
    seconds: float = 2.0


class Faults:
    """Keep the ordered faults; each call takes the first that fits."""

    def __init__(self) -> None:
        self._ordered: list[Fault] = []

    def order(self, body: dict[str, Any]) -> bool:
        """Take an order; return False when there is no such kind."""
        kind = str(body.get("kind"))
        if kind not in KINDS and not kind.startswith("error:"):
            return False
        known = {k: body[k] for k in ("times", "retry_after", "seconds") if k in body}
        self._ordered.append(Fault(str(body.get("method", "*")), kind, **known))
        return True

    def clear(self) -> None:
        """Forget all orders."""
        self._ordered.clear()

    def take(self, method: str) -> Fault | None:
        """Return the fault that the next call of *method* meets, used up by one."""
        for fault in self._ordered:
            if fault.method in (method, "*"):
                fault.times -= 1
                if fault.times <= 0:
                    self._ordered.remove(fault)
                return fault
        return None

    async def around(self, method: str, request: Request, handle: Handler) -> Response:
        """Handle a call, or let it meet its fault."""
        fault = self.take(method)
        if fault is None:
            return await handle()
        return await _met(fault, request, handle)


async def _met(fault: Fault, request: Request, handle: Handler) -> Response:
    if fault.kind in INSTEAD:
        return INSTEAD[fault.kind](fault)
    if fault.kind.startswith("error:"):
        return JSONResponse({"ok": False, "error": fault.kind.removeprefix("error:")})
    if fault.kind == "slow":
        await asyncio.sleep(fault.seconds)
    answer = await handle() if fault.kind not in UNDONE else Response()
    if fault.kind == "500_after":
        return _failed(fault)
    if fault.kind == "truncated":
        await break_off(request.scope, bytes(answer.body))
    if fault.kind in ("timeout_after", "timeout_before"):
        await _silence(request)
    if fault.kind in ("drop_after", "drop_before"):
        await drop(request.scope)
    return answer


def _failed(fault: Fault) -> Response:
    return PlainTextResponse("Internal Server Error", int(fault.kind[:3]))


async def _silence(request: Request) -> None:
    """Say nothing until the caller gives up."""
    while not await request.is_disconnected():  # noqa: ASYNC110 -- nothing else tells
        await asyncio.sleep(0.05)


INSTEAD: dict[str, Callable[[Fault], Response]] = {
    "429": lambda fault: JSONResponse(
        {"ok": False, "error": "ratelimited"}, 429, {"retry-after": str(fault.retry_after)}
    ),
    **dict.fromkeys(("500", "502", "503", "504"), _failed),
    "not_json": lambda _: PlainTextResponse("<html>Bad gateway</html>", 200),
}
