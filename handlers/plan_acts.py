"""What people do with a post: change, move, publish, cancel, mark, and undo the last act."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from slack_bolt import Ack, App
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain import acts
from bot.domain.outlets import Slot
from bot.domain.plan import Post, Status, read_link, read_slot
from bot.store import ideas, posts
from bot.views import plan as plan_view
from bot.views import plan_acts as view
from bot.views import plan_form
from bot.views.blocks import values
from bot.views.forms import Origin
from bot.views.plan_acts import Act
from handlers.answering import actor, deciding, place, submitting, tell, whispering
from handlers.forms import open_form, origin_of
from handlers.picked import Stale, number, picked
from handlers.plan_forms import open_change, read_day, read_time
from handlers.planning import frame, gaps_ahead, settled

CHOICES = 5
"""How many gaps are offered when a post is moved."""


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    for action_id in ACTS:
        app.action(action_id)(partial(click, deps, action_id))
    app.action(plan_view.MENU)(partial(choose, deps))
    app.action(view.RESTORE)(partial(restore, deps))
    app.view(view.MOVE_SAVE)(partial(move, deps))
    app.view(view.PUBLISH_SAVE)(partial(publish, deps))
    app.view(view.CANCEL_SAVE)(partial(cancel, deps))


def click(deps: Deps, action_id: str, ack: Ack, body: dict[str, Any]) -> None:
    """Do what a button says, or open the form that asks first."""
    with whispering(deps, ack, body):
        ACTS[action_id](deps, body, number(picked(body)))


def choose(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Do what was chosen in the menu of a post."""
    with whispering(deps, ack, body):
        act, _, post_id = picked(body).partition(" ")
        do = ACTS.get(f"post.{act}")
        if do is None:
            raise Stale
        do(deps, body, number(post_id))


def restore(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Undo the last act on a post."""
    with whispering(deps, ack, body):
        post_id, _, revision = picked(body).partition(" ")
        with deciding(deps, body) as db:
            post = _undone(deps, db, number(post_id), number(revision))
            tell(deps, db, body, settled(deps, db, Act.RESTORED, post, actor(body) or ""))


def move(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Put a post where the form says."""
    with submitting(deps, ack, plan_form.DAY):
        said = values(body["view"]["state"])
        chosen = said.get(view.GAP)
        gap = read_slot(chosen) if chosen else None
        day, at = (gap.day, gap.at) if gap else (read_day(said), read_time(said))

        def decide(post: Post) -> Post:
            zone = deps.settings.timezone
            return acts.moved(post, day, at, today=deps.today(), zone=zone, now=deps.now())

        _act(deps, body, Act.MOVED, decide)


def publish(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Mark a post as published, with its link if the form has one."""
    with submitting(deps, ack, view.LINK):
        link = read_link(values(body["view"]["state"]).get(view.LINK))
        _act(deps, body, Act.PUBLISHED, partial(acts.published, link=link, now=deps.now()))


def cancel(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Take a post out of the plan; this form has no field beside which to say why not."""
    with whispering(deps, ack, body):
        _act(deps, body, Act.CANCELLED, partial(acts.cancelled, now=deps.now()))


def _act(deps: Deps, body: Mapping[str, Any], act: Act, decide: Callable[[Post], Post]) -> None:
    """Decide about the post of a submitted form, unless it was changed while the form was open."""
    origin = origin_of(body)
    with deciding(deps, body) as db:
        post = posts.get(db, origin.subject or 0)
        acts.check_open(post)
        if post.revision != origin.revision:
            raise acts.Outdated
        after = posts.update(db, decide(post))
        tell(deps, db, body, settled(deps, db, act, after, actor(body) or ""))


def _undone(deps: Deps, db: Database, post_id: int, revision: int) -> Post:
    post, former = posts.get(db, post_id), posts.former(db, post_id)
    idea_id = former.idea_id if former else None
    free = idea_id is None or ideas.is_free(db, idea_id, besides=post_id)
    return posts.update(db, acts.undone(post, former, revision, idea_is_free=free, now=deps.now()))


def _mark(status: Status, act: Act, deps: Deps, body: Mapping[str, Any], post_id: int) -> None:
    with deciding(deps, body) as db:
        post = posts.update(db, acts.marked(posts.get(db, post_id), status, now=deps.now()))
        tell(deps, db, body, settled(deps, db, act, post, actor(body) or ""))


def _ask_where(deps: Deps, body: Mapping[str, Any], post_id: int) -> None:
    with deps.reading() as db:
        post = _open_post(db, post_id)
        gaps = _choices(deps, db, post)
        origin, shown = _origin(body, post), frame(deps, db, [post])
    open_form(deps, body, view.move_form(deps.words, post, origin, gaps, shown))


def _ask_link(deps: Deps, body: Mapping[str, Any], post_id: int) -> None:
    with deps.reading() as db:
        post = _open_post(db, post_id)
        shown = frame(deps, db, [post])
    open_form(deps, body, view.publish_form(deps.words, post, _origin(body, post), shown))


def _ask_whether(deps: Deps, body: Mapping[str, Any], post_id: int) -> None:
    with deps.reading() as db:
        post = _open_post(db, post_id)
        shown = frame(deps, db, [post])
    open_form(deps, body, view.cancel_form(deps.words, post, _origin(body, post), shown))


def _open_post(db: Database, post_id: int) -> Post:
    post = posts.get(db, post_id)
    acts.check_open(post)
    return post


def _origin(body: Mapping[str, Any], post: Post) -> Origin:
    return Origin(place(body), post.id, post.revision)


def _choices(deps: Deps, db: Database, post: Post) -> list[Slot]:
    """Return the next gaps of the post's outlet."""
    return [gap for gap in gaps_ahead(deps, db) if gap.outlet_id == post.outlet_id][:CHOICES]


ACTS: Mapping[str, Callable[[Deps, Mapping[str, Any], int], None]] = {
    view.CHANGE: open_change,
    view.MOVE: _ask_where,
    view.PUBLISH: _ask_link,
    view.CANCEL: _ask_whether,
    view.READY: partial(_mark, Status.READY, Act.READY),
    view.DRAFT: partial(_mark, Status.DRAFT, Act.DRAFT),
}
