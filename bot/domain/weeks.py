"""The plan as people look at it: week by week, what is planned and what is missing."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, tzinfo
from enum import StrEnum

from bot.domain.calendar import FreeDay, Week, WorkingCalendar
from bot.domain.outlets import Slot
from bot.domain.plan import Plan, Post


class Want(StrEnum):
    """What a slot without a post says: it misses one, it asks (on a free day), it is left empty."""

    GAP = "gap"
    ASKS = "asks"
    LEFT_EMPTY = "left-empty"


@dataclass(frozen=True, slots=True)
class Opening:
    """A slot ahead that no post fills; `free` names the free day on which it lies."""

    slot: Slot
    want: Want
    free: FreeDay | None


Row = Post | Opening


@dataclass(frozen=True, slots=True)
class WeekPlan:
    """A week with its posts and openings in order of time."""

    week: Week
    rows: tuple[Row, ...]


def opening(slot: Slot, calendar: WorkingCalendar) -> Opening:
    """Return *slot*, which is a gap, as what it says."""
    free = calendar.free_day(slot.day)
    return Opening(slot, Want.ASKS if free else Want.GAP, free)


def by_week(
    plan: Plan, calendar: WorkingCalendar, *, now: datetime, zone: tzinfo
) -> tuple[WeekPlan, ...]:
    """Lay out *plan* by ISO week; a week in which nothing happens is there, empty."""
    ahead = plan.openings(now=now, zone=zone)
    every: list[Row] = [*plan.posts, *(opening(slot, calendar) for slot in ahead.gaps)]
    every += [Opening(slot, Want.LEFT_EMPTY, calendar.free_day(slot.day)) for slot in ahead.empty]
    rows: defaultdict[Week, list[Row]] = defaultdict(list)
    for row in sorted(every, key=_moment):
        rows[Week.of(row.slot.day)].append(row)
    weeks, week = [], Week.of(plan.start)
    while week.monday < plan.end:
        weeks.append(WeekPlan(week, tuple(rows.get(week, ()))))
        week = week.shifted(1)
    return tuple(weeks)


def gaps_in(weeks: Iterable[WeekPlan]) -> list[Slot]:
    """List the gaps among the rows of *weeks*, in order; what only asks is none."""
    rows = (row for week in weeks for row in week.rows)
    openings = (row for row in rows if isinstance(row, Opening))
    return [each.slot for each in openings if each.want is Want.GAP]


def pages(weeks: Iterable[WeekPlan], room: int) -> tuple[tuple[WeekPlan, ...], ...]:
    """Cut *weeks* into pages of at most *room* lines: one a heading and a row, two an empty week.

    A week stays whole where a page holds it; where none does, it goes on under its heading.
    """
    done: list[tuple[WeekPlan, ...]] = []
    page: list[WeekPlan] = []
    for part in (part for week in weeks for part in _parts(week, room - 1)):
        if sum(map(_lines, page)) + _lines(part) > room:
            done.append(tuple(page))
            page = []
        page.append(part)
    return (*done, tuple(page))


def _parts(week: WeekPlan, most: int) -> list[WeekPlan]:
    starts = range(0, max(1, len(week.rows)), most)
    return [replace(week, rows=week.rows[start : start + most]) for start in starts]


def _lines(week: WeekPlan) -> int:
    return 1 + max(1, len(week.rows))


def _moment(row: Row) -> tuple[date, time, int]:
    return row.slot.day, row.slot.at, row.slot.outlet_id
