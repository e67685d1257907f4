"""What the calendar feed is written from, read in one look."""

from datetime import datetime, tzinfo
from hashlib import sha256

from sqlite_utils import Database

from bot.domain.feed import KEPT, Feed
from bot.store import ledger, members, outlets, posts

NAMESPACE = "feed:namespace"
"""The fact that makes this database's events its own; the schema's `m006_feed` made it."""

RENEWED = "feed:secret"
"""The fact that holds the secret that was made in Slack, in place of the one in the settings."""

INSTEAD_OF = "feed:secret_instead_of"
"""The fact that tells (as a digest) in place of which: a newer setting counts again."""


def secret(db: Database, setting: str) -> str:
    """Return the secret part of the addresses, where *setting* is the one in the settings.

    Whoever changes the setting has the last word, so that nobody is shut out by what stands here.
    """
    renewed = ledger.fact(db, RENEWED)
    return renewed if renewed and ledger.fact(db, INSTEAD_OF) == _digest(setting) else setting


def renew(db: Database, setting: str, new: str) -> None:
    """Let *new* be the secret in place of *setting*; the former one opens nothing any more."""
    ledger.set_fact(db, RENEWED, new)
    ledger.set_fact(db, INSTEAD_OF, _digest(setting))


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


def _digest(setting: str) -> str:
    return sha256(setting.encode()).hexdigest()
