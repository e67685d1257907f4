"""Where content is published, in the team's own order."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from bot.domain.outlets import DEFAULT_CADENCE, Cadence, Outlet
from bot.domain.plan import BY_OUTLET, pick
from bot.store import cadences
from bot.store.cadences import Parts
from bot.store.db import stamp


def ensure_defaults(db: Database, words: Callable[[str], str]) -> None:
    """Make the outlets that a new team starts with: Facebook, which wants posts, web, intranet.

    *words* gives their names in the team's language, which are the team's to change.
    """
    if db.execute("select 1 from outlets").fetchone():
        return
    add(db, words("outlet-facebook"), DEFAULT_CADENCE)
    add(db, words("outlet-web"))
    add(db, words("outlet-intranet"))


def add(db: Database, name: str, *wanted: Cadence) -> Outlet:
    """Add an outlet after the others."""
    made = db.execute(
        """
        insert into outlets (name, position)
        values (?, (select coalesce(max(position), 0) + 1 from outlets))
        """,
        [name],
    )
    outlet_id = int(made.lastrowid or 0)
    for cadence in wanted:
        cadences.add(db, outlet_id, cadence)
    return Outlet(outlet_id, name, wanted)


def known(db: Database) -> tuple[Outlet, ...]:
    """Return every outlet, in the team's order, retired ones too."""
    parts = cadences.known(db)
    rows = db.query("select id, name, retired_at, pair from outlets order by position, id")
    return tuple(_outlet(row, parts.get(row["id"], Parts())) for row in rows)


def get(db: Database, outlet_id: int) -> Outlet:
    """Return the outlet *outlet_id*, retired or not; raise OutletGone where there is none."""
    return pick(known(db), outlet_id)


def arrange(db: Database, outlet_id: int, name: str, place: int) -> None:
    """Call an outlet *name*, and put it at *place* among all of them; the first is 0."""
    order = [outlet.id for outlet in known(db) if outlet.id != outlet_id]
    order.insert(place, outlet_id)
    db.execute("update outlets set name = ? where id = ?", [name, outlet_id])
    db.conn.executemany(
        "update outlets set position = ? where id = ?",
        [(position, each) for position, each in enumerate(order, start=1)],
    )


def retire(db: Database, outlet_id: int, *, now: datetime) -> bool:
    """Retire an outlet; say whether it was in use."""
    gone = db.execute(
        "update outlets set retired_at = ? where id = ? and retired_at is null",
        [stamp(now), outlet_id],
    )
    return gone.rowcount == 1


def revive(db: Database, outlet_id: int) -> bool:
    """Take an outlet into use again; say whether it had been retired."""
    back = db.execute(
        "update outlets set retired_at = null where id = ? and retired_at is not null",
        [outlet_id],
    )
    return back.rowcount == 1


def pair(db: Database, outlet_id: int) -> str:
    """Return what the posts of an outlet need by its own wish: two persons, or nothing."""
    row = db.execute("select pair from outlets where id = ?", [outlet_id]).fetchone()
    return BY_OUTLET if row and row[0] else ""


def set_pair(db: Database, outlet_id: int, *, wanted: bool) -> bool:
    """Let the posts of an outlet need two persons, or no more; say whether that is another wish.

    What is ready already stays so.
    """
    turned = db.execute(
        "update outlets set pair = ? where id = ? and pair <> ?", [wanted, outlet_id, wanted]
    )
    if wanted:
        mine = "pair = '' and status = 'draft'"
    else:
        mine = f"pair = '{BY_OUTLET}' and status in ('draft', 'ready')"
    db.execute(
        f"update posts set pair = ? where outlet_id = ? and {mine}",  # noqa: S608 -- constants
        [BY_OUTLET if wanted else "", outlet_id],
    )
    return turned.rowcount == 1


def _outlet(row: Mapping[str, Any], parts: Parts) -> Outlet:
    return Outlet(
        row["id"],
        row["name"],
        cadences=tuple(parts.cadences.values()),
        departures=tuple(parts.departures.values()),
        pauses=tuple(parts.pauses.values()),
        retired=row["retired_at"] is not None,
        pair=bool(row["pair"]),
    )
