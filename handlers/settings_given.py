"""A file of settings that is given in Slack: told in words first, and used when somebody says so."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import partial
from typing import Any

from slack_bolt import Ack, App
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.errors import Refusal
from bot.domain.given import FileOver, Given, Purpose
from bot.domain.settings_file import SettingsShutOut
from bot.domain.settings_turns import Turn, mark_of
from bot.store import given as store
from bot.store import settings, settings_history, team
from bot.views import settings as settings_view
from bot.views import settings_given as view
from bot.views.blocks import Message
from bot.views.forms import Origin
from bot.views.given import FILE
from handlers import settings_file
from handlers.answering import (
    actor,
    deciding,
    instead,
    place,
    submitting,
    whispering,
)
from handlers.forms import check_shown, open_form
from handlers.gate import PersonUnknown, known
from handlers.given import take
from handlers.picked import number, picked
from handlers.settings import check_may_change, topics

MOST_ASKED = 300
"""Of how many people Slack is asked for one file: more than all roles, rights and turns come to."""


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.action(settings_view.READ_FILE)(partial(click, deps))
    app.view(view.SAVE)(partial(save, deps))
    app.action(view.USE)(partial(use, deps))
    app.action(view.LEAVE)(partial(leave, deps))


def click(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Open the form for a file."""
    with whispering(deps, ack, body):
        with deps.reading() as db:
            check_may_change(db, body)
        open_form(deps, body, view.form(deps.words, Origin(place(body))))


def save(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Keep the file, which is read at once and told of in a moment."""
    with submitting(deps, ack, body, FILE):
        check_shown(body, FILE)
        with deciding(deps, body) as db:
            check_may_change(db, body)
            take(deps, db, body, Purpose.SETTINGS)
    deps.read_files()


def learn(deps: Deps, data: bytes) -> None:
    """Ask Slack who everybody is whom a file may name; whom it does not tell of now is let pass."""
    with suppress(Refusal):
        for user in settings_file.people(data)[:MOST_ASKED]:
            with suppress(PersonUnknown):
                known(deps, user)


def told(deps: Deps, db: Database, one: Given, data: bytes) -> Message:
    """Tell what a file that was read would change, and keep it until somebody decides."""
    found = _turns(deps, db, data, one.who)
    if not found:
        store.done(db, one.id)
        return view.same(deps.words, one.name)
    store.read(db, one.id, data.decode("utf-8-sig"))
    return view.differences(deps.words, one.name, found, f"{one.id} {mark_of(found)}")


def use(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Let a file count as it was shown; where it would change something else now, show that."""
    with whispering(deps, ack, body):
        given_id, _, mark = picked(body).partition(" ")
        with deciding(deps, body) as db:
            check_may_change(db, body)
            one = _kept(db, given_id)
            data = (one.text or "").encode()
            found = _turns(deps, db, data, actor(body) or "")
            if found and mark_of(found) == mark:
                said = _used(deps, db, body, one, data)
            else:
                said = _anew(deps, db, one, found)
            instead(deps, db, body, said)
    deps.publish()


def leave(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Leave the settings as they are."""
    with whispering(deps, ack, body), deciding(deps, body) as db:
        check_may_change(db, body)
        one = _kept(db, picked(body))
        store.done(db, one.id)
        instead(deps, db, body, view.left(deps.words, one.name))


def _kept(db: Database, given_id: str) -> Given:
    one = store.find(db, number(given_id))
    if one is None or one.text is None or one.purpose is not Purpose.SETTINGS:
        raise FileOver
    return one


def _used(deps: Deps, db: Database, body: Mapping[str, Any], one: Given, data: bytes) -> Message:
    settings_file.take_in(deps, db, data, actor(body) or "")
    store.done(db, one.id)
    (step,) = settings_history.latest(db, 1)
    titles = [topics(deps, db)[name].title for name, _, _ in step.each()]
    return view.used(deps.words, one.name, titles, str(step.id))


def _anew(deps: Deps, db: Database, one: Given, found: Sequence[Turn]) -> Message:
    """Show what a file would change now that the settings were changed meanwhile."""
    if found:
        value = f"{one.id} {mark_of(found)}"
        return view.differences(deps.words, one.name, found, value, is_anew=True)
    store.done(db, one.id)
    return view.same(deps.words, one.name)


def _turns(deps: Deps, db: Database, data: bytes, who: str) -> list[Turn]:
    """Return what a file would change, setting by setting; nothing is changed. Raises a Refusal.

    It is refused where *who* could not change it back: the people in it may be another workspace's.
    """
    now = deps.now()
    before, shown = settings.dump(db, now), topics(deps, db)
    db.execute("savepoint looking")
    try:
        settings_file.check_people(db, settings_file.load(db, data, now=now), before)
        if not team.load(db).decides(who):
            raise SettingsShutOut
        after, then = settings.dump(db, now), topics(deps, db)
        settings_file.check_readers(db, before, after)
    finally:
        db.execute("rollback to looking")
        db.execute("release looking")
    return [
        Turn(name, shown[name].title, shown[name].now, then[name].now, before[name], after[name])
        for name in after
        if after[name] != before[name]
    ]
