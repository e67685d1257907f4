"""What the app hears of: changes it subscribes to, in conversations its bot is a member of."""

from collections.abc import Callable
from secrets import choice

from bot.clock import Clock
from bot.sandbox.identity import APP, BOT_USER, TEAM, VERIFICATION_TOKEN
from bot.sandbox.slack.changes import Change, Deleted, Edited, Joined, Posted, Reacted, Shared
from bot.sandbox.slack.manifest import Manifest
from bot.sandbox.slack.timestamps import timestamp
from bot.sandbox.slack.workspace import Workspace
from bot.sandbox.state import Json

ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
PLURALS = {"channel": "channels", "group": "groups", "im": "im"}
SCOPES = {
    "reaction_added": "reactions:read",
    "reaction_removed": "reactions:read",
    "message.channels": "channels:history",
    "message.groups": "groups:history",
    "message.im": "im:history",
    "app_mention": "app_mentions:read",
    "member_joined_channel": "channels:read",
    "member_left_channel": "channels:read",
    "channel_shared": "channels:read",
    "channel_unshared": "channels:read",
}  # an event whose scope is missing is not sent


class Feed:
    """Turn changes into events and hand those the app should get to *put*."""

    def __init__(
        self, workspace: Workspace, manifest: Manifest, clock: Clock, put: Callable[[Json], None]
    ) -> None:
        self._workspace = workspace
        self._manifest = manifest
        self._clock = clock
        self._put = put

    def __call__(self, change: Change) -> None:
        """Send what *change* means to the app."""
        match change:
            case Posted(channel, message):
                self._message(channel, message | {"event_ts": message["ts"]})
                self._mention(channel, message)
            case Edited(channel, message, previous):
                self._message(channel, self._meta("message_changed", message, previous))
            case Deleted(channel, previous):
                self._message(channel, self._meta("message_deleted", None, previous))
            case Reacted():
                self._reaction(change)
            case Joined():
                self._membership(change)
            case Shared(channel, begins):
                self._sharing(channel, "channel_shared" if begins else "channel_unshared")

    def home_opened(self, user: str, view: Json | None) -> None:
        """Tell that *user* looks at the app's home tab."""
        event: Json = {"user": user, "channel": self._workspace.dm(user).id, "tab": "home"}
        event |= {"view": view} if view else {}
        self._send("app_home_opened", {"type": "app_home_opened", **event, "event_ts": self._now()})

    def _meta(self, subtype: str, message: Json | None, previous: Json) -> Json:
        """Return the wrapper that tells of an edited or deleted message."""
        now = self._now()
        event: Json = {
            "type": "message",
            "subtype": subtype,
            "hidden": True,
            "ts": now,
            "event_ts": now,
        }
        what: Json = {"message": message} if message else {"deleted_ts": previous["ts"]}
        return event | what | {"previous_message": previous}

    def _message(self, channel: str, event: Json) -> None:
        kind = self._workspace.channels[channel].type
        if self._is_member(channel):
            where = {"channel": channel, "channel_type": kind}
            self._send(f"message.{PLURALS[kind]}", event | where)

    def _mention(self, channel: str, message: Json) -> None:
        names_bot = f"<@{BOT_USER}>" in message["text"]
        if names_bot and self._is_member(channel) and not channel.startswith("D"):
            event = message | {"type": "app_mention", "channel": channel}
            self._send("app_mention", event | {"event_ts": message["ts"]})

    def _reaction(self, change: Reacted) -> None:
        if not self._is_member(change.channel):
            return
        kind = "reaction_added" if change.added else "reaction_removed"
        item = {"type": "message", "channel": change.channel, "ts": change.ts}
        event: Json = {"type": kind, "user": change.user, "reaction": change.name, "item": item}
        event |= {"item_user": change.author} if change.author else {}
        self._send(kind, event | {"event_ts": self._now()})

    def _membership(self, change: Joined) -> None:
        if not self._is_member(change.channel):
            return
        kind = "member_joined_channel" if change.arrived else "member_left_channel"
        channel = self._workspace.channels[change.channel]
        event = {"type": kind, "user": change.user, "channel": change.channel, "team": TEAM}
        event |= {"channel_type": channel.type[0].upper(), "event_ts": self._now()}
        event |= {"inviter": change.inviter} if change.inviter else {}
        self._send(kind, event)

    def _sharing(self, channel: str, kind: str) -> None:
        if self._is_member(channel):
            event = {"channel": channel, "connected_team_id": "T0ELSEWHERE"}
            self._send(kind, {"type": kind, **event, "event_ts": self._now()})

    def _is_member(self, channel: str) -> bool:
        return BOT_USER in self._workspace.channels[channel].members

    def _now(self) -> str:
        return timestamp(self._clock.now())

    def _send(self, name: str, event: Json) -> None:
        scope = SCOPES.get(name)
        if name in self._manifest.events and (scope is None or scope in self._manifest.scopes):
            self._put(outer(event, int(self._clock.now().timestamp())))


def outer(event: Json, now: int) -> Json:
    """Return Slack's outer envelope around *event*; *now* is in seconds."""
    authorization = {
        "enterprise_id": None,
        "team_id": TEAM,
        "user_id": BOT_USER,
        "is_bot": True,
        "is_enterprise_install": False,
    }
    return {
        "token": VERIFICATION_TOKEN,
        "team_id": TEAM,
        "context_team_id": TEAM,
        "context_enterprise_id": None,
        "api_app_id": APP,
        "event": event,
        "type": "event_callback",
        "event_id": "Ev" + "".join(choice(ALPHABET) for _ in range(9)),
        "event_time": now,
        "authorizations": [authorization],
        "is_ext_shared_channel": False,
        "event_context": "4-" + "".join(choice(ALPHABET) for _ in range(24)),
    }
