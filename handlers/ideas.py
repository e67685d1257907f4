"""`/idea`, the form, and *Save as idea* on a message."""

from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from datetime import date
from functools import partial
from typing import Any

from slack_bolt import Ack, App
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.ideas import (
    NOTE_LIMIT,
    TITLE_LIMIT,
    Idea,
    IdeaOutdated,
    IdeaPlanned,
    Thought,
    read,
    thought,
)
from bot.domain.reserves import check_complete
from bot.domain.seasons import read_season
from bot.domain.text import tidy, title_of
from bot.integrations.slack import SlackTrouble
from bot.store import idea_desk, ideas, ledger, members, outlets, posts
from bot.store import reserves as reserves_store
from bot.views import ideas as view
from bot.views.blocks import Message, chosen, cut, values
from bot.views.forms import Origin
from handlers import idea_routing, reserves, wheel
from handlers.answering import (
    actor,
    deciding,
    instead,
    place,
    submitting,
    tell,
    whisper,
    whispering,
)
from handlers.forms import open_form, origin_of
from handlers.names import command_name
from handlers.picked import Stale, number, picked
from handlers.slack_text import mentioned, plain, text_of

LIST = frozenset({"list", "lista", "sök", "hitta", "find", "search"})
WAITING = frozenset({"att fördela", "fördela", "route", "to route"})
HELP = frozenset({"help", "hjälp", "?"})


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.shortcut(view.NEW)(partial(click_new, deps))
    app.shortcut(view.SAVE_MESSAGE)(partial(save_message, deps))
    app.action(view.NEW)(partial(click_new, deps))
    app.action(view.CHANGE)(partial(click_change, deps))
    app.action(view.UNDO)(partial(undo, deps))
    app.action(view.MORE)(partial(more, deps))
    app.action(view.VOTE)(partial(vote, deps))
    app.action(view.MENU)(partial(pick, deps))
    app.view(view.SAVE)(partial(save, deps))
    idea_routing.register(app, deps)
    wheel.register(app, deps)
    reserves.register(app, deps)


def answer(deps: Deps, command: Mapping[str, Any]) -> None:
    """Answer `/idea`: keep what is written, find ideas, or open the form."""
    text = text_of(command)
    word, _, rest = text.partition(" ")
    if not text:
        open_form(deps, command, _prefilled(deps, "", Origin(place(command))))
    elif text.casefold() in HELP:
        whisper(deps, command, view.usage(deps.words, command=command_name(deps, "idea")))
    elif " ".join(text.casefold().split()) in WAITING:
        idea_routing.show(deps, command)
    elif " ".join(text.casefold().split()) in wheel.WORDS:
        wheel.show(deps, command)
    elif " ".join(text.casefold().split()) in reserves.WORDS:
        reserves.show(deps, command)
    elif word.casefold() in LIST:
        _show(deps, command, " ".join(rest.split()), 0)
    else:
        _keep(deps, command, read(text))


