"""The settings that name people, as plain values: the team, rights, turns, reminders."""

from datetime import date

from sqlite_utils import Database

from bot.domain.calendar import ONE_DAY
from bot.domain.levels import Levels, Reach
from bot.domain.rights import MOST_NAMED, Grant, Level, Right
from bot.domain.roster import MOST_PEOPLE
from bot.domain.settings_file import Json, Node
from bot.domain.team import MOST, named
from bot.store import (
    levels,
    roster,
    team,
)

MOST_DAYS = 400


def dump_team(db: Database) -> Json:
    """Return who is who."""
    found = team.load(db)
    return {
        "lead": found.lead,
        "deputies": [*found.deputies],
        "members": [*found.members],
        "readers": [*found.readers],
    }


def load_team(db: Database, node: Node) -> None:
    """Let everybody have the role that is written down."""
    node.only("lead", "deputies", "members", "readers")
    lead = node.at("lead").maybe(Node.person)
    roles = (node.at(name).people(MOST) for name in ("deputies", "members", "readers"))
    team.save(db, node.read(named, lead, *roles))


def dump_rights(db: Database) -> Json:
    """Return who may do what, and which deputy leads when."""
    found = team.load(db)
    grants = {right: found.grant(right) for right in Right}
    return {
        "rights": {
            str(right): {"level": str(grant.level), "users": [*grant.users]}
            for right, grant in grants.items()
        },
        "stand_ins": [
            {"user": each.user, "first": each.start.isoformat(), "last": each.last.isoformat()}
            for each in found.stand_ins
        ],
    }


def load_rights(db: Database, node: Node) -> None:
    """Let those have their rights, and lead, who are written down."""
    rights = node.only("rights", "stand_ins").at("rights").only(*Right)
    grants = {right: rights.at(right).only("level", "users") for right in Right}
    team.set_rights(
        db,
        {
            right: Grant(said.at("level").choice(Level), said.at("users").people(MOST_NAMED))
            for right, said in grants.items()
        },
    )
    for former in team.load(db).stand_ins:
        team.remove_stand_in(db, former.id)
    for each in node.at("stand_ins").each(MOST_DAYS):
        start, last = each.only("user", "first", "last").at("first").day(), each.at("last").day()
        if last < start or last == date.max:
            raise each.at("last").bad()
        team.add_stand_in(db, each.at("user").person(), start, last + ONE_DAY)


def dump_roster(db: Database) -> Json:
    """Return who watches in turn; days taken over are no setting."""
    found = roster.load(db, date.max)
    return {"people": [*found.people], "from": found.anchor.isoformat()}


def load_roster(db: Database, node: Node) -> None:
    """Let those watch in turn who are written down."""
    node.only("people", "from")
    roster.set_turns(db, node.at("people").people(MOST_PEOPLE), node.at("from").day())


def dump_reminders(db: Database) -> Json:
    """Return how near reminders begin, and who has which weekday."""
    found = levels.load(db)
    return {
        "person": found.person,
        "team": found.team,
        "listed": found.listed,
        "reach": str(found.reach),
        "rising": found.rising,
        "weekdays": {str(day): user for day, user in levels.owners(db).items()},
    }


def load_reminders(db: Database, node: Node) -> None:
    """Let reminders be as it is written down."""
    node.only("person", "team", "listed", "reach", "rising", "weekdays")
    days = [node.at(name).number() for name in ("person", "team", "listed")]
    reach, rising = node.at("reach").choice(Reach), node.at("rising").flag()
    weekdays = node.at("weekdays").only(*(str(n) for n in range(1, 8)))
    levels.save(db, node.read(Levels, *days, reach, rising))
    levels.set_owners(db, {int(day): user.person() for day, user in weekdays.items()})
