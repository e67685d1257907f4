"""What the slash commands are called in this workspace."""

from bot.deps import Deps


def command_name(deps: Deps, name: str) -> str:
    """Return the slash command *name* with the workspace's prefix (names can clash in Slack)."""
    return f"/{deps.settings.command_prefix}{name}"
