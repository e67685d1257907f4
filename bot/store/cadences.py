"""What an outlet's slots are computed from: cadences, pauses, and departures on single dates.

Each has an id, by which it is changed and removed. A removed one stays and can be restored.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any

from sqlite_utils import Database

from bot.domain.outlets import Cadence, Departure, Pause
from bot.store.db import stamp


class Part(StrEnum):
    """The tables; a part that people remove and restore is named by its table and id."""

    CADENCE = "cadences"
    DEPARTURE = "exceptions"
    PAUSE = "pauses"


@dataclass(frozen=True, slots=True)
class Parts:
    """All that is set for one outlet, each by its id."""

    cadences: dict[int, Cadence] = field(default_factory=dict)
    departures: dict[int, Departure] = field(default_factory=dict)
    pauses: dict[int, Pause] = field(default_factory=dict)


def known(db: Database) -> dict[int, Parts]:
    """Return what is set for each outlet that has anything, by the outlet's id."""
    found: dict[int, Parts] = {}
    for row in _rows(db, Part.CADENCE, "id"):
        found.setdefault(row["outlet_id"], Parts()).cadences[row["id"]] = _cadence(row)
    for row in _rows(db, Part.DEPARTURE, "day, at, id"):
        found.setdefault(row["outlet_id"], Parts()).departures[row["id"]] = _departure(row)
    for row in _rows(db, Part.PAUSE, "start, id"):
        found.setdefault(row["outlet_id"], Parts()).pauses[row["id"]] = _pause(row)
    return found


def of(db: Database, outlet_id: int) -> Parts:
    """Return what is set for one outlet."""
    return known(db).get(outlet_id, Parts())


def add(db: Database, outlet_id: int, cadence: Cadence) -> int:
    """Give an outlet one more cadence; return its id."""
    made = db.execute(
        "insert into cadences (outlet_id, rule, at, later) values (?, ?, ?, ?)",
        [outlet_id, cadence.rule, f"{cadence.at:%H:%M}", cadence.later],
    )
    return int(made.lastrowid or 0)


def change(db: Database, cadence_id: int, cadence: Cadence) -> None:
    """Let the cadence *cadence_id* be *cadence*."""
    db.execute(
        "update cadences set rule = ?, at = ?, later = ? where id = ?",
        [cadence.rule, f"{cadence.at:%H:%M}", cadence.later, cadence_id],
    )


def depart(db: Database, outlet_id: int, departure: Departure) -> int:
    """Let *departure* count for an outlet; return its id."""
    made = db.execute(
        "insert into exceptions (outlet_id, kind, day, at) values (?, ?, ?, ?)",
        [
            outlet_id,
            "extra" if departure.extra else "skip",
            departure.day.isoformat(),
            f"{departure.at:%H:%M}" if departure.at else None,
        ],
    )
    return int(made.lastrowid or 0)


def pause(db: Database, outlet_id: int, pause: Pause) -> int:
    """Let an outlet rest; return the pause's id."""
    made = db.execute(
        "insert into pauses (outlet_id, name, start, end) values (?, ?, ?, ?)",
        [outlet_id, pause.name, pause.start.isoformat(), pause.end.isoformat()],
    )
    return int(made.lastrowid or 0)


def outlet_of(db: Database, part: Part, number: int) -> int | None:
    """Return whose the part *number* is, removed or not; None where there is none."""
    row = db.execute(f"select outlet_id from {part} where id = ?", [number]).fetchone()  # noqa: S608 -- one of three tables
    return row[0] if row else None


def remove(db: Database, part: Part, number: int, *, now: datetime) -> bool:
    """Take a part out; say whether it was there."""
    gone = db.execute(
        f"update {part} set removed_at = ? where id = ? and removed_at is null",  # noqa: S608 -- one of three tables
        [stamp(now), number],
    )
    return gone.rowcount == 1


def restore(db: Database, part: Part, number: int) -> bool:
    """Put a part back in; say whether it had been removed."""
    back = db.execute(
        f"update {part} set removed_at = null where id = ? and removed_at is not null",  # noqa: S608 -- one of three tables
        [number],
    )
    return back.rowcount == 1


def _rows(db: Database, part: Part, order: str) -> list[dict[str, Any]]:
    return list(db.query(f"select * from {part} where removed_at is null order by {order}"))  # noqa: S608 -- one of three tables


def _cadence(row: Mapping[str, Any]) -> Cadence:
    return Cadence(row["rule"], time.fromisoformat(row["at"]), row["later"])


def _departure(row: Mapping[str, Any]) -> Departure:
    at = time.fromisoformat(row["at"]) if row["at"] else None
    return Departure(date.fromisoformat(row["day"]), at, extra=row["kind"] == "extra")


def _pause(row: Mapping[str, Any]) -> Pause:
    start, end = date.fromisoformat(row["start"]), date.fromisoformat(row["end"])
    return Pause(row["name"], start, end)
