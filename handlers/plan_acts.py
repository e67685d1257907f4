"""What people do with a post: change, move, publish, cancel, mark, and undo the last act."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from slack_bolt import Ack, App
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain import acts
from bot.domain.care import is_ruling, shifted, span_of
from bot.domain.outlets import Slot
from bot.domain.plan import Post, Status, read_link, read_slot
from bot.domain.team import check_decides
from bot.jobs.frames import frame
from bot.store import ideas, posts, team
from bot.views import going_out, plan_asks, plan_form
from bot.views import plan as plan_view
from bot.views import plan_acts as view
from bot.views.blocks import chosen, values
from bot.views.plan_acts import Act
from handlers import plan_card, plan_ready, publishing
from handlers.answering import actor, deciding, submitting, tell, whispering
from handlers.forms import open_form
from handlers.picked import Stale, number, picked
from handlers.plan_forms import open_change, read_day, read_time
from handlers.planning import begun_on, gaps_ahead, open_post, origin, settled

CHOICES = 5
"""How many gaps are offered when a post is moved."""


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    for action_id in ACTS:
        app.action(action_id)(partial(click, deps, action_id))
    app.action(plan_view.MENU)(partial(choose, deps))
    app.action(view.RESTORE)(partial(restore, deps))
    app.view(plan_asks.MOVE_SAVE)(partial(move, deps))
    app.view(plan_asks.PUBLISH_SAVE)(partial(publish, deps))
    app.view(plan_asks.CANCEL_SAVE)(partial(cancel, deps))


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
    """Undo the last act on a post, and on the siblings to which it was done too."""
    with whispering(deps, ack, body):
        who, pairs = actor(body) or "", _pairs(picked(body))
        with deciding(deps, body) as db:
            post, *along = [_undone(deps, db, *pair, who) for pair in pairs]
            tell(deps, db, body, settled(deps, db, Act.RESTORED, post, who, along=along))


def move(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Put a post where the form says, and its siblings just as far if it says so."""
    with submitting(deps, ack, body, plan_form.DAY):
        said, who = values(body["view"]["state"]), actor(body) or ""
        picked_gap = said.get(plan_asks.GAP)
        gap = read_slot(picked_gap) if picked_gap else None
        day, at = (gap.day, gap.at) if gap else (read_day(said), read_time(said))
        together = bool(chosen(body["view"]["state"], plan_asks.ALONG))
        zone, today, now = deps.settings.timezone, deps.today(), deps.now()
        with deciding(deps, body) as db:
            before = begun_on(db, body)
            moved = acts.moved(before, day, at, today=today, zone=zone, now=now)
            post = posts.update(db, moved, who=who)
            span = span_of(before, post)
            along = [
                posts.update(db, shifted(each, span, today=today, zone=zone, now=now), who=who)
                for each in posts.siblings(db, post)
                if together and span and each.is_open
            ]
            tell(deps, db, body, settled(deps, db, Act.MOVED, post, who, along=along))


def publish(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Mark a post as published, with its link if the form has one."""
    with submitting(deps, ack, body, plan_asks.LINK):
        link = read_link(values(body["view"]["state"]).get(plan_asks.LINK))
        _act(deps, body, Act.PUBLISHED, partial(acts.published, link=link, now=deps.now()))


def cancel(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Take a post out of the plan; this form has no field beside which to say why not."""
    with whispering(deps, ack, body):
        _act(deps, body, Act.CANCELLED, partial(acts.cancelled, now=deps.now()))


def _act(deps: Deps, body: Mapping[str, Any], act: Act, decide: Callable[[Post], Post]) -> None:
    """Decide about the post of a submitted form, unless it was changed while the form was open."""
    who = actor(body) or ""
    with deciding(deps, body) as db:
        after = posts.update(db, decide(begun_on(db, body)), who=who)
        tell(deps, db, body, settled(deps, db, act, after, who))


def _undone(deps: Deps, db: Database, post_id: int, revision: int, who: str) -> Post:
    post, former = posts.get(db, post_id), posts.former(db, post_id)
    if former and is_ruling(post, former):
        check_decides(team.load(db), who)
    idea_id = former.idea_id if former else None
    free = idea_id is None or ideas.is_free(db, idea_id, besides=post_id)
    after = acts.undone(post, former, revision, idea_is_free=free, now=deps.now())
    return posts.update(db, after, who=who)


def _pairs(value: str) -> list[tuple[int, int]]:
    """Read the posts of an undo button, each with its revision; refuse a foreign value."""
    numbers = [number(each) for each in value.split(" ")]
    if len(numbers) % 2:
        raise Stale
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def _draft(deps: Deps, body: Mapping[str, Any], post_id: int) -> None:
    who = actor(body) or ""
    with deciding(deps, body) as db:
        after = acts.marked(posts.get(db, post_id), Status.DRAFT, now=deps.now())
        post = posts.update(db, after, who=who)
        tell(deps, db, body, settled(deps, db, Act.DRAFT, post, who))


def _ask_where(deps: Deps, body: Mapping[str, Any], post_id: int) -> None:
    with deps.reading() as db:
        post = open_post(db, post_id)
        gaps = _choices(deps, db, post)
        shown = frame(db, deps, deps.now(), [post])
    open_form(deps, body, plan_asks.move_form(deps.words, post, origin(body, post), gaps, shown))


def _ask_link(deps: Deps, body: Mapping[str, Any], post_id: int) -> None:
    with deps.reading() as db:
        post = open_post(db, post_id)
        shown = frame(db, deps, deps.now(), [post])
    open_form(deps, body, plan_asks.publish_form(deps.words, post, origin(body, post), shown))


def _ask_whether(deps: Deps, body: Mapping[str, Any], post_id: int) -> None:
    with deps.reading() as db:
        post = open_post(db, post_id)
        shown = frame(db, deps, deps.now(), [post])
    open_form(deps, body, plan_asks.cancel_form(deps.words, post, origin(body, post), shown))


def _choices(deps: Deps, db: Database, post: Post) -> list[Slot]:
    """Return the next gaps of the post's outlet."""
    return [gap for gap in gaps_ahead(deps, db) if gap.outlet_id == post.outlet_id][:CHOICES]


ACTS: Mapping[str, Callable[[Deps, Mapping[str, Any], int], None]] = {
    plan_view.OPEN: plan_card.show,
    plan_view.CHANGE: open_change,
    view.MOVE: _ask_where,
    view.PUBLISH: _ask_link,
    view.CANCEL: _ask_whether,
    view.READY: plan_ready.mark,
    view.DRAFT: _draft,
    going_out.GO_OUT: publishing.ask,
    going_out.WITHDRAW: publishing.withdraw,
}
