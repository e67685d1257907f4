"""Saying with one tap what a comment was and how long it took: on its card, and when it is closed.

Where the page's own answer closed it nobody is known who could be asked: it is asked in its thread.

Whoever taps last is right; who said what before stands in the audit log.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from slack_bolt import Ack, App
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.tagging import Effort, Mark, Tag
from bot.domain.team import check_works
from bot.jobs import tag_asks
from bot.store import ledger, tagging, team
from bot.views import tagging as view
from bot.views.blocks import Block
from handlers.answering import actor, deciding, instead, tell, whispering
from handlers.comment_card import card, one
from handlers.picked import picked

Save = Callable[[Database, str], bool]


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    for tag in Tag:
        save = partial(_tag, tag)
        app.action(view.tag_act(tag))(partial(click, deps, save, "comment.tagged", {"tag": tag}))
    for effort in Effort:
        save = partial(_effort, effort)
        detail = {"effort": effort}
        app.action(view.effort_act(effort))(partial(click, deps, save, "comment.timed", detail))
    app.action(view.CLEAR)(partial(click, deps, tagging.clear, "comment.untagged", {}))


def click(
    deps: Deps,
    save: Save,
    act: str,
    detail: Mapping[str, str],
    ack: Ack,
    body: dict[str, Any],
) -> None:
    """Keep what was tapped, and show it where it was tapped."""
    with whispering(deps, ack, body), deciding(deps, body) as db:
        place, _, comment_id = picked(body).rpartition(" ")
        who = actor(body) or ""
        check_works(team.load(db), who)
        shown = one(deps, db, comment_id)
        if save(db, comment_id):
            ledger.record(db, who, act, f"comment:{comment_id}", now=deps.now(), **detail)
            tag_asks.refresh(deps, db, comment_id)
        if place == view.CARD:
            instead(deps, db, body, card(deps, db, comment_id, who))
        elif place != view.THREAD:
            instead(deps, db, body, view.asked(deps.words, shown, _mark(db, comment_id)))


def ask(deps: Deps, db: Database, body: Mapping[str, Any], comment_id: str) -> None:
    """Ask whoever closed a comment what it was and how long it took, if that is not known."""
    if rows(deps, db, comment_id):
        said = view.asked(deps.words, one(deps, db, comment_id), _mark(db, comment_id))
        tell(deps, db, body, said)


def rows(deps: Deps, db: Database, comment_id: str) -> list[Block]:
    """Return the same to be put below what is said about closing it."""
    mark = _mark(db, comment_id)
    if mark.is_complete:
        return []
    return view.rows(deps.words, one(deps, db, comment_id), mark)


def _mark(db: Database, comment_id: str) -> Mark:
    return tagging.mark(db, comment_id) or Mark()


def _tag(tag: Tag, db: Database, comment_id: str) -> bool:
    return tagging.set_tag(db, comment_id, tag)


def _effort(effort: Effort, db: Database, comment_id: str) -> bool:
    return tagging.set_effort(db, comment_id, effort)
