"""The audit log as a chain: how a line is added, and how the whole is verified.

There is one writer at a time (`begin immediate`), so that the head that is read is the head that
is followed.
"""

from collections.abc import Iterator

from sqlite_utils import Database

from bot import trail
from bot.domain.audit_chain import Head, Line, Verdict, chained, verify

HEAD = "audit:head"
"""The fact that says where the chain ends."""


def add(db: Database, *fields: str) -> None:
    """Add a line: stamp, who, act, subject, detail; and let it be the head.

    The id by which the bot's log is followed stands beside them, outside the chain.
    """
    known = head(db) or Head()
    (last,) = db.execute("select coalesce(max(id), 0) from audit").fetchone()
    new = Head(known.count + 1, chained(known.hash, last + 1, *fields))
    db.execute(
        "insert into audit (id, at, who, act, subject, detail, hash, trail)"
        " values (?, ?, ?, ?, ?, ?, ?, ?)",
        [last + 1, *fields, new.hash, trail.current()],
    )
    db.execute(
        "insert into facts values (?, ?) on conflict (name) do update set value = excluded.value",
        [HEAD, str(new)],
    )


def head(db: Database) -> Head | None:
    """Return the head as it is kept beside the log, or None where it is lost."""
    row = db.execute("select value from facts where name = ?", [HEAD]).fetchone()
    return Head.read(row[0]) if row else None


def check(db: Database, noted: Head | None = None) -> Verdict:
    """Follow the whole chain; *noted* is a head that somebody wrote down earlier."""
    return verify(_lines(db), head(db), noted)


def _lines(db: Database) -> Iterator[Line]:
    rows = db.execute("select id, at, who, act, subject, detail, hash from audit order by id")
    return (Line(*row) for row in rows)
