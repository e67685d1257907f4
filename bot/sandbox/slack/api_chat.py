"""chat.*: posting, changing and removing messages."""

from typing import Any

from bot.sandbox.identity import BOT, BOT_USER
from bot.sandbox.slack.api_call import ApiError, Call, invalid
from bot.sandbox.slack.api_files import check_pictures
from bot.sandbox.slack.content import (
    MOST_TEXT,
    MOST_UPDATE_TEXT,
    BadContent,
    authored,
    checked_blocks,
    checked_metadata,
    fallback,
)
from bot.sandbox.slack.people import Channel
from bot.sandbox.slack.timestamps import timestamp
from bot.sandbox.state import Json

MOST_ATTACHMENTS = 100
MOST_MARKDOWN = 12_000


def post_message(call: Call) -> Json:
    """Post a message; answers its ts."""
    channel = _target(call)
    content = _content(call) | _thread(call, channel)
    metadata = call.structure("metadata", "invalid_metadata_format")
    if metadata is not None:
        content["metadata"] = _refusing(checked_metadata, metadata)
    content |= authored(call.slack.manifest.bot_name)
    message = call.slack.workspace.post(channel.id, BOT_USER, content)
    return {"channel": channel.id, "ts": message["ts"], "message": message}


def post_ephemeral(call: Call) -> Json:
    """Show a message to one member of the channel."""
    channel, person = _target(call), call.text("user")
    if person not in channel.members:
        raise ApiError("user_not_in_channel")
    content = _content(call) | _thread(call, channel) | {"user": BOT_USER}
    content |= authored(call.slack.manifest.bot_name)
    workspace = call.slack.workspace
    ts = workspace.free_ts(channel.id)
    return {"message_ts": workspace.whispers.add(channel.id, person, ts, content)["ts"]}


def update(call: Call) -> Json:
    """Change a message of the app's own."""
    channel, message = _own(call, "cant_update_message")
    if len(call.text("text")) > MOST_UPDATE_TEXT:
        raise ApiError("msg_too_long")
    changed = _metadata_changed(call, _content_changed(call, message))
    call.slack.workspace.edit(channel.id, message["ts"], changed)
    return {
        "channel": channel.id,
        "ts": message["ts"],
        "text": changed["text"],
        "message": changed,
    }


def delete(call: Call) -> Json:
    """Remove a message of the app's own."""
    channel, message = _own(call, "cant_delete_message")
    call.slack.workspace.delete(channel.id, message["ts"])
    return {"channel": channel.id, "ts": message["ts"]}


def get_permalink(call: Call) -> Json:
    """Answer the address of a message."""
    channel = call.channel()
    message = call.slack.workspace.get(channel.id, call.text("message_ts"))
    return {"channel": channel.id, "permalink": permalink(call.slack.address, channel.id, message)}


def permalink(address: str, channel: str, message: Json) -> str:
    """Return the address of a message; one in a thread names its parent."""
    ts, parent = message["ts"], message.get("thread_ts")
    link = f"{address}/archives/{channel}/p{ts.replace('.', '')}"
    return f"{link}?thread_ts={parent}&cid={channel}" if parent and parent != ts else link


# -- where to


def _target(call: Call) -> Channel:
    """Return the channel to post to: an id, a `#name`, or a person's id for their own channel."""
    channel = _named(call, call.text("channel"))
    if channel.is_archived:
        raise ApiError("is_archived")
    if channel.is_im and not call.slack.manifest.has_messages:
        raise ApiError("messages_tab_disabled")
    if BOT_USER not in channel.members:
        if channel.is_private:
            raise ApiError("channel_not_found")
        if not call.has_scope("chat:write.public"):
            raise ApiError("not_in_channel")
    return channel


def _named(call: Call, key: str) -> Channel:
    workspace = call.slack.workspace
    if key in workspace.users:
        return workspace.dm(key)
    by_name = {c.name: c for c in workspace.channels.values() if not c.is_im}
    channel = workspace.channels.get(key) or by_name.get(key.removeprefix("#"))
    if channel is None:
        raise ApiError("channel_not_found")
    return channel


