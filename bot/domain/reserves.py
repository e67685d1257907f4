"""The reserve: ready-made posts without a day, for the day when something falls through.

A reserve post is an idea whose note is the whole text, with what the post shows beside it. It
lacks nothing but a day and somebody responsible, so that one click puts it into a gap. Once it is
planned it is out of the reserve, and back when that is undone, as every idea.
"""

from dataclasses import dataclass
from datetime import date, datetime
from zlib import crc32

from dateutil.relativedelta import relativedelta

from bot.domain.calendar import ONE_DAY, WorkingCalendar
from bot.domain.errors import Refusal
from bot.domain.ideas import Idea, Thought
from bot.domain.media import DECIDED, NOTHING, Media
from bot.domain.ready import Need, lacking
from bot.domain.routing import Routing, Where
from bot.domain.text import is_blank

WANTED = 3
"""How many a team should have."""

FRESH = relativedelta(months=6)
"""A reserve that nobody has looked at for longer is asked to be looked over."""


class NotInReserve(Refusal):
    """Refuse to act on what is not in the reserve (any more)."""

    kind = "refusal-reserve-gone"


class ReserveLacks(Refusal):
    """Refuse a reserve that could not go out today; *need* says what it lacks first."""

    kind = "refusal-reserve-lacks"

    @property
    def field(self) -> str:
        """The field of the form where it is missing."""
        return _FIELDS.get(Need(str(self.values["need"])), "alt")


_FIELDS = {Need.TEXT: "note", Need.CAPTIONS: "captions", Need.DECISION: "persons"}


@dataclass(frozen=True, slots=True)
class Reserve:
    """A ready-made post: the idea that says it, what it shows, when it was last looked over."""

    idea: Idea
    media: Media = NOTHING
    checked_at: datetime | None = None

    @property
    def outlets(self) -> tuple[int, ...]:
        """The outlets it belongs to: what was decided last counts; none is any."""
        routed = self.idea.routing.outlet_id
        return self.idea.outlets if routed is None else (routed,)

    @property
    def mark(self) -> int:
        """A number that is another once somebody has changed it."""
        return crc32(repr((self.idea.mark, self.media)).encode())

    def is_stale(self, now: datetime) -> bool:
        """Tell whether nobody has looked at it for long."""
        return self.checked_at is not None and self.checked_at + FRESH < now


@dataclass(frozen=True, slots=True)
class Stock:
    """How many there are, and how many of them somebody should look over."""

    count: int
    stale: int = 0
    wanted: int = WANTED

    @property
    def is_low(self) -> bool:
        """Tell whether there are fewer than wanted."""
        return self.count < self.wanted


NONE = Stock(0)


def check_complete(text: str, media: Media) -> None:
    """Refuse a reserve that could not go out today."""
    blank = [Need.TEXT] if is_blank(text) else []
    persons = [Need.DECISION] if media.persons in DECIDED else []
    for need in (*blank, *lacking(media), *persons):
        raise ReserveLacks(need=need)


def routed(thought: Thought, who: str) -> Routing:
    """Return where a reserve belongs: whoever put it there has said so, and nobody is asked."""
    only = thought.outlets[0] if len(thought.outlets) == 1 else None
    return Routing(Where.OUTLET, outlet_id=only, who=who)


def near(today: date, calendar: WorkingCalendar) -> date:
    """Return the day before which a gap is so near that a reserve comes first.

    Today, tomorrow and the next two working days are.

    >>> near(date(2026, 12, 23), WorkingCalendar())
    datetime.date(2026, 12, 30)
    """
    return calendar.next_working_day(calendar.next_working_day(today)) + ONE_DAY
