"""One call of the Web API: its arguments, its token, and the ways to refuse it."""

import base64
import json
from dataclasses import dataclass
from typing import Any

from bot.sandbox.identity import BOT_USER
from bot.sandbox.slack.core import Slack
from bot.sandbox.slack.people import Channel
from bot.sandbox.state import Json


class ApiError(Exception):
    """What `{"ok": false}` says: Slack's word, and what else the answer carries."""

    def __init__(self, code: str, **extra: object) -> None:
        super().__init__(code)
        self.body: Json = {"ok": False, "error": code} | extra


def invalid(*messages: str, code: str = "invalid_arguments") -> ApiError:
    """Return the error that lists what is wrong with arguments."""
    found = list(messages)
    extra = {"errors": found} if code == "invalid_blocks" else {}
    return ApiError(code, **extra, response_metadata={"messages": found})


@dataclass(frozen=True, slots=True)
class Call:
    """A call that passed the token check; arguments come from JSON, form and query alike."""

    slack: Slack
    method: str
    args: Json
    is_app_token: bool

    def text(self, name: str) -> str:
        """Return a string argument; missing is empty."""
        value = self.args.get(name)
        return "" if value is None else str(value)

    def flag(self, name: str, *, default: bool = False) -> bool:
        """Return a boolean argument; forms send it as a word or a digit."""
        value = self.args.get(name, default)
        return value if isinstance(value, bool) else str(value).lower() in ("1", "true")

    def number(self, name: str, default: int, most: int) -> int:
        """Return a count between 1 and *most*."""
        try:
            value = int(self.args.get(name, default))
        except (TypeError, ValueError):
            raise ApiError("invalid_limit") from None
        if not 1 <= value <= most:
            raise ApiError("invalid_limit")
        return value

    def structure(self, name: str, broken: str) -> Any:  # noqa: ANN401
        """Return an argument that is JSON, given as such or as its text; None when missing."""
        value = self.args.get(name)
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value) if value else None
        except ValueError:
            raise ApiError(broken) from None

    # -- what the token may

    def need_scope(self, scope: str) -> None:
        """Refuse when the bot token lacks *scope*."""
        provided = self.slack.manifest.scopes
        if scope not in provided:
            raise ApiError("missing_scope", needed=scope, provided=",".join(provided))

    def has_scope(self, scope: str) -> bool:
        """Return whether the bot token has *scope*."""
        return scope in self.slack.manifest.scopes

    # -- conversations

    def channel(self) -> Channel:
        """Return the channel that `channel` names by id, as far as the bot can see it."""
        channel = self.slack.workspace.channels.get(self.text("channel"))
        hidden = channel and channel.is_private and BOT_USER not in channel.members
        if channel is None or hidden:
            raise ApiError("channel_not_found")
        return channel

    def joined_channel(self) -> Channel:
        """Return a channel the bot is a member of."""
        channel = self.channel()
        if BOT_USER not in channel.members:
            raise ApiError("not_in_channel")
        return channel


# -- paging


def page(rows: list[Any], call: Call, default: int, most: int) -> tuple[list[Any], Json]:
    """Return the rows that a call asks for, and the metadata that leads to the next."""
    start, size = cursor_start(call), call.number("limit", default, most)
    more = start + size < len(rows)
    cursor = _cursor(start + size) if more else ""
    return rows[start : start + size], {"next_cursor": cursor}


def _cursor(start: int) -> str:
    return base64.b64encode(f"next:{start}".encode()).decode()


def cursor_start(call: Call) -> int:
    """Return where a cursor points to; refuse one that Slack did not give."""
    cursor = call.text("cursor")
    if not cursor:
        return 0
    try:
        word, _, start = base64.b64decode(cursor, validate=True).decode().partition(":")
    except ValueError:
        raise ApiError("invalid_cursor") from None
    if word != "next" or not start.isdigit():
        raise ApiError("invalid_cursor")
    return int(start)
