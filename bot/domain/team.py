"""Who is who in the content team: the lead, the deputies, the colleagues; and who only reads.

A team that has named nobody yet is not held up: everybody decides until there is a lead.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from bot.domain.errors import Refusal
from bot.domain.presence import LONGEST, Stretch
from bot.domain.rights import DEFAULTS, Grant, Level, Right

MOST = 50
"""How many people a team may name in each role; the content teams of regions are two to ten."""

MOST_STAND_INS = 20
"""How many times to come a deputy may be the one who leads."""


class NotLead(Refusal):
    """Refuse what only the lead or a deputy may decide."""

    kind = "refusal-not-lead"


class NotInTeam(Refusal):
    """Refuse what only those who are named in the team may do."""

    kind = "refusal-not-in-team"


class ReadsOnly(Refusal):
    """Refuse every act of somebody who reads; *who* leads, by Slack id or name ('' is nobody)."""

    kind = "refusal-reads-only"


class LeadMissing(Refusal):
    """Refuse deputies without anybody whom they stand in for."""

    kind = "refusal-lead-missing"
    field = "lead"


class StandInNotDeputy(Refusal):
    """Refuse to let somebody lead for a time who is no deputy."""

    kind = "refusal-stand-in-not-deputy"
    field = "person"


class StandInBackwards(Refusal):
    """Refuse days that end before they begin, are over, or are far too many."""

    kind = "refusal-stand-in-days"
    field = "last"


class StandInTaken(Refusal):
    """Refuse two who lead on the same day."""

    kind = "refusal-stand-in-taken"
    field = "first"


class TooManyStandIns(Refusal):
    """Refuse more times than can be shown."""

    kind = "refusal-stand-ins-many"
    field = "first"


class StandInGone(Refusal):
    """Refuse to take away what is not there (any more)."""

    kind = "refusal-stand-in-gone"


@dataclass(frozen=True, slots=True)
class StandIn(Stretch):
    """The deputy *user* leads meanwhile."""


@dataclass(frozen=True, slots=True)
class Team:
    """The team by Slack ids; nobody is named twice, the higher role counts.

    *readers* may look and ask for figures. Rights that nobody has set are as by default.
    """

    lead: str | None = None
    deputies: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    readers: tuple[str, ...] = ()
    stand_ins: tuple[StandIn, ...] = ()
    rights: Mapping[Right, Grant] = field(default_factory=dict)

    @property
    def everybody(self) -> tuple[str, ...]:
        """All who are named to work with it: the lead first, then the deputies."""
        return (*([self.lead] if self.lead else []), *self.deputies, *self.members)

    @property
    def people(self) -> tuple[str, ...]:
        """All whom the settings name in some way."""
        named = (user for right in Right for user in self.grant(right).users)
        return (*self.everybody, *self.readers, *(s.user for s in self.stand_ins), *named)

    def reads(self, user: str) -> bool:
        """Tell whether *user* only reads."""
        return user in self.readers

    def decides(self, user: str) -> bool:
        """Tell whether *user* may decide what is the lead's: the lead, a deputy, or no lead yet."""
        leads = self.lead is None or user == self.lead or user in self.deputies
        return leads and not self.reads(user)

    def works(self, user: str) -> bool:
        """Tell whether *user* may act on what residents write: all who are named, or everybody."""
        return (user in self.everybody or not self.everybody) and not self.reads(user)

    def grant(self, right: Right) -> Grant:
        """Return who has *right*."""
        return self.rights.get(right, DEFAULTS[right])

    def may(self, user: str, right: Right) -> bool:
        """Tell whether *user* has *right*; nobody who only reads has any."""
        grant = self.grant(right)
        has_it = self.decides(user) if grant.level is Level.LEADS else self.works(user)
        return has_it or (user in grant.users and not self.reads(user))

    def line(self, day: date) -> tuple[str, ...]:
        """Return who leads on *day*, and who would after them: the stand-in comes first."""
        leads = (*([self.lead] if self.lead else []), *self.deputies)
        now = (s.user for s in self.stand_ins if s.holds(day) and s.user in leads)
        return tuple(dict.fromkeys((*now, *leads)))


def named(
    lead: str | None,
    deputies: tuple[str, ...],
    members: tuple[str, ...],
    readers: tuple[str, ...] = (),
) -> Team:
    """Put a team together; who is named in two roles has the higher one.

    >>> named("U1", ("U2", "U1"), ("U3", "U2", "U3")).members
    ('U3',)
    """
    if deputies and lead is None:
        raise LeadMissing
    above = {lead}
    second = _below(deputies, above)
    above.update(second)
    third = _below(members, above)
    above.update(third)
    return Team(lead, second, third, _below(readers, above))


def _below(users: tuple[str, ...], above: Collection[str | None]) -> tuple[str, ...]:
    """Return *users* once each, without those who have a higher role."""
    return tuple(user for user in dict.fromkeys(users) if user not in above)


def check_acts(team: Team, user: str) -> None:
    """Refuse *user* if they only read."""
    if team.reads(user):
        raise ReadsOnly(who=team.lead or "")


def check_may(team: Team, user: str, right: Right) -> None:
    """Refuse *user* unless they have *right*."""
    check_acts(team, user)
    if not team.may(user, right):
        raise NotLead if team.grant(right).level is Level.LEADS else NotInTeam


def check_decides(team: Team, user: str) -> None:
    """Refuse *user* unless they may decide what is the lead's."""
    check_acts(team, user)
    if not team.decides(user):
        raise NotLead


def check_works(team: Team, user: str) -> None:
    """Refuse *user* unless they are in the team, or nobody is named in it yet."""
    check_acts(team, user)
    if not team.works(user):
        raise NotInTeam


def check_looks(team: Team, user: str) -> None:
    """Refuse *user* unless they are in the team or read along: what residents wrote as they did."""
    if not (team.works(user) or team.reads(user)):
        raise NotInTeam


def check_stand_in(team: Team, user: str, start: date, end: date, *, today: date) -> None:
    """Refuse *user* as the one who leads from *start* up to but not including *end*."""
    if user not in team.deputies:
        raise StandInNotDeputy
    if not max(start, today) < end or end - today > LONGEST:
        raise StandInBackwards
    if any(each.start < end and start < each.end for each in team.stand_ins):
        raise StandInTaken
    if sum(each.end > today for each in team.stand_ins) >= MOST_STAND_INS:
        raise TooManyStandIns(most=MOST_STAND_INS)
