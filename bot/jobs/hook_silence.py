"""Notice when Facebook no longer says what happens on the page: the comments come, but no word.

Nothing is lost by it, for the page is read all the same; but what a webhook alone shows, as comments
on advertisements, is not seen. A page for which no webhook ever came is left alone.
"""

from datetime import datetime, timedelta

from sqlite_utils import Database

from bot.config import Settings
from bot.deps import Deps
from bot.store import hints

PART = "hooks"
SILENT = "trouble-hooks-silent"

QUIET = timedelta(days=1)
"""How long nothing may have been heard before it is silence."""

LATE = timedelta(minutes=10)
"""How long the word of a comment may take; and how soon the comment must have been read."""

UNTOLD = 5
"""How many comments in a row must have come without a word."""


def look(deps: Deps, db: Database, now: datetime) -> None:
    """Report silence on the health board, which tells it once, and the end of it."""
    if is_silent(db, deps.settings, now):
        deps.health.trouble(PART, SILENT, now=now)
    else:
        deps.health.ok(PART, now=now)


def is_silent(db: Database, settings: Settings, now: datetime) -> bool:
    """Tell whether comments come without a word of Facebook's, where there were words before."""
    heard = hints.last_heard(db) if settings.facebook_verify_token else None
    if heard is None or now - heard < QUIET:
        return False
    return hints.untold(db, heard, now - LATE, within=LATE, most=UNTOLD) >= UNTOLD
