"""What the sandbox remembers: JSON documents in one SQLite file, written through at each change.

Everything is read into memory at the start; a change is on disk before anybody hears of it, so
the world survives being killed.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

Json = dict[str, Any]

SCHEMA = """
create table if not exists document (
    kind text not null, key text not null, body text not null, primary key (kind, key)
) strict
"""
PUT = """
insert into document values (?, ?, ?) on conflict (kind, key) do update set body = excluded.body
"""  # not `insert or replace`: a changed document keeps its place


class State:
    """Keep documents by kind and key; None as *file* keeps them in memory only."""

    def __init__(self, file: Path | None = None) -> None:
        if file is not None:
            file.parent.mkdir(parents=True, exist_ok=True)
        self._db = sqlite3.connect(
            file or ":memory:", isolation_level=None, check_same_thread=False
        )
        self._db.execute("pragma journal_mode = wal")
        self._db.execute("pragma synchronous = normal")  # survives a killed process; no more asked
        self._db.execute(SCHEMA)
        self._depth = 0

    @property
    def connection(self) -> sqlite3.Connection:
        """Return the connection, for those who keep tables of their own in the same file."""
        return self._db

    def load(self, kind: str) -> dict[str, Json]:
        """Return every document of *kind* by key, in the order they first came."""
        rows = self._db.execute(
            "select key, body from document where kind = ? order by rowid", [kind]
        )
        return {key: json.loads(body) for key, body in rows}

    def put(self, kind: str, key: str, body: Json) -> None:
        """Write one document."""
        text = json.dumps(body, ensure_ascii=False)
        self._db.execute(PUT, [kind, key, text])

    def drop(self, kind: str, key: str) -> None:
        """Remove one document; a missing one is no error."""
        self._db.execute("delete from document where kind = ? and key = ?", [kind, key])

    def wipe(self) -> None:
        """Forget everything."""
        self._db.execute("delete from document")

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Make several writes one; may be nested, the outermost decides."""
        if self._depth == 0:
            self._db.execute("begin immediate")
        self._depth += 1
        try:
            yield
        except BaseException:
            self._end("rollback")
            raise
        self._end("commit")

    def _end(self, word: str) -> None:
        self._depth -= 1
        if self._depth == 0:
            self._db.execute(word)

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()
