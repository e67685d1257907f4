"""`/idea reserv`: the reserve posts, the form that keeps one, looking over, taking out and back."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from slack_bolt import Ack, App
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.ideas import Idea, IdeaOutdated, IdeaTaken, Thought, thought
from bot.domain.media import NOTHING
from bot.domain.outlets import offered
from bot.domain.reserves import Reserve, check_complete, routed
from bot.jobs import refresh
from bot.store import idea_desk, ideas, ledger, outlets
from bot.store import reserves as store
from bot.views import reserves as view
from bot.views.blocks import Message, chosen, values
from bot.views.forms import Origin
from bot.views.ideas import NOTE, OUTLETS, TITLE
from handlers.answering import actor, deciding, place, submitting, tell, whisper, whispering
from handlers.forms import open_form, origin_of
from handlers.picked import number, picked
from handlers.plan_media import pictured, read, takes_photos

WORDS = frozenset({"reserv", "reserven", "reservinlägg", "reserve", "reserves", "reserve posts"})


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.action(view.OPEN)(partial(click_open, deps))
    app.action(view.FORM)(partial(click_form, deps))
    app.action(view.CHECK)(partial(check, deps))
    app.action(view.REMOVE)(partial(remove, deps))
    app.action(view.RESTORE)(partial(restore, deps))
    app.view(view.SAVE)(partial(save, deps))


def show(deps: Deps, body: Mapping[str, Any]) -> None:
    """Show the reserve to whoever caused *body*."""
    with deps.reading() as db:
        every, stock = store.listed(db), store.stock(db, now=deps.now())
        names = {outlet.id: outlet.name for outlet in outlets.known(db)}
    whisper(deps, body, view.render(deps.words, every, stock, names, deps.now()))


def click_open(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Show the reserve, from a button."""
    with whispering(deps, ack, body):
        show(deps, body)


def click_form(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Open the form: empty, or with the reserve that the button carries."""
    with whispering(deps, ack, body):
        value = picked(body)
        if value:
            open_reserve(deps, body, number(value))
        else:
            _open(deps, body, None)


def open_reserve(deps: Deps, body: Mapping[str, Any], idea_id: int) -> None:
    """Open the form that puts an idea in reserve, or changes one that is there."""
    with deps.reading() as db:
        _check_free(db, idea_id)
        begun = _begun(db, idea_id)
    _open(deps, body, begun)


def check(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Note that somebody has looked a reserve over."""
    with whispering(deps, ack, body):
        idea_id = number(picked(body))
        with deciding(deps, body) as db:
            found = store.look_over(db, idea_id, now=deps.now())
            _settle(deps, db, body, "reserve.checked", found, view.checked(deps.words, found))


def remove(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Take a reserve out; the idea stays in the bank."""
    with whispering(deps, ack, body):
        idea_id = number(picked(body))
        with deciding(deps, body) as db:
            found = store.remove(db, idea_id, now=deps.now())
            _settle(deps, db, body, "reserve.removed", found, view.removed(deps.words, found))


def restore(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Put back what was taken out."""
    with whispering(deps, ack, body):
        idea_id = number(picked(body))
        with deciding(deps, body) as db:
            found = store.restore(db, idea_id)
            check_complete(found.idea.note, found.media)
            _tell_kept(deps, db, body, "reserve.restored", found)


def save(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Put what the form says in reserve."""
    with submitting(deps, ack, body, TITLE):
        origin, shows = origin_of(body), read(body)
        with deciding(deps, body) as db:
            before = None if origin.subject is None else _begun(db, origin.subject)
            if before and before.mark != origin.revision:
                raise IdeaOutdated
            said = _written(db, body, before)
            media = pictured(body, shows, before.media if before else NOTHING)
            check_complete(said.note, media)
            idea = _store(deps, db, body, said, before)
            kept = store.keep(db, idea.id, media, now=deps.now())
            _tell_kept(deps, db, body, "reserve.kept", kept)


def _store(
    deps: Deps, db: Database, body: Mapping[str, Any], said: Thought, before: Reserve | None
) -> Idea:
    """Store the idea that says a reserve, routed where it belongs."""
    who, now = actor(body) or "", deps.now()
    if before is None:
        idea = ideas.add(db, said, author=who, now=now)
        ledger.record(db, who, "idea.kept", f"idea:{idea.id}", now=now)
    else:
        _check_free(db, before.idea.id)
        idea = ideas.change(db, before.idea.id, said)
    return idea_desk.route(db, idea.id, routed(said, who), decision=idea.decision)


def _written(db: Database, body: Mapping[str, Any], before: Reserve | None) -> Thought:
    """Read what the form says; tags and season stay as they were."""
    state = body["view"]["state"]
    said, known = values(state), {outlet.id for outlet in outlets.known(db)}
    idea = before.idea if before else None
    return thought(
        said.get(TITLE) or "",
        said.get(NOTE) or "",
        tags=" ".join(f"#{tag}" for tag in idea.tags) if idea else "",
        outlets={number(each) for each in chosen(state, OUTLETS)} & known,
        season=idea.season if idea else None,
    )


def _begun(db: Database, idea_id: int) -> Reserve:
    """Return the reserve that an idea is, or would be."""
    return store.find(db, idea_id) or Reserve(ideas.get(db, idea_id))


def _check_free(db: Database, idea_id: int) -> None:
    if not ideas.is_free(db, ideas.get(db, idea_id).id):
        raise IdeaTaken


def _open(deps: Deps, body: Mapping[str, Any], reserve: Reserve | None) -> None:
    with deps.reading() as db:
        known = offered(outlets.known(db))
        takes = takes_photos(deps, db, {outlet.id for outlet in known})
    origin = Origin(place(body), *((reserve.idea.id, reserve.mark) if reserve else ()))
    opened = view.form(deps.words, origin, reserve, outlets=known, takes_photos=takes)
    open_form(deps, body, opened)


def _tell_kept(
    deps: Deps, db: Database, body: Mapping[str, Any], act: str, reserve: Reserve
) -> None:
    stock = store.stock(db, now=deps.now())
    _settle(deps, db, body, act, reserve, view.kept(deps.words, reserve, stock))


def _settle(
    deps: Deps,
    db: Database,
    body: Mapping[str, Any],
    act: str,
    reserve: Reserve,
    message: Message,
) -> None:
    """Write down what was done, bring what is shown up to date, and say it."""
    now = deps.now()
    ledger.record(db, actor(body) or "", act, f"idea:{reserve.idea.id}", now=now)
    refresh.plan_changed(db, deps, now)
    tell(deps, db, body, message)
