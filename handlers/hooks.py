"""The door for Facebook: what it says is kept before it hears that it was heard."""

import logging
from collections.abc import Callable, Mapping

from bot.config import Settings
from bot.deps import Deps
from bot.integrations import facebook_hooks
from bot.store import hints

log = logging.getLogger(__name__)


def is_open(settings: Settings) -> bool:
    """Tell whether there is a door: only where strangers can be told from Facebook."""
    return bool(
        settings.has_page and settings.facebook_verify_token and settings.facebook_app_secret
    )


def greet(deps: Deps, query: Mapping[str, str]) -> str | None:
    """Return the answer to the handshake; None for a stranger."""
    return facebook_hooks.challenge(query, deps.settings.facebook_verify_token)


def take(deps: Deps, wake: Callable[[], None], body: bytes, signature: str) -> bool:
    """Keep what Facebook points at and wake the reader; False for a stranger."""
    if not facebook_hooks.is_signed(body, signature, deps.settings.facebook_app_secret):
        log.warning("webhook: refused, the signature is not that of our app")
        return False
    found = facebook_hooks.hints_in(body, deps.settings.facebook_page_id)
    if found:
        with deps.transaction() as db:
            hints.add(db, found, now=deps.now())
        wake()
    return True
