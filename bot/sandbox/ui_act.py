"""What people do on the page's Slack half: write, react, run commands, click, fill in forms."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.sandbox.identity import BOT_USER
from bot.sandbox.slack import forms, interactions
from bot.sandbox.slack.core import Slack
from bot.sandbox.slack.people import Channel, User
from bot.sandbox.slack.typing_text import stored
from bot.sandbox.slack.workspace import Refused
from bot.sandbox.state import Json

MOST_TYPED = 40_000


@dataclass(frozen=True, slots=True)
class Act:
    """Somebody does something: who, and what the page sent."""

    slack: Slack
    user: User
    body: Json
    id: str = ""

    def channel(self) -> Channel:
        """Return the channel it happens in; a private one only for its members."""
        channel = self.slack.workspace.channel(str(self.body.get("channel")))
        if (channel.is_private or channel.is_im) and self.user.id not in channel.members:
            raise Refused("channel_not_found")
        return channel

    def message(self) -> tuple[Channel, Json]:
        """Return the message it is about."""
        channel = self.channel()
        return channel, self.slack.workspace.get(channel.id, str(self.body.get("ts")))


Doing = Callable[[Act], Awaitable[Json]]


def routes(slack: Slack) -> list[Route]:
    """Return the routes on which people act."""
    doings: dict[str, Doing] = {
        "/ui/messages": write,
        "/ui/messages/delete": remove,
        "/ui/commands": run_command,
        "/ui/shortcuts": run_shortcut,
        "/ui/reactions": react,
        "/ui/actions": click,
        "/ui/options": load_options,
        "/ui/views/{id}/submit": submit,
        "/ui/views/{id}/close": close,
        "/ui/home/open": open_home,
    }
    return [Route(path, acting(slack, do), methods=["POST"]) for path, do in doings.items()]


def acting(slack: Slack, do: Doing) -> Callable[[Request], Awaitable[Response]]:
    """Return the endpoint that does *do* for the person who acts."""

    async def endpoint(request: Request) -> Response:
        try:
            body = await json_body(request)
            act = Act(slack, _person(slack, body), body, request.path_params.get("id", ""))
            done = await do(act)
        except forms.Objections as objections:
            return JSONResponse({"ok": False, "error": "errors", "errors": objections.errors})
        except Refused as refused:
            return JSONResponse({"ok": False, "error": str(refused)})
        return JSONResponse({"ok": True} | done)

    return endpoint


def _person(slack: Slack, body: Json) -> User:
    """Return who sits at the page."""
    user = slack.workspace.users.get(str(body.get("as")))
    if user is None:
        raise Refused("user_not_found")
    return user


async def json_body(request: Request) -> Json:
    """Return the JSON object that a page posted."""
    try:
        body: Any = json.loads(await request.body() or b"{}")
    except ValueError:
        raise Refused("invalid_json") from None
    if not isinstance(body, dict):
        raise Refused("invalid_json")
    return body


async def write(act: Act) -> Json:
    """Post a message or a reply."""
    channel, text = act.channel(), str(act.body.get("text", ""))
    if not text.strip():
        raise Refused("no_text")
    if len(text) > MOST_TYPED:
        raise Refused("msg_too_long")
    if act.user.id not in channel.members:
        raise Refused("not_in_channel")
    content: Json = {"text": stored(act.slack.workspace, text)}
    if act.body.get("thread_ts"):
        parent = act.slack.workspace.get(channel.id, str(act.body["thread_ts"]))
        content["thread_ts"] = parent.get("thread_ts", parent["ts"])
    return {"ts": act.slack.workspace.post(channel.id, act.user.id, content)["ts"]}


async def remove(act: Act) -> Json:
    """Delete a message of one's own, or dismiss an ephemeral one."""
    channel, ts = act.channel(), str(act.body.get("ts"))
    whispers = act.slack.workspace.whispers
    whisper = whispers.find(channel.id, ts)
    if whisper is not None and whisper["person"] == act.user.id:
        whispers.drop(channel.id, ts)
        return {}
    if act.slack.workspace.get(channel.id, ts).get("user") != act.user.id:
        raise Refused("cant_delete_message")
    act.slack.workspace.delete(channel.id, ts)
    return {}


async def react(act: Act) -> Json:
    """Add a reaction, or take one's own away."""
    channel, message = act.message()
    if act.user.id not in channel.members:
        raise Refused("not_in_channel")
    name = str(act.body.get("name", "")).strip(":")
    if not name:
        raise Refused("invalid_name")
    removing = act.body.get("action") == "remove"
    change = act.slack.workspace.unreact if removing else act.slack.workspace.react
    change(channel.id, message["ts"], act.user.id, name)
    return {}


async def run_command(act: Act) -> Json:
    """Run a slash command: the app's, or one of Slack's own two that the sandbox has."""
    name, text = str(act.body.get("command")), str(act.body.get("text", ""))
    if name in ("/invite", "/remove"):
        return _change_membership(act, name, text)
    await interactions.run_command(act.slack, act.user, act.channel(), name, text)
    return {}


def _change_membership(act: Act, name: str, text: str) -> Json:
    wanted = text.strip().removeprefix("@")
    users = act.slack.workspace.users.values()
    found = [u for u in users if wanted in (u.name, u.real_name, u.id, f"<@{u.id}>")]
    if not found:
        raise Refused("user_not_found")
    channel = act.channel()
    if name == "/invite":
        act.slack.workspace.join(channel.id, found[0].id, act.user.id)
    else:
        act.slack.workspace.leave(channel.id, found[0].id)
    return {}


async def run_shortcut(act: Act) -> Json:
    """Start a global shortcut, or one on a message."""
    channel = act.channel() if act.body.get("channel") else None
    callback_id, ts = str(act.body.get("callback_id")), act.body.get("ts")
    await interactions.run_shortcut(act.slack, act.user, callback_id, channel, ts)
    return {}


def _check_element(body: Json) -> None:
    """Refuse a body that does not name an element of a message, modal or home tab."""
    names = body.get("block_id") and body.get("action_id")
    if not names or not isinstance(body.get("container"), dict):
        raise Refused("invalid_arguments")


async def click(act: Act) -> Json:
    """Use an interactive element."""
    _check_element(act.body)
    await interactions.run_action(act.slack, act.user, act.body)
    return {}


async def load_options(act: Act) -> Json:
    """Ask the app for options."""
    _check_element(act.body)
    return {"options": await interactions.load_options(act.slack, act.user, act.body)}


async def submit(act: Act) -> Json:
    """Submit a form."""
    await forms.submit(act.slack, act.user, act.id, act.body.get("values") or {})
    return {}


async def close(act: Act) -> Json:
    """Close a modal, or all of them."""
    forms.close(act.slack, act.user, act.id, everything=bool(act.body.get("all")))
    return {}


async def open_home(act: Act) -> Json:
    """Look at the app's home tab."""
    if not act.slack.manifest.has_home or act.user.id == BOT_USER:
        raise Refused("not_enabled")
    act.slack.feed.home_opened(act.user.id, act.slack.views.home(act.user.id))
    return {}
