"""How well the plan is filled: which post fills which slot, and the fill rate.

A slot is *wanted* while it lies ahead, unless it is left empty on purpose and no post lies there
all the same. On a free day a slot only asks, and is wanted once a post lies there. A wanted slot is
*filled* once its post has an owner, and *ready* once that post is ready or published. So a post that
nobody owns fills no slot here, though its slot is no gap either.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo

from bot.domain import gaps
from bot.domain.calendar import WorkingCalendar
from bot.domain.measures import FEW
from bot.domain.outlets import Slot
from bot.domain.plan import Plan, Post, Status

SPANS = (14, 30, gaps.HORIZON)
"""Days ahead for which the rate is told."""

_READY = frozenset({Status.READY, Status.PUBLISHED})


@dataclass(frozen=True, slots=True)
class FillRate:
    """How many slots of the coming *days* are wanted, filled, and filled by a post that is ready."""

    days: int
    wanted: int
    filled: int
    ready: int

    @property
    def percent(self) -> int | None:
        """The share that is filled, rounded, 100 only where every one is; None of too few."""
        if self.wanted < FEW:
            return None
        rounded = (200 * self.filled + self.wanted) // (2 * self.wanted)
        return rounded if self.is_full else min(rounded, 99)

    @property
    def is_full(self) -> bool:
        """Tell whether every wanted slot is filled."""
        return self.filled == self.wanted


def fillers(slots: Iterable[Slot], posts: Iterable[Post]) -> dict[Slot, Post]:
    """Find the post that fills each slot, as `bot.domain.gaps` tells it.

    Of two posts at the same time the one with an owner counts.
    """
    wanted: defaultdict[tuple[int, date], list[time]] = defaultdict(list)
    for slot in slots:
        wanted[slot.outlet_id, slot.day].append(slot.at)
    there: defaultdict[tuple[int, date], list[Post]] = defaultdict(list)
    for post in sorted(posts, key=lambda post: (post.at, post.owner is None, post.id)):
        there[post.outlet_id, post.day].append(post)
    return {
        Slot(day, at, outlet): there[outlet, day][place]
        for outlet, day in wanted.keys() & there.keys()
        for at, place in gaps.nearest(
            wanted[outlet, day], (p.at for p in there[outlet, day])
        ).items()
    }


def fill_rates(
    plan: Plan, calendar: WorkingCalendar, *, now: datetime, zone: tzinfo
) -> tuple[FillRate, ...]:
    """Tell the fill rate of each of `SPANS`; *plan* begins today and reaches over all of them."""
    slots = plan.slots()
    posts = fillers(slots, plan.posts)
    empty = gaps.filled(slots, plan.left_empty) - posts.keys()
    ahead = [slot for slot in slots if slot not in empty and slot.starts(zone) > now]
    wanted = [slot for slot in ahead if slot in posts or not calendar.free_day(slot.day)]
    return tuple(_rate(days, wanted, posts, plan.start) for days in SPANS)


def _rate(days: int, wanted: Iterable[Slot], posts: Mapping[Slot, Post], today: date) -> FillRate:
    _, end = gaps.window(today, days)
    near = [posts.get(slot) for slot in wanted if slot.day < end]
    owned = [post for post in near if post and post.owner]
    ready = sum(post.status in _READY for post in owned)
    return FillRate(days, wanted=len(near), filled=len(owned), ready=ready)
