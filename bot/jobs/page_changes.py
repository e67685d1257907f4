"""Follow what happens on the page to comments that are relayed, and write it down."""

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime

from sqlite_utils import Database

from bot.domain.comment_acts import opened, unanswered
from bot.domain.comments import FACEBOOK, Relay, State
from bot.store import answers, comments, ledger, threads, vanished
from bot.store.comments import Answer
from bot.store.page import Kept
from bot.store.threads import Continued

OURS = {  # what the page does because we told it to is no news
    "comment.hidden-outside": State.HIDDEN,
    "comment.gone": State.REMOVED,
}


def follow(db: Database, kept: Kept, *, now: datetime) -> set[str]:
    """Write down what was edited, hidden, shown, removed or came back; close and open by it.

    Return what waits for an answer again.
    """
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
    return {*_shown(db, kept.shown), *_unanswered(db, kept.gone, now)}


def close_answered(db: Database, new: Collection[str]) -> list[Answer]:
    """Close what the page has answered, as far as the *new* comments tell, and write it down."""
    found = comments.close_answered(db, new)
    for one in found:
        subject = f"comment:{one.comment_id}"
        ledger.record(db, one.who, "comment.answered", subject, now=one.at, answer=one.answer_id)
    return found


def unanswer(db: Database, one: Relay, who: str, *, now: datetime) -> None:
    """Open what waited for nothing because of a reply that *who* took away, and of it alone."""
    promise = answers.promise_for(db, one.comment_id)
    comments.save(db, unanswered(one, one.answer_id or "", promise))
    ledger.record(db, who, "comment.reopened", f"comment:{one.comment_id}", now=now)
    close_answered(db, [one.comment_id])


def _shown(db: Database, ids: Iterable[str]) -> Iterator[str]:
    """Open what we had hidden and somebody shows again on the page itself."""
    for comment_id in ids:
        before = comments.find(db, comment_id)
        if before is not None and before.state is State.HIDDEN:
            comments.save(db, opened(before))
            close_answered(db, [comment_id])
            yield comment_id


def _unanswered(db: Database, gone: Collection[str], now: datetime) -> Iterator[str]:
    """Open what was answered by what is *gone*; what went with its answer stays done."""
    those = comments.by_answer(db, *gone) if gone else []
    away = vanished.gone_at(db, [one.comment_id for one in those])
    for one in those:
        if one.comment_id not in away and one.state in (State.ANSWERED, State.PROMISED):
            unanswer(db, one, FACEBOOK, now=now)
            yield one.comment_id


def reopen(db: Database, again: Iterable[Continued], *, now: datetime) -> None:
    """Write down, with the thread, that somebody writes *again* in it though it was done."""
    for one in again:
        subject = f"comment:{one.thread_id}"
        ledger.record(db, FACEBOOK, "comment.continued", subject, now=now, reply=one.comment_id)
