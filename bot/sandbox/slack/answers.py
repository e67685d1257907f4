"""What an app answers to a command or a click: shown to the person, or in place of the message."""

from bot.sandbox.identity import BOT_USER
from bot.sandbox.slack.content import (
    MOST_TEXT,
    BadContent,
    authored,
    checked_blocks,
    checked_metadata,
    fallback,
)
from bot.sandbox.slack.core import Slack
from bot.sandbox.slack.replies import ReplyUrl
from bot.sandbox.state import Json


def show(slack: Slack, reply: ReplyUrl, answer: Json) -> None:
    """Do what an acknowledgement or a post to a response URL asks for; raise BadContent."""
    if answer.get("delete_original"):
        _remove(slack, reply)
        return
    content = _content(slack, answer)
    if _replaces(reply, answer):
        _replace(slack, reply, content)
    elif answer.get("response_type") == "in_channel":
        slack.workspace.post(reply.channel, BOT_USER, content | _thread(answer.get("thread_ts")))
    else:
        where = _thread(answer.get("thread_ts") or reply.thread_ts)
        ts = slack.workspace.free_ts(reply.channel)
        slack.workspace.whispers.add(reply.channel, reply.user, ts, content | where)


def _thread(ts: str | None) -> Json:
    return {"thread_ts": ts} if ts else {}


def _replaces(reply: ReplyUrl, answer: Json) -> bool:
    """Return whether the source gives way: when asked for, or when its visibility stays the same.

    An ephemeral message can never become visible to all, nor the other way round.
    """
    if reply.ts is None:
        return False
    if "replace_original" in answer:
        return bool(answer["replace_original"])
    is_ephemeral: bool = answer.get("response_type", "ephemeral") == "ephemeral"
    return reply.ephemeral == is_ephemeral


def _content(slack: Slack, answer: Json) -> Json:
    blocks = checked_blocks(answer["blocks"]) if answer.get("blocks") else []
    if not (answer.get("text") or blocks or answer.get("attachments")):
        raise BadContent("no_text")
    content: Json = {"text": str(answer.get("text") or fallback(blocks))[:MOST_TEXT]}
    content |= {"blocks": blocks} if blocks else {}
    if answer.get("metadata"):
        content["metadata"] = checked_metadata(answer["metadata"])
    return content | {"user": BOT_USER} | authored(slack.manifest.bot_name)


def _replace(slack: Slack, reply: ReplyUrl, content: Json) -> None:
    ts = str(reply.ts)
    if reply.ephemeral:
        if slack.workspace.whispers.find(reply.channel, ts):
            slack.workspace.whispers.replace(reply.channel, ts, content)
        return
    message = slack.workspace.get(reply.channel, ts)
    plain = {k: v for k, v in message.items() if k not in ("text", "blocks")}
    slack.workspace.edit(reply.channel, ts, plain | content)


def _remove(slack: Slack, reply: ReplyUrl) -> None:
    if reply.ts and reply.ephemeral:
        slack.workspace.whispers.drop(reply.channel, reply.ts)
    elif reply.ts:
        slack.workspace.delete(reply.channel, reply.ts)
