"""What people type, as Slack stores it: names become mentions, addresses become links."""

import re

from bot.sandbox.slack.workspace import Workspace

ADDRESS = re.compile(r"(?<![<|\w])https?://[^\s<>|]*[^\s<>|.,;:!?)]")
BROADCASTS = {"@channel": "<!channel>", "@here": "<!here>", "@everyone": "<!everyone>"}


def stored(workspace: Workspace, text: str) -> str:
    """Return a typed message (already escaped) with its mentions and links."""
    text = ADDRESS.sub(lambda match: f"<{match[0]}>", text)
    for name, mention in [*_mentions(workspace), *BROADCASTS.items()]:
        text = re.sub(rf"(?<![\w<]){re.escape(name)}(?!\w)", mention, text)
    return text


def _mentions(workspace: Workspace) -> set[tuple[str, str]]:
    users = [u for u in workspace.users.values() if not u.deleted]
    people = {(f"@{name}", f"<@{u.id}>") for u in users for name in (u.name, u.real_name)}
    channels = [c for c in workspace.channels.values() if not c.is_im]
    return people | {(f"#{c.name}", f"<#{c.id}|{c.name}>") for c in channels}


def escaped_command_text(workspace: Workspace, text: str) -> str:
    """Return a command's text as Slack sends it where `should_escape` is on."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return stored(workspace, escaped)
