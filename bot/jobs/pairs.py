"""Ask the channel for a second pair of eyes on a post; the message follows what becomes of it."""

from dataclasses import dataclass, replace

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.plan import Post
from bot.jobs.frames import frame
from bot.store import ledger, outbox
from bot.views import pairs as view

ASKED, SECONDED = "post.second_asked", "post.seconded"


@dataclass(frozen=True, slots=True)
class _Question:
    """One question about a post: who asked, and who said yes."""

    number: int
    asker: str
    second: str | None = None


def ask(db: Database, deps: Deps, post: Post, who: str) -> None:
    """Ask in the name of *who*, unless a question about *post* waits for an answer."""
    found = _newest(db, post)
    if found is None or found.second:
        ledger.record(db, who, ASKED, f"post:{post.id}", now=deps.now())
    follow(db, deps, post)


def follow(db: Database, deps: Deps, post: Post) -> None:
    """Let the newest question about *post* say how it stands."""
    found = _newest(db, post)
    if found is None:
        return
    shown = frame(db, deps, deps.now(), [post], [found.asker, found.second])
    said = view.asked(deps.words, post, found.asker, found.second, shown)
    key = f"second:{post.id}:{found.number}"
    outbox.put(db, key, deps.plan_channel, said, now=deps.now())


def _newest(db: Database, post: Post) -> _Question | None:
    """Return the newest question about *post* with the first yes after it, from the log."""
    found: _Question | None = None
    for act in ledger.acts(db, f"post:{post.id}"):
        if act.act == ASKED:
            found = _Question(found.number + 1 if found else 1, act.who)
        elif act.act == SECONDED and found and found.second is None:
            found = replace(found, second=act.who)
    return found
