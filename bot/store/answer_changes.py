"""Each decision to change or remove an answer that is out, with what became of it."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from bot import trail
from bot.domain.answer_changes import Act, Change, State
from bot.domain.answers import Problem
from bot.store.db import instant, maybe, stamp

_FIELDS = (
    "answer_id", "act", "text", "who", "decided_at", "next_at", "state", "tries", "tried_at",
    "problem", "code", "before", "trail",
)  # fmt: skip
_NAMES = ", ".join(_FIELDS)
_VALUES = ", ".join(f":{name}" for name in _FIELDS)
_SET = ", ".join(f"{name} = :{name}" for name in _FIELDS)


def add(db: Database, change: Change) -> Change:
    """Store a new *change* and return it with its id."""
    made = db.execute(
        f"insert into answer_changes ({_NAMES}) values ({_VALUES})",  # noqa: S608 -- columns
        _columns(change),
    )
    return get(db, int(made.lastrowid or 0))


def get(db: Database, change_id: int) -> Change:
    """Return the change *change_id*, which exists."""
    return next(_changes(db, "id = ?", change_id))


def save(db: Database, change: Change) -> Change:
    """Store *change* as it is now."""
    db.execute(
        f"update answer_changes set {_SET} where id = :id",  # noqa: S608 -- columns
        {**_columns(change), "id": change.id},
    )
    return change


def waiting(db: Database) -> list[Change]:
    """Return what is under way, in the order in which something is to be done about it."""
    return list(_changes(db, "state = 'waiting' order by next_at, id"))


def waiting_for(db: Database, answer_id: int) -> Change | None:
    """Return the change of an answer that is under way, or None."""
    return next(_changes(db, "state = 'waiting' and answer_id = ?", answer_id), None)


def _changes(db: Database, where: str, *values: object) -> Iterator[Change]:
    rows = db.query(f"select * from answer_changes where {where}", list(values))  # noqa: S608
    return (_change(row) for row in rows)


def _columns(change: Change) -> dict[str, Any]:
    values = asdict(change)
    del values["id"]
    values["trail"] = trail.current()  # of the newest decision; who carries it out follows it
    return {name: stamp(it) if isinstance(it, datetime) else it for name, it in values.items()}


def _change(row: Mapping[str, Any]) -> Change:
    return Change(
        **{
            **dict(row),
            "act": Act(row["act"]),
            "decided_at": instant(row["decided_at"]),
            "next_at": instant(row["next_at"]),
            "state": State(row["state"]),
            "tried_at": maybe(row["tried_at"]),
            "problem": Problem(row["problem"]) if row["problem"] else None,
        }
    )
