"""The same content on several outlets: planned together, and let go of one another."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from slack_bolt import Ack, App
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain import care
from bot.domain.acts import entry_of
from bot.domain.errors import Refusal
from bot.domain.outlets import Slot, offered
from bot.domain.plan import Post, Status, check_day, check_offered, checked, default_time
from bot.jobs.frames import frame
from bot.store import outlets, posts
from bot.views import plan_siblings as view
from bot.views.plan_acts import Act
from bot.views.plan_siblings import Place
from handlers.answering import actor, deciding, submitting, tell, whispering
from handlers.forms import open_form
from handlers.picked import Stale, number, picked
from handlers.planning import begun_on, open_post, origin, settled


class NoOutletLeft(Refusal):
    """Refuse to plan content on more outlets than there are."""

    kind = "refusal-no-outlet-left"


class NoOutletTicked(Refusal):
    """Refuse a form in which no outlet is ticked."""

    kind = "refusal-no-outlet-ticked"


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.action(view.ALSO)(partial(click, deps))
    app.action(view.UNLINK)(partial(unlink, deps))
    app.view(view.ALSO_SAVE)(partial(save, deps))


def click(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Ask on which other outlets the content goes out."""
    with whispering(deps, ack, body):
        with deps.reading() as db:
            post = open_post(db, number(picked(body)))
            places, shown = _places(deps, db, post), frame(db, deps, deps.now(), [post])
        if not places:
            raise NoOutletLeft
        open_form(deps, body, view.form(deps.words, post, origin(body, post), places, shown))


def save(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Plan the content on the outlets that are ticked."""
    with submitting(deps, ack, body, _first_field(body)):
        who, slots = actor(body) or "", _read(body)
        if not slots:
            raise NoOutletTicked
        with deciding(deps, body) as db:
            post = begun_on(db, body)
            group = post.sibling or post.id
            if post.sibling is None:
                joined = replace(post, sibling=group, updated_at=deps.now())
                post = posts.update(db, joined, who=who)
            along = [_add(deps, db, post, slot, who) for slot in slots]
            tell(deps, db, body, settled(deps, db, Act.ALSO, post, who, along=along))


def unlink(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Let a post stand by itself."""
    with whispering(deps, ack, body):
        who = actor(body) or ""
        with deciding(deps, body) as db:
            before = posts.get(db, number(picked(body)))
            post = posts.update(db, care.unlinked(before, now=deps.now()), who=who)
            tell(deps, db, body, settled(deps, db, Act.UNLINKED, post, who))


def _add(deps: Deps, db: Database, post: Post, slot: Slot, who: str) -> Post:
    """Plan the content of *post* at *slot* too, as a draft that may be adapted."""
    if slot.outlet_id in {p.outlet_id for p in (post, *posts.siblings(db, post))}:
        raise Stale
    check_offered(outlets.get(db, slot.outlet_id))
    check_day(slot.day, today=deps.today())
    entry = replace(
        entry_of(post),
        outlet_id=slot.outlet_id,
        day=slot.day,
        at=slot.at,
        status=Status.DRAFT,
    )
    entry = checked(entry, zone=deps.settings.timezone)
    return posts.add(db, entry, who=who, now=deps.now(), media=post.media, sibling=post.sibling)


def _places(deps: Deps, db: Database, post: Post) -> list[Place]:
    """Return the outlets on which the content is not yet, each on the post's day, or today."""
    taken = {p.outlet_id for p in (post, *posts.siblings(db, post))}
    day = max(post.day, deps.today())
    free = [outlet for outlet in offered(outlets.known(db)) if outlet.id not in taken]
    return [Place(o, Slot(day, default_time(o, day), o.id)) for o in free[: view.MOST]]


def _read(body: Mapping[str, Any]) -> list[Slot]:
    try:
        return view.read(body["view"]["state"])
    except ValueError as error:
        raise Stale from error


def _first_field(body: Mapping[str, Any]) -> str:
    """Return the field beside which a refusal stands: this form's fields differ."""
    return next(iter(body["view"]["state"]["values"]), "on")
