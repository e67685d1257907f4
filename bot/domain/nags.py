"""The nag: which of the gaps ahead are named, and what has become of them since.

A slot that was named in the morning keeps its row all day: open, or filled, left empty, put off.
A gap that opens during the day joins. On a free day nobody answers, but people do read:
such a slot asks instead of nagging.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from enum import StrEnum

from bot.domain.calendar import FreeDay, WorkingCalendar
from bot.domain.errors import Refusal
from bot.domain.gaps import filled
from bot.domain.outlets import Slot
from bot.domain.plan import Plan, Post

IN_FULL = 5
PERSON_IN_FULL = 3
"""Gaps that a message to one person shows in full: enough for a day."""

ASKED_IN_FULL = 3


class GapGone(Refusal):
    """Refuse a click on what is no slot ahead: forged, passed, or dropped from the cadence."""

    kind = "refusal-gap-gone"


class GapFilled(Refusal):
    """Refuse to fill a gap that somebody has filled meanwhile."""

    kind = "refusal-gap-filled"


class GapLeftEmpty(Refusal):
    """Refuse to fill a slot that somebody has left empty on purpose meanwhile."""

    kind = "refusal-gap-left-empty"


class LaterUnreadable(Refusal):
    """Refuse a reminder that the message does not offer for the slot (any more)."""

    kind = "refusal-gap-later"


class NotMarked(Refusal):
    """Refuse to undo a mark that is not there (any more)."""

    kind = "refusal-gap-not-marked"


class State(StrEnum):
    """What has become of a slot that a nag names."""

    OPEN = "open"
    ASKS = "asks"
    FILLED = "filled"
    LEFT_EMPTY = "left-empty"
    POSTPONED = "postponed"
    PASSED = "passed"


class Later(StrEnum):
    """When to be reminded again; all land on a working day."""

    TOMORROW = "tomorrow"
    TWO_DAYS = "two-days"
    WEEK = "week"


@dataclass(frozen=True, slots=True)
class Postponed:
    """Somebody (*who*) wants to hear of a slot again on the day *until*."""

    until: date
    who: str


@dataclass(frozen=True, slots=True)
class Row:
    """One slot in a nag. *who* filled it, left it or put it off; *title* and *post_id* are the post's."""

    slot: Slot
    state: State
    free: FreeDay | None = None
    who: str | None = None
    title: str = ""
    until: date | None = None
    post_id: int = 0


@dataclass(frozen=True, slots=True)
class Nag:
    """A day's nag: `gaps` and `asks` are shown in full, `more` gaps and asks are counted only."""

    gaps: tuple[Row, ...]
    asks: tuple[Row, ...]
    settled: tuple[Row, ...]
    more: tuple[Row, ...]

    @property
    def missing(self) -> int:
        """How many gaps are open."""
        return len(self.gaps) + sum(row.state is State.OPEN for row in self.more)

    @property
    def asking(self) -> int:
        """How many slots on free days ask."""
        return len(self.asks) + sum(row.state is State.ASKS for row in self.more)

    @property
    def open(self) -> int:
        """How many slots still want an answer."""
        return self.missing + self.asking

    def shown(self) -> tuple[Slot, ...]:
        """List the slots that are shown in full, in order: ideas are wanted for these."""
        return tuple(sorted(row.slot for row in (*self.gaps, *self.asks)))


def to_name(
    gaps: Iterable[Slot], postponed: Mapping[Slot, Postponed], *, today: date, ahead: int
) -> list[Slot]:
    """Choose the gaps to name today: within *ahead* days, and not put off beyond today."""
    end = today + timedelta(days=ahead + 1)
    return sorted(
        gap
        for gap in gaps
        if gap.day < end and not (gap in postponed and postponed[gap].until > today)
    )


