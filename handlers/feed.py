"""The calendar feed: who knows the secret address gets the plan as an iCalendar file."""

import hmac

from bot.deps import Deps
from bot.domain.feed import find
from bot.store import feed as store

PLAN = "plan"


def answer(deps: Deps, token: str, name: str) -> bytes | None:
    """Return the calendar *name* (`plan`, an outlet's slug or id), or None for a stranger."""
    with deps.reading() as db:
        if not _is_secret(token, store.secret(db, deps.settings.calendar_token)):
            return None
        found = store.load(db, now=deps.now(), zone=deps.settings.timezone)
    outlet = None if name == PLAN else find(found.outlets, name)
    if name != PLAN and outlet is None:
        return None
    from bot.views import feed as view  # noqa: PLC0415 -- heavy, and most bots have no feed

    return view.calendar(deps.words, found, outlet, zone=deps.settings.timezone)


def _is_secret(token: str, secret: str) -> bool:
    """Compare in constant time, and in bytes, for what a stranger sends may be anything."""
    told = token.encode("utf-8", errors="replace")
    return bool(secret) and hmac.compare_digest(told, secret.encode())