def click_new(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Open the form, with the words that a button carries."""
    with whispering(deps, ack, body):
        text = picked(body) if body.get("actions") else ""
        open_form(deps, body, _prefilled(deps, text, Origin(place(body))))


def save_message(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Open the form with what a message says; its address is kept with the idea."""
    with whispering(deps, ack, body):
        channel, message = place(body) or "", body["message"]
        said = str(message.get("text") or "")
        with deps.reading() as db:
            names = members.names(db, mentioned(said))
        permalink = None
        with suppress(SlackTrouble):
            permalink = deps.slack.permalink(channel, str(message["ts"]))
        text = plain(said, names, deps.words("somebody"))
        open_form(deps, body, _prefilled(deps, text, Origin(channel, permalink=permalink)))


def click_change(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Open the form that changes an idea."""
    with whispering(deps, ack, body):
        _open_change(deps, body, number(picked(body)))


def undo(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Take an idea out of the bank, unless it is planned already."""
    with whispering(deps, ack, body):
        _drop(deps, body, number(picked(body)))


def pick(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Do what was chosen in the menu of a row."""
    with whispering(deps, ack, body):
        act, _, idea_id = picked(body).partition(" ")
        if act not in _MENU:
            raise Stale
        _MENU[act](deps, body, number(idea_id))


def vote(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Count a vote, or take it back; the list says so where it stands."""
    with whispering(deps, ack, body):
        first, _, rest = picked(body).partition(" ")
        offset, _, text = rest.partition(" ")
        who, page = actor(body) or "", number(offset)
        with deciding(deps, body) as db:
            idea = idea_desk.vote(db, number(first), who=who)
            ledger.record(db, who, "idea.voted", f"idea:{idea.id}", now=deps.now())
            instead(deps, db, body, _found(deps, db, text, page))


def more(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Show the next page of what was found."""
    with whispering(deps, ack, body):
        offset, _, text = picked(body).partition(" ")
        _show(deps, body, text, number(offset))


def save(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Keep, or change, what the form says."""
    with submitting(deps, ack, body, view.TITLE):
        state, today = body["view"]["state"], deps.today()
        with deciding(deps, body) as db:
            known = outlets.known(db)
            written = _written(state, today, {outlet.id for outlet in known})
            origin, who, now = origin_of(body), actor(body) or "", deps.now()
            if origin.subject is None:
                idea = ideas.add(db, written, author=who, permalink=origin.permalink, now=now)
                act, message = "idea.kept", view.kept(deps.words, idea, known)
            else:
                idea = _change(db, origin.subject, origin.revision, written)
                act, message = "idea.changed", view.changed(deps.words, idea)
            ledger.record(db, who, act, f"idea:{idea.id}", now=now)
            tell(deps, db, body, message)


def _written(state: Mapping[str, Any], today: date, known: Collection[int]) -> Thought:
    """Read what the form says; an outlet that is not there (any more) is passed over."""
    said = values(state)
    chosen_outlets = {number(each) for each in chosen(state, view.OUTLETS)}
    return thought(
        said.get(view.TITLE) or "",
        said.get(view.NOTE) or "",
        tags=said.get(view.TAGS) or "",
        outlets=chosen_outlets.intersection(known),
        season=read_season(said.get(view.SEASON) or "", today=today),
    )


def _keep(deps: Deps, command: Mapping[str, Any], written: Thought) -> None:
    """Keep an idea; the same words by the same person a moment ago were the same idea."""
    who, now = actor(command) or "", deps.now()
    with deciding(deps, command) as db:
        same = ideas.echo(db, written, author=who, now=now)
        idea = same or ideas.add(db, written, author=who, now=now)
        if not same:
            ledger.record(db, who, "idea.kept", f"idea:{idea.id}", now=now)
        message = view.kept(deps.words, idea, outlets.known(db), again=bool(same))
        tell(deps, db, command, message)


def _change(db: Database, idea_id: int, mark: int | None, written: Thought) -> Idea:
    """Change an idea, unless somebody else has changed it since the form was opened."""
    if ideas.get(db, idea_id).mark != mark:
        raise IdeaOutdated
    if idea_id in reserves_store.ids(db):
        check_complete(written.note, reserves_store.media(db, idea_id))
    return ideas.change(db, idea_id, written)


def _drop(deps: Deps, body: Mapping[str, Any], idea_id: int) -> None:
    now = deps.now()
    with deciding(deps, body) as db:
        if posts.of_idea(db, idea_id):
            raise IdeaPlanned
        idea = ideas.drop(db, idea_id, now=now)
        ledger.record(db, actor(body) or "", "idea.dropped", f"idea:{idea.id}", now=now)
        tell(deps, db, body, view.dropped(deps.words, idea))


def _open_change(deps: Deps, body: Mapping[str, Any], idea_id: int) -> None:
    with deps.reading() as db:
        idea, known = ideas.get(db, idea_id), outlets.known(db)
    origin = Origin(place(body), idea.id, idea.mark)
    form = view.form(deps.words, origin, idea, outlets=known, today=deps.today())
    open_form(deps, body, form)


def _show(deps: Deps, body: Mapping[str, Any], text: str, offset: int) -> None:
    with deps.reading() as db:
        page = _found(deps, db, text, offset)
    whisper(deps, body, page)


def _found(deps: Deps, db: Database, text: str, offset: int) -> Message:
    hits = ideas.search(db, text, limit=view.PAGE + 1, offset=offset)
    shown = hits[: view.PAGE]
    page = view.Found(
        text,
        shown,
        posts.of_ideas(db, (idea.id for idea in shown)),
        members.names(db, (idea.author for idea in shown)),
        offset,
        more=len(hits) > view.PAGE,
        outlets={outlet.id: outlet.name for outlet in outlets.known(db)},
        waiting=ideas.waiting_count(db, today=deps.today()),
        kept=reserves_store.ids(db),
    )
    command = command_name(deps, "idea")
    return view.found(deps.words, page, now=deps.now(), today=deps.today(), command=command)


def _prefilled(deps: Deps, text: str, origin: Origin) -> dict[str, Any]:
    """Return the form with *text* in it: as an idea is read, but cut to what a field can show.

    Tags stay in the text, where they are found again when the form is sent.
    """
    text = cut(tidy(text), NOTE_LIMIT)
    title = title_of(text, TITLE_LIMIT)
    first, _, rest = text.partition("\n")
    note = rest if " ".join(first.split()) == title else text
    with deps.reading() as db:
        known = outlets.known(db)
    return view.form(
        deps.words, origin, outlets=known, today=deps.today(), title=title, note=tidy(note)
    )


_MENU: Mapping[str, Callable[[Deps, Mapping[str, Any], int], None]] = {
    view.MENU_CHANGE: _open_change,
    view.MENU_ROUTE: idea_routing.ask,
    view.MENU_RESERVE: reserves.open_reserve,
    view.MENU_DROP: _drop,
}
