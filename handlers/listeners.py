"""Bolt's app, with one look-up for all the buttons and forms.

Bolt asks its listeners one after another whether a request is theirs, and gathers everything each
might want to know before it asks: with some 230 buttons and forms that took most of the time from a
click to its acknowledgement. Those with a name stand in a table instead, behind one listener.
"""

import logging
import re
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any

import slack_bolt
from slack_bolt import Ack, BoltRequest, BoltResponse
from slack_bolt.middleware import Middleware

from bot import trail

log = logging.getLogger(__name__)

Listener = Callable[..., Any]
"""Takes *ack* and *body*."""

Names = str | re.Pattern[str] | dict[str, str | re.Pattern[str]]
Matchers = Sequence[Callable[..., bool]] | None
Middlewares = Sequence[Callable[..., Any] | Middleware] | None

_ANY = re.compile("")
_NAME = re.compile(r"[\w.:-]{1,80}", re.ASCII)


class App(slack_bolt.App):
    """The app; the listener for a button or a form with one name is found by its name."""

    def dispatch(self, req: BoltRequest) -> BoltResponse:
        """Let what Slack tells be a happening of its own, and log that it came, by its name."""
        with trail.begun():
            log.info("Slack: %s", _named(req.body))
            return super().dispatch(req)

    @cached_property
    def _clicks(self) -> dict[str, Listener]:
        clicks: dict[str, Listener] = {}

        def click(ack: Ack, body: dict[str, Any]) -> None:
            clicks[_clicked(body)](ack=ack, body=body)

        super().action(_ANY, matchers=[lambda body: _clicked(body) in clicks])(click)
        return clicks

    @cached_property
    def _forms(self) -> dict[str, Listener]:
        forms: dict[str, Listener] = {}

        def submit(ack: Ack, body: dict[str, Any]) -> None:
            forms[_sent(body)](ack=ack, body=body)

        super().view(_ANY, matchers=[lambda body: _sent(body) in forms])(submit)
        return forms

    def action(
        self, constraints: Names, matchers: Matchers = None, middleware: Middlewares = None
    ) -> Callable[..., Any]:
        """Register the listener of one button by its name, or of several as Bolt does."""
        if isinstance(constraints, str):
            return _keeping(self._clicks, constraints)
        return super().action(constraints, matchers, middleware)

    def view(
        self, constraints: Names, matchers: Matchers = None, middleware: Middlewares = None
    ) -> Callable[..., Any]:
        """Register the listener of one form by its name, or of several as Bolt does."""
        if isinstance(constraints, str):
            return _keeping(self._forms, constraints)
        return super().view(constraints, matchers, middleware)


def _keeping(listeners: dict[str, Listener], name: str) -> Callable[[Listener], Listener]:
    """Return what keeps a listener under *name*; the first one has it, as in Bolt."""

    def keep(listener: Listener) -> Listener:
        return listeners.setdefault(name, listener)

    return keep


def _named(body: dict[str, Any]) -> str:
    """Return what kind of thing *body* is, and the name that we gave it: nothing people wrote."""
    if "command" in body:
        return "command"
    if event := body.get("event"):
        return f"event {_name_like(event.get('type'))} {_name_like(body.get('event_id'))}"
    actions, view = body.get("actions"), body.get("view")
    if actions:
        return f"click {_name_like(actions[0].get('action_id'))}"
    if view:
        return f"{_name_like(body.get('type'))} {_name_like(view.get('callback_id'))}"
    return _name_like(body.get("type"))


def _name_like(value: object) -> str:
    """Return a name of ours or of Slack's; anything else could be put there by a stranger."""
    return value if isinstance(value, str) and _NAME.fullmatch(value) else "?"


def _clicked(body: dict[str, Any]) -> str:
    return str(body["actions"][0]["action_id"])


def _sent(body: dict[str, Any]) -> str:
    return str(body["view"]["callback_id"])
