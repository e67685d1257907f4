"""The Bolt app, how it is set up and why so, and its two doors: a socket or HTTP."""

import logging
import threading
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from slack_bolt import BoltRequest
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_bolt.authorization import AuthorizeResult
from slack_sdk import WebClient

from bot.clock import Clock, monotonic
from bot.deps import Deps
from bot.integrations import slack_hooks
from handlers import register
from handlers.comments import NotYetKnownError
from handlers.listeners import App
from handlers.told import Told

if TYPE_CHECKING:
    from bot.web import Answer, Dispatch

log = logging.getLogger(__name__)

PING_SECONDS = 1.5
"""Slack's socket is given up four silent pings later.

Measured (README, "How fast, how small"): at Bolt's own ten seconds a half-closed connection leaves
the bot deaf for up to a minute, at this pace for nine seconds.
"""

LISTENERS = 10  # threads; each listener is a short transaction, and SQLite writes one at a time


def create(deps: Deps, kept: Callable[[], None]) -> App:
    """Return the app with every listener on it; *kept* is called when a command was kept.

    `process_before_response` acknowledges with the listener's own return: what was decided is
    stored before Slack hears "received", and it is twenty times quicker than Bolt's default, which
    polls. One workspace, one token: who we are was asked once at the start.
    """
    settings, identity = deps.settings, deps.identity
    ourselves = AuthorizeResult(
        enterprise_id=None,
        team_id=identity.team_id,
        bot_user_id=identity.user_id,
        bot_id=identity.bot_id,
        bot_token=settings.slack_bot_token,
    )
    app = App(
        name="lucka",  # or Bolt looks through the stack, and its source files, for one
        logger=_logger(),
        client=WebClient(base_url=settings.slack_api_url, retry_handlers=[]),
        authorize=lambda: ourselves,
        signing_secret=settings.slack_signing_secret or None,
        process_before_response=True,
        attaching_conversation_kwargs_enabled=False,
    )
    app.error(_failed)
    register(app, deps, kept)
    return app


def _failed(error: Exception) -> None:
    """Log what escaped: it is not acknowledged, so Slack sends it again or tells who acted.

    Bolt's own handler would log the message of the error, which may quote what people wrote.
    """
    if isinstance(error, NotYetKnownError):
        log.info("a reaction came before its message was known: Slack tells of it again")
    else:
        log.error("a request failed", exc_info=error)


def _logger() -> logging.Logger:
    """Return the logger that Bolt copies its level from; left alone, it takes the root's.

    Below error it tells of every reconnection, and of a refused request with its raw body.
    """
    logger = logging.getLogger("lucka.slack")
    logger.setLevel(logging.ERROR)
    return logger


class Socket:
    """Socket Mode: no inbound port; the connection is watched and renewed."""

    def __init__(self, app: App, app_token: str) -> None:
        self._handler = SocketModeHandler(
            app, app_token, ping_interval=PING_SECONDS, concurrency=LISTENERS
        )

    def connect(self) -> None:
        """Open the connection; raises what slack_sdk raises when Slack refuses or is away."""
        self._handler.connect()

    def is_connected(self) -> bool:
        """Say whether the connection stands, as far as its pings tell."""
        return bool(self._handler.client.is_connected())

    def close(self, seconds: float) -> None:
        """Close the connection once the listeners at work are done; wait *seconds* at most."""
        closing = threading.Thread(target=self._handler.close, daemon=True)
        closing.start()
        closing.join(seconds)


def dispatcher(app: App, secret: str) -> "Dispatch":
    """Return what the web server calls with the raw body and headers of a request of Slack's.

    What was not signed with *secret* reaches nobody; what was, does so once.
    """
    from bot.web import Answer  # noqa: PLC0415 -- brings the web server, which most bots never start

    told, clock = Told(monotonic), Clock()  # Slack's own time, whatever the sandbox shows

    def dispatch(body: str, headers: Mapping[str, str]) -> "Answer":
        if not slack_hooks.is_signed(body, headers, secret, now=clock.now()):
            return Answer(401, {}, "")
        signature = headers[slack_hooks.SIGNATURE]
        if not told.is_new(signature):
            return Answer(200, {}, "")
        try:
            request = BoltRequest(body=body, headers={k: [v] for k, v in headers.items()})
        except (AttributeError, RecursionError, ValueError):
            return Answer(400, {}, "")  # a type that was not signed, over a body that was
        answer = app.dispatch(request)
        if answer.status != 200:
            told.forget(signature)
        return Answer(
            answer.status, {name: values[0] for name, values in answer.headers.items()}, answer.body
        )

    return dispatch