@dataclass(frozen=True, slots=True)
class Desk:
    """All that tells what has become of a slot: the plan, and who decided what about its gaps."""

    plan: Plan
    left_empty: Mapping[Slot, str]
    postponed: Mapping[Slot, Postponed]
    calendar: WorkingCalendar
    now: datetime
    zone: tzinfo

    @property
    def today(self) -> date:
        """The date in the team's zone."""
        return self.now.astimezone(self.zone).date()

    def rows(self, slots: Iterable[Slot]) -> list[Row]:
        """Tell what has become of each of *slots* that an outlet still wants."""
        wanted = self.plan.slots()
        posts = filled(wanted, (post.slot for post in self.plan.posts))
        marks = filled(wanted, self.left_empty)
        return [self._row(slot, posts, marks) for slot in slots if slot in wanted]

    def _row(self, slot: Slot, posts: frozenset[Slot], marks: frozenset[Slot]) -> Row:
        """Let a post count before a mark, and a mark before the time."""
        if slot in posts:
            post = _nearest(slot, self.plan.posts)
            return Row(slot, State.FILLED, who=post.owner, title=post.title, post_id=post.id)
        if slot in marks:
            return Row(slot, State.LEFT_EMPTY, who=self.left_empty.get(slot))
        if slot.starts(self.zone) <= self.now:
            return Row(slot, State.PASSED)
        put_off = self.postponed.get(slot)
        if put_off and put_off.until > self.today:
            return Row(slot, State.POSTPONED, who=put_off.who, until=put_off.until)
        free = self.calendar.free_day(slot.day)
        return Row(slot, State.ASKS if free else State.OPEN, free=free)


def open_row(desk: Desk, slot: Slot) -> Row:
    """Return the row of *slot* if it can be filled, left empty or put off; refuse otherwise."""
    row = next(iter(desk.rows([slot])), None)
    if row is None or row.state is State.PASSED:
        raise GapGone
    if row.state is State.FILLED:
        raise GapFilled(title=row.title, post_id=row.post_id)
    if row.state is State.LEFT_EMPTY:
        raise GapLeftEmpty
    return row


def compose(rows: Iterable[Row], in_full: int = IN_FULL) -> Nag:
    """Put *rows* in order: the nearest *in_full* gaps, the rest counted; then what asks."""
    rows = sorted(rows, key=lambda row: row.slot)
    wanting = [row for row in rows if row.state is State.OPEN]
    asking = [row for row in rows if row.state is State.ASKS]
    return Nag(
        gaps=tuple(wanting[:in_full]),
        asks=tuple(asking[:ASKED_IN_FULL]),
        settled=tuple(row for row in rows if row.state not in (State.OPEN, State.ASKS)),
        more=tuple(wanting[in_full:] + asking[ASKED_IN_FULL:]),
    )


def remind_on(later: Later, *, today: date, calendar: WorkingCalendar) -> date:
    """Tell the working day that *later* means.

    >>> remind_on(Later.TOMORROW, today=date(2026, 12, 23), calendar=WorkingCalendar())
    datetime.date(2026, 12, 28)
    """
    if later is Later.WEEK:
        week = today + timedelta(weeks=1)
        return week if calendar.is_working_day(week) else calendar.next_working_day(week)
    tomorrow = calendar.next_working_day(today)
    return tomorrow if later is Later.TOMORROW else calendar.next_working_day(tomorrow)


def later_choices(slot: Slot, *, today: date, calendar: WorkingCalendar) -> tuple[Later, ...]:
    """List the reminders that still come before the day of *slot* has passed, each day once."""
    days = {remind_on(later, today=today, calendar=calendar): later for later in reversed(Later)}
    return tuple(later for day, later in sorted(days.items()) if day <= slot.day)


def read_later(value: str, slot: Slot, *, today: date, calendar: WorkingCalendar) -> Later:
    """Read which reminder was chosen for *slot*; refuse what is not offered."""
    choices = later_choices(slot, today=today, calendar=calendar)
    found = next((later for later in choices if later == value), None)
    if found is None:
        raise LaterUnreadable
    return found


def _nearest(slot: Slot, posts: Iterable[Post]) -> Post:
    """Find the post of the slot's outlet and day that is nearest to its time."""
    same_day = (p for p in posts if (p.day, p.outlet_id) == (slot.day, slot.outlet_id))
    return min(same_day, key=lambda post: _minutes_between(post.slot, slot))


def _minutes_between(one: Slot, other: Slot) -> int:
    return abs((one.at.hour - other.at.hour) * 60 + one.at.minute - other.at.minute)
