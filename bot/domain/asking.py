"""Whom a gap is asked of, and in which tone.

A gap beyond the first level is the team's, in the plan's channel. A nearer one belongs to whoever
has its weekday, and from the next working day on to the lead. Who is away is passed over: for the
owner steps in the lead, for the lead the deputies in their order, and where nobody is left the
channel is asked. A weekday that nobody has is asked about in the channel first. A free day asks
instead of nagging, always in the channel. Each gap is asked of one addressee a day, so that
nobody hears the same thing twice.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from bot.domain.levels import Levels, Reach, Tone
from bot.domain.nags import Postponed
from bot.domain.outlets import Slot
from bot.domain.presence import Presence
from bot.domain.team import Team

PRESSING = 3
"""Days within which a gap that has come to the lead is urgent at once."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One gap of a day's nag: asked of *who*, None for the plan's channel."""

    slot: Slot
    who: str | None = None
    tone: Tone = Tone.GENTLE


@dataclass(frozen=True, slots=True)
class Rota:
    """All that tells whom to ask. *owners* has who has which ISO weekday; Monday is 1."""

    levels: Levels
    team: Team
    owners: Mapping[int, str]
    presence: Presence

    def asks(self, gaps: Iterable[Slot], again: frozenset[Slot], *, today: date) -> list[Ask]:
        """Tell whom to ask today about each of *gaps*; *again* are those asked about before."""
        if self.levels.reach is Reach.OFF:
            return []
        return [self._ask(gap, again=gap in again, today=today) for gap in gaps]

    def again(
        self, told: Iterable[tuple[Slot, date]], postponed: Mapping[Slot, Postponed]
    ) -> frozenset[Slot]:
        """Choose the gaps whose first question is over, from what was *told* on which day.

        A gap that was put off since begins anew: that was an answer.
        """
        return frozenset(
            slot
            for slot, day in told
            if self._is_near(slot, day) and not (slot in postponed and day < postponed[slot].until)
        )

    def owns(self, user: str, slot: Slot) -> bool:
        """Tell whether *user* has the weekday of *slot*."""
        return self.owners.get(slot.day.isoweekday()) == user

    def _ask(self, gap: Slot, *, again: bool, today: date) -> Ask:
        who = self._person(gap, again=again, today=today)
        return Ask(gap) if who is None else Ask(gap, who, self._tone(gap, who, today, again=again))

    def _person(self, gap: Slot, *, again: bool, today: date) -> str | None:
        owner = self.owners.get(gap.day.isoweekday())
        is_free = self.presence.calendar.free_day(gap.day) is not None
        if self.levels.reach is not Reach.PEOPLE or is_free or not self._is_near(gap, today):
            return None
        if owner is None and not again:
            return None
        leads = self.team.line(today)
        line = leads if again or owner is None else (owner, *leads)
        return next((who for who in line if not self.presence.is_away(who, today)), None)

    def _tone(self, gap: Slot, who: str, today: date, *, again: bool) -> Tone:
        if not self.levels.rising:
            return Tone.GENTLE
        is_pressing = (gap.day - today).days <= PRESSING and not self.owns(who, gap)
        return Tone.INSISTENT if again or is_pressing else Tone.CLEAR

    def _is_near(self, slot: Slot, day: date) -> bool:
        return (slot.day - day).days <= self.levels.person


def loudest(asks: Iterable[Ask]) -> Tone:
    """Return the tone of a message that asks all of *asks*."""
    order = list(Tone)
    return max((ask.tone for ask in asks), key=order.index, default=Tone.GENTLE)


def joining(asks: Iterable[Ask], named: Iterable[Ask]) -> list[Ask]:
    """Choose the gaps that opened during the day and fit into a message that there is already.

    The others wait for the next working day: a second message would be one too many.
    """
    asked = {ask.who for ask in named}
    return [ask for ask in asks if ask.who in asked]
