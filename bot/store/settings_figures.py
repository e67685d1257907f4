"""The settings beside the figures, as plain values: what the team feared, and its goals."""

from dataclasses import replace
from datetime import UTC, date, datetime

from sqlite_utils import Database

from bot.domain.calendar import ONE_DAY
from bot.domain.goals import MOST, Aim, Goal, State, Switches, taken
from bot.domain.settings_file import Json, Node
from bot.domain.tagging import FEAR_LIMIT, Fear, fear
from bot.store import goals, tagging
from bot.store.db import instant, stamp

MOMENT_LIMIT = 40


def dump_fears(db: Database) -> Json:
    """Return what the team feared, and when that was written."""
    found = tagging.fear(db)
    if found is None:
        return None
    return {
        "criticism": found.criticism,
        "time": found.time,
        "written": stamp(found.written_at),
        "changed": stamp(found.changed_at) if found.changed_at else None,
    }


def load_fears(db: Database, node: Node, *, now: datetime) -> None:
    """Let that be what the team feared which is written down, on the day that stands there."""
    node.only("criticism", "time", "written", "changed")
    written = _moment(node.at("written"), now)
    criticism, time = (node.at(name).text(FEAR_LIMIT, empty=True) for name in ("criticism", "time"))
    said: Fear = node.read(fear, criticism, time, None, now=written)
    changed = node.at("changed").maybe(lambda at: _moment(at, now))
    tagging.save_fear(db, replace(said, changed_at=changed))


def dump_goals(db: Database) -> Json:
    """Return what the team wants to hear of, and each goal with the figures it was proposed from."""
    said = goals.switches(db)
    aims: dict[str, Json] = {
        str(goal.aim): {
            "own": goal.own,
            "proposed": goal.proposed,
            "on": goal.on.isoformat(),
            "state": str(goal.state),
            "target": goal.target,
        }
        for goal in goals.known(db)
    }
    return {"are_on": said.goals, "milestones": said.milestones, "aims": aims}


def load_goals(db: Database, node: Node, *, now: datetime) -> None:
    """Let the goals be those that are written down, and no others."""
    node.only("are_on", "milestones", "aims")
    said = Switches(node.at("are_on").flag(), node.at("milestones").flag())
    aims = node.at("aims").only(*Aim)
    latest = now.date() + ONE_DAY  # whatever the zone is
    found = [_goal(Aim(name), each, latest) for name, each in aims.items()]
    goals.save_switches(db, said)
    goals.let_be(db, found)


def _goal(aim: Aim, node: Node, latest: date) -> Goal:
    node.only("own", "proposed", "on", "state", "target")
    own, proposed = (_among(node.at(name), MOST[aim]) for name in ("own", "proposed"))
    day, target = node.at("on").day(), node.at("target")
    if day > latest:
        raise node.at("on").bad()
    goal = Goal(aim, own, proposed, day, node.at("state").choice(State))
    if goal.state is State.ACCEPTED:
        return target.read(taken, goal, target.number())
    if target.value is not None:
        raise target.bad()
    return goal


def _among(node: Node, most: int) -> int:
    if not 0 <= node.number() <= most:
        raise node.bad()
    return node.number()


def _moment(node: Node, now: datetime) -> datetime:
    """Return an instant that is not ahead of *now*."""
    said = node.read(_in_utc, node.text(MOMENT_LIMIT))
    if said > now:
        raise node.bad()
    return said


def _in_utc(text: str) -> datetime:
    """Read an instant with its zone: on the first and the last day that there are it may have none."""
    said = instant(text)
    if said.tzinfo is None:
        raise ValueError(text)
    return said.astimezone(UTC)
