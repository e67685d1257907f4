"""Follow what happens on the page to comments that are relayed, and write it down."""

from collections.abc import Iterable
from datetime import datetime

from sqlite_utils import Database

from bot.domain.comments import FACEBOOK, State
from bot.store import ledger, threads
from bot.store.page import Kept
from bot.store.threads import Continued

OURS = {  # what the page does because we told it to is no news
    "comment.hidden-outside": State.HIDDEN,
    "comment.gone": State.REMOVED,
}


def follow(db: Database, kept: Kept, *, now: datetime) -> None:
    """Write down what was edited, hidden, shown, removed or came back; close and open by it."""
    before = threads.states(db, kept.touched())
    happened = {
        "comment.edited": kept.edited,
        "comment.hidden-outside": kept.hidden,
        "comment.shown-outside": kept.shown,
        "comment.gone": kept.gone,
        "comment.back": kept.back,
    }
    for act, ids in happened.items():
        for comment_id in ids:
            if comment_id in before and before[comment_id] is not OURS.get(act):
                ledger.record(db, FACEBOOK, act, f"comment:{comment_id}", now=now)
    if kept.gone:
        threads.close_gone(db, kept.gone, now=now)
    if kept.back:
        threads.open_back(db, kept.back)


def reopen(db: Database, again: Iterable[Continued], *, now: datetime) -> None:
    """Write down, with the thread, that somebody writes *again* in it though it was done."""
    for one in again:
        subject = f"comment:{one.thread_id}"
        ledger.record(db, FACEBOOK, "comment.continued", subject, now=now, reply=one.comment_id)
