"""The lead is told, once, that a post waits for their decision; the message follows the post.

Who asked, and who is responsible, are told what was decided.
"""

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.plan import Post
from bot.domain.ready import awaits_decision
from bot.jobs.frames import frame
from bot.store import ledger, outbox, roster
from bot.store.ledger import Act
from bot.views import plan_ready as view
from bot.views.plan import Frame

ASKED = "post.decision_asked"


def follow(deps: Deps, db: Database, post: Post, who: str) -> None:
    """Ask the lead about *post* in the name of *who*, or bring what was asked up to date.

    Where nobody leads, everybody decides, and there is nobody to ask. A lead need not ask
    themselves.
    """
    asked = _asked(db, post)
    for act in asked:
        _put(deps, db, post, act.who, act.detail["lead"])
    lead = roster.duty(db, deps.today()).leads(deps.today())
    known = {act.detail["lead"] for act in asked}
    if lead and lead not in {who, *known} and awaits_decision(post):
        ledger.record(db, who, ASKED, f"post:{post.id}", now=deps.now(), lead=lead)
        _put(deps, db, post, who, lead)


def tell_decided(deps: Deps, db: Database, post: Post, who: str) -> None:
    """Tell who is responsible and who asked what *who* has decided about *post*."""
    said = view.decided(deps.words, post, _frame(deps, db, post))
    for person in {post.owner, *(act.who for act in _asked(db, post))} - {who, None}:
        key = f"ruling:{post.id}:{post.revision}:{person}"
        outbox.put(db, key, str(person), said, now=deps.now())


def _asked(db: Database, post: Post) -> list[Act]:
    return [act for act in ledger.acts(db, f"post:{post.id}") if act.act == ASKED]


def _put(deps: Deps, db: Database, post: Post, asker: str, lead: str) -> None:
    said = view.asked(deps.words, post, asker, _frame(deps, db, post, asker))
    outbox.put(db, f"decision:{post.id}:{lead}", lead, said, now=deps.now())


def _frame(deps: Deps, db: Database, post: Post, *people: str) -> Frame:
    ruler = post.ruling.who if post.ruling else None
    return frame(db, deps, deps.now(), [post], [*people, ruler])
