"""Who is who in the content team."""

from sqlite_utils import Database

from bot.domain.team import Team


def load(db: Database) -> Team:
    """Return the team as it is named; an empty one where nobody is."""
    rows = db.execute("select role, user from team order by position").fetchall()
    by_role = {role: tuple(user for r, user in rows if r == role) for role, _ in rows}
    return Team(
        next(iter(by_role.get("lead", ())), None),
        by_role.get("deputy", ()),
        by_role.get("member", ()),
    )


def save(db: Database, team: Team) -> None:
    """Let *team* be the team."""
    lead = (team.lead,) if team.lead else ()
    named = [
        (user, role)
        for role, users in (("lead", lead), ("deputy", team.deputies), ("member", team.members))
        for user in users
    ]
    db.execute("delete from team")
    db.conn.executemany(
        "insert into team (user, role, position) values (?, ?, ?)",
        [(user, role, position) for position, (user, role) in enumerate(named)],
    )
