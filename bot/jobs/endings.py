"""Say in good time that the page's token, or the version of Facebook's interface, will end.

Once each 30, 14 and 3 days ahead; what was said is updated when there is a new token or version.
"""

import logging
from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.graph_versions import usable_until
from bot.integrations.facebook_errors import GraphError
from bot.jobs.due import Due
from bot.store import ledger, outbox
from bot.views import endings as view
from bot.views.blocks import Message

if TYPE_CHECKING:
    from bot.integrations.facebook import GraphPage

log = logging.getLogger(__name__)

JOB = "endings"
STAGES = (3, 14, 30)  # days ahead
TOKEN, VERSION = "token", "version"

Ends = dict[str, date | None]


def run(deps: Deps, due: Due) -> None:
    """Look once a day at what will end. Facebook's silence says nothing about a token."""
    if deps.page is None:
        return
    ends = dict(_ends(deps, deps.page))
    with deps.transaction() as db:
        if not ledger.claim(db, JOB, due.key, now=due.now, late=due.late):
            return
        for what, end in ends.items():
            _tell(deps, db, what, end, due.now)
    deps.wake()


def stage(days: int) -> int | None:
    """Return which announcement it is time for, *days* before the end.

    >>> [stage(days) for days in (31, 30, 15, 14, 4, 3, -1)]
    [None, 30, 30, 14, 14, 3, 3]
    """
    return next((stage for stage in STAGES if days <= stage), None)


def _ends(deps: Deps, page: "GraphPage") -> Iterator[tuple[str, date | None]]:
    """Yield the last local day of what may end, as far as it can be told."""
    yield VERSION, usable_until(deps.settings.facebook_api_version)
    try:
        end = page.debug_token().ends()
    except GraphError as error:  # a dead token has its own alarm, and some apps may not ask
        log.debug("page: the token's end is not known: %s", error)
    else:
        yield TOKEN, deps.local(end).date() if end else None


def _tell(deps: Deps, db: Database, what: str, end: date | None, now: datetime) -> None:
    """Announce the end of *what*, or take back that it was announced, once each."""
    today, told = deps.local(now).date(), ledger.fact(db, f"{JOB}:{what}")
    at = stage((end - today).days) if end else None
    if told and (end is None or told.split(" ")[0] != end.isoformat()):
        over = view.new_token if what == TOKEN else view.new_version
        said = over(deps.words, end, today=today)
        outbox.put(db, f"{JOB}:{what}:{told}", deps.plan_channel, said, now=now)
        ledger.drop_fact(db, f"{JOB}:{what}")
    if end is None or at is None or told == (this := f"{end.isoformat()} {at}"):
        return
    ledger.set_fact(db, f"{JOB}:{what}", this)
    outbox.put(
        db, f"{JOB}:{what}:{this}", deps.plan_channel, _said(deps, what, end, today), now=now
    )


def _said(deps: Deps, what: str, end: date, today: date) -> Message:
    if what == TOKEN:
        return view.token(deps.words, end, today=today)
    return view.version(deps.words, deps.settings.facebook_api_version, end, today=today)
