"""Who is who in the content team, who leads for a time, and who may do what."""

import json
from collections.abc import Mapping
from datetime import date

from sqlite_utils import Database

from bot.domain.rights import Grant, Level, Right
from bot.domain.team import StandIn, StandInGone, Team


def load(db: Database) -> Team:
    """Return the team as it is named; an empty one where nobody is."""
    rows = db.execute("select role, user from team order by position").fetchall()
    by_role = {role: tuple(user for r, user in rows if r == role) for role, _ in rows}
    return Team(
        next(iter(by_role.get("lead", ())), None),
        by_role.get("deputy", ()),
        by_role.get("member", ()),
        by_role.get("reader", ()),
        _stand_ins(db),
        _rights(db),
    )


def save(db: Database, team: Team) -> None:
    """Let everybody have the role that they have in *team*."""
    roles = {
        "lead": (team.lead,) if team.lead else (),
        "deputy": team.deputies,
        "member": team.members,
        "reader": team.readers,
    }
    named = [(user, role) for role, users in roles.items() for user in users]
    db.execute("delete from team")
    db.conn.executemany(
        "insert into team (user, role, position) values (?, ?, ?)",
        [(user, role, position) for position, (user, role) in enumerate(named)],
    )


def set_rights(db: Database, rights: Mapping[Right, Grant]) -> None:
    """Let *rights* be who may do what."""
    db.execute("delete from rights")
    db.conn.executemany(
        "insert into rights (right, level, users) values (?, ?, ?)",
        [(right, grant.level, json.dumps(grant.users)) for right, grant in rights.items()],
    )


def add_stand_in(db: Database, user: str, start: date, end: date) -> StandIn:
    """Let *user* lead from *start* up to but not including *end*."""
    days = [user, start.isoformat(), end.isoformat()]
    made = db.execute("insert into stand_ins (user, start, end) values (?, ?, ?)", days)
    return StandIn(int(made.lastrowid or 0), user, start, end)


def remove_stand_in(db: Database, stand_in_id: int) -> StandIn:
    """Forget that somebody leads for a time; return it as it was."""
    found = next((each for each in _stand_ins(db) if each.id == stand_in_id), None)
    if found is None:
        raise StandInGone
    db.execute("delete from stand_ins where id = ?", [stand_in_id])
    return found


def _stand_ins(db: Database) -> tuple[StandIn, ...]:
    rows = db.execute("select id, user, start, end from stand_ins order by start, id").fetchall()
    day = date.fromisoformat
    return tuple(StandIn(number, user, day(first), day(end)) for number, user, first, end in rows)


def _rights(db: Database) -> dict[Right, Grant]:
    rows = db.execute("select right, level, users from rights").fetchall()
    return {Right(r): Grant(Level(level), tuple(json.loads(users))) for r, level, users in rows}
