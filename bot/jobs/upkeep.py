"""Look after what fails slowly: the outbox, the disk, the copies."""

import shutil
from datetime import datetime, timedelta

from bot.deps import Deps
from bot.domain import backups
from bot.store import backup as copies
from bot.store import outbox
from bot.store.outbox import Backlog

OUTBOX_LATE = "trouble-outbox-late"

LATE = timedelta(minutes=15)
"""A message that has waited longer waits for something that passes by itself no more."""

LOW_BYTES = 200_000_000
"""Room for some copies and for the log of a long night."""


def look(deps: Deps, now: datetime) -> None:
    """Write to the health board how everything stands."""
    with deps.reading() as db:
        backlog = outbox.backlog(db)
    _say(deps, "outbox", _outbox(deps, backlog, now), now)
    _say(deps, "disk", _disk(deps), now)
    is_old = backups.is_old(last_backup(deps, now), now=now)
    _say(deps, "backup", ("trouble-backup-old", "") if is_old else None, now)


def last_backup(deps: Deps, now: datetime) -> datetime | None:
    """Return when the newest nightly copy was taken that is still there."""
    return backups.newest(copies.taken(deps.settings.backups), now=now)


def _say(deps: Deps, part: str, trouble: tuple[str, str] | None, now: datetime) -> None:
    if trouble is None:
        deps.health.ok(part, now=now)
    else:
        deps.health.trouble(part, *trouble, now=now)


def _outbox(deps: Deps, backlog: Backlog, now: datetime) -> tuple[str, str] | None:
    if backlog.dead:
        return "trouble-outbox-dead", str(backlog.dead)
    is_late = backlog.oldest is not None and now - backlog.oldest > LATE
    if is_late and not _is_explained(deps):
        return OUTBOX_LATE, str(backlog.pending)
    return None


def _is_explained(deps: Deps) -> bool:
    """Say whether another trouble tells why messages wait."""
    troubles = (state.part for state in deps.health.states() if state.kind)
    return any(part == "slack" or part.startswith(("channel:", "database:")) for part in troubles)


def _disk(deps: Deps) -> tuple[str, str] | None:
    free = shutil.disk_usage(deps.settings.database_path.parent).free
    return ("trouble-disk", str(free // 1_000_000)) if free < LOW_BYTES else None
