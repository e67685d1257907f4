"""Where content is published, in the team's own order."""

from collections.abc import Callable, Mapping
from datetime import time
from typing import Any

from sqlite_utils import Database

from bot.domain.outlets import DEFAULT_CADENCE, Cadence, Outlet
from bot.domain.plan import OutletGone


def ensure_defaults(db: Database, words: Callable[[str], str]) -> None:
    """Make the outlets that a new team starts with: Facebook, which wants posts, web, intranet.

    *words* gives their names in the team's language, which are the team's to change.
    """
    if db.execute("select 1 from outlets").fetchone():
        return
    add(db, words("outlet-facebook"), DEFAULT_CADENCE)
    add(db, words("outlet-web"))
    add(db, words("outlet-intranet"))


def add(db: Database, name: str, cadence: Cadence | None = None) -> Outlet:
    """Add an outlet after the others."""
    rule, at = (cadence.rule, _time(cadence.at)) if cadence else (None, None)
    made = db.execute(
        """
        insert into outlets (name, rule, at, position)
        values (?, ?, ?, (select coalesce(max(position), 0) + 1 from outlets))
        """,
        [name, rule, at],
    )
    return Outlet(int(made.lastrowid or 0), name, cadence)


def known(db: Database) -> tuple[Outlet, ...]:
    """Return every outlet, in the team's order."""
    rows = db.query("select id, name, rule, at from outlets order by position, id")
    return tuple(_outlet(row) for row in rows)


def get(db: Database, outlet_id: int) -> Outlet:
    """Return the outlet *outlet_id*; raise OutletGone where there is none."""
    rows = db.query("select id, name, rule, at from outlets where id = ?", [outlet_id])
    found = next(iter(rows), None)
    if found is None:
        raise OutletGone
    return _outlet(found)


def _outlet(row: Mapping[str, Any]) -> Outlet:
    cadence = Cadence(row["rule"], time.fromisoformat(row["at"])) if row["rule"] else None
    return Outlet(row["id"], row["name"], cadence)


def _time(at: time) -> str:
    return f"{at:%H:%M}"
