"""Read the subscribed calendar four times an hour.

The first look makes posts of everything ahead and says so once; whatever changes later is asked
about. A calendar that cannot be reached is tried again, and only told of after an hour.
"""

import json
import logging
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.errors import Refusal
from bot.domain.imports import SERIES_AHEAD, Event
from bot.integrations.outlook import CalendarError, CalendarTrouble, Fetched, Mark, OutlookCalendar
from bot.jobs import refresh, taking
from bot.jobs.imports import message_key
from bot.jobs.taking import HORIZON, Taken
from bot.store import imports as store
from bot.store import ledger, outbox
from bot.store.db import instant, stamp
from bot.views import imports as view

log = logging.getLogger(__name__)

JOB = "outlook"
MINUTES = 15
PATIENCE = timedelta(hours=1)
FEW = 3  # events that may all be gone at once without anybody wondering

_NAME, _MARK, _FAILING = "outlook:name", "outlook:mark", "outlook:failing"


class CalendarEmptied(Refusal):
    """Refuse to believe that all events are gone at once."""

    kind = "refusal-import-emptied"


def is_due(deps: Deps, now: datetime) -> bool:
    """Say whether the calendar has not been read in this quarter of an hour."""
    if deps.calendar is None:
        return False
    with deps.reading() as db:
        return not ledger.ran(db, JOB, _quarter(now))


def run(deps: Deps, now: datetime) -> None:
    """Read the calendar, once in a quarter of an hour; report what is wrong with it."""
    key = _quarter(now)
    with deps.transaction() as db:
        if ledger.ran(db, JOB, key):
            return
        ledger.forget_runs(db, JOB)  # of interest is only the newest
        ledger.claim(db, JOB, key, now=now, late=False)
    try:
        look(deps, now)
    except CalendarError as error:
        _cope(deps, f"trouble-outlook-{error.kind}", error.code, now, error.kind)
    except Refusal as refusal:
        line = refusal.values.get("line", "–")
        empty = isinstance(refusal, CalendarEmptied)
        _cope(deps, f"trouble-outlook-{'empty' if empty else 'unfit'}", str(line), now)


def look(deps: Deps, now: datetime) -> None:
    """Read the calendar and take it in; raise CalendarError or a Refusal, then nothing is changed."""
    calendar = deps.calendar
    if calendar is None:
        return
    with deps.reading() as db:
        mark = _mark(db, calendar, today=deps.local(now).date().isoformat())
    fetched = calendar.fetch(mark)
    events = _read(deps, fetched.data, now) if fetched.data is not None else None
    if events is not None:
        _take(deps, calendar, events, fetched, now)
    with deps.transaction() as db:
        ledger.drop_fact(db, _FAILING)
        refresh.today_changed(db, deps, now)
    deps.health.ok(JOB, now=now)
    deps.wake()


def _read(deps: Deps, data: bytes, now: datetime) -> tuple[Event, ...]:
    from bot.integrations import ics  # noqa: PLC0415 -- heavy, and most bots read no calendar

    return ics.read(data, zone=deps.settings.timezone, today=deps.local(now).date())


def _take(
    deps: Deps,
    calendar: OutlookCalendar,
    events: Sequence[Event],
    fetched: Fetched,
    now: datetime,
) -> None:
    """Take in *events*; another calendar's name is noted last, so that a crash begins anew."""
    today = deps.local(now).date()
    with deps.transaction() as db:
        is_first = ledger.fact(db, _NAME) != calendar.name
        if is_first:
            store.unfollow(db)
            ledger.drop_fact(db, HORIZON)
        elif not events and len(store.followed(db, today)) > FEW:
            raise CalendarEmptied

    def finish(db: Database, taken: Taken) -> None:
        ledger.set_fact(db, _NAME, calendar.name)
        ledger.set_fact(db, HORIZON, (today + SERIES_AHEAD).isoformat())
        _remember(db, fetched, today=today.isoformat())
        if is_first and taken.import_id is not None:
            made = len(store.posts_of(db, taken.import_id))
            message = view.read_in(deps.words, made, taken.import_id)
            outbox.put(db, message_key(taken.import_id), deps.plan_channel, message, now=now)

    taking.take_in(deps, events, source="calendar", ask_about_new=not is_first, finish=finish)


def _mark(db: Database, calendar: OutlookCalendar, *, today: str) -> Mark:
    """Return the mark of what was read last today; each day, a new stretch of time comes in view."""
    kept = json.loads(ledger.fact(db, _MARK) or "{}")
    if ledger.fact(db, _NAME) != calendar.name or kept.get("day") != today:
        return Mark()
    return Mark(kept["etag"], kept["modified"])


def _remember(db: Database, fetched: Fetched, *, today: str) -> None:
    mark = {"etag": fetched.mark.etag, "modified": fetched.mark.modified, "day": today}
    ledger.set_fact(db, _MARK, json.dumps(mark))


def _cope(
    deps: Deps, kind: str, detail: str, now: datetime, trouble: CalendarTrouble | None = None
) -> None:
    """Report why the calendar was not read; that it could not be reached, only after a while."""
    with deps.transaction() as db:
        since = instant(ledger.fact(db, _FAILING) or stamp(now))
        ledger.set_fact(db, _FAILING, stamp(since))
    if trouble is CalendarTrouble.UNREACHABLE and now - since < PATIENCE:
        return
    if deps.health.trouble(JOB, kind, detail, now=now):
        log.warning("calendar: not read: %s (%s)", kind, detail)


def _quarter(now: datetime) -> str:
    return stamp(now.replace(minute=now.minute // MINUTES * MINUTES, second=0, microsecond=0))
