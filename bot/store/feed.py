"""What the calendar feed is written from, read in one look."""

from datetime import datetime, tzinfo

from sqlite_utils import Database

from bot.domain.feed import KEPT, Feed
from bot.store import ledger, members, outlets, posts

NAMESPACE = "feed:namespace"
"""The fact that makes this database's events its own; the schema's `m006_feed` made it."""


def load(db: Database, *, now: datetime, zone: tzinfo) -> Feed:
    """Return the plan from 60 days back, and what was cancelled in the last 60 days."""
    since = (now.astimezone(zone) - KEPT).date()
    found = tuple(posts.since(db, since, cancelled_after=now - KEPT))
    return Feed(
        namespace=ledger.fact(db, NAMESPACE) or "",
        outlets=outlets.known(db),
        posts=found,
        names=members.names(db, {post.owner for post in found}),
    )
