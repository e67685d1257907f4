"""What the app's manifest says: scopes, commands, shortcuts, events, surfaces."""

from dataclasses import dataclass
from typing import Any

from bot.sandbox.state import Json


@dataclass(frozen=True, slots=True)
class Manifest:
    """A read-only look at the manifest the app is installed with."""

    body: dict[str, Any]

    @property
    def bot_name(self) -> str:
        """Return the name the bot goes by."""
        features = self.body.get("features", {})
        name = features.get("bot_user", {}).get("display_name")
        return str(name or self.body.get("display_information", {}).get("name", "Lucka"))

    @property
    def scopes(self) -> tuple[str, ...]:
        """Return the scopes of the bot token."""
        return tuple(self.body.get("oauth_config", {}).get("scopes", {}).get("bot", ()))

    @property
    def events(self) -> frozenset[str]:
        """Return the events the bot subscribes to."""
        settings = self.body.get("settings", {})
        return frozenset(settings.get("event_subscriptions", {}).get("bot_events", ()))

    @property
    def commands(self) -> list[Json]:
        """Return the slash commands."""
        return list(self.body.get("features", {}).get("slash_commands", ()))

    @property
    def shortcuts(self) -> list[Json]:
        """Return the global and message shortcuts."""
        return list(self.body.get("features", {}).get("shortcuts", ()))

    @property
    def is_interactive(self) -> bool:
        """Return whether clicks, shortcuts and forms are sent at all."""
        return bool(self.body.get("settings", {}).get("interactivity", {}).get("is_enabled"))

    @property
    def has_home(self) -> bool:
        """Return whether the app has a home tab."""
        return self._tab("home_tab_enabled", default=False)

    @property
    def has_messages(self) -> bool:
        """Return whether people can have a conversation with the app."""
        return self._tab("messages_tab_enabled", default=True)

    def _tab(self, name: str, *, default: bool) -> bool:
        return bool(self.body.get("features", {}).get("app_home", {}).get(name, default))

    def command(self, name: str) -> Json | None:
        """Return one slash command by its name with the slash."""
        return next((c for c in self.commands if c["command"] == name), None)

    def shortcut(self, callback_id: str) -> Json | None:
        """Return one shortcut."""
        return next((s for s in self.shortcuts if s["callback_id"] == callback_id), None)
