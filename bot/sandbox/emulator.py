"""`/__emulator/…`: what tests ask of the sandbox and no real service has."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.sandbox.slack.core import Slack
from bot.sandbox.slack.workspace import Refused
from bot.sandbox.state import Json
from bot.sandbox.ui_act import json_body


def routes(slack: Slack) -> list[Route]:
    """Return the routes for tests."""

    async def about(_: Request) -> Response:
        return JSONResponse({"emulator": "slack and facebook", "real": False} | _counts(slack))

    async def faults(request: Request) -> Response:
        body = await json_body(request)
        if body.get("target") == "socket":
            return JSONResponse({"ok": await _socket_fault(slack, body)})
        if body.get("target") == "events":
            kind, times = str(body.get("kind")), int(body.get("times", 1))
            return JSONResponse({"ok": slack.events.order(kind, times)})
        if body.get("clear"):
            slack.faults.clear()
            return JSONResponse({"ok": True})
        return JSONResponse({"ok": slack.faults.order(body)})

    async def messages(request: Request) -> Response:
        try:
            channel = slack.workspace.channel(request.query_params.get("channel", ""))
        except Refused as refused:
            return JSONResponse({"ok": False, "error": str(refused)}, 404)
        return JSONResponse({"ok": True, "messages": list(slack.workspace.messages(channel.id))})

    async def channels(request: Request) -> Response:
        body = await json_body(request)
        try:
            slack.workspace.open_up(
                str(body.get("channel")),
                is_private=body.get("is_private") is True,
                is_ext_shared=body.get("is_ext_shared") is True,
            )
        except Refused as refused:
            return JSONResponse({"ok": False, "error": str(refused)}, 404)
        return JSONResponse({"ok": True})

    return [
        Route("/__emulator/channels", channels, methods=["POST"]),
        Route("/__emulator/", about, methods=["GET"]),
        Route("/__emulator/faults", faults, methods=["POST"]),
        Route("/__emulator/messages", messages, methods=["GET"]),
    ]


def _counts(slack: Slack) -> Json:
    return {
        "sockets": slack.sockets.count,
        "undelivered_events": len(slack.events),
        "streams": slack.hub.readers,
        "api_calls": dict(slack.calls),
    }


async def _socket_fault(slack: Slack, body: Json) -> bool:
    """Make trouble on the Socket Mode connections; return False for an unknown kind."""
    match body.get("kind"):
        case "disconnect":
            await slack.sockets.ask_to_reconnect(str(body.get("reason", "refresh_requested")))
        case "close":
            await slack.sockets.close_all()
        case "fin":
            slack.sockets.fin_all()
        case "half_open":
            slack.sockets.half_open_all()
        case _:
            return False
    return True
