"""Gaps in the plan, and the runway.

A post fills the slot of the same outlet and day that is nearest to its time: moved from 11.00 to
13.00 it still fills that day's slot, and two posts fill at most two slots of the day. In the same
way a mark "left empty on purpose" belongs to the nearest slot of its day, so that neither is lost
when the cadence changes its hour. Cancelled posts are not handed in at all.

On a free day an unfilled slot asks whether it wants a post. Until somebody plans one there it is no
gap that counts: neither the runway nor the fill rate tells of it.

Posts and marks are given as `Slot` too: outlet, day, time. `now` is any aware instant and *zone*
the team's zone; a slot that has begun is no longer ahead.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from bot.domain.calendar import Week, WorkingCalendar
from bot.domain.errors import Refusal
from bot.domain.outlets import Slot

HORIZON = 60  # days: "two months ahead"

_Days = Mapping[tuple[int, date], list[time]]


@dataclass(frozen=True, slots=True)
class Runway:
    """Days from today to the first gap; None where no gap lies within the horizon."""

    days: int | None
    first_gap: Slot | None
    horizon: int = HORIZON


@dataclass(frozen=True, slots=True)
class Ahead:
    """The slots ahead that no post fills, in order: *gaps*, and *empty*, left so on purpose."""

    gaps: list[Slot]
    empty: list[Slot]


class NoGapInWeek(Refusal):
    """Refuse to choose a day in a week in which the outlet has no gap."""

    kind = "refusal-no-gap-in-week"


def window(today: date, days: int = HORIZON) -> tuple[date, date]:
    """Give the half-open range from today up to and including the day *days* ahead.

    >>> window(date(2026, 11, 24))
    (datetime.date(2026, 11, 24), datetime.date(2027, 1, 24))
    """
    return today, today + timedelta(days=days + 1)


def filled(slots: Iterable[Slot], occupied: Iterable[Slot]) -> frozenset[Slot]:
    """Find the slots that the posts at *occupied* fill, or that marks belong to."""
    posts = _by_day(occupied)
    if not posts:
        return frozenset()
    wanted = _by_day(slots)
    return frozenset(
        Slot(day, at, outlet)
        for outlet, day in wanted.keys() & posts.keys()
        for at in nearest(wanted[outlet, day], posts[outlet, day])
    )


def openings(
    slots: Iterable[Slot],
    occupied: Iterable[Slot],
    left_empty: Iterable[Slot] = (),
    *,
    now: datetime,
    zone: tzinfo,
) -> Ahead:
    """Tell the slots ahead that no post fills apart: gaps, and what somebody has left empty."""
    slots = list(slots)
    posts, marked = filled(slots, occupied), filled(slots, left_empty)
    free = (slot for slot in slots if slot not in posts)
    ahead = sorted(slot for slot in free if slot.starts(zone) > now)
    return Ahead([s for s in ahead if s not in marked], [s for s in ahead if s in marked])


def gaps(
    slots: Iterable[Slot],
    occupied: Iterable[Slot],
    left_empty: Iterable[Slot] = (),
    *,
    now: datetime,
    zone: tzinfo,
) -> list[Slot]:
    """List the slots ahead that no post fills and nobody has left empty, in order."""
    return openings(slots, occupied, left_empty, now=now, zone=zone).gaps


def wanting(gaps_ahead: Iterable[Slot], calendar: WorkingCalendar) -> list[Slot]:
    """List those of *gaps_ahead* that miss a post: on a free day a slot only asks."""
    return [gap for gap in gaps_ahead if calendar.free_day(gap.day) is None]


def asking(gaps_ahead: Iterable[Slot], calendar: WorkingCalendar) -> list[Slot]:
    """List those of *gaps_ahead* that lie on a free day, and ask."""
    return [gap for gap in gaps_ahead if calendar.free_day(gap.day) is not None]


def runway(
    gaps_ahead: Iterable[Slot], calendar: WorkingCalendar, *, today: date, horizon: int = HORIZON
) -> Runway:
    """Count the days from *today* to the first of *gaps_ahead* within the horizon that counts."""
    _, end = window(today, horizon)
    near = [gap for gap in gaps_ahead if gap.day < end]
    first = min(wanting(near, calendar), default=None)
    return Runway((first.day - today).days if first else None, first, horizon)


def first_gap(
    gaps_ahead: Iterable[Slot], calendar: WorkingCalendar, *, outlet_id: int, week: Week
) -> Slot:
    """Choose the first gap of *outlet_id* in *week*: what "v. 50" means without a day.

    A slot on a free day is chosen only where there is no other.
    """
    fitting = [
        gap
        for gap in gaps_ahead
        if gap.outlet_id == outlet_id and week.monday <= gap.day < week.end
    ]
    found = min(wanting(fitting, calendar) or fitting, default=None)
    if found is None:
        raise NoGapInWeek(outlet_id=outlet_id, week=week.number, year=str(week.year))
    return found


def nearest(slots: Iterable[time], posts: Iterable[time]) -> dict[time, int]:
    """Give each post a slot of its day, the closest pair first; the earlier one where it ties.

    Posts are named by their place in order of time.
    """
    pairs = sorted(
        (abs(_minutes(at) - _minutes(post)), at, place)
        for at in set(slots)
        for place, post in enumerate(sorted(posts))
    )
    found: dict[time, int] = {}
    for _, at, place in pairs:
        if at not in found and place not in found.values():
            found[at] = place
    return found


def _by_day(places: Iterable[Slot]) -> _Days:
    days: defaultdict[tuple[int, date], list[time]] = defaultdict(list)
    for place in places:
        days[place.outlet_id, place.day].append(place.at)
    return days


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute
