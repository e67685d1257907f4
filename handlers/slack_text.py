"""Slack's own markup of a message, as plain text: what an idea keeps of what somebody wrote."""

import re
from collections.abc import Mapping
from typing import Any

from bot.domain.text import tidy

_ENTITY = re.compile(r"<([^<>|]*)(?:\|([^<>]*))?>")
_MENTION = re.compile(r"<@([UW][A-Z0-9]+)(?:\|[^<>]*)?>")


def unescape(text: str) -> str:
    """Return what was written before Slack escaped it.

    >>> unescape("r&amp;d &lt;3")
    'r&d <3'
    """
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def text_of(command: Mapping[str, Any]) -> str:
    """Return what was written after a slash command."""
    return tidy(unescape(str(command.get("text") or "")))


def mentioned(text: str) -> frozenset[str]:
    """Return the ids of the people that *text* mentions."""
    return frozenset(_MENTION.findall(text))


def plain(text: str, names: Mapping[str, str], somebody: str) -> str:
    """Return *text* without Slack's markup; people are named by *names*, or called *somebody*.

    >>> plain("<@U1> &amp; <#C1|plan>: <https://a.se|här> <!here>", {"U1": "Amira"}, "någon")
    '@Amira & #plan: här (https://a.se) @here'
    """
    return unescape(_ENTITY.sub(lambda found: _said(found, names, somebody), text))


def _said(found: re.Match[str], names: Mapping[str, str], somebody: str) -> str:
    target, label = found[1], found[2] or ""
    if target.startswith("@"):
        return f"@{names.get(target[1:], label or somebody)}"
    if target.startswith("#"):
        return f"#{label}" if label else "#…"
    if target.startswith("!"):
        return label or f"@{target[1:].split('^')[0]}"
    address = target.removeprefix("mailto:")
    return f"{label} ({address})" if label and label not in (address, target) else address
