"""Look for watch words in what residents write: when it is first read, and when it is edited.

A word that is found flags the comment as urgent, once, and that is all that ever follows from it.
"""

from collections.abc import Collection
from datetime import datetime

from sqlite_utils import Database

from bot.domain.comment_acts import decide
from bot.domain.comments import LUCKA, Act, Relay
from bot.domain.watch_words import hits
from bot.store import comments, ledger, watch_words
from bot.store.page import find_comments


def look(db: Database, ids: Collection[str], *, now: datetime) -> None:
    """Flag those of the comments *ids* in which there is a watch word that was not found before."""
    if not ids:
        return
    lists = watch_words.load(db)
    for comment in find_comments(db, ids).values():
        found = hits(comment.text, lists)
        relay = comments.find(db, comment.id) if found else None
        if relay and watch_words.add_hits(db, comment.id, found, now=now):
            _flag(db, relay, now)


def _flag(db: Database, relay: Relay, now: datetime) -> None:
    after = decide(relay, Act.FLAG, LUCKA, now=now)
    if after != relay:
        comments.save(db, after)
        ledger.record(db, LUCKA, Act.FLAG.recorded, f"comment:{relay.comment_id}", now=now)
