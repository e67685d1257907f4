"""Gather how the bot stands, for `/lucka`."""

from datetime import datetime
from importlib.metadata import version

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.calendar import WorkingCalendar
from bot.domain.status import VERSION, Status, Trouble
from bot.jobs import poll, upkeep
from bot.jobs.page_cost import PageCost
from bot.store import calendar, looks, outbox

LIBRARIES = ("slack-bolt", "slack-sdk", "APScheduler", "sqlite-utils")


def gather(deps: Deps, db: Database) -> Status:
    """Return how everything stands at this moment."""
    backlog = outbox.backlog(db)
    cost = poll.cost_of(deps.page.page_id) if deps.page else PageCost()
    return Status(
        troubles=tuple(
            Trouble(state.part, state.kind, state.detail, state.since)
            for state in deps.health.states()
            if state.kind
        ),
        has_page=deps.page is not None,
        last_look=poll.last_look(deps, db),
        new_today=new_today(deps, db),
        pending=backlog.pending,
        oldest_pending=backlog.oldest,
        dead=backlog.dead,
        next_digest=next_digest(deps, calendar.load(db)),
        poll_seconds=deps.settings.facebook_poll_seconds,
        calls=cost.last,
        calls_in_a_day=cost.in_a_day(),
        percent=cost.percent,
        last_backup=upkeep.last_backup(deps, deps.now()),
        versions=(
            ("Lucka", VERSION),
            ("Graph API", deps.settings.facebook_api_version),
            *((name, version(name)) for name in LIBRARIES),
        ),
    )


def new_today(deps: Deps, db: Database) -> int:
    """Return how many new comments came to light since midnight."""
    if deps.page is None:
        return 0
    midnight = deps.local(deps.now()).replace(hour=0, minute=0, second=0, microsecond=0, fold=0)
    return looks.new_since(db, deps.page.page_id, midnight)


def next_digest(deps: Deps, working: WorkingCalendar) -> datetime:
    """Return when the next digest is due: local, on a working day."""
    now = deps.local(deps.now())
    today = now.date()
    is_over = now.time() >= deps.settings.digest_time or not working.is_working_day(today)
    day = working.next_working_day(today) if is_over else today
    return datetime.combine(day, deps.settings.digest_time, deps.settings.timezone)
