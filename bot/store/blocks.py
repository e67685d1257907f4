"""Who is blocked from the page, until when and why; and what became of it."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import date, datetime
from typing import Any

from sqlite_utils import Database

from bot import trail
from bot.domain.blocking import Block, State
from bot.domain.moderation import Problem
from bot.domain.moderation_acts import OverAlready
from bot.store.db import instant, maybe, stamp

_FIELDS = (
    "case_id", "comment_id", "person", "reason", "until", "who", "decided_at", "since", "next_at",
    "state", "second", "seconded_at", "ended_by", "ended_at", "problem", "code", "trail",
)  # fmt: skip
_NAMES = ", ".join(_FIELDS)
_VALUES = ", ".join(f":{name}" for name in _FIELDS)
_SET = ", ".join(f"{name} = :{name}" for name in _FIELDS)


def add(db: Database, block: Block) -> Block:
    """Store a new decision of a person and return it with its id."""
    made = db.execute(
        f"insert into blocks ({_NAMES}) values ({_VALUES})",  # noqa: S608 -- columns
        _columns(block),
    )
    return replace(block, id=int(made.lastrowid or 0))


def save(db: Database, block: Block) -> Block:
    """Store *block* as it is now."""
    db.execute(
        f"update blocks set {_SET} where id = :id",  # noqa: S608 -- columns
        {**_columns(block), "id": block.id},
    )
    return block


def get(db: Database, block_id: int) -> Block:
    """Return the block *block_id*; raise OverAlready where there is none."""
    found = _where(db, "id = ?", block_id)
    if not found:
        raise OverAlready
    return found[0]


def of(db: Database, person: str) -> Block | None:
    """Return the block of *person* that lasts or is under way, or None."""
    standing = "person = ? and state in ('asked', 'waiting', 'active', 'ending')"
    return next(iter(_where(db, standing, person)), None)


def to_write(db: Database) -> list[Block]:
    """Return what is to be written on the page, in order."""
    return sorted(_where(db, "state in ('waiting', 'ending')"), key=lambda block: block.next_at)


def asked(db: Database) -> list[Block]:
    """Return what waits for a second person."""
    return _where(db, "state = 'asked'")


def lapsed(db: Database, start: datetime) -> list[Block]:
    """Return the questions from *start* on that nobody answered in time."""
    return _where(db, "decided_at >= ? and state = 'declined' and second is null", stamp(start))


def lasting(db: Database) -> list[Block]:
    """Return who is blocked now, the first to end first."""
    return sorted(_where(db, "state in ('active', 'ending')"), key=lambda it: (it.until, it.id))


def over(db: Database, day: date) -> list[Block]:
    """Return those whose last day is *day* or before, and that nobody has looked at again."""
    return _where(db, "state = 'active' and until <= ?", day.isoformat())


def ends(db: Database, last: date) -> list[date]:
    """Return the last days up to *last* of those who are blocked, in order."""
    return [block.until for block in lasting(db) if block.until <= last]


def _where(db: Database, condition: str, *values: object) -> list[Block]:
    rows = db.query(
        f"select * from blocks where {condition} order by id",  # noqa: S608 -- our own words
        list(values),
    )
    return [_block(row) for row in rows]


def _columns(block: Block) -> dict[str, Any]:
    values = asdict(block)
    del values["id"]
    values["trail"] = trail.current()  # of the newest decision; who carries it out follows it
    return {name: _written(it) for name, it in values.items()}


def _written(value: object) -> object:
    if isinstance(value, datetime):
        return stamp(value)
    return value.isoformat() if isinstance(value, date) else value


def _block(row: Mapping[str, Any]) -> Block:
    return Block(
        **{
            **row,
            "until": date.fromisoformat(row["until"]),
            "decided_at": instant(row["decided_at"]),
            "since": instant(row["since"]),
            "next_at": instant(row["next_at"]),
            "state": State(row["state"]),
            "seconded_at": maybe(row["seconded_at"]),
            "ended_at": maybe(row["ended_at"]),
            "problem": Problem(row["problem"]) if row["problem"] else None,
        }
    )