def _thread(call: Call, channel: Channel) -> Json:
    """Return the keys of a reply; its parent must be there and not be a reply itself."""
    parent = call.text("thread_ts")
    if not parent:
        return {}
    message = call.slack.workspace.find(channel.id, parent)
    if message is None:
        raise ApiError("thread_not_found")
    if message.get("thread_ts") not in (None, parent):
        raise ApiError("cannot_reply_to_message")
    is_broadcast = call.flag("reply_broadcast")
    return {"thread_ts": parent} | ({"subtype": "thread_broadcast"} if is_broadcast else {})


def _own(call: Call, refusal: str) -> tuple[Channel, Json]:
    """Return the channel and the message that a call names, if the app wrote it."""
    channel = call.channel()
    message = call.slack.workspace.get(channel.id, call.text("ts"))
    if message.get("bot_id") != BOT:
        raise ApiError(refusal)
    if channel.is_archived:
        raise ApiError("is_archived")
    return channel, message


# -- what


def _content(call: Call) -> Json:
    """Return text, blocks and attachments of a new message."""
    text, blocks = call.text("text"), _blocks(call)
    attachments = _attachments(call)
    markdown = call.text("markdown_text")
    if markdown:
        if text or blocks:
            raise ApiError("markdown_text_conflict")
        if len(markdown) > MOST_MARKDOWN:
            raise ApiError("msg_too_long")
        text = markdown
    if not (text or blocks or attachments):
        raise ApiError("no_text")
    content: Json = {"text": (text or fallback(blocks or []))[:MOST_TEXT]}
    content |= {"blocks": blocks} if blocks else {}
    return content | ({"attachments": attachments} if attachments else {})


def _blocks(call: Call) -> list[Json] | None:
    blocks = call.structure("blocks", "invalid_blocks_format")
    if blocks is None:
        return None
    checked: list[Json] = _refusing(checked_blocks, blocks)
    check_pictures(call, checked)
    return checked


def _attachments(call: Call) -> list[Json] | None:
    attachments = call.structure("attachments", "invalid_attachments")
    if attachments is None:
        return None
    if not isinstance(attachments, list):
        raise ApiError("invalid_attachments")
    if len(attachments) > MOST_ATTACHMENTS:
        raise ApiError("too_many_attachments")
    return attachments


def _content_changed(call: Call, message: Json) -> Json:
    """Return *message* with new content: text alone removes the blocks and marks it edited."""
    blocks, attachments = _blocks(call), _attachments(call)
    has_text = bool(call.text("text"))
    if not has_text and blocks is None and attachments is None and "metadata" not in call.args:
        raise ApiError("no_text")
    changed = {k: v for k, v in message.items() if k != "edited"}
    if has_text or blocks is not None:
        changed.pop("blocks", None)
        changed["text"] = call.text("text") or fallback(blocks or [])
    if blocks:
        changed["blocks"] = blocks
    elif has_text:
        edited = timestamp(call.slack.clock.now())
        changed["edited"] = {"user": BOT_USER, "ts": edited}
    if attachments is not None:
        changed["attachments"] = attachments
    return changed


def _metadata_changed(call: Call, message: Json) -> Json:
    """Return *message* with new metadata: omitted is kept, an empty object removes it."""
    metadata = call.structure("metadata", "invalid_metadata_format")
    if metadata is None:
        return message
    plain = {k: v for k, v in message.items() if k != "metadata"}
    return plain | ({"metadata": _refusing(checked_metadata, metadata)} if metadata else {})


def _refusing(check: Any, value: Any) -> Any:  # noqa: ANN401
    """Return what *check* makes of *value*; say a refusal the Web API's way."""
    try:
        return check(value)
    except BadContent as bad:
        if bad.messages:
            raise invalid(*bad.messages, code=bad.code) from None
        raise ApiError(bad.code) from None
