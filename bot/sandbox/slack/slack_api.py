"""The Web API: `POST /api/{method}` with tokens, scopes, rate limits, required arguments."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.sandbox.identity import APP_TOKEN, BOT_TOKEN
from bot.sandbox.slack import api_chat, api_conversations, api_files, api_people, api_views
from bot.sandbox.slack.api_call import ApiError, Call, invalid
from bot.sandbox.slack.core import Slack
from bot.sandbox.slack.pacing import TooFast
from bot.sandbox.slack.workspace import Refused
from bot.sandbox.state import Json

CHANNEL_READ = ("channels:read", "groups:read", "im:read", "mpim:read")
CHANNEL_HISTORY = ("channels:history", "groups:history", "im:history", "mpim:history")
SPECIAL = 0
WRITING = ("chat.", "files.", "reactions.", "views.")


@dataclass(frozen=True, slots=True)
class Method:
    """A method: what does it, its tier, one of the scopes it needs, what must be given."""

    run: Callable[[Call], Json]
    tier: int
    scopes: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    tokens: tuple[str, ...] = (BOT_TOKEN,)


METHODS = {
    "api.test": Method(api_people.api_test, 4, tokens=()),
    "apps.connections.open": Method(api_people.connections_open, 3, tokens=(APP_TOKEN,)),
    "auth.test": Method(api_people.auth_test, SPECIAL, tokens=(BOT_TOKEN, APP_TOKEN)),
    "bots.info": Method(api_people.bots_info, 3, ("users:read",)),
    "chat.delete": Method(api_chat.delete, 3, ("chat:write",), ("channel", "ts")),
    "chat.getPermalink": Method(api_chat.get_permalink, SPECIAL, (), ("channel", "message_ts")),
    "chat.postEphemeral": Method(api_chat.post_ephemeral, 4, ("chat:write",), ("channel", "user")),
    "chat.postMessage": Method(api_chat.post_message, SPECIAL, ("chat:write",), ("channel",)),
    "chat.update": Method(api_chat.update, 3, ("chat:write",), ("channel", "ts")),
    "conversations.history": Method(api_conversations.history, 3, CHANNEL_HISTORY, ("channel",)),
    "conversations.info": Method(api_conversations.info, 3, CHANNEL_READ, ("channel",)),
    "conversations.join": Method(api_conversations.join, 3, ("channels:join",), ("channel",)),
    "conversations.list": Method(api_conversations.list_, 2, CHANNEL_READ),
    "conversations.members": Method(api_conversations.members, 4, CHANNEL_READ, ("channel",)),
    "conversations.open": Method(api_conversations.open_, 3, ("im:write",)),
    "conversations.replies": Method(
        api_conversations.replies, 3, CHANNEL_HISTORY, ("channel", "ts")
    ),
    "files.completeUploadExternal": Method(
        api_files.complete_upload, 4, ("files:write",), ("files",)
    ),
    "files.getUploadURLExternal": Method(
        api_files.get_upload_url, 4, ("files:write",), ("filename", "length")
    ),
    "files.info": Method(api_files.info, 4, ("files:read",), ("file",)),
    "reactions.add": Method(api_people.reactions_add, 3, ("reactions:write",), ("name",)),
    "reactions.get": Method(api_people.reactions_get, 3, ("reactions:read",)),
    "reactions.remove": Method(api_people.reactions_remove, 2, ("reactions:write",), ("name",)),
    "team.info": Method(api_people.team_info, 3, ("team:read",)),
    "users.info": Method(api_people.users_info, 4, ("users:read",), ("user",)),
    "users.list": Method(api_people.users_list, 2, ("users:read",)),
    "views.open": Method(api_views.open_, 4, (), ("view",)),
    "views.publish": Method(api_views.publish, 4, (), ("user_id", "view")),
    "views.push": Method(api_views.push, 4, (), ("view",)),
    "views.update": Method(api_views.update, 4, (), ("view",)),
}


def routes(slack: Slack) -> list[Route]:
    """Return the route of the Web API."""

    async def endpoint(request: Request) -> Response:
        name = request.path_params["method"]
        slack.calls[name] += 1
        return await slack.faults.around(name, request, lambda: _answer(slack, name, request))

    return [Route("/api/{method}", endpoint, methods=["GET", "POST"])]


async def _answer(slack: Slack, name: str, request: Request) -> Response:
    try:
        body = {"ok": True} | _run(slack, name, *await _arguments(request))
    except ApiError as error:
        return JSONResponse(error.body, headers=_headers(slack))
    except Refused as refused:
        return JSONResponse({"ok": False, "error": str(refused)}, headers=_headers(slack))
    except TooFast as too_fast:
        slack.line(f"429           {name}, again in {too_fast.seconds} s")
        headers = _headers(slack) | {"retry-after": str(too_fast.seconds)}
        return JSONResponse({"ok": False, "error": "ratelimited"}, 429, headers)
    return JSONResponse(body, headers=_headers(slack))


def _headers(slack: Slack) -> dict[str, str]:
    return {"x-oauth-scopes": ",".join(slack.manifest.scopes), "x-slack-req-id": "sandbox"}


async def _arguments(request: Request) -> tuple[Json, str]:
    """Return the arguments of a call and its token, wherever they stand."""
    args: Json = dict(request.query_params)
    kind = request.headers.get("content-type", "")
    if kind.startswith("application/json"):
        args |= _json_object(await request.body())
    elif kind.startswith("application/x-www-form-urlencoded"):
        args |= dict(parse_qsl((await request.body()).decode(), keep_blank_values=True))
    bearer = request.headers.get("authorization", "")
    token = args.pop("token", "") or ""
    return args, bearer.removeprefix("Bearer ").strip() or str(token)


def _json_object(body: bytes) -> Json:
    if not body:
        return {}
    try:
        parsed: Any = json.loads(body)
    except ValueError:
        raise ApiError("invalid_json") from None
    if not isinstance(parsed, dict):
        raise ApiError("json_not_object")
    return parsed


def _run(slack: Slack, name: str, args: Json, token: str) -> Json:
    method = METHODS.get(name)
    if method is None:
        raise ApiError("unknown_method", req_method=name)
    _check_token(method, token)
    if slack.is_resetting and name.startswith(WRITING):
        raise ApiError("service_unavailable")
    slack.pacing.check(name, method.tier, str(args.get("channel", "")) or None)
    call = Call(slack, name, args, token == APP_TOKEN)
    _check_scopes(method, call)
    missing = [field for field in method.required if args.get(field) in (None, "")]
    if missing:
        raise invalid(*(f"[ERROR] missing required field: {field}" for field in missing))
    return method.run(call)


def _check_token(method: Method, token: str) -> None:
    if not method.tokens:
        return
    if not token:
        raise ApiError("not_authed")
    if token not in (BOT_TOKEN, APP_TOKEN):
        raise ApiError("invalid_auth")
    if token not in method.tokens:
        raise ApiError("not_allowed_token_type")


def _check_scopes(method: Method, call: Call) -> None:
    if method.scopes and not any(call.has_scope(scope) for scope in method.scopes):
        provided = ",".join(call.slack.manifest.scopes)
        raise ApiError("missing_scope", needed=method.scopes[0], provided=provided)
