"""The figures of a period, gathered in one place for every way in which they are shown."""

from datetime import date, datetime, time

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.gaps import window
from bot.domain.measures import Case, Groups, sort_out
from bot.domain.periods import Period
from bot.domain.plan_measures import PlanMeasures, Went, measure_plan
from bot.domain.report import Comments, Report, Seen, comments
from bot.store import calendar, history, ideas, measures, policy, posts, series


def gather(db: Database, deps: Deps, period: Period, now: datetime) -> Report:
    """Measure *period* as things stand at *now*."""
    return Report(
        period=period,
        at=now,
        policy=policy.load(db),
        calendar=calendar.load(db),
        comments=_comments(db, deps, period, now),
        plan=_plan(db, deps, period, now),
    )


def groups(db: Database, deps: Deps, period: Period, now: datetime) -> Groups:
    """Return the comments behind the figures of *period*."""
    return sort_out(
        _cases(db, deps, period),
        policy.load(db),
        calendar.load(db),
        now=now,
        zone=deps.settings.timezone,
    )


def _comments(db: Database, deps: Deps, period: Period, now: datetime) -> Comments | None:
    began = measures.seen_since(db)
    if began is None and deps.page is None:
        return None
    since = deps.local(began).date() if began else None
    seen = Seen(_cases(db, deps, period), _cases(db, deps, period.before), since)
    return comments(
        period,
        seen,
        policy.load(db),
        calendar.load(db),
        now=now,
        zone=deps.settings.timezone,
    )


def _cases(db: Database, deps: Deps, period: Period) -> list[Case]:
    return measures.cases(db, _midnight(deps, period.start), _midnight(deps, period.end))


def _plan(db: Database, deps: Deps, period: Period, now: datetime) -> PlanMeasures:
    today = deps.local(now).date()
    found = posts.between(db, period.start, period.end)
    ids = [post.id for post in found]
    return measure_plan(
        posts.plan(db, *window(today)),
        Went(found, history.of_posts(db, ids), series.of_series(db, ids)),
        ideas.free_count(db),
        calendar.load(db),
        now=now,
        zone=deps.settings.timezone,
    )


def _midnight(deps: Deps, day: date) -> datetime:
    return datetime.combine(day, time(), deps.settings.timezone)
