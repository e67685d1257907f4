"""What the team has decided about reminders: how near, where to, who has which weekday."""

from collections.abc import Mapping

from sqlite_utils import Database

from bot.domain.levels import Levels, Reach


def load(db: Database) -> Levels:
    """Return the levels as they are set; the defaults where nothing is."""
    row = db.execute("select person, team, listed, reach, rising from nag_levels").fetchone()
    if row is None:
        return Levels()
    person, team, listed, reach, rising = row
    return Levels(person, team, listed, Reach(reach), bool(rising))


def save(db: Database, levels: Levels) -> None:
    """Let *levels* be what counts."""
    db.execute(
        """
        insert or replace into nag_levels (only, person, team, listed, reach, rising)
        values (1, ?, ?, ?, ?, ?)
        """,
        [levels.person, levels.team, levels.listed, levels.reach, int(levels.rising)],
    )


def owners(db: Database) -> dict[int, str]:
    """Return who has which ISO weekday; days that nobody has are missing."""
    return dict(db.execute("select weekday, user from weekday_owners order by weekday").fetchall())


def set_owners(db: Database, owners: Mapping[int, str]) -> None:
    """Let *owners* have their weekdays, and nobody the others."""
    db.execute("delete from weekday_owners")
    db.conn.executemany("insert into weekday_owners values (?, ?)", list(owners.items()))
