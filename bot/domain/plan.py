"""The plan: posts with a day, a time and an outlet, and the gaps between them.

What may be done to a post is in `bot.domain.acts`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from typing import ClassVar

from dateutil.relativedelta import relativedelta

from bot.domain import gaps as gaps_
from bot.domain.calendar import ONE_DAY
from bot.domain.errors import Refusal
from bot.domain.gaps import Ahead
from bot.domain.ideas import title_line
from bot.domain.media import NOTHING, Media, Ruling
from bot.domain.outlets import Cadence, Outlet, Slot, offered, slots
from bot.domain.text import tidy

TEXT_LIMIT = 3000
LINK_LIMIT = 1000
FARTHEST = relativedelta(years=3)  # a plan beyond is a slip of the finger
DEFAULT_TIME = time(9)
"""When a post goes out on an outlet that has no hour of its own."""
_SOME_WEEKS = timedelta(weeks=8)


class Status(StrEnum):
    """How far a post has come."""

    DRAFT = "draft"
    READY = "ready"
    PUBLISHED = "published"
    CANCELLED = "cancelled"


OPEN = frozenset({Status.DRAFT, Status.READY})


class PostGone(Refusal):
    """Refuse to act on a post that does not exist."""

    kind = "refusal-post-gone"


class OutletGone(Refusal):
    """Refuse an outlet that does not exist."""

    kind = "refusal-outlet-gone"
    field: ClassVar[str] = "outlet"


class OutletRetired(Refusal):
    """Refuse to plan for an outlet that is not in use any more."""

    kind = "refusal-outlet-retired"
    field: ClassVar[str] = "outlet"


class SlotUnreadable(Refusal):
    """Refuse a button's value that names no slot."""

    kind = "refusal-slot-gone"


class DayMissing(Refusal):
    """Refuse a form without a day."""

    kind = "refusal-day-missing"
    field: ClassVar[str] = "day"


class TimeMissing(Refusal):
    """Refuse a form without a time."""

    kind = "refusal-time-missing"
    field: ClassVar[str] = "time"


class DayPast(Refusal):
    """Refuse to plan for a day that is over."""

    kind = "refusal-day-past"
    field: ClassVar[str] = "day"


class DayTooFar(Refusal):
    """Refuse a day so far ahead that it must be a slip."""

    kind = "refusal-day-too-far"
    field: ClassVar[str] = "day"


class TimeSkipped(Refusal):
    """Refuse a time that the clock skips when summer time begins."""

    kind = "refusal-time-skipped"
    field: ClassVar[str] = "time"


class TextTooLong(Refusal):
    """Refuse a text that no form could show again."""

    kind = "refusal-text-too-long"
    field: ClassVar[str] = "text"


class LinkUnfit(Refusal):
    """Refuse as a link what is no web address."""

    kind = "refusal-link-unfit"
    field: ClassVar[str] = "link"


@dataclass(frozen=True, slots=True)
class Entry:
    """What a person says about a post; day and time are wall time in the team's zone."""

    title: str
    outlet_id: int
    day: date
    at: time
    text: str = ""
    owner: str | None = None
    status: Status = Status.DRAFT
    idea_id: int | None = None


BY_POST, BY_OUTLET = "own", "outlet"
"""Who wants two persons for a post: itself alone, or its whole outlet."""


