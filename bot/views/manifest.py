"""The Slack app manifest: what the app is called, what it may do, what it hears of.

Least privilege: every scope stands with the thing that needs it. In Socket Mode no address may be
given; in HTTP mode everything goes to one.
"""

from typing import Any

from bot.locales import Words

SCOPES = {
    "commands": "slash commands and shortcuts",
    "chat:write": "the digest, the reminder, the relayed comments, private words",
    "reactions:read": "a reaction takes a comment",
    "channels:history": "finding an own message again after a crash",
    "groups:history": "the same in private channels",
    "im:history": "the same in what was said to one person",
    "channels:read": "the id of a channel given by name; membership",
    "groups:read": "the same for private channels",
    "users:read": "names, and who is a guest",
    "files:write": "the picture of the plan, the charts and the table of a report",
    "files:read": "whether Slack has made a picture of an uploaded file; files that are given in forms",
    "im:write": "a private answer where there is no channel",
}
EVENTS = (
    "app_home_opened",
    "channel_shared",
    "channel_unshared",
    "member_joined_channel",
    "reaction_added",
    "reaction_removed",
)
COMMANDS = ("idea", "plan", "comments", "report", "compare", "lesson", "lucka")
SHORTCUTS = (
    ("idea.save_message", "message"),
    ("idea.new", "global"),
    ("plan.new", "global"),
)


def manifest(words: Words, *, prefix: str = "", events_url: str | None = None) -> dict[str, Any]:
    """Return the manifest; *events_url* is the public address of HTTP mode, None for Socket Mode."""
    interactivity: dict[str, Any] = {"is_enabled": True}
    subscriptions: dict[str, Any] = {"bot_events": list(EVENTS)}
    if events_url:
        interactivity["request_url"] = events_url
        subscriptions["request_url"] = events_url
    return {
        "display_information": {
            "name": "Lucka",
            "description": words("manifest-description"),
            "background_color": "#1d3c34",
        },
        "features": {
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": True,
            },
            "bot_user": {"display_name": "Lucka", "always_online": True},
            "slash_commands": [_command(words, name, prefix, events_url) for name in COMMANDS],
            "shortcuts": [_shortcut(words, callback, kind) for callback, kind in SHORTCUTS],
        },
        "oauth_config": {"scopes": {"bot": list(SCOPES)}},
        "settings": {
            "event_subscriptions": subscriptions,
            "interactivity": interactivity,
            "org_deploy_enabled": True,  # without it an app on an Enterprise org hears nothing
            "socket_mode_enabled": events_url is None,
            "token_rotation_enabled": False,  # could never be switched off again
        },
    }


def _command(words: Words, name: str, prefix: str, events_url: str | None) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "command": f"/{prefix}{name}",
        "description": words(f"manifest-{name}"),
        "usage_hint": words(f"manifest-{name}-hint"),
        "should_escape": False,
    }
    return {**entry, "url": events_url} if events_url else entry


def _shortcut(words: Words, callback: str, kind: str) -> dict[str, str]:
    key = f"manifest-shortcut-{callback.replace('.', '-').replace('_', '-')}"
    return {
        "name": words(key),
        "type": kind,
        "callback_id": callback,
        "description": words(f"{key}-description"),
    }
