"""The team's goals, and whether it wants to hear of goals and milestones."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlite_utils import Database

from bot.domain.goals import Aim, Goal, GoalGone, State, Switches


def known(db: Database) -> list[Goal]:
    """Return every goal that was ever proposed, in the order in which they are told."""
    found = {row["aim"]: _goal(row) for row in db.query("select * from goals")}
    return [found[aim] for aim in Aim if aim in found]


def get(db: Database, aim: str) -> Goal:
    """Return the goal about *aim*; raise GoalGone."""
    found = next((goal for goal in known(db) if goal.aim == aim), None)
    if found is None:
        raise GoalGone
    return found


def save(db: Database, goal: Goal) -> None:
    """Let a goal be as it is now."""
    db.execute(
        "insert or replace into goals (aim, own, proposed, proposed_on, state, target)"
        " values (?, ?, ?, ?, ?, ?)",
        [goal.aim, goal.own, goal.proposed, goal.on.isoformat(), goal.state, goal.target],
    )


def let_be(db: Database, wanted: Iterable[Goal]) -> None:
    """Let the goals be those *wanted*, and no others."""
    db.execute("delete from goals")
    for goal in wanted:
        save(db, goal)


def switches(db: Database) -> Switches:
    """Return what the team wants to hear of."""
    row = db.execute("select goals, milestones from figure_switches").fetchone()
    return Switches(bool(row[0]), bool(row[1])) if row else Switches()


def save_switches(db: Database, said: Switches) -> None:
    """Keep what the team wants to hear of."""
    db.execute(
        "insert or replace into figure_switches (only, goals, milestones) values (1, ?, ?)",
        [int(said.goals), int(said.milestones)],
    )


def answered_count(db: Database) -> int:
    """Return how many comments have been answered, on the page or elsewhere."""
    row = db.execute("select count(*) from relays where state in ('answered', 'handled')")
    return int(row.fetchone()[0])


def _goal(row: Mapping[str, Any]) -> Goal:
    return Goal(
        Aim(row["aim"]),
        row["own"],
        row["proposed"],
        date.fromisoformat(row["proposed_on"]),
        State(row["state"]),
        row["target"],
    )
