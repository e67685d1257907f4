"""How well the plan holds: who owns what is ahead, what was ready in time, how long the ideas last.

The runway and the fill rates are those of `bot.domain.gaps` and `bot.domain.fill`.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo

from bot.domain.calendar import ONE_DAY, WorkingCalendar
from bot.domain.fill import FillRate, fill_rates
from bot.domain.gaps import HORIZON, Runway, runway
from bot.domain.history import OVERRIDDEN, Change
from bot.domain.measures import Share
from bot.domain.plan import Plan, Post, Status

READY_DAYS = 3
"""Working days before a post goes out at which it should be ready."""

_READY = (Status.READY, Status.PUBLISHED)


@dataclass(frozen=True, slots=True)
class Stock:
    """How many *ideas* are free, beside the *wanted* slots of the horizon that they are to fill."""

    ideas: int
    wanted: int

    @property
    def weeks(self) -> float | None:
        """How many weeks of slots the ideas would fill, to a tenth; None where no slot is wanted."""
        days = HORIZON + 1
        return self.ideas * days * 10 // (7 * self.wanted) / 10 if self.wanted else None


@dataclass(frozen=True, slots=True)
class PlanMeasures:
    """The plan in figures.

    *runway*, *rates*, *owned* and *stock* tell of what is ahead of now; *published*, *ready* and
    *series* of the period. *ready* are those of its posts that were ready three working days
    before, among those whose day for that is over; *overridden* those that the lead let be ready
    although something was missing; *series* those that belong to one.
    """

    runway: Runway
    rates: tuple[FillRate, ...]
    owned: Share
    stock: Stock
    published: int
    ready: Share
    series: Share
    overridden: int = 0


@dataclass(frozen=True, slots=True)
class Went:
    """The living *posts* of a period, their history, and which of them belong to a series."""

    posts: Sequence[Post]
    changes: Mapping[int, Sequence[Change]]
    of_series: Collection[int]


def measure_plan(
    ahead: Plan,
    went: Went,
    ideas: int,
    calendar: WorkingCalendar,
    *,
    now: datetime,
    zone: tzinfo,
) -> PlanMeasures:
    """Measure the plan *ahead*, which begins today and reaches over the horizon, and what *went*."""
    rates = fill_rates(ahead, calendar, now=now, zone=zone)
    today = now.astimezone(zone).date()
    return PlanMeasures(
        runway=runway(ahead.gaps(now=now, zone=zone), calendar, today=today),
        rates=rates,
        owned=_owned(post for post in ahead.posts if post.is_open),
        stock=Stock(ideas, rates[-1].wanted),
        published=sum(post.status is Status.PUBLISHED for post in went.posts),
        ready=_ready(went, calendar, now, zone),
        series=Share(sum(p.id in went.of_series for p in went.posts), len(went.posts)),
        overridden=sum(was_overridden(went.changes.get(p.id, ())) for p in went.posts),
    )


def _owned(posts: Iterable[Post]) -> Share:
    owners = [post.owner is not None for post in posts]
    return Share(sum(owners), len(owners))


def _ready(went: Went, calendar: WorkingCalendar, now: datetime, zone: tzinfo) -> Share:
    limits = [(post, ready_by(post.day, calendar, zone)) for post in went.posts]
    over = [
        was_ready(post, went.changes.get(post.id, ()), limit)
        for post, limit in limits
        if limit <= now
    ]
    return Share(sum(over), len(over))


def ready_by(day: date, calendar: WorkingCalendar, zone: tzinfo) -> datetime:
    """Return when a post of *day* should be ready: as the third working day before it is over."""
    for _ in range(READY_DAYS):
        day = calendar.previous_working_day(day)
    return datetime.combine(day + ONE_DAY, time(), zone)


def was_overridden(changes: Iterable[Change]) -> bool:
    """Tell whether a post was ever ready although something was missing, by its *changes*."""
    return any(each.changes.get("status", ("", ""))[1] == OVERRIDDEN for each in changes)


def was_ready(post: Post, changes: Iterable[Change], at: datetime) -> bool:
    """Tell whether *post* was ready at *at*, going back over its *changes*, in any order."""
    if post.created_at >= at:
        return False
    status: str = post.status
    for change in sorted(changes, key=lambda each: each.revision, reverse=True):
        if change.at >= at and "status" in change.changes:
            status = change.changes["status"][0]
    return status.partition("-")[0] in _READY
