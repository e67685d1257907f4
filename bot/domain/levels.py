"""How a gap is asked about, by its distance: of a person, of the team, in a list, or counted only.

The distances are days from today to the day of the gap, each the last one of its level. Nearer
gaps ask more, in a tone that rises; how far it rises is the team's to decide.
"""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.errors import Refusal
from bot.domain.gaps import HORIZON


class Reach(StrEnum):
    """Where reminders go: to people and the Slack channel, to the channel alone, nowhere."""

    PEOPLE = "people"
    CHANNEL = "channel"
    OFF = "off"


class Tone(StrEnum):
    """How a reminder speaks, from gentle to insistent."""

    GENTLE = "gentle"
    CLEAR = "clear"
    INSISTENT = "insistent"


class DaysUnreadable(Refusal):
    """Refuse what is no number of days within the horizon, beside its *field*."""

    kind = "refusal-nag-days"

    def __init__(self, field: str, *, most: int) -> None:
        super().__init__(most=most)
        self.field = field


class LevelsMixed(Refusal):
    """Refuse levels of which a nearer one reaches as far as the next."""

    kind = "refusal-nag-levels"


@dataclass(frozen=True, slots=True)
class Levels:
    """The last day of each level, where reminders go, and whether their tone rises."""

    person: int = 7
    team: int = 14
    listed: int = 30
    reach: Reach = Reach.PEOPLE
    rising: bool = True

    def __post_init__(self) -> None:
        if not 0 < self.person < self.team < self.listed <= HORIZON:
            raise LevelsMixed


def read_days(text: str, field: str) -> int:
    """Read a number of days from a *field* of a form.

    >>> read_days(" 14 ", "team")
    14
    """
    written = text.strip()
    is_number = written.isascii() and written.isdigit() and len(written) <= len(str(HORIZON))
    if not is_number or not 0 < int(written) <= HORIZON:
        raise DaysUnreadable(field, most=HORIZON)
    return int(written)
