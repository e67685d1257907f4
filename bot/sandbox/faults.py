"""Faults on order: what networks and services do at the worst moment, for tests.

`timeout_after` and `drop_after` do the work and then stay silent or hang up: the caller cannot
know. `drop_before` hangs up without doing it. The rest answers, but badly or late.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from bot.sandbox.wire import drop

KINDS = ("429", "500", "timeout_after", "drop_after", "drop_before", "not_json", "slow")
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
    answer = await handle() if fault.kind != "drop_before" else Response()
    if fault.kind == "timeout_after":
        await _silence(request)
    if fault.kind in ("drop_after", "drop_before"):
        await drop(request.scope)
    return answer


async def _silence(request: Request) -> None:
    """Say nothing until the caller gives up."""
    while not await request.is_disconnected():  # noqa: ASYNC110 -- nothing else tells
        await asyncio.sleep(0.05)


INSTEAD: dict[str, Callable[[Fault], Response]] = {
    "429": lambda fault: JSONResponse(
        {"ok": False, "error": "ratelimited"}, 429, {"retry-after": str(fault.retry_after)}
    ),
    "500": lambda _: PlainTextResponse("Internal Server Error", 500),
    "not_json": lambda _: PlainTextResponse("<html>Bad gateway</html>", 200),
}
