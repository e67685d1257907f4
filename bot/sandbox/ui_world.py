"""What moves the whole world: its clock, starting over, and the stream that tells browsers."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from bot.sandbox.slack.core import Slack
from bot.sandbox.slack.workspace import Refused
from bot.sandbox.state import Json
from bot.sandbox.ui_act import json_body
from bot.sandbox.ui_read import now
from bot.sandbox.working_days import next_working_morning

BARELY = timedelta(milliseconds=5)  # the clock rounds; a moment that was asked for is reached


def routes(slack: Slack, start_over: Callable[[], Awaitable[None]]) -> list[Route]:
    """Return the routes; *start_over* makes the world as it was at the beginning."""

    async def clock(request: Request) -> Response:
        try:
            _steer(slack, await json_body(request))
        except Refused as refused:
            return JSONResponse({"ok": False, "error": str(refused)})
        slack.hub.publish("clock")
        slack.line(f"clock         {slack.local(slack.clock.now()):%Y-%m-%d %H:%M}")
        return JSONResponse({"ok": True, "now": now(slack)})

    async def reset(_: Request) -> Response:
        await start_over()
        return JSONResponse({"ok": True})

    async def stream(_: Request) -> Response:
        return StreamingResponse(
            slack.hub.stream(),
            media_type="text/event-stream",
            headers={"cache-control": "no-store"},
        )

    return [
        Route("/ui/clock", clock, methods=["POST"]),
        Route("/ui/reset", reset, methods=["POST"]),
        Route("/ui/stream", stream, methods=["GET"]),
    ]


def _steer(slack: Slack, body: Json) -> None:
    """Move the clock forwards, never back."""
    seconds = _wanted_seconds(slack, body)
    if seconds <= 0:
        raise Refused("only_forwards")
    try:
        slack.clock.steer(seconds)
    except ValueError:
        raise Refused("clock_fixed") from None


def _wanted_seconds(slack: Slack, body: Json) -> float:
    moment = slack.clock.now() - BARELY
    if body.get("preset") == "next_working_morning":
        return (next_working_morning(moment, slack.zone) - moment).total_seconds()
    if "to" in body:
        return (_local(slack, body["to"]) - moment).total_seconds()
    try:
        return float(body["advance_seconds"])
    except (KeyError, TypeError, ValueError):
        raise Refused("invalid_arguments") from None


def _local(slack: Slack, value: Any) -> datetime:  # noqa: ANN401
    try:
        moment = datetime.fromisoformat(value)
    except (TypeError, ValueError):
        raise Refused("invalid_arguments") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=slack.zone)
