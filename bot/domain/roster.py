"""Who watches the page: a person a week in turn, exceptions by date, and who is asked after them.

The turn is counted in weeks from a date and not by week numbers, because after week 53 comes
week 1: the turn goes on over New Year. Who is away is passed over for the next in turn.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from bot.domain.calendar import ONE_DAY, Week
from bot.domain.errors import Refusal
from bot.domain.policy import Policy, may_ping
from bot.domain.presence import Presence
from bot.domain.team import Team

MOST_PEOPLE = 20
"""How many may take turns."""

MOST_SWAPPED = 31
"""How many days somebody may take over at once."""

LONGEST = timedelta(days=550)
"""How far ahead somebody may take over."""


class SwapBackwards(Refusal):
    """Refuse to take over days that are past, end before they begin, or are far too many."""

    kind = "refusal-roster-days"
    field = "last"


class SwapGone(Refusal):
    """Refuse to take away an exception that is not there (any more)."""

    kind = "refusal-roster-gone"


@dataclass(frozen=True, slots=True)
class OnDuty:
    """Who watches on a day; nobody where all who could are away."""

    who: str | None


@dataclass(frozen=True, slots=True)
class Roster:
    """*people* watch a week each in turn, the first in the week of *anchor*.

    *swaps* has who watches instead, by date.
    """

    people: tuple[str, ...] = ()
    anchor: date = date(2026, 1, 5)
    swaps: Mapping[date, str] = field(default_factory=dict)

    def on_duty(self, day: date, presence: Presence) -> str | None:
        """Tell who watches on *day*: the first of the line who is not away; None without anybody."""
        line = self._line(day)
        return next((who for who in line if not presence.has_leave(who, day)), None)

    def today(self, day: date, presence: Presence) -> OnDuty | None:
        """Return who watches on *day*; None where watching is nobody's turn at all."""
        is_set = self.people or day in self.swaps
        return OnDuty(self.on_duty(day, presence)) if is_set else None

    def this_week(self, day: date) -> str | None:
        """Tell whose turn the week of *day* is, whoever is away."""
        return next(iter(self._turns(day)), None)

    def _line(self, day: date) -> Iterator[str]:
        if day in self.swaps:
            yield self.swaps[day]
        yield from self._turns(day)

    def _turns(self, day: date) -> tuple[str, ...]:
        """Return everybody in the order in which they are asked in the week of *day*."""
        if not self.people:
            return ()
        weeks = (Week.of(day).monday - Week.of(self.anchor).monday).days // 7
        n = weeks % len(self.people)
        return (*self.people[n:], *self.people[:n])


@dataclass(frozen=True, slots=True)
class Duty:
    """All that tells whom a comment may reach, and when."""

    policy: Policy
    roster: Roster
    team: Team
    presence: Presence

    def on_duty(self, day: date) -> str | None:
        """Tell who watches on *day*."""
        return self.roster.on_duty(day, self.presence)

    def ladder(self, local: datetime) -> tuple[str, ...]:
        """Return whom to ask at *local*, one after the other: the watcher, who leads, the deputies.

        Nobody twice, and nobody who is away. Whether they may be disturbed is another question.
        """
        day = local.date()
        line = (self.on_duty(day), *self.team.line(day))
        there = (who for who in line if who and not self.presence.has_leave(who, day))
        return tuple(dict.fromkeys(there))

    def leads(self, day: date) -> str | None:
        """Tell who decides on *day*: who leads then, or the first deputy who is not away."""
        there = (who for who in self.team.line(day) if not self.presence.has_leave(who, day))
        return next(there, None)

    def may_ping(self, who: str | None, local: datetime, *, urgent: bool) -> bool:
        """Tell whether a comment may ping *who*, None for the channel, at *local*.

        Everybody within their own hours; outside them only who watches, for what is watched.
        """
        if who is None:
            return may_ping(self.policy, self.presence.calendar, local, urgent=urgent)
        if self.presence.may_disturb(who, local):
            return True
        is_watcher = who == self.on_duty(local.date())
        return is_watcher and self.policy.watches(local, urgent=urgent)

    def reachable(self, local: datetime, *, urgent: bool) -> tuple[str, ...]:
        """Return those of the ladder who may be pinged at *local*, in order."""
        line = self.ladder(local)
        return tuple(who for who in line if self.may_ping(who, local, urgent=urgent))


def swapped(first: date, last: date, *, today: date) -> Sequence[date]:
    """List the days from *first* to *last* that somebody takes over; refuse days that cannot be."""
    count = (last - first).days + 1
    if first < today or not 1 <= count <= MOST_SWAPPED or last - today > LONGEST:
        raise SwapBackwards(most=MOST_SWAPPED)
    return [first + n * ONE_DAY for n in range(count)]
