"""What the page in the browser reads of the Slack half: the world, channels, threads, views."""

from collections.abc import Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.sandbox.identity import BOT_USER
from bot.sandbox.page import Page
from bot.sandbox.slack.api_chat import permalink
from bot.sandbox.slack.core import Slack
from bot.sandbox.slack.people import Channel, User
from bot.sandbox.slack.timestamps import instant
from bot.sandbox.slack.workspace import Refused
from bot.sandbox.state import Json

MOST_MESSAGES = 200
KEPT = ("ts", "user", "text", "thread_ts", "latest_reply")


def routes(slack: Slack, page: Page) -> list[Route]:
    """Return the routes that only read."""

    def reading(read: Callable[[Request], Json]) -> Any:  # noqa: ANN401
        async def endpoint(request: Request) -> Response:
            try:
                return JSONResponse(read(request))
            except Refused as refused:
                return JSONResponse({"ok": False, "error": str(refused)}, 404)

        return endpoint

    reads: dict[str, Callable[[Request], Json]] = {
        "/ui/world": lambda _: world(slack, page),
        "/ui/channels/{channel}": lambda request: _channel(slack, request),
        "/ui/channels/{channel}/threads/{ts}": lambda request: _thread(slack, request),
        "/ui/views": lambda request: {"stack": slack.views.stack(_person(request))},
        "/ui/home": lambda request: {"view": slack.views.home(_person(request))},
    }
    return [Route(path, reading(read), methods=["GET"]) for path, read in reads.items()]


def _person(request: Request) -> str:
    return request.query_params.get("as", "")


def now(slack: Slack) -> Json:
    """Return the current time as the page shows it."""
    moment = slack.clock.now()
    local = slack.local(moment).replace(tzinfo=None)
    return {"at": moment.isoformat(), "local": local.isoformat()}


def world(slack: Slack, page: Page) -> Json:
    """Return everything about the workspace that seldom changes."""
    manifest, profile = slack.manifest, page.profile()
    visible = (u for u in slack.workspace.users.values() if not (u.deleted or u.is_stranger))
    return {
        "language": slack.options.language,
        "timezone": slack.options.timezone,
        "now": now(slack),
        "bot": {
            "user_id": BOT_USER,
            "name": manifest.bot_name,
            "connected": slack.transport.connected,
        },
        "users": [_user(user) for user in visible],
        "channels": [_listed(slack, c) for c in slack.workspace.channels.values()],
        "commands": [_command(command) for command in manifest.commands],
        "shortcuts": [
            {key: shortcut[key] for key in ("callback_id", "name", "type")}
            for shortcut in manifest.shortcuts
        ],
        "page": {"id": profile.id, "name": profile.name, "about": profile.about},
        "residents": list(profile.residents),
        "has_home": manifest.has_home,
    }


def _user(user: User) -> Json:
    return {
        "id": user.id,
        "name": user.name,
        "real_name": user.real_name,
        "title": user.title,
        "kind": user.kind,
        "color": f"#{user.color}",
    }


def _listed(slack: Slack, channel: Channel) -> Json:
    return {
        "id": channel.id,
        "name": slack.manifest.bot_name if channel.is_im else channel.name,
        "topic": channel.topic,
        "is_private": channel.is_private or channel.is_im,
        "members": list(channel.members),
        "latest": slack.workspace.latest(channel.id),
    }


def _command(command: Json) -> Json:
    return {
        "command": command["command"],
        "description": command.get("description", ""),
        "usage_hint": command.get("usage_hint", ""),
    }


# -- messages


def _channel(slack: Slack, request: Request) -> Json:
    """Return a channel with its last messages; ephemeral ones of the person are among them."""
    channel = _visible(slack, request)
    person = _person(request)
    spoken = [m for m in slack.workspace.messages(channel.id) if not _stays_in_thread(m)]
    whispered = [m for m in _whispers(slack, channel, person) if not m.get("thread_ts")]
    rows = sorted([*spoken[-MOST_MESSAGES:], *whispered], key=lambda m: str(m["ts"]))
    return _listed(slack, channel) | {
        "messages": [_message(slack, channel, message) for message in rows[-MOST_MESSAGES:]]
    }


def _thread(slack: Slack, request: Request) -> Json:
    channel, ts = _visible(slack, request), request.path_params["ts"]
    spoken = slack.workspace.thread(channel.id, ts)
    if not spoken:
        raise Refused("message_not_found")
    whispers = _whispers(slack, channel, _person(request))
    whispered = [m for m in whispers if m.get("thread_ts") == ts]
    rows = sorted([*spoken, *whispered], key=lambda m: str(m["ts"]))
    return {"messages": [_message(slack, channel, message) for message in rows]}


def _visible(slack: Slack, request: Request) -> Channel:
    channel = slack.workspace.channel(request.path_params["channel"])
    is_private = channel.is_private or channel.is_im
    if is_private and _person(request) not in channel.members:
        raise Refused("channel_not_found")
    return channel


def _whispers(slack: Slack, channel: Channel, person: str) -> list[Json]:
    return [m | {"ephemeral": True} for m in slack.workspace.whispers.of(channel.id, person)]


def _stays_in_thread(message: Json) -> bool:
    is_reply = message.get("thread_ts") not in (None, message["ts"])
    return is_reply and message.get("subtype") != "thread_broadcast"


def _message(slack: Slack, channel: Channel, message: Json) -> Json:
    """Return a message in the shape of the page's contract."""
    user = slack.workspace.users.get(message.get("user", ""))
    moment = instant(message["ts"])
    reactions = [{"name": r["name"], "users": r["users"]} for r in message.get("reactions", ())]
    return {key: message.get(key) for key in KEPT} | {
        "username": user.real_name if user else message.get("user", ""),
        "blocks": message.get("blocks"),
        "reply_count": message.get("reply_count", 0),
        "reactions": reactions,
        "edited": "edited" in message,
        "ephemeral": message.get("ephemeral", False),
        "is_bot": "bot_id" in message,
        "at": moment.isoformat(),
        "local": slack.local(moment).replace(tzinfo=None).isoformat(),
        "permalink": permalink(slack.address, channel.id, message),
    }
