"""People act, the app answers: commands, clicks, shortcuts and forms, each within three seconds."""

from dataclasses import dataclass
from typing import Any

from bot.sandbox.slack import answers, payloads
from bot.sandbox.slack.content import BadContent
from bot.sandbox.slack.core import Slack
from bot.sandbox.slack.delivery import Undelivered, envelope
from bot.sandbox.slack.file_fields import with_files
from bot.sandbox.slack.inputs import FIELDS, entry, find_element, state_values
from bot.sandbox.slack.people import Channel, User
from bot.sandbox.slack.replies import ReplyUrl
from bot.sandbox.slack.timestamps import timestamp
from bot.sandbox.slack.typing_text import escaped_command_text
from bot.sandbox.slack.workspace import Refused
from bot.sandbox.state import Json


@dataclass(frozen=True, slots=True)
class Surface:
    """Where an element stands: what it is called there and what the payload says of it."""

    key: str
    blocks: list[Json]
    described: Json
    view: str | None = None
    modal: str | None = None
    reply: ReplyUrl | None = None


async def send(slack: Slack, kind: str, payload: Json, *, accepts_answer: bool) -> Json:
    """Deliver a payload; refuse with the word the person sees when the app fails."""
    what = payload.get("command") or payload["type"]
    if not slack.transport.connected:
        slack.line(f"not delivered {what}: the bot is not connected")
        raise Refused("bot_offline")
    try:
        answer = await slack.transport.send(envelope(kind, payload, accepts_answer=accepts_answer))
    except Undelivered as failure:
        slack.line(f"not answered  {what}: {failure.reason}")
        raise Refused(_words(failure.reason)) from None
    slack.line(f"answered      {what}")
    return answer


def _words(reason: str) -> str:
    return "operation_timeout" if reason == "timeout" else "dispatch_failed"


def response_url(slack: Slack, reply: ReplyUrl) -> str:
    """Return a new response URL."""
    return f"{slack.address}/response/{slack.replies.give(reply)}"


async def run_command(slack: Slack, user: User, channel: Channel, name: str, text: str) -> None:
    """Run a slash command and show what the acknowledgement carries."""
    known = slack.manifest.command(name)
    if known is None:
        raise Refused("unknown_command")
    sent = escaped_command_text(slack.workspace, text) if known.get("should_escape") else text
    reply = ReplyUrl(user.id, channel.id)
    payload = payloads.command(user, channel, name, sent.strip()) | {
        "response_url": response_url(slack, reply),
        "trigger_id": slack.triggers.give(user.id),
    }
    answer = await send(slack, "slash_commands", payload, accepts_answer=True)
    if answer.get("response_type") == "in_channel":
        with slack.workspace.quiet():  # the command as typed; no event tells of it
            slack.workspace.post(channel.id, user.id, {"text": f"{name} {text}".strip()})
        slack.hub.publish("channel", channel.id)
    if answer.get("text") or answer.get("blocks"):
        _show(slack, reply, answer)


def _show(slack: Slack, reply: ReplyUrl, answer: Json) -> None:
    try:
        answers.show(slack, reply, answer)
    except BadContent as bad:
        slack.line(f"refused       {bad.code} {'; '.join(bad.messages)}")
        raise Refused("invalid_response") from None


async def run_shortcut(
    slack: Slack, user: User, callback_id: str, channel: Channel | None, ts: str | None
) -> None:
    """Start a global shortcut, or a message shortcut on the message at *ts*."""
    known = slack.manifest.shortcut(callback_id)
    if known is None or not slack.manifest.is_interactive:
        raise Refused("unknown_shortcut")
    now = timestamp(slack.clock.now())
    about = {"callback_id": callback_id, "trigger_id": slack.triggers.give(user.id)}
    if known["type"] == "global":
        payload = payloads.interaction("shortcut", user) | about | {"action_ts": now}
    else:
        payload = payloads.interaction("message_action", user) | about
        payload |= _about_message(slack, user, channel, ts) | {"action_ts": now}
    await send(slack, "interactive", payload, accepts_answer=False)


def _about_message(slack: Slack, user: User, channel: Channel | None, ts: str | None) -> Json:
    """Return what a message shortcut says of its message; ephemeral ones offer none."""
    if channel is None or ts is None:
        raise Refused("message_not_found")
    message = slack.workspace.get(channel.id, ts)
    reply = ReplyUrl(user.id, channel.id)  # it cannot replace what somebody else wrote
    return {
        "channel": payloads.channel_brief(channel),
        "message": message,
        "message_ts": ts,
        "response_url": response_url(slack, reply),
    }


