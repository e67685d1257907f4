"""The lead is told, once, that a post waits for their decision; the message follows the post."""

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.plan import Post
from bot.domain.ready import awaits_decision
from bot.jobs.frames import frame
from bot.store import ledger, outbox, team
from bot.views import plan_ready as view

ASKED = "post.decision_asked"


def follow(deps: Deps, db: Database, post: Post, who: str) -> None:
    """Ask the lead about *post* in the name of *who*, or bring what was asked up to date.

    Where nobody leads, everybody decides, and there is nobody to ask. A lead need not ask
    themselves.
    """
    asked = [act for act in ledger.acts(db, f"post:{post.id}") if act.act == ASKED]
    for act in asked:
        _put(deps, db, post, act.who, act.detail["lead"])
    lead = team.load(db).lead
    known = {act.detail["lead"] for act in asked}
    if lead and lead not in {who, *known} and awaits_decision(post):
        ledger.record(db, who, ASKED, f"post:{post.id}", now=deps.now(), lead=lead)
        _put(deps, db, post, who, lead)


def _put(deps: Deps, db: Database, post: Post, asker: str, lead: str) -> None:
    ruler = post.ruling.who if post.ruling else None
    shown = frame(db, deps, deps.now(), [post], [asker, ruler])
    said = view.asked(deps.words, post, asker, shown)
    outbox.put(db, f"decision:{post.id}:{lead}", lead, said, now=deps.now())
