"""What becomes of a series in the plan: which drafts it adds, brings up to date, or takes back.

An occurrence has at most one post, which stays its post wherever it is moved. What somebody has
changed is theirs: the series does not touch it again. A date that was skipped, or whose post
somebody cancelled, stays without. A series claims its time, but where a person's post already
fills the slot of that day, or it was left empty on purpose, it does not double it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from bot.domain.acts import NothingToDo, entry_of
from bot.domain.calendar import ONE_DAY, WorkingCalendar
from bot.domain.gaps import HORIZON, filled, window
from bot.domain.outlets import Outlet, Slot, slots
from bot.domain.plan import Entry, Post, pick
from bot.domain.series import Pattern, SeriesGone, entry, next_ones, occurrences


@dataclass(frozen=True, slots=True)
class Made:
    """What has become of one occurrence: its post, or None where the date was skipped before.

    *revision* is the post's after the series last wrote it, *withdrawn* that the series, not a
    person, took it out of the plan.
    """

    day: date
    post: Post | None = None
    revision: int = 0
    withdrawn: bool = False

    @property
    def is_untouched(self) -> bool:
        """Tell whether nobody but the series has done anything to the post."""
        return self.post is not None and self.post.revision == self.revision

    @property
    def is_mine(self) -> bool:
        """Tell whether the series may still change the post, or put it back."""
        return self.is_untouched and (self.withdrawn or bool(self.post and self.post.is_open))

    @property
    def is_skipped(self) -> bool:
        """Tell whether somebody decided that the date has no post."""
        return self.post is None or not (self.post.is_living or self.withdrawn)


@dataclass(frozen=True, slots=True)
class Coming:
    """A date of a series that is still ahead, where it lies in the plan, and who has it.

    It is *taken* where a person has used its slot, so that the plan has no post of the series.
    """

    day: date
    slot: Slot
    owner: str | None
    taken: bool = False


class Around:
    """What stands in the plan already: the outlets, posts, and marks "left empty" by their day."""

    def __init__(self, outlets: Sequence[Outlet], occupied: Iterable[Slot]) -> None:
        self._outlets = outlets
        self._occupied: defaultdict[tuple[int, date], list[Slot]] = defaultdict(list)
        for slot in occupied:
            self._occupied[slot.outlet_id, slot.day].append(slot)

    def has_room(self, entry: Entry) -> bool:
        """Tell whether a post would fill a slot of its day that nothing else fills.

        On a day on which the outlet asks for nothing, the series' own time is the slot.
        """
        mine = _place(entry)
        asks = slots(pick(self._outlets, mine.outlet_id), mine.day, mine.day + ONE_DAY) or [mine]
        beside = self._occupied[mine.outlet_id, mine.day]
        return filled(asks, [*beside, mine]) != filled(asks, beside)

    def take(self, entry: Entry) -> None:
        """Note that a post for *entry* has been added."""
        mine = _place(entry)
        self._occupied[mine.outlet_id, mine.day].append(mine)


@dataclass(frozen=True, slots=True)
class Steps:
    """What is to be done in the plan, in order of the dates; *taken* and *kept* are only told.

    *taken* are dates whose slot a person has used, *kept* are posts that somebody has changed.
    """

    add: tuple[tuple[date, Entry], ...] = ()
    follow: tuple[tuple[Made, Entry], ...] = ()
    withdraw: tuple[Made, ...] = ()
    kept: tuple[Post, ...] = ()
    taken: tuple[date, ...] = ()


def wanted(
    pattern: Pattern, *, now: datetime, zone: tzinfo, calendar: WorkingCalendar
) -> dict[date, Entry]:
    """Return what a series wants in the plan within the horizon, by date."""
    horizon = timedelta(days=HORIZON + 1)
    ahead = next_ones(pattern, now=now, zone=zone, calendar=calendar, within=horizon)
    return {found.day: entry(pattern, found, zone) for found in ahead}


def free_dates(pattern: Pattern, *, today: date, calendar: WorkingCalendar) -> list[date]:
    """List the dates within the horizon that are passed over because they are free."""
    every = occurrences(pattern, *window(today), calendar=calendar)
    return [found.day for found in every if found.free]


def steps(
    wants: Mapping[date, Entry],
    made: Mapping[date, Made],
    *,
    around: Around,
    now: datetime,
    zone: tzinfo,
) -> Steps:
    """Decide what is to be done so that the plan has what a series *wants*.

    *made* is what has become of its dates.
    """
    ahead = [m for m in made.values() if m.post and m.post.slot.starts(zone) > now]
    kept = (m.post for m in ahead if m.post and m.post.is_open and not m.is_untouched)
    mine = [m for m in ahead if m.is_mine]
    gone = [m for m in mine if m.withdrawn and m.day in wants]
    asked = {*(wants.keys() - made.keys()), *(m.day for m in gone)}
    room = {day for day in asked if around.has_room(wants[day])}
    follow = [m for m in mine if not m.withdrawn and m.day in wants and _differs(m, wants[m.day])]
    return Steps(
        add=tuple((day, wants[day]) for day in sorted(room - made.keys())),
        follow=tuple((m, wants[m.day]) for m in [*follow, *(m for m in gone if m.day in room)]),
        withdraw=tuple(m for m in mine if not m.withdrawn and m.day not in wants),
        kept=tuple(sorted(kept, key=lambda post: post.slot)),
        taken=tuple(sorted(asked - room)),
    )


def coming(
    pattern: Pattern,
    made: Mapping[date, Made],
    *,
    around: Around,
    now: datetime,
    zone: tzinfo,
    calendar: WorkingCalendar,
) -> Iterator[Coming]:
    """Yield what is still ahead of a series, each where it really is: a post may have been moved."""
    for found in next_ones(pattern, now=now, zone=zone, calendar=calendar):
        become = made.get(found.day)
        post = become.post if become and not become.withdrawn else None
        if (become and become.is_skipped) or (post and not post.is_open):
            continue
        wanted = entry(pattern, found, zone)
        place = post or wanted
        taken = post is None and not around.has_room(wanted)
        yield Coming(found.day, Slot(place.day, place.at, place.outlet_id), place.owner, taken)


def check_skip(
    pattern: Pattern,
    day: date,
    found: Made | None,
    *,
    now: datetime,
    zone: tzinfo,
    calendar: WorkingCalendar,
) -> None:
    """Refuse to skip a date that is none of the series' dates ahead, or that is skipped already."""
    if found and found.is_skipped:
        raise NothingToDo
    ahead = next_ones(pattern, now=now, zone=zone, calendar=calendar)
    if found is None and day not in {each.day for each in ahead}:
        raise SeriesGone


def _place(entry: Entry) -> Slot:
    return Slot(entry.day, entry.at, entry.outlet_id)


def _differs(made: Made, entry: Entry) -> bool:
    return made.post is not None and entry_of(made.post) != entry