# -- clicks


def surface(slack: Slack, user: User, container: Json) -> Surface:
    """Return the message, modal or home tab that a click happened in."""
    if container.get("type") == "message":
        channel, ts = str(container.get("channel")), str(container.get("ts"))
        return _message_surface(slack, user, channel, ts)
    view = _view_of(slack, user, container)
    described = {"container": {"type": "view", "view_id": view["id"]}, "view": view}
    modal = view["id"] if view["type"] == "modal" else None
    return Surface(view["id"], view["blocks"], described, view["id"], modal)


def _view_of(slack: Slack, user: User, container: Json) -> Json:
    if container.get("type") == "home":
        home = slack.views.home(user.id)
        if home is None:
            raise Refused("view_not_found")
        return home
    view_id = str(container.get("view_id"))
    if view_id not in [view["id"] for view in slack.views.stack(user.id)]:
        raise Refused("view_not_found")
    return slack.views.get(view_id)


def _message_surface(slack: Slack, user: User, channel_id: str, ts: str) -> Surface:
    channel = slack.workspace.channel(channel_id)
    whisper = slack.workspace.whispers.find(channel_id, ts)
    if whisper is not None and whisper["person"] != user.id:
        raise Refused("message_not_found")
    message = whisper["message"] if whisper else slack.workspace.get(channel_id, ts)
    is_ephemeral = whisper is not None
    described = {
        "container": payloads.message_container(channel_id, message, is_ephemeral=is_ephemeral),
        "channel": payloads.channel_brief(channel),
    }
    if not is_ephemeral:
        described["message"] = message  # Slack leaves ephemeral messages out
    reply = ReplyUrl(user.id, channel_id, ts, is_ephemeral, message.get("thread_ts"))
    return Surface(f"{channel_id}/{ts}", message.get("blocks", []), described, reply=reply)


async def run_action(slack: Slack, user: User, body: Json) -> None:
    """Send what an element holds now; *body* is what the page posts."""
    if not slack.manifest.is_interactive:
        raise Refused("dispatch_failed")
    where = surface(slack, user, body["container"])
    given = (body.get("state") or {}).get("values") or {}
    given = with_files(slack, where.blocks, given)
    values = state_values(where.blocks, given, slack.offers.get(where.key, {}))
    payload = payloads.interaction("block_actions", user) | where.described
    payload["actions"] = [_action(slack, where, body)]
    payload["trigger_id"] = slack.triggers.give(user.id, where.modal)
    if where.view:
        payload["view"] = slack.views.remember(where.view, values, None)
    else:
        payload["state"] = {"values": values}
    if where.reply:
        payload["response_url"] = response_url(slack, where.reply)
    await send(slack, "interactive", payload, accepts_answer=False)


def _action(slack: Slack, where: Surface, body: Json) -> Json:
    """Return the action, refusing what the element does not offer; `forge` overrides that."""
    block_id, action_id = str(body["block_id"]), str(body["action_id"])
    element = find_element(where.blocks, block_id, action_id)
    forged = body.get("forge")
    now = timestamp(slack.clock.now())
    if forged is not None:
        element = element or {"type": "button", "action_id": action_id}
        return payloads.action(element, block_id, forged, now)
    if element is None:
        raise Refused("invalid_action")
    offers = slack.offers.get(where.key, {}).get(action_id)
    return payloads.action(element, block_id, _chosen(element, body.get("value"), offers), now)


def _chosen(element: Json, value: Any, offers: list[Json] | None) -> Json:  # noqa: ANN401
    if element["type"] in FIELDS:
        return entry(element, value, offers)
    if element["type"] == "feedback_buttons":
        return {"value": value}
    return {}


async def load_options(slack: Slack, user: User, body: Json) -> list[Json]:
    """Ask the app for the options of an external select."""
    where = surface(slack, user, body["container"])
    block_id, action_id = str(body["block_id"]), str(body["action_id"])
    if find_element(where.blocks, block_id, action_id) is None:
        raise Refused("invalid_action")
    about = {"block_id": block_id, "action_id": action_id, "value": str(body.get("query", ""))}
    payload = payloads.interaction("block_suggestion", user) | where.described | about
    answer = await send(slack, "interactive", payload, accepts_answer=True)
    options = list(answer.get("options", ()))
    for group in answer.get("option_groups", ()):
        options += group["options"]
    slack.offers.setdefault(where.key, {})[action_id] = options[:100]
    return options[:100]
