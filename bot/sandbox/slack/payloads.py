"""What Slack sends when a person acts: the shapes of commands, clicks, shortcuts and forms."""

from bot.sandbox.identity import APP, TEAM, TEAM_DOMAIN, VERIFICATION_TOKEN
from bot.sandbox.slack.inputs import FIELDS, STATELESS
from bot.sandbox.slack.people import Channel, User
from bot.sandbox.state import Json

SHOWN_IN_ACTION = ("text", "value", "style", "url", "placeholder", "confirm")


def command(user: User, channel: Channel, name: str, text: str) -> Json:
    """Return a slash command, without its trigger and response URL."""
    return {
        "token": VERIFICATION_TOKEN,
        "team_id": TEAM,
        "team_domain": TEAM_DOMAIN,
        "channel_id": channel.id,
        "channel_name": _channel_name(channel),
        "user_id": user.id,
        "user_name": user.name,
        "command": name,
        "text": text,
        "api_app_id": APP,
        "is_enterprise_install": "false",
    }


def interaction(kind: str, user: User) -> Json:
    """Return what every interactive payload begins with."""
    return {
        "type": kind,
        "user": {"id": user.id, "username": user.name, "name": user.name, "team_id": TEAM},
        "team": {"id": TEAM, "domain": TEAM_DOMAIN},
        "api_app_id": APP,
        "token": VERIFICATION_TOKEN,
        "enterprise": None,
        "is_enterprise_install": False,
    }


def channel_brief(channel: Channel) -> Json:
    """Return the channel of an interaction."""
    return {"id": channel.id, "name": _channel_name(channel)}


def _channel_name(channel: Channel) -> str:
    return "directmessage" if channel.is_im else channel.name


def message_container(channel: str, message: Json, *, is_ephemeral: bool) -> Json:
    """Return the container of a click in a message."""
    container = {
        "type": "message",
        "message_ts": message["ts"],
        "channel_id": channel,
        "is_ephemeral": is_ephemeral,
    }
    thread = message.get("thread_ts")
    return container | ({"thread_ts": thread} if thread else {})


def action(element: Json, block_id: str, chosen: Json, ts: str) -> Json:
    """Return one entry of `actions`: the element as clicked, with what was chosen."""
    kind = element["type"]
    shown = {key: element[key] for key in SHOWN_IN_ACTION if key in element}
    initial = FIELDS[kind].initial if kind in FIELDS and kind not in STATELESS else ""
    if initial in element:
        shown[initial] = element[initial]
    where = {"type": kind, "action_id": element["action_id"], "block_id": block_id}
    return where | shown | chosen | {"action_ts": ts}
