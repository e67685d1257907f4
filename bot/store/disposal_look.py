"""What a list of disposal holds, for a person who looks before they decide."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from bot.store.db import instant
from bot.store.disposal_due import Item


@dataclass(frozen=True, slots=True)
class Shown:
    """One thing on the list: what it is, from when, and its words; a message has its key."""

    kind: str
    at: datetime
    text: str


_QUERIES = {
    "comment": "select created_at, text from comments where id = ?",
    "idea": "select created_at, title from ideas where id = ?",
    "post": "select created_at, title from posts where id = ?",
    "message": "select created_at, key from outbox where id = ?",
}


def peek(db: Database, items: Collection[Item]) -> list[Shown]:
    """Return what *items* say, in their order."""
    return list(_peek(db, items))


def _peek(db: Database, items: Collection[Item]) -> Iterator[Shown]:
    for kind, item in items:
        at, text = db.execute(_QUERIES[kind], [item]).fetchone()
        yield Shown(kind, instant(at), text)
