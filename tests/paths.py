"""How SQLite finds what is asked for: which large tables a statement goes through."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from sqlite_utils import Database

from bot.deps import Deps, Unit

LARGE = frozenset({
    "answers", "audit", "comment_tags", "comment_versions", "comments", "gathered", "moderation",
    "moderation_snapshots", "outbox", "relays",
})  # fmt: skip
"""Tables that grow with every comment."""

_STATEMENT = re.compile(r"\s*(select|with|insert|update|delete)\b", re.IGNORECASE)
_STEP = re.compile(r"SCAN (\w+)(?: USING (?:COVERING )?INDEX (\w+))?$")


def listening(deps: Deps, said: list[str]) -> Deps:
    """Return *deps* with every statement put down in *said*."""
    return replace(
        deps,
        transaction=_listening(deps.transaction, said),
        reading=_listening(deps.reading, said),
    )


def scans(db: Database, statements: Iterable[str]) -> Iterator[str]:
    """Yield the statements that go through a large table, with the step; each kind once.

    An index over a part of a table, such as what is open, may be gone through.
    """
    parts = {
        row["name"]
        for row in db.query("select name, sql from sqlite_master where type = 'index'")
        if row["sql"] and " where " in row["sql"]
    }
    asked = {re.sub(r"'[^']*'", "''", one): one for one in statements if _STATEMENT.match(one)}
    for one in asked.values():
        for _, _, _, step in db.execute(f"explain query plan {one}").fetchall():
            found = _STEP.match(step)
            if found and found[2] not in parts and _table(one, found[1]) in LARGE:
                yield f"{step}: {' '.join(one.split())}"


def _listening(unit: Unit, said: list[str]) -> Unit:
    @contextmanager
    def listened() -> Iterator[Database]:
        with unit() as db:
            db.conn.set_trace_callback(said.append)
            try:
                yield db
            finally:
                db.conn.set_trace_callback(None)

    return listened


def _table(statement: str, name: str) -> str:
    """Return the table that a statement calls *name*."""
    found = re.search(rf"\b(?:from|join|update|into|,)\s+(\w+)\s+(?:as\s+)?{name}\b", statement)
    return found[1] if found else name
