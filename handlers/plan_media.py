"""*Picture and persons*: the form and what it changes."""

from collections.abc import Collection, Mapping
from contextlib import suppress
from functools import partial
from typing import Any

from slack_bolt import Ack, App
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain import care
from bot.domain.acts import NothingToDo
from bot.domain.media import Media, checked, with_photos
from bot.domain.photos import Photo, check_added
from bot.domain.plan import Post, Status
from bot.store import posts, publications
from bot.views import given, plan_photos
from bot.views import plan_media as view
from bot.views.plan_acts import Act
from handlers.answering import actor, deciding, submitting, tell, whispering
from handlers.forms import check_shown, open_form
from handlers.picked import Stale, number, picked
from handlers.planning import begun_on, open_post, origin, settled


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.action(view.OPEN)(partial(click, deps))
    app.view(view.SAVE)(partial(save, deps))


def click(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Open the form."""
    with whispering(deps, ack, body):
        with deps.reading() as db:
            post = open_post(db, number(picked(body)))
            takes = takes_photos(deps, db, [post.outlet_id])
        open_form(deps, body, view.form(deps.words, post, origin(body, post), takes_photos=takes))


def save(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Let a post show what the form says."""
    with submitting(deps, ack, body, view.KIND), suppress(NothingToDo):
        said, who = read(body), actor(body) or ""
        with deciding(deps, body) as db:
            before = begun_on(db, body)
            media = pictured(body, said, before.media)
            after = posts.update(db, care.equipped(before, media, now=deps.now()), who=who)
            lapsed = _lapsed(before, after)
            tell(deps, db, body, settled(deps, db, Act.EQUIPPED, after, who, unready=lapsed))


def _lapsed(before: Post, after: Post) -> bool:
    return before.status is Status.READY and after.status is Status.DRAFT


def takes_photos(deps: Deps, db: Database, outlet_ids: Collection[int]) -> bool:
    """Say whether pictures can go out on one of the outlets from here, and Slack lets us read them."""
    return publications.outlet(db) in outlet_ids and "files:read" in deps.identity.scopes


def pictured(body: Mapping[str, Any], said: Media, before: Media) -> Media:
    """Return what the form *said* with the pictures of *before* that it keeps, and those it adds."""
    kept = plan_photos.kept(body["view"]["state"], before.photos)
    return checked(with_photos(said, kept, _added(body)))


def _added(body: Mapping[str, Any]) -> list[Photo]:
    """Return the pictures that somebody added, unless Slack already knows better."""
    found = list(given.files(body["view"]["state"], plan_photos.ADDED))
    for each in found:
        check_added(each.name, each.size, each.kind)
    return [Photo(each.file, each.name, each.size, by=actor(body) or "") for each in found]


def read(body: Mapping[str, Any]) -> Media:
    """Read what the submitted form says is shown; refuse what does not fit."""
    for block_id in (view.KIND, view.CAPTIONS, view.PERSONS):
        check_shown(body, block_id)
    try:
        return checked(view.read(body["view"]["state"]))
    except ValueError as error:
        raise Stale from error
