"""Who is who in the content team: the lead, the deputies, the colleagues.

A team that has named nobody yet is not held up: everybody decides until there is a lead.
"""

from dataclasses import dataclass

from bot.domain.errors import Refusal

MOST = 50
"""How many people a team may name in each role; the content teams of regions are two to ten."""


class NotLead(Refusal):
    """Refuse what only the lead or a deputy may decide."""

    kind = "refusal-not-lead"


class NotInTeam(Refusal):
    """Refuse what only those who are named in the team may do."""

    kind = "refusal-not-in-team"


class LeadMissing(Refusal):
    """Refuse deputies without anybody whom they stand in for."""

    kind = "refusal-lead-missing"
    field = "lead"


@dataclass(frozen=True, slots=True)
class Team:
    """The team by Slack ids; nobody is named twice, the higher role counts."""

    lead: str | None = None
    deputies: tuple[str, ...] = ()
    members: tuple[str, ...] = ()

    @property
    def everybody(self) -> tuple[str, ...]:
        """All who are named: the lead first, then the deputies."""
        return (*([self.lead] if self.lead else []), *self.deputies, *self.members)

    def decides(self, user: str) -> bool:
        """Tell whether *user* may decide what is the lead's: the lead, a deputy, or no lead yet."""
        return self.lead is None or user == self.lead or user in self.deputies

    def works(self, user: str) -> bool:
        """Tell whether *user* may act on what residents write: all who are named, or everybody."""
        return user in self.everybody or not self.everybody


def named(lead: str | None, deputies: tuple[str, ...], members: tuple[str, ...]) -> Team:
    """Put a team together; who is named in two roles has the higher one.

    >>> named("U1", ("U2", "U1"), ("U3", "U2", "U3"))
    Team(lead='U1', deputies=('U2',), members=('U3',))
    """
    if deputies and lead is None:
        raise LeadMissing
    above = {lead}
    second = tuple(user for user in dict.fromkeys(deputies) if user not in above)
    above.update(second)
    return Team(lead, second, tuple(user for user in dict.fromkeys(members) if user not in above))


def check_decides(team: Team, user: str) -> None:
    """Refuse *user* unless they may decide what is the lead's."""
    if not team.decides(user):
        raise NotLead


def check_works(team: Team, user: str) -> None:
    """Refuse *user* unless they are in the team, or nobody is named in it yet."""
    if not team.works(user):
        raise NotInTeam
