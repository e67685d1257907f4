"""Two persons for one post: want it, and say the second yes."""

from functools import partial
from typing import Any

from slack_bolt import Ack, App
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain import pairs
from bot.domain.acts import Outdated, check_open
from bot.domain.plan import Post
from bot.domain.team import check_decides
from bot.store import history, posts, team
from bot.views import pairs as view
from bot.views.plan_acts import Act
from handlers.answering import actor, deciding, tell, whispering
from handlers.picked import Stale, number, picked
from handlers.planning import settled


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.action(view.SECOND)(partial(second, deps))
    app.action(view.PAIR)(partial(pair, deps))


def second(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Say yes to what the post said when it was shown; who wrote it cannot."""
    with whispering(deps, ack, body):
        who, (post_id, _, revision) = actor(body) or "", picked(body).partition(" ")
        with deciding(deps, body) as db:
            before = _as_shown(db, post_id, revision)
            writer = history.writer(db, before.id)
            after = pairs.seconded(before, who, writer=writer, now=deps.now())
            post = posts.update(db, after, who=who)
            tell(deps, db, body, settled(deps, db, Act.SECONDED, post, who))


def pair(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Let a post need two persons; that it no longer does, who leads decides."""
    with whispering(deps, ack, body):
        who, (post_id, _, rest) = actor(body) or "", picked(body).partition(" ")
        revision, _, choice = rest.partition(" ")
        if choice not in {"on", "off"}:
            raise Stale
        with deciding(deps, body) as db:
            if choice == "off":
                check_decides(team.load(db), who)
            before = _as_shown(db, post_id, revision)
            after = pairs.paired(before, wanted=choice == "on", now=deps.now())
            post = posts.update(db, after, who=who)
            act = Act.PAIRED if choice == "on" else Act.UNPAIRED
            tell(deps, db, body, settled(deps, db, act, post, who))


def _as_shown(db: Database, post_id: str, revision: str) -> Post:
    """Return the post if it is still what whoever clicked has seen; refuse otherwise."""
    post = posts.get(db, number(post_id))
    if post.revision != number(revision):
        check_open(post)
        raise Outdated
    return post
