"""Ask in a comment's thread what it was and how long it took, where the page itself answered it.

Nobody is named and nobody pinged; each comment is asked about once. One that has no message of its
own, or comes with many others at once, is asked about on its card alone: a thread is for talk, and
Slack takes one message a second in a channel.
"""

from collections.abc import Collection

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.tagging import Mark
from bot.jobs import relay
from bot.store import comments, outbox, tagging
from bot.views import tagging as view

MOST_AT_ONCE = 10
"""More answers than these in one reading of the page are of a time when nobody read along."""


def ask(deps: Deps, db: Database, ids: Collection[str]) -> None:
    """Ask about the comments *ids* that the page's own answer has just closed."""
    if len(ids) <= MOST_AT_ONCE:
        for comment_id in ids:
            _ask(deps, db, comment_id)


def refresh(deps: Deps, db: Database, comment_id: str) -> None:
    """Show what was answered, wherever that was, in the thread in which it was asked."""
    if outbox.holds(db, _key(comment_id)):
        _put(deps, db, comment_id)


def _ask(deps: Deps, db: Database, comment_id: str) -> None:
    has_place = outbox.place(db, relay.PREFIX + comment_id) is not None
    is_known = (tagging.mark(db, comment_id) or Mark()).is_complete
    if has_place and not is_known and not outbox.holds(db, _key(comment_id)):
        _put(deps, db, comment_id)


def _put(deps: Deps, db: Database, comment_id: str) -> None:
    (shown,) = comments.relayed(db, [comment_id])
    said = view.in_thread(deps.words, shown, tagging.mark(db, comment_id) or Mark())
    relay.put_in_thread(deps, db, comment_id, _key(comment_id), said, now=deps.now())


def _key(comment_id: str) -> str:
    return f"tagging:{comment_id}"
