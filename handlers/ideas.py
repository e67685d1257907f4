"""`/idea`, the form, and *Save as idea* on a message."""

from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from typing import Any

from slack_bolt import Ack, App
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.errors import Refusal
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
from bot.domain.text import tidy, title_of
from bot.integrations.slack import SlackTrouble
from bot.store import ideas, ledger, members, posts
from bot.views import ideas as view
from bot.views.blocks import Message, cut, values
from bot.views.forms import Origin
from handlers.answering import (
    actor,
    deciding,
    place,
    submitting,
    tell,
    whisper,
    whispering,
)
from handlers.forms import open_form, origin_of
from handlers.names import command_name
from handlers.picked import number, picked
from handlers.slack_text import mentioned, plain, text_of

LIST = frozenset({"list", "lista", "sök", "hitta", "find", "search"})
HELP = frozenset({"help", "hjälp", "?"})


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.shortcut(view.NEW)(partial(click_new, deps))
    app.shortcut(view.SAVE_MESSAGE)(partial(save_message, deps))
    app.action(view.NEW)(partial(click_new, deps))
    app.action(view.CHANGE)(partial(click_change, deps))
    app.action(view.UNDO)(partial(undo, deps))
    app.action(view.MORE)(partial(more, deps))
    app.view(view.SAVE)(partial(save, deps))


def answer(deps: Deps, command: Mapping[str, Any]) -> None:
    """Answer `/idea`: keep what is written, find ideas, or open the form."""
    text = text_of(command)
    word, _, rest = text.partition(" ")
    if not text:
        open_form(deps, command, view.form(deps.words, Origin(place(command))))
    elif text.casefold() in HELP:
        whisper(deps, command, view.usage(deps.words, command=command_name(deps, "idea")))
    elif word.casefold() in LIST:
        whisper(deps, command, _found(deps, " ".join(rest.split()), 0))
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
        with deps.reading() as db:
            idea = ideas.get(db, number(picked(body)))
        origin = Origin(place(body), idea.id, idea.mark)
        form = view.form(deps.words, origin, title=idea.title, note=idea.note)
        open_form(deps, body, form)


def undo(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Take an idea out of the bank, unless it is planned already."""
    with whispering(deps, ack, body):
        idea_id, now = number(picked(body)), deps.now()
        with deciding(deps, body) as db:
            if posts.of_idea(db, idea_id):
                raise IdeaPlanned
            idea = ideas.drop(db, idea_id, now=now)
            ledger.record(db, actor(body) or "", "idea.dropped", f"idea:{idea.id}", now=now)
            tell(deps, db, body, view.dropped(deps.words, idea))


def more(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Show the next page of what was found."""
    with whispering(deps, ack, body):
        offset, _, text = picked(body).partition(" ")
        whisper(deps, body, _found(deps, text, number(offset)))


def save(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Keep, or change, what the form says."""
    with submitting(deps, ack, view.TITLE):
        said = values(body["view"]["state"])
        written = thought(said.get(view.TITLE) or "", said.get(view.NOTE) or "")
        with deciding(deps, body) as db:
            origin, who, now = origin_of(body), actor(body) or "", deps.now()
            if origin.subject is None:
                idea = ideas.add(db, written, author=who, permalink=origin.permalink, now=now)
                act, message = "idea.kept", view.kept(deps.words, idea)
            else:
                idea = _change(db, origin.subject, origin.revision, written)
                act, message = "idea.changed", view.changed(deps.words, idea)
            ledger.record(db, who, act, f"idea:{idea.id}", now=now)
            tell(deps, db, body, message)


def _keep(deps: Deps, command: Mapping[str, Any], written: Thought) -> None:
    """Keep an idea; the same words by the same person a moment ago were the same idea."""
    who, now = actor(command) or "", deps.now()
    with deciding(deps, command) as db:
        same = ideas.echo(db, written, author=who, now=now)
        idea = same or ideas.add(db, written, author=who, now=now)
        if not same:
            ledger.record(db, who, "idea.kept", f"idea:{idea.id}", now=now)
        tell(deps, db, command, view.kept(deps.words, idea, again=bool(same)))


def _change(db: Database, idea_id: int, mark: int | None, written: Thought) -> Idea:
    """Change an idea, unless somebody else has changed it since the form was opened."""
    if ideas.get(db, idea_id).mark != mark:
        raise IdeaOutdated
    return ideas.change(db, idea_id, written)


def _found(deps: Deps, text: str, offset: int) -> Message:
    with deps.reading() as db:
        hits = ideas.search(db, text, limit=view.PAGE + 1, offset=offset)
        shown = hits[: view.PAGE]
        planned = posts.of_ideas(db, (idea.id for idea in shown))
        names = members.names(db, (idea.author for idea in shown))
    page = view.Found(text, shown, planned, names, offset, more=len(hits) > view.PAGE)
    command = command_name(deps, "idea")
    return view.found(deps.words, page, now=deps.now(), today=deps.today(), command=command)


def _prefilled(deps: Deps, text: str, origin: Origin) -> dict[str, Any]:
    """Return the form with *text* in it: as an idea is read, but cut to what a field can show."""
    try:
        written = read(cut(tidy(text), NOTE_LIMIT))
    except Refusal:
        written = Thought(title_of(text, TITLE_LIMIT))
    return view.form(deps.words, origin, title=written.title, note=written.note)
