"""How messages about comments are told: with whose names, in which words, when and where."""

from collections.abc import Iterable
from datetime import datetime

from sqlite_utils import Database

from bot.deps import Deps
from bot.jobs import exposure
from bot.store import members
from bot.views.comments import Reader


def in_channel(deps: Deps, db: Database, people: Iterable[str], *, now: datetime) -> Reader:
    """Return what a message needs that stands in the comments' channel and names *people*."""
    return _reader(deps, db, people, exposure.relay_channel(deps), now)


def alone(deps: Deps, db: Database, people: Iterable[str], *, now: datetime) -> Reader:
    """Return what a message needs that one person alone sees and that names *people*."""
    return _reader(deps, db, people, None, now)


def _reader(
    deps: Deps, db: Database, people: Iterable[str], channel: str | None, now: datetime
) -> Reader:
    return Reader(
        deps.words,
        members.names(db, people),
        deps.local(now).date(),
        deps.settings.timezone,
        exposure.discretion(db, channel),
    )
