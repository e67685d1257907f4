"""What people decide about what was read in: undo it, take the other calendar's word, keep ours."""

from dataclasses import replace
from datetime import datetime

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain import acts
from bot.domain.imports import Difference, ImportUndone, QuestionOver, What, taken
from bot.domain.plan import Post, check_day
from bot.domain.ready import begun
from bot.jobs import asking
from bot.jobs import publications as going_out
from bot.store import imports, ledger, posts


def message_key(import_id: int) -> str:
    """Return the outbox's key of the message about a reading."""
    return f"imported:{import_id}"


def undo(db: Database, import_id: int, *, who: str, now: datetime) -> None:
    """Let the posts of a reading be taken out of the plan again; `bot.jobs.sweeping` does it."""
    if not imports.undo(db, import_id, who=who, now=now):
        raise ImportUndone


def answer(
    db: Database, deps: Deps, thing: str, version: str, *, take: bool, who: str
) -> list[Post]:
    """Do with *thing* what somebody chose; return the posts that were changed.

    Refuse where the question is another one by now.
    """
    found = asking.pending(db, deps, thing)
    if not found or asking.version(found) != version:
        raise QuestionOver
    changed: list[Post] = []
    for row, differs in found:
        post_id = row.post_id
        if take:
            post = take_theirs(db, deps, differs, who)
            changed.append(post)
            post_id = post.id
        imports.keep(db, replace(row, agreed=row.seen, post_id=post_id))
    ledger.record(
        db, who, "import.taken" if take else "import.kept", f"thing:{thing}", now=deps.now()
    )
    asking.settle(db, deps, thing, [differs for _, differs in found], take=take, who=who)
    return changed


def take_theirs(db: Database, deps: Deps, differs: Difference, who: str) -> Post:
    """Bring the plan to what the other calendar says."""
    now, today, theirs, post = deps.now(), deps.today(), differs.theirs, differs.post
    if differs.what is What.NEW and theirs:
        check_day(theirs.day, today=today)
        made = posts.add(db, begun(theirs), who=who, now=now)
        return _recorded(db, deps, made, "post.imported", who)
    if post is None:
        raise QuestionOver
    if theirs is None:
        gone = posts.update(db, acts.cancelled(post, now=now), who=who)
        return _recorded(db, deps, gone, "post.cancelled", who)
    entry = taken(differs, acts.entry_of(post))
    after = posts.update(db, acts.changed(post, entry, today=today, now=now), who=who)
    return _recorded(db, deps, after, "post.changed", who)


def _recorded(db: Database, deps: Deps, post: Post, act: str, who: str) -> Post:
    now = deps.now()
    ledger.record(db, who, act, f"post:{post.id}", now=now)
    going_out.follow(db, deps, post.id, by=who, now=now)
    return post
