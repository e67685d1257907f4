"""auth.*, users.*, bots.*, team.*, reactions.* and the little methods around them."""

import re

from bot.sandbox.identity import APP, BOT, BOT_USER, TEAM, TEAM_DOMAIN
from bot.sandbox.slack.api_call import ApiError, Call, page
from bot.sandbox.slack.people import User, user_info
from bot.sandbox.state import Json

EMOJI = re.compile(r"[a-z0-9_+'-]{1,100}(::skin-tone-[2-6])?")
TEAM_NAMES = {"sv": "Redaktionen", "en": "The content team"}
LOCALES = {"sv": "sv-SE", "en": "en-GB"}


def api_test(call: Call) -> Json:
    """Answer the arguments, or the error that they ask for."""
    if "error" in call.args:
        raise ApiError(call.text("error"), args=call.args)
    return {"args": call.args}


def auth_test(call: Call) -> Json:
    """Answer who the token is."""
    if call.is_app_token:
        return {"app_name": call.slack.manifest.bot_name, "app_id": APP}
    return {
        "url": f"{call.slack.address}/",
        "team": _team_name(call),
        "user": call.slack.workspace.users[BOT_USER].name,
        "team_id": TEAM,
        "user_id": BOT_USER,
        "bot_id": BOT,
        "is_enterprise_install": False,
    }


def connections_open(call: Call) -> Json:
    """Answer an address that opens one Socket Mode connection."""
    base = call.slack.address.replace("http", "ws", 1)
    return {"url": f"{base}/socket/{call.slack.sockets.ticket()}"}


def team_info(call: Call) -> Json:
    """Answer the workspace."""
    team = {"id": TEAM, "name": _team_name(call), "domain": TEAM_DOMAIN, "email_domain": ""}
    return {"team": team | {"url": f"{call.slack.address}/", "icon": {"image_default": True}}}


def _team_name(call: Call) -> str:
    return TEAM_NAMES[call.slack.options.language]


def bots_info(call: Call) -> Json:
    """Answer the app's bot."""
    if call.text("bot") not in ("", BOT):
        raise ApiError("bot_not_found")
    name = call.slack.manifest.bot_name
    bot = {"id": BOT, "app_id": APP, "user_id": BOT_USER, "name": name, "deleted": False}
    return {"bot": bot | {"updated": 1_700_000_000, "icons": {}}}


def users_info(call: Call) -> Json:
    """Answer one account: members, guests, strangers, bots and the deleted alike."""
    user = call.slack.workspace.users.get(call.text("user"))
    if user is None:
        raise ApiError("user_not_found")
    return {"user": _info(call, user)}


def users_list(call: Call) -> Json:
    """Answer every account of the team."""
    team = [u for u in call.slack.workspace.users.values() if not u.is_stranger]
    found, metadata = page(team, call, 1000, 1000)
    now = int(call.slack.clock.now().timestamp())
    members = [_info(call, user) for user in found]
    return {"members": members, "cache_ts": now, "response_metadata": metadata}


def _info(call: Call, user: User) -> Json:
    offset = call.slack.local(call.slack.clock.now()).utcoffset()
    seconds = int(offset.total_seconds()) if offset else 0
    body = user_info(user, call.slack.options.timezone, seconds)
    if call.flag("include_locale"):
        body["locale"] = LOCALES[call.slack.options.language]
    return body


def reactions_add(call: Call) -> Json:
    """Put an emoji on a message, as the bot."""
    channel, ts = _item(call)
    call.slack.workspace.react(channel, ts, BOT_USER, _emoji(call))
    return {}


def reactions_remove(call: Call) -> Json:
    """Take the bot's emoji off a message."""
    channel, ts = _item(call)
    call.slack.workspace.unreact(channel, ts, BOT_USER, _emoji(call))
    return {}


def reactions_get(call: Call) -> Json:
    """Answer a message with its reactions."""
    channel, ts = _item(call)
    message = call.slack.workspace.get(channel, ts)
    return {"type": "message", "channel": channel, "message": message}


def _item(call: Call) -> tuple[str, str]:
    """Return channel and ts of the message that a call is about."""
    ts = call.text("timestamp")
    if not call.text("channel") or not ts:
        raise ApiError("no_item_specified")
    channel = call.joined_channel()
    if channel.is_archived:
        raise ApiError("is_archived")
    return channel.id, ts


def _emoji(call: Call) -> str:
    name = call.text("name").strip(":")
    if not EMOJI.fullmatch(name):
        raise ApiError("invalid_name")
    return name
