"""Who keeps an eye on a post: me, somebody whom a form names, or nobody, because it moves."""

from functools import partial
from typing import Any

from slack_bolt import Ack, App

from bot.deps import Deps
from bot.domain import care
from bot.domain.acts import Outdated, check_open, moved
from bot.domain.errors import Refusal
from bot.domain.plan import read_slot
from bot.store import posts
from bot.views import watching as view
from bot.views.blocks import values
from bot.views.plan_acts import Act
from handlers.answering import actor, deciding, submitting, tell, whispering
from handlers.forms import check_shown, open_form
from handlers.picked import number, picked
from handlers.planning import WatcherNotMember, begun_on, check_owner, origin, settled


class WatcherMissing(Refusal):
    """Refuse a form that names nobody."""

    kind = "refusal-watcher-missing"
    field = view.WATCHER


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.action(view.MINE)(partial(mine, deps))
    app.action(view.CALM)(partial(move, deps))
    app.action(view.ASK)(partial(ask, deps))
    app.view(view.SAVE)(partial(save, deps))


def mine(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Let whoever clicked keep an eye on a post."""
    with whispering(deps, ack, body):
        who = actor(body) or ""
        with deciding(deps, body) as db:
            before = posts.get(db, number(picked(body)))
            post = posts.update(db, care.watched(before, who, now=deps.now()), who=who)
            tell(deps, db, body, settled(deps, db, Act.WATCHED, post, who))


def move(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Put a post where the button says: at a time after which nobody need watch over days off."""
    with whispering(deps, ack, body):
        who, (post_id, _, rest) = actor(body) or "", picked(body).partition(" ")
        revision, _, place = rest.partition(" ")
        slot, zone, today, now = read_slot(place), deps.settings.timezone, deps.today(), deps.now()
        with deciding(deps, body) as db:
            before = posts.get(db, number(post_id))
            if before.revision != number(revision) or before.outlet_id != slot.outlet_id:
                check_open(before)
                raise Outdated
            after = moved(before, slot.day, slot.at, today=today, zone=zone, now=now)
            post = posts.update(db, after, who=who)
            tell(deps, db, body, settled(deps, db, Act.MOVED, post, who))


def ask(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Ask who keeps an eye on a post."""
    with whispering(deps, ack, body):
        with deps.reading() as db:
            post = posts.get(db, number(picked(body)))
        if not post.media.watch:
            raise care.NoWatchNeeded
        open_form(deps, body, view.form(deps.words, post, origin(body, post)))


def save(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Let somebody keep an eye on a post; only members of the workspace can."""
    with submitting(deps, ack, body, view.WATCHER):
        check_shown(body, view.WATCHER)
        watcher, who = values(body["view"]["state"]).get(view.WATCHER), actor(body) or ""
        if not watcher:
            raise WatcherMissing
        check_owner(deps, watcher, WatcherNotMember)
        with deciding(deps, body) as db:
            before = begun_on(db, body)
            post = posts.update(db, care.watched(before, watcher, now=deps.now()), who=who)
            tell(deps, db, body, settled(deps, db, Act.WATCHED, post, who))
