"""The headers of every answer: an emulator's, at the world's own time; browsers stay on it."""

from collections.abc import MutableMapping
from email.utils import format_datetime
from typing import Any

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.clock import Clock

POLICY = (
    "default-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; "
    "form-action 'self'"
)
SERVICES = (
    "/api/",
    "/graph/",
    "/response/",
    "/outlook/",
)  # what programs call; the rest is for browsers


class Labels:
    """Add the headers to what *app* answers; its date is the steered clock's."""

    def __init__(self, app: ASGIApp, clock: Clock) -> None:
        self._app = app
        self._clock = clock

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and label its answer."""

        async def labelled(message: Message) -> None:
            if message["type"] == "http.response.start":
                date = format_datetime(self._clock.now(), usegmt=True)
                _label(message, str(scope["path"]), date)
            await send(message)

        await self._app(scope, receive, labelled)


def _label(message: MutableMapping[str, Any], path: str, date: str) -> None:
    headers = MutableHeaders(raw=message["headers"])
    headers["date"] = date
    headers["x-emulator"] = "1"
    if not path.startswith(SERVICES):
        headers["content-security-policy"] = POLICY
        headers["x-content-type-options"] = "nosniff"
        headers["cache-control"] = "no-store"
