"""What a message from Slack holds: its buttons and menus, whom it calls, its key."""

import re
from collections.abc import Iterator
from typing import Any

Json = dict[str, Any]


def places(blocks: list[Json], action_id: str) -> list[str]:
    """Return the blocks that hold an element with *action_id*, in order."""
    found = []
    for block in blocks:
        held = [*block.get("elements", ()), block.get("accessory") or {}]
        found += [block["block_id"] for element in held if element.get("action_id") == action_id]
    return found


def offered(message: Json, action_id: str, nth: int = 0) -> list[str]:
    """Return the values that the *nth* menu with *action_id* offers."""
    every = [
        element
        for block in message["blocks"]
        for element in [*block.get("elements", ()), block.get("accessory") or {}]
        if element.get("action_id") == action_id
    ]
    return [option["value"] for option in every[nth]["options"]]


def pings(message: Json) -> list[str]:
    """Return everything in a message that calls somebody: mentions, broadcasts, user elements.

    Slack reads a message's text and every `mrkdwn`; in `plain_text` and in the texts of a
    `rich_text` the same signs are just signs.
    """
    return [call for text in _read(message) for call in re.findall(r"<[!@][^>]*>?", text)]


def _read(part: Any) -> Iterator[str]:
    """Yield what Slack reads as markup in a part of a message."""
    if isinstance(part, list):
        for each in part:
            yield from _read(each)
    elif isinstance(part, dict):
        kind = part.get("type")
        if kind in ("user", "usergroup", "broadcast"):
            yield f"<!{kind}>"
        if kind in ("message", "mrkdwn"):
            yield part.get("text", "")
        yield from _read([value for value in part.values() if isinstance(value, list | dict)])


def key_of(message: Json) -> str:
    """Return the outbox's key in a message's metadata, or ""."""
    return str((message.get("metadata") or {}).get("event_payload", {}).get("key", ""))
