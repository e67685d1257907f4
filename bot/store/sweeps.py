"""Questions that gather many differences, and what an answer did to each event."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlite_utils import Database

from bot.domain.sweeps import Part, State, Sweep, Swept
from bot.store.db import instant, stamp
from bot.store.imports import entry_read

_GATHERED = """
    agreed is not seen and thing not in (select thing from import_asks where open)
"""


def waiting(db: Database) -> list[str]:
    """Return the things that differ and about which no question of their own waits, in order."""
    rows = db.execute(f"select distinct thing from imported where {_GATHERED} order by thing")  # noqa: S608
    return [thing for (thing,) in rows.fetchall()]


def mark(db: Database) -> str:
    """Return a short mark of all that differs and waits, with the state of its posts."""
    rows = db.execute(
        f"""
        select i.key, i.agreed, i.seen, p.revision
        from imported i left join posts p on p.id = i.post_id
        where {_GATHERED} order by i.key
        """  # noqa: S608 -- a constant is put in
    )
    said = json.dumps(rows.fetchall(), ensure_ascii=False)
    return sha256(said.encode("utf-8", "replace")).hexdigest()[:12]


def count(db: Database) -> int:
    """Return how many events differ and wait."""
    return int(db.execute(f"select count(*) from imported where {_GATHERED}").fetchone()[0])  # noqa: S608


def ask(db: Database, mark: str, *, now: datetime) -> Sweep:
    """Note that a question is put, in the place of the one that waits if there is one."""
    former = current(db)
    made = db.execute(
        """
        insert into import_sweeps (id, state, mark, asked_at) values (?, 'asked', ?, ?)
        on conflict (id) do update set mark = excluded.mark, asked_at = excluded.asked_at
        """,
        [former.id if former else None, mark, stamp(now)],
    )
    return Sweep(former.id if former else int(made.lastrowid or 0), State.ASKED, mark, now)


def current(db: Database) -> Sweep | None:
    """Return the question that waits for an answer, if there is one."""
    return next(_all(db, [State.ASKED]), None)


def find(db: Database, sweep_id: int) -> Sweep | None:
    """Return the question *sweep_id*, or None."""
    rows = db.query("select * from import_sweeps where id = ?", [sweep_id])
    return next((_sweep(row) for row in rows), None)


def under_way(db: Database) -> list[Sweep]:
    """Return those whose answer, or its undoing, is not done with."""
    return list(_all(db, [State.WORKING, State.UNDOING]))


def set_state(db: Database, sweep: Sweep, state: State, *, who: str | None = None) -> None:
    """Let *sweep* be in *state*, by *who* if it is a person's act."""
    db.execute(
        "update import_sweeps set state = ?, who = coalesce(?, who) where id = ?",
        [state.value, who, sweep.id],
    )


def answer(db: Database, sweep: Sweep, *, take: bool, who: str) -> None:
    """Note the answer of *who*, and every event that it is about."""
    db.execute(
        "update import_sweeps set state = 'working', take = ?, who = ? where id = ?",
        [int(take), who, sweep.id],
    )
    db.execute(
        f"""
        insert into import_swept (sweep_id, key, state, agreed, seen, post_id)
        select ?, key, 'waiting', agreed, seen, post_id from imported where {_GATHERED}
        """,  # noqa: S608 -- a constant is put in
        [sweep.id],
    )


def parts(db: Database, sweep: Sweep, state: Swept, most: int) -> list[Part]:
    """Return up to *most* events of *sweep* that are in *state*, in order."""
    rows = db.query(
        "select * from import_swept where sweep_id = ? and state = ? order by key limit ?",
        [sweep.id, state.value, most],
    )
    return [_part(row) for row in rows]


def keep(db: Database, sweep: Sweep, part: Part) -> None:
    """Store what became of an event."""
    db.execute(
        """
        update import_swept set state = ?, made = ?, revision = ? where sweep_id = ? and key = ?
        """,
        [part.state.value, part.made, part.revision, sweep.id, part.key],
    )


def counts(db: Database, sweep: Sweep) -> dict[Swept, int]:
    """Return how many events of *sweep* are in which state."""
    rows = db.execute(
        "select state, count(*) from import_swept where sweep_id = ? group by state", [sweep.id]
    )
    return {Swept(state): number for state, number in rows.fetchall()}


def _all(db: Database, states: Iterable[State]) -> Iterator[Sweep]:
    marks = [state.value for state in states]
    rows = db.query(
        "select * from import_sweeps where state in (select value from json_each(?)) order by id",
        [json.dumps(marks)],
    )
    return (_sweep(row) for row in rows)


def _sweep(row: Mapping[str, Any]) -> Sweep:
    take = row["take"]
    return Sweep(
        id=row["id"],
        state=State(row["state"]),
        mark=row["mark"],
        asked_at=instant(row["asked_at"]),
        take=None if take is None else bool(take),
        who=row["who"],
    )


def _part(row: Mapping[str, Any]) -> Part:
    return Part(
        key=row["key"],
        state=Swept(row["state"]),
        agreed=entry_read(row["agreed"]),
        seen=entry_read(row["seen"]),
        post_id=row["post_id"],
        made=row["made"],
        revision=row["revision"],
    )
