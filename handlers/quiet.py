"""What Slack tells us and we have no use for: acknowledged, or it would be told three more times."""

from functools import partial
from typing import Any

from slack_bolt import Ack, App

from bot.deps import Deps

EVENTS = ("message", "reaction_added", "reaction_removed")


def register(app: App, deps: Deps) -> None:
    """Catch every subscribed event and every click that no other listener took."""
    app.event("member_joined_channel")(partial(joined, deps))
    for name in EVENTS:
        app.event(name)(listen)
    app.action({"type": "block_actions"})(listen)


def listen(ack: Ack) -> None:
    """Acknowledge and do nothing."""
    ack()


def joined(deps: Deps, ack: Ack, event: dict[str, Any]) -> None:
    """Send at once what waited for the bot to be invited."""
    if event.get("user") == deps.identity.user_id:
        deps.invited()
    ack()
