"""conversations.*: finding channels, reading what was said in them."""

from collections.abc import Callable

from bot.sandbox.identity import BOT_USER
from bot.sandbox.slack.api_call import ApiError, Call, page
from bot.sandbox.slack.people import Channel, channel_info
from bot.sandbox.state import Json

TYPES = {"public_channel": "channels", "private_channel": "groups", "im": "im", "mpim": "mpim"}


def list_(call: Call) -> Json:
    """Answer the channels of the asked types that the bot can see."""
    wanted = [t.strip() for t in (call.text("types") or "public_channel").split(",")]
    families = [_family(call, name) for name in wanted]
    visible = [c for c in call.slack.workspace.channels.values() if _is_visible(c)]
    rows = [c for c in visible if c.scope_family in families]
    if call.flag("exclude_archived"):
        rows = [c for c in rows if not c.is_archived]
    found, metadata = page(rows, call, 100, 1000)
    return {
        "channels": [channel_info(c, BOT_USER) for c in found],
        "response_metadata": metadata,
    }


def _family(call: Call, name: str) -> str:
    if name not in TYPES:
        raise ApiError("invalid_types")
    call.need_scope(f"{TYPES[name]}:read")
    return TYPES[name]


def _is_visible(channel: Channel) -> bool:
    return BOT_USER in channel.members or not (channel.is_private or channel.is_im)


def info(call: Call) -> Json:
    """Answer one channel."""
    channel = call.channel()
    call.need_scope(f"{channel.scope_family}:read")
    shown = channel_info(channel, BOT_USER)
    if not call.flag("include_num_members"):
        shown.pop("num_members", None)
    return {"channel": shown}


def members(call: Call) -> Json:
    """Answer the ids of a channel's members."""
    channel = call.channel()
    call.need_scope(f"{channel.scope_family}:read")
    found, metadata = page(list(channel.members), call, 100, 1000)
    return {"members": found, "response_metadata": metadata}


def open_(call: Call) -> Json:
    """Open the direct conversation with one person."""
    users = [u.strip() for u in call.text("users").split(",") if u.strip()]
    if not users:
        raise ApiError("users_list_not_supplied")
    if len(users) > 1:
        raise ApiError("too_many_users")
    user = call.slack.workspace.users.get(users[0])
    if user is None or user.is_stranger:
        raise ApiError("user_not_found")
    if user.deleted:
        raise ApiError("user_disabled")
    channel = call.slack.workspace.dm(user.id)
    shown = channel_info(channel, BOT_USER) if call.flag("return_im") else {"id": channel.id}
    return {"channel": shown}


def join(call: Call) -> Json:
    """Make the bot a member of a public channel."""
    channel = call.channel()
    if channel.is_im or channel.is_private:
        raise ApiError("method_not_supported_for_channel_type")
    if channel.is_archived:
        raise ApiError("is_archived")
    is_new = call.slack.workspace.join(channel.id, BOT_USER)
    shown = {"channel": channel_info(call.slack.workspace.channels[channel.id], BOT_USER)}
    return shown if is_new else shown | {"warning": "already_in_channel"}


def history(call: Call) -> Json:
    """Answer a channel's messages, newest first, without replies that stayed in their thread."""
    channel = _readable(call)
    every = call.slack.workspace.messages(channel.id)
    rows = [m for m in every if _is_in_channel(m) and _in_range(call)(m)]
    return _messages(call, rows[::-1], 100)


def replies(call: Call) -> Json:
    """Answer a thread, its parent first; the ts of a reply answers that reply alone."""
    channel = _readable(call)
    workspace = call.slack.workspace
    ts = call.text("ts")
    message = workspace.find(channel.id, ts)
    if message is None:
        raise ApiError("thread_not_found")
    if message.get("thread_ts") not in (None, ts):
        return _messages(call, [message], 1000)
    parent, *rest = workspace.thread(channel.id, ts)
    return _messages(call, [parent, *filter(_in_range(call), rest)], 1000)


def _readable(call: Call) -> Channel:
    channel = call.joined_channel()
    call.need_scope(f"{channel.scope_family}:history")
    return channel


def _is_in_channel(message: Json) -> bool:
    is_reply = message.get("thread_ts") not in (None, message["ts"])
    return not is_reply or message.get("subtype") == "thread_broadcast"


def _in_range(call: Call) -> Callable[[Json], bool]:
    """Return whether a message lies between oldest and latest, the ends only if inclusive."""
    oldest, latest = (_bound(call, name) for name in ("oldest", "latest"))
    inclusive = call.flag("inclusive")

    def inside(message: Json) -> bool:
        ts = _as_key(message["ts"])
        if inclusive and ts in (oldest, latest):
            return True
        return (oldest is None or ts > oldest) and (latest is None or ts < latest)

    return inside


def _bound(call: Call, name: str) -> tuple[int, int] | None:
    value = call.text(name)
    if not value or (name == "oldest" and value == "0"):
        return None
    try:
        return _as_key(value)
    except ValueError:
        raise ApiError(f"invalid_ts_{name}") from None


def _as_key(ts: str) -> tuple[int, int]:
    """Return a ts as numbers; the fraction may have any number of digits."""
    seconds, _, micros = ts.partition(".")
    return int(seconds), int((micros + "000000")[:6])


def _messages(call: Call, rows: list[Json], default: int) -> Json:
    found, metadata = page(rows, call, default, 999 if default == 100 else 1000)
    with_metadata = call.flag("include_all_metadata")
    body: Json = {
        "messages": [_shown(message, with_metadata=with_metadata) for message in found],
        "has_more": bool(metadata["next_cursor"]),
        "pin_count": 0,
    }
    return body | ({"response_metadata": metadata} if metadata["next_cursor"] else {})


def _shown(message: Json, *, with_metadata: bool) -> Json:
    """Return a message as history shows it: without asking, metadata tells only its type."""
    if "metadata" not in message or with_metadata:
        return message
    return message | {"metadata": {"event_type": message["metadata"]["event_type"]}}
