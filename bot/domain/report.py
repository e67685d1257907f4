"""The figures of a period, as every report shows them: a value, computed on reading, never stored."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from enum import StrEnum

from bot.domain.calendar import ONE_DAY, Week, WorkingCalendar
from bot.domain.counts import Totals
from bot.domain.goals import Goal
from bot.domain.measures import Case, Group, Groups, Measures, measure, sort_out
from bot.domain.months import Month
from bot.domain.periods import Period
from bot.domain.plan_measures import PlanMeasures
from bot.domain.policy import Policy
from bot.domain.tagging import Tagging

DEFINITIONS = (2, date(2026, 11, 28))
"""The version of the definitions, and the day from which it holds.

A change of what a figure means gets the next number, and a line in `docs/report.md`.
"""

MOST_WEEKS = timedelta(weeks=14)
MOST_DAYS = timedelta(days=10)
"""The longest periods that are shown by week, and by day."""

SPANS = tuple(timedelta(hours=hours) for hours in (1, 4, 8, 24, 48))
"""Where the bars of the response times end; the last bar has no end."""


class Step(StrEnum):
    """What one bar of the comments stands for."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Pair:
    """One bar in two parts: of the comments *some*, and of the *others*."""

    some: int
    others: int


@dataclass(frozen=True, slots=True)
class Course:
    """How the comments of a period came and were answered, for charts.

    *came* is by *step*, each with its first day: answered, and not (yet). *spans* are the answers
    by how long they took, as `SPANS` cuts them: within the promise, and after it. *hours* are the
    24 hours of the day: at work, and outside.
    """

    step: Step
    came: tuple[tuple[date, Pair], ...]
    spans: tuple[Pair, ...]
    hours: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Comments:
    """The comments of a period: its figures, those of the period before, its course.

    *before* is None where the bot did not see all of that period. *seen_from* is the day on which
    it began to see comments, where that lies within the period or after it.
    """

    now: Measures
    before: Measures | None
    course: Course
    seen_from: date | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that a report of *period* says, as things stand at *at*, an instant.

    *comments* is None where no page is connected and none was read; *policy* and *calendar* are
    what the comments are measured against. *tagging* is how the team tagged them, None with them;
    *received* is what the posts came to on the page, None where no page is read.
    *goals* are those that were put to the team, while it wants any.
    """

    period: Period
    at: datetime
    policy: Policy
    calendar: WorkingCalendar
    comments: Comments | None
    plan: PlanMeasures
    tagging: Tagging | None = None
    received: Totals | None = None
    goals: tuple[Goal, ...] = ()

    def is_over(self, zone: tzinfo) -> bool:
        """Tell whether the period is over; else its figures are those so far."""
        return self.period.end <= self.at.astimezone(zone).date()


@dataclass(frozen=True, slots=True)
class Seen:
    """The comments of a period and of the one before, and since when the bot reads the page."""

    cases: Sequence[Case]
    before: Sequence[Case]
    since: date | None


def comments(
    period: Period,
    seen: Seen,
    policy: Policy,
    calendar: WorkingCalendar,
    *,
    now: datetime,
    zone: tzinfo,
) -> Comments:
    """Measure what was *seen* of a period."""
    groups = sort_out(seen.cases, policy, calendar, now=now, zone=zone)
    knows_before = seen.since is not None and seen.since <= period.before.start
    late = seen.since if seen.since and seen.since > period.start else None
    return Comments(
        now=measure(seen.cases, policy, calendar, now=now, zone=zone),
        before=measure(seen.before, policy, calendar, now=now, zone=zone) if knows_before else None,
        course=course(period, groups, now=now, zone=zone),
        seen_from=late,
    )


def course(period: Period, groups: Groups, *, now: datetime, zone: tzinfo) -> Course:
    """Count the *groups* of a period for charts."""
    step = step_of(period)
    today = now.astimezone(zone).date()
    starts = list(_starts(period.start, min(period.end, today + ONE_DAY), step))
    answered = Counter(_begin(day, step, period) for day in _days(groups[Group.ANSWERED], zone))
    received = Counter(_begin(day, step, period) for day in _days(groups[Group.RECEIVED], zone))
    return Course(
        step=step,
        came=tuple((day, Pair(answered[day], received[day] - answered[day])) for day in starts),
        spans=_spans(groups),
        hours=_hours(groups, zone),
    )


def step_of(period: Period) -> Step:
    """Choose what one bar stands for, so that there are not too many."""
    length = period.end - period.start
    return Step.DAY if length <= MOST_DAYS else Step.WEEK if length <= MOST_WEEKS else Step.MONTH


def _spans(groups: Groups) -> tuple[Pair, ...]:
    kept, slow = (Counter(map(_span, groups[group])) for group in (Group.KEPT, Group.SLOW))
    return tuple(Pair(kept[n], slow[n]) for n in range(len(SPANS) + 1))


def _span(case: Case) -> int:
    """Say into which bar an answer falls: the first whose end it does not reach."""
    taken = (case.answered or case.written) - case.written
    return sum(taken >= end for end in SPANS)


def _hours(groups: Groups, zone: tzinfo) -> tuple[Pair, ...]:
    outside = Counter(c.written.astimezone(zone).hour for c in groups[Group.OUTSIDE])
    every = Counter(c.written.astimezone(zone).hour for c in groups[Group.RECEIVED])
    return tuple(Pair(every[hour] - outside[hour], outside[hour]) for hour in range(24))


def _days(cases: Iterable[Case], zone: tzinfo) -> Iterator[date]:
    return (case.written.astimezone(zone).date() for case in cases)


def _begin(day: date, step: Step, period: Period) -> date:
    """Return the first day of the bar in which *day* lies; the first bar may begin in the middle."""
    if step is Step.DAY:
        return day
    first = Week.of(day).monday if step is Step.WEEK else Month.of(day).first
    return max(first, period.start)


def _starts(start: date, end: date, step: Step) -> Iterator[date]:
    while start < end:
        yield start
        if step is Step.DAY:
            start += ONE_DAY
        else:
            start = Week.of(start).end if step is Step.WEEK else Month.of(start).end
