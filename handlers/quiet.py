"""What nobody else took: acknowledged, or Slack would repeat it or show an error.

Events that mean nothing to us pass in silence; a click or a form of a former version is told that
it is out of date.
"""

import re
from functools import partial
from typing import Any

from slack_bolt import Ack, App

from bot.deps import Deps
from handlers.answering import whispering
from handlers.picked import Stale

ANYTHING = re.compile("")


def register(app: App, deps: Deps) -> None:
    """Catch every event, click, form and shortcut that no other listener took."""
    app.event("member_joined_channel")(partial(joined, deps))
    app.event(ANYTHING)(listen)
    for kind in (app.action, app.view_submission, app.shortcut):
        kind(ANYTHING)(partial(refuse, deps))
    app.view_closed(ANYTHING)(listen)


def listen(ack: Ack) -> None:
    """Acknowledge and do nothing."""
    ack()


def refuse(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Tell whoever used something out of date."""
    with whispering(deps, ack, body):
        raise Stale


def joined(deps: Deps, ack: Ack, event: dict[str, Any]) -> None:
    """Send at once what waited for the bot to be invited."""
    if event.get("user") == deps.identity.user_id:
        deps.invited()
    ack()
