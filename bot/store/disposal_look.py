"""What a list of disposal holds, for a person who looks before they decide."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from bot.store.db import instant
from bot.store.disposal_due import Item


@dataclass(frozen=True, slots=True)
class Shown:
    """One thing on the list: what it is, from when, and its words (of a message, mrkdwn).

    What the page wrote is an answer, or a comment of its *own*.
    """

    kind: str
    at: datetime
    text: str


_QUERIES = {
    "comment": """
        select created_at, text, case
            when not from_page then 'comment' when parent_id is null then 'own' else 'answer'
        end from comments where id = ?
    """,
    "idea": "select created_at, title, 'idea' from ideas where id = ?",
    "post": "select created_at, title, 'post' from posts where id = ?",
    "message": """
        select created_at, coalesce(json_extract(body, '$.text'), ''), 'message'
        from outbox where id = ?
    """,
}


def peek(db: Database, items: Collection[Item]) -> list[Shown]:
    """Return what *items* say, in their order."""
    return list(_peek(db, items))


def _peek(db: Database, items: Collection[Item]) -> Iterator[Shown]:
    for kind, item in items:
        at, text, named = db.execute(_QUERIES[kind], [item]).fetchone()
        yield Shown(named, instant(at), text)
