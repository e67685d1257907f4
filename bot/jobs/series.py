"""Series in the plan: every date within the horizon has its draft, once, whoever asks and when."""

from dataclasses import replace
from datetime import date, datetime

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.acts import cancelled
from bot.domain.gaps import window
from bot.domain.plan import Entry, Post, Status
from bot.domain.series import Series
from bot.domain.series_plan import Around, Made, Steps, steps, wanted
from bot.jobs import refresh
from bot.jobs.due import Due
from bot.store import calendar, gaps, ledger, outlets, posts
from bot.store import series as store

JOB = "series"
LUCKA = "lucka"


def run(deps: Deps, due: Due) -> None:
    """Bring the drafts of every series up to the horizon of the day."""
    with deps.transaction() as db:
        if not ledger.claim(db, JOB, due.key, now=due.now, late=due.late):
            return
        beside = around(db, deps, due.now)
        done = [fill(db, deps, each, LUCKA, due.now, beside) for each in store.active(db)]
        if any(each.add or each.follow or each.withdraw for each in done):
            refresh.plan_changed(db, deps, due.now)
    deps.wake()


def around(db: Database, deps: Deps, now: datetime) -> Around:
    """Return what stands in the plan within the horizon."""
    start, end = window(deps.local(now).date())
    marks = gaps.left_empty(db, start, end)
    return Around(outlets.known(db), [*gaps.occupied(db, start, end), *marks])


def fill(
    db: Database, deps: Deps, series: Series, who: str, now: datetime, beside: Around
) -> Steps:
    """Do in the plan, in the name of *who*, what *series* as it is now wants; return what was done.

    Done twice, the second time finds nothing to do.
    """
    zone = deps.settings.timezone
    working = calendar.load(db)
    retired = outlets.get(db, series.pattern.outlet_id).retired
    ahead = wanted(series.pattern, now=now, zone=zone, calendar=working)
    found = steps(
        {} if series.ended_at or retired else ahead,
        store.made(db, series.id, deps.local(now).date()),
        around=beside,
        now=now,
        zone=zone,
    )
    for day, entry in found.add:
        _add(db, series, day, entry, who, now)
        beside.take(entry)
    for made, entry in found.follow:
        _follow(db, series, made, entry, who, now)
    for made in found.withdraw:
        _withdraw(db, series, made, who, now)
    return found


def _add(db: Database, series: Series, day: date, entry: Entry, who: str, now: datetime) -> None:
    post = posts.add(db, entry, who=who, now=now)
    store.keep(db, series.id, Made(day, post, post.revision))
    _note(db, series, post, "post.planned", who, now)


def _follow(
    db: Database, series: Series, made: Made, entry: Entry, who: str, now: datetime
) -> None:
    """Let an untouched post say *entry*; one that was withdrawn is in the plan again."""
    if made.post is None:
        return
    post = replace(
        made.post,
        title=entry.title,
        text=entry.text,
        outlet_id=entry.outlet_id,
        day=entry.day,
        at=entry.at,
        owner=entry.owner,
        status=Status.DRAFT,
        updated_at=now,
    )
    post = posts.update(db, post, who=who)
    store.keep(db, series.id, Made(made.day, post, post.revision))
    _note(db, series, post, "post.restored" if made.withdrawn else "post.changed", who, now)


def _withdraw(db: Database, series: Series, made: Made, who: str, now: datetime) -> None:
    """Take an untouched post out of the plan, so that it can come back."""
    if made.post is None:
        return
    post = posts.update(db, cancelled(made.post, now=now), who=who)
    store.keep(db, series.id, Made(made.day, post, post.revision, withdrawn=True))
    _note(db, series, post, "post.cancelled", who, now)


def _note(db: Database, series: Series, post: Post, act: str, who: str, now: datetime) -> None:
    ledger.record(db, who, act, f"post:{post.id}", now=now, series=str(series.id))