@dataclass(frozen=True, slots=True)
class Post:
    """One post in the plan. *owner*, *created_by* and *watcher* are Slack ids.

    *waived* are the needs (`bot.domain.ready`) that the lead has let pass. Posts with the same
    *sibling* are the same content on several outlets. *pair* says whether it needs two persons,
    and who wants that; *second* is who has said yes (`bot.domain.pairs`).
    """

    id: int
    title: str
    text: str
    outlet_id: int
    day: date
    at: time
    owner: str | None
    status: Status
    idea_id: int | None
    link: str | None
    created_by: str
    created_at: datetime
    updated_at: datetime
    published_at: datetime | None
    revision: int = 1
    media: Media = NOTHING
    ruling: Ruling | None = None
    waived: frozenset[str] = frozenset()
    watcher: str | None = None
    sibling: int | None = None
    pair: str = ""
    second: str | None = None

    @property
    def slot(self) -> Slot:
        """Its place in the plan."""
        return Slot(self.day, self.at, self.outlet_id)

    @property
    def is_open(self) -> bool:
        """Tell whether it is still to go out."""
        return self.status in OPEN

    @property
    def is_living(self) -> bool:
        """Tell whether it is in the plan at all: everything but cancelled."""
        return self.status is not Status.CANCELLED


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan from *start* up to but not including *end*: living posts, marks, outlets in order."""

    start: date
    end: date
    outlets: tuple[Outlet, ...]
    posts: tuple[Post, ...]
    left_empty: frozenset[Slot] = frozenset()

    def slots(self) -> list[Slot]:
        """List every moment at which an outlet wants a post."""
        return sorted(s for outlet in self.outlets for s in slots(outlet, self.start, self.end))

    def gaps(self, *, now: datetime, zone: tzinfo) -> list[Slot]:
        """List the gaps ahead, in order."""
        return self.openings(now=now, zone=zone).gaps

    def openings(self, *, now: datetime, zone: tzinfo) -> Ahead:
        """List the slots ahead that no post fills: the gaps, and what is left empty on purpose."""
        occupied = [post.slot for post in self.posts]
        return gaps_.openings(self.slots(), occupied, self.left_empty, now=now, zone=zone)


def pick(outlets: Iterable[Outlet], outlet_id: int) -> Outlet:
    """Return the outlet with that id among *outlets*, or refuse."""
    found = next((outlet for outlet in outlets if outlet.id == outlet_id), None)
    if found is None:
        raise OutletGone
    return found


def check_offered(outlet: Outlet) -> None:
    """Refuse an outlet that takes no new posts."""
    if outlet.retired:
        raise OutletRetired


def default_outlet(outlets: Sequence[Outlet]) -> Outlet:
    """Return the outlet that is meant when none is named: the first with a cadence."""
    known = offered(outlets)
    found = next((outlet for outlet in known if outlet.cadences), None) or next(iter(known), None)
    if found is None:
        raise OutletGone
    return found


def default_time(outlet: Outlet, day: date) -> time:
    """Return the time that is meant on *outlet* when none is given for *day*.

    That is the first slot's of the day; else that of the cadence which wants such a weekday, else
    the first cadence's.
    """
    wanted = slots(outlet, day, day + ONE_DAY)
    if wanted:
        return wanted[0].at
    usual = [cadence.at for cadence in outlet.cadences if _wants_weekday(cadence, day)]
    return next(iter([*usual, *(cadence.at for cadence in outlet.cadences)]), DEFAULT_TIME)


def time_for(outlet: Outlet, day: date, *, local_now: datetime) -> time:
    """Choose the time for a post on *day*: the outlet's own or, where that has passed, the next hour."""
    at = default_time(outlet, day)
    passed = day == local_now.date() and at <= local_now.time()
    return time(local_now.hour + 1) if passed and local_now.hour < 23 else at


def _wants_weekday(cadence: Cadence, day: date) -> bool:
    """Tell whether *cadence* comes on the weekday of *day*, in one of the weeks that follow."""
    return any(d.weekday() == day.weekday() for d in cadence.days(day, day + _SOME_WEEKS))


def checked(entry: Entry, *, zone: tzinfo) -> Entry:
    """Return *entry* with its title and text tidied, or refuse it."""
    text = tidy(entry.text)
    if len(text) > TEXT_LIMIT:
        raise TextTooLong(limit=TEXT_LIMIT, length=len(text))
    check_time(entry.day, entry.at, zone=zone)
    return replace(entry, title=title_line(entry.title), text=text)


def check_day(day: date, *, today: date) -> None:
    """Refuse a day that is over, or years ahead."""
    if day < today:
        raise DayPast(day=day)
    if day > today + FARTHEST:
        raise DayTooFar(day=day)


def check_time(day: date, at: time, *, zone: tzinfo) -> None:
    """Refuse a wall time that does not exist on *day* in *zone*."""
    shown = Slot(day, at, 0).starts(zone).astimezone(zone)
    if (shown.date(), shown.time()) != (day, at):
        raise TimeSkipped(day=day, at=at)


def read_link(text: str | None) -> str | None:
    """Read the address of a published post; None for an empty field."""
    link = tidy(text or "")
    if not link:
        return None
    fit = link.startswith(("https://", "http://")) and not any(c.isspace() for c in link)
    if not fit or len(link) > LINK_LIMIT or len(link.partition("://")[2]) < 3:
        raise LinkUnfit
    return link


def slot_value(slot: Slot) -> str:
    """Write *slot* as the value of a button.

    >>> slot_value(Slot(date(2026, 11, 27), time(11), 1))
    '1 2026-11-27 11:00'
    """
    return f"{slot.outlet_id} {slot.day.isoformat()} {slot.at:%H:%M}"


def read_slot(value: str) -> Slot:
    """Read what `slot_value` wrote; refuse anything else."""
    try:
        outlet, day, at = value.split(" ")
        slot = Slot(date.fromisoformat(day), time.fromisoformat(at), int(outlet))
    except ValueError as error:
        raise SlotUnreadable from error
    if slot_value(slot) != value:
        raise SlotUnreadable
    return slot
