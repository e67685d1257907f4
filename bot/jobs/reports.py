"""The figures of a period, gathered in one place for every way in which they are shown."""

from datetime import date, datetime, time
from functools import partial

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.counts import Totals, total
from bot.domain.gaps import window
from bot.domain.measures import Case, Groups, Measures, as_of, measure, sort_out
from bot.domain.periods import Period
from bot.domain.plan_measures import PlanMeasures, Went, measure_plan
from bot.domain.report import Comments, Report, Seen, comments
from bot.domain.tagging import Tagging
from bot.jobs import tagging
from bot.store import calendar, counts, goals, history, ideas, measures, policy, posts, series


def gather(db: Database, deps: Deps, period: Period, now: datetime) -> Report:
    """Measure *period* as things stand at *now*."""
    return Report(
        period=period,
        at=now,
        policy=policy.load(db),
        calendar=calendar.load(db),
        comments=_comments(db, deps, period, now),
        plan=_plan(db, deps, period, now),
        tagging=_tagging(db, deps, period),
        received=_received(db, deps, period),
        goals=tuple(goals.known(db)) if goals.switches(db).goals else (),
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


def measured(db: Database, deps: Deps, period: Period, at: datetime | None) -> Measures:
    """Measure the comments of *period* as it stood *at* an instant, or when it was over."""
    then = at or _midnight(deps, period.end)
    return measure(
        as_of(_cases(db, deps, period), then),
        policy.load(db),
        calendar.load(db),
        now=then,
        zone=deps.settings.timezone,
    )


def _tagging(db: Database, deps: Deps, period: Period) -> Tagging | None:
    since = _since(db, deps)
    return tagging.gather(db, period, partial(_cases, db, deps), since) if since else None


def _received(db: Database, deps: Deps, period: Period) -> Totals | None:
    """Add up what the posts came to that were published in *period*."""
    found = [post.id for post in posts.between(db, period.start, period.end) if post.published_at]
    newest = counts.newest(db, found)
    return total(list(newest.values()), len(found)) if newest or deps.page else None


def _since(db: Database, deps: Deps) -> date | None:
    """Return the day on which the bot began to see comments."""
    began = measures.seen_since(db)
    return deps.local(began).date() if began else None


def _comments(db: Database, deps: Deps, period: Period, now: datetime) -> Comments | None:
    since = _since(db, deps)
    if since is None and deps.page is None:
        return None
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
