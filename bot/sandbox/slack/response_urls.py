"""`POST /response/{token}`: where an app answers an interaction, up to five times."""

import json
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from bot.sandbox.slack import answers
from bot.sandbox.slack.content import BadContent
from bot.sandbox.slack.core import Slack
from bot.sandbox.slack.workspace import Refused


def routes(slack: Slack) -> list[Route]:
    """Return the route of the response URLs."""

    async def endpoint(request: Request) -> Response:
        return await slack.faults.around("response_url", request, lambda: _answer(slack, request))

    return [Route("/response/{token}", endpoint, methods=["POST"])]


async def _answer(slack: Slack, request: Request) -> Response:
    try:
        body: Any = json.loads(await request.body())
    except ValueError:
        return _refusal("invalid_payload", 400)
    if not isinstance(body, dict):
        return _refusal("invalid_payload", 400)
    try:
        answers.show(slack, slack.replies.use(request.path_params["token"]), body)
    except BadContent as bad:
        return JSONResponse(
            {"ok": False, "error": bad.code, "response_metadata": {"messages": bad.messages}}, 400
        )
    except Refused as refused:
        return _refusal(str(refused), 404)
    return PlainTextResponse("ok")


def _refusal(code: str, status: int) -> Response:
    return JSONResponse({"ok": False, "error": code}, status)
