"""The home tab: shown anew whenever somebody opens it or turns its pages."""

from functools import partial
from typing import Any

from slack_bolt import Ack, App

from bot.deps import Deps
from bot.jobs import home
from bot.views import home as view
from handlers.answering import actor, taking, whispering
from handlers.gate import known
from handlers.picked import number, picked


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.event("app_home_opened")(partial(opened, deps))
    for action_id in (view.EARLIER, view.LATER):
        app.action(action_id)(partial(turn, deps))


def opened(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Show the tab to who opened it; the other tabs of the app are none of our business."""
    with whispering(deps, ack, body):
        event = body["event"]
        if event.get("tab") != "home":
            return
        member = known(deps, event["user"])
        with taking(deps, body) as db:
            home.show(db, deps, member)


def turn(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Show another page of the weeks, which stays until the tab is opened anew."""
    with whispering(deps, ack, body):
        page = number(picked(body))
        member = known(deps, actor(body) or "")
        with taking(deps, body) as db:
            home.show(db, deps, member, page)
