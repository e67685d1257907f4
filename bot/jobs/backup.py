"""The nightly copy of the database, beside those of the days before."""

import errno
import logging

from bot.deps import Deps
from bot.jobs.due import Due, JobTrouble
from bot.store import backup as copies
from bot.store import ledger
from bot.store.db import UnusableError

log = logging.getLogger(__name__)

JOB = "backup"
FULL = (errno.ENOSPC, errno.EDQUOT)


def run(deps: Deps, due: Due) -> None:
    """Take a copy, and note that it was taken; raise JobTrouble where that was not possible.

    The run is taken only afterwards: a second copy of a night does no harm, a missing one does.
    """
    settings = deps.settings
    try:
        removed = copies.nightly(
            settings.database_path, settings.backups, settings.timezone, now=due.now
        )
    except UnusableError as error:
        raise JobTrouble("trouble-database-broken") from error
    except OSError as error:
        kind = "trouble-backup-full" if error.errno in FULL else "trouble-backup-unwritable"
        raise JobTrouble(kind, errno.errorcode.get(error.errno or 0, "")) from error
    log.info("a backup was taken; %d older ones were removed", len(removed))
    with deps.transaction() as db:
        ledger.claim(db, JOB, due.key, now=due.now, late=due.late)
