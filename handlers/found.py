"""The answer to the question whether a post of the page is one of the plan's."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from slack_bolt import Ack, App
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain import acts
from bot.jobs import found
from bot.jobs.frames import frame
from bot.store import ledger, outbox, page, posts
from bot.views import found as view
from bot.views.plan_acts import Act
from handlers.answering import actor, deciding, tell, whispering
from handlers.picked import Stale, number, picked
from handlers.planning import settled


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.action(view.LINK)(partial(click, deps, is_same=True))
    app.action(view.OTHER)(partial(click, deps, is_same=False))


def click(deps: Deps, ack: Ack, body: dict[str, Any], *, is_same: bool) -> None:
    """Mark the post as published with the link of the page's, or leave it as it is."""
    with whispering(deps, ack, body):
        page_post_id, _, post_id = picked(body).partition(" ")
        with deciding(deps, body) as db:
            if not post_id or found.is_open(db, page_post_id) != post_id:
                raise Stale
            _answer(deps, db, body, page_post_id, number(post_id), is_same=is_same)


def _answer(
    deps: Deps,
    db: Database,
    body: Mapping[str, Any],
    page_post_id: str,
    post_id: int,
    *,
    is_same: bool,
) -> None:
    who, now = actor(body) or "", deps.now()
    place = page.find_places(db, [page_post_id]).get(page_post_id)
    link = place.permalink if place else None
    post = posts.get(db, post_id)
    if is_same:
        post = posts.update(db, acts.published(post, link, now=now), who=who)
        tell(deps, db, body, settled(deps, db, Act.PUBLISHED, post, who))
    else:
        ledger.record(db, who, "post.not_on_page", f"post:{post_id}", now=now)
    found.close(db, page_post_id)
    shown = frame(db, deps, deps.now(), [post], [who])
    said = view.answered(deps.words, post, link, who, shown, is_same=is_same)
    outbox.put(db, f"found:{page_post_id}", deps.plan_channel, said, now=now)
