"""Files that people give in a form: kept at once, read by a worker of their own."""

from collections.abc import Mapping
from typing import Any

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.given import Purpose, check_brought
from bot.store import given
from bot.views import given as view
from handlers.answering import actor, place, tell


def can_read(deps: Deps) -> bool:
    """Say whether Slack lets us read what people give us."""
    return "files:read" in deps.identity.scopes


def take(deps: Deps, db: Database, body: Mapping[str, Any], purpose: Purpose) -> None:
    """Keep the file of a submitted form; call `deps.read_files` after the commit."""
    found = check_brought(view.brought(body["view"]["state"]))
    given.add(db, purpose, found, actor(body) or "", place(body), now=deps.now())
    tell(deps, db, body, view.on_way(deps.words))
