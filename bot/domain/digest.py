"""The day's digest: what the team needs to know in the morning, in the order in which it helps."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from bot.domain.calendar import WorkingCalendar
from bot.domain.comments import Relayed
from bot.domain.gaps import Runway, wanting
from bot.domain.levels import Levels, Reach
from bot.domain.outlets import Slot
from bot.domain.plan import Post
from bot.domain.reuse import Offer
from bot.domain.roster import OnDuty
from bot.domain.tips import Tip

BACK = timedelta(days=14)
"""How long a post is asked for that should have gone out and was not marked."""

TODAY_IN_FULL = 6
UNMARKED_IN_FULL = 4
LISTED_IN_FULL = 8
WATCH_IN_FULL = 3
GAPS_IN_FULL = 3
COMMENTS_IN_FULL = 3
URGENT_IN_FULL = 3
SILENCE = timedelta(hours=1)
"""A page that has not been read for longer than this is worth a line."""
MORNING_ENDS = 10
"""The hour from which nobody is wished a good morning."""


@dataclass(frozen=True, slots=True)
class Comments:
    """How many comments wait, and the oldest of them.

    `silent_since` is when the page was last read, where that is long ago; `never_read` where it
    has not been read at all; `on_duty` is who watches today, None where nobody takes turns.
    `urgent` are the first of the `urgent_count` that are flagged and not judged.
    """

    count: int
    oldest: tuple[Relayed, ...]
    silent_since: datetime | None = None
    never_read: bool = False
    on_duty: OnDuty | None = None
    urgent: tuple[Relayed, ...] = ()
    urgent_count: int = 0


@dataclass(frozen=True, slots=True)
class Further:
    """The gaps beyond those that somebody is asked about: the nearer ones, and all the rest."""

    listed: tuple[Slot, ...] = ()
    beyond: tuple[Slot, ...] = ()


@dataclass(frozen=True, slots=True)
class Digest:
    """Everything that the digest of *day* says.

    `today` is in order of time, `unmarked` (what should have gone out) has the newest first;
    `ideas` are offered when nothing is planned today; `to_watch` goes out before the next working
    day is over and needs an eye on it at a time when nobody is at work, `calm` is where such a
    post, by its id, may move; `further` are gaps far ahead, once a week; `is_morning` is whether
    it came while one says good morning; `tip` is the week's, on its first day; `missed` is the
    working day before, where no digest came then; `old_backup` is when the last nightly copy was
    taken, where that is too long ago.
    """

    day: date
    late: bool
    today: tuple[Post, ...]
    unmarked: tuple[Post, ...]
    comments: Comments | None
    runway: Runway
    gaps: tuple[Slot, ...]
    ideas: tuple[Offer, ...] = ()
    to_watch: tuple[Post, ...] = ()
    calm: Mapping[int, Slot] = field(default_factory=dict)
    further: Further = Further()
    is_morning: bool = True
    tip: Tip | None = None
    missed: date | None = None
    old_backup: datetime | None = None

    def people(self) -> set[str]:
        """Return the Slack ids of all whose names are shown."""
        waiting = self.comments.oldest if self.comments else ()
        shown = (*self.today, *self.unmarked, *self.to_watch)
        owners = [who for post in shown for who in (post.owner, post.watcher)]
        if self.comments and self.comments.on_duty:
            owners.append(self.comments.on_duty.who)
        return {who for who in (*owners, *(each.relay.owner for each in waiting)) if who}


def behind(day: date) -> tuple[date, date]:
    """Give the half-open range of days before *day* whose open posts are asked for."""
    return day - BACK, day


def silent_since(last_look: datetime | None, *, now: datetime) -> datetime | None:
    """Return when the page was last read if that is long ago, else None."""
    return last_look if last_look and now - last_look > SILENCE else None


def to_show(ahead: Sequence[Slot], levels: Levels, calendar: WorkingCalendar) -> Sequence[Slot]:
    """Choose which of the gaps *ahead* are told; what a free day asks is the nag's, if there is one."""
    return ahead if levels.reach is Reach.OFF else wanting(ahead, calendar)


def further(
    ahead: Iterable[Slot], levels: Levels, calendar: WorkingCalendar, *, today: date
) -> Further:
    """Choose the gaps *ahead* that are too far away to ask about, on a week's first working day.

    Once a week is often enough for what is not urgent.
    """
    if levels.reach is Reach.OFF or not calendar.begins_week(today):
        return Further()
    far = [gap for gap in ahead if (gap.day - today).days > levels.team]
    listed = tuple(gap for gap in far if (gap.day - today).days <= levels.listed)
    return Further(listed, tuple(far[len(listed) :]))
