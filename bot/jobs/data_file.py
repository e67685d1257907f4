"""The page about what is stored, as a file for whoever asks: uploaded by the timetable's tick.

Who asked is a fact until they have it, so that a crash loses nothing; in the worst case it comes twice.
"""

import logging
from datetime import datetime

from sqlite_utils import Database

from bot.deps import Deps
from bot.integrations.slack import Outcome, SlackTrouble
from bot.jobs import exposure
from bot.store import disposal, ledger, outbox, stored
from bot.views import data as view

log = logging.getLogger(__name__)

PREFIX = "data_file:"
_LATER = {Outcome.UNREACHED, Outcome.WAIT}


def look(deps: Deps, db: Database) -> view.Stored:
    """Return what there is to tell."""
    path = deps.settings.database_path
    return view.Stored(
        file=path.name,
        size=path.stat().st_size if path.exists() else 0,
        counts=stored.counts(db),
        rules=disposal.rules(db),
        holds=len(disposal.holds(db)),
        discretion=exposure.discretion(db, exposure.relay_channel(deps)),
    )


def ask(deps: Deps, db: Database, who: str) -> None:
    """Note that *who* wants the file."""
    ledger.set_fact(db, PREFIX + who, deps.now().isoformat())


def send(deps: Deps, now: datetime) -> None:
    """Give the file to everybody who waits for it; where nobody does, nothing is written."""
    with deps.reading() as db:
        waiting = ledger.facts(db, PREFIX)
        if not waiting:
            return
        made = view.file(deps.words, look(deps, db), now=now, zone=deps.settings.timezone)
    for name in waiting:
        _hand(deps, name.removeprefix(PREFIX), made, now)


def _hand(deps: Deps, who: str, made: bytes, now: datetime) -> None:
    is_over = True
    try:
        deps.slack.hand(who, view.NAME, made, title=view.title(deps.words))
    except SlackTrouble as trouble:
        log.warning("data: the file is not in Slack: %s (%s)", trouble.code, trouble.outcome)
        is_over = trouble.outcome not in _LATER
        if is_over:
            with deps.transaction() as db:
                said = view.not_sent(deps.words)
                outbox.put(db, f"{PREFIX}{who}:{now.isoformat()}", who, said, now=now)
    if is_over:
        with deps.transaction() as db:
            ledger.drop_fact(db, PREFIX + who)
        deps.wake()
