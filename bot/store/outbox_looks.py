"""What came into the outbox since somebody looked: for a job that is run on a copy, to be shown."""

import json
from collections.abc import Mapping
from typing import Any

from sqlite_utils import Database


def revisions(db: Database) -> dict[str, int]:
    """Return the revision of every message, by key."""
    return dict(db.execute("select key, revision from outbox").fetchall())


def changed(db: Database, before: Mapping[str, int]) -> list[tuple[str, Mapping[str, Any]]]:
    """Return key and body of the messages that are new or newer than in *before*, in order."""
    rows = db.query("select key, revision, body from outbox order by id")
    return [
        (r["key"], json.loads(r["body"])) for r in rows if before.get(r["key"]) != r["revision"]
    ]


def forget(db: Database, prefix: str) -> None:
    """Delete the messages whose key begins with *prefix*: for a look at a copy."""
    db.execute("delete from outbox where substr(key, 1, ?) = ?", [len(prefix), prefix])
