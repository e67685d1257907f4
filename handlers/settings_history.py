"""Every change of the settings is noted, shown to everybody, and the last of each undone."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from typing import Any

from slack_bolt import Ack, App
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.errors import Refusal
from bot.domain.imports import LUCKA
from bot.domain.settings_file import Json, Node
from bot.jobs import goals, language, publish, refresh, retelling
from bot.jobs import publications as going_out
from bot.store import ledger, members
from bot.store import settings as store
from bot.store import settings_history as history
from bot.store.settings_history import Change
from bot.views import settings as settings_view
from bot.views import settings_history as view
from bot.views.settings_history import Row
from handlers.answering import actor, deciding, tell, whisper, whispering
from handlers.picked import number, picked
from handlers.settings import check_may_change, topics


class ChangedSince(Refusal):
    """Refuse to undo what is not the last change, or not as it was left."""

    kind = "refusal-setting-changed-since"


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.action(settings_view.HISTORY)(partial(show, deps))
    app.action(settings_view.UNDO)(partial(undo, deps))


@contextmanager
def changing(
    deps: Deps,
    body: Mapping[str, Any],
    check: Callable[[Database, Mapping[str, Any]], None] = check_may_change,
) -> Iterator[Database]:
    """Yield the transaction in which settings are changed, and note what was."""
    with deciding(deps, body) as db:
        check(db, body)
        before = store.dump(db, deps.now())
        yield db
        note(deps, db, actor(body) or "", before)


def note(deps: Deps, db: Database, who: str, before: Mapping[str, Json]) -> list[str]:
    """Note what *who* has changed since all was as *before*; return the names of it."""
    now = deps.now()
    after = store.dump(db, now)
    changed = [name for name in after if after[name] != before[name]]
    shown = topics(deps, db) if changed else {}
    for name in changed:
        said = view.cut_said(shown[name].now)
        history.note(db, who, name, before[name], after[name], said=said, now=now)
    return changed


def note_step(deps: Deps, db: Database, who: str, before: Mapping[str, Json]) -> list[str]:
    """Note all that *who* has changed since all was as *before* as one step; return the names."""
    now = deps.now()
    after = store.dump(db, now)
    changed = [name for name in after if after[name] != before[name]]
    if changed:
        shown = topics(deps, db)
        said = ", ".join(shown[name].title for name in changed)
        was, is_now = ({name: all_of[name] for name in changed} for all_of in (before, after))
        history.note(db, who, history.FILE, was, is_now, said=view.cut_said(said), now=now)
    return changed


def follow(deps: Deps, db: Database) -> None:
    """Bring everything up to date after settings were put back or read in, whichever they were."""
    now = deps.now()
    language.speak(deps, db)  # before all that says anything
    publish.forget_name(db, deps)
    going_out.recheck(db, deps)
    retelling.show_again(deps, db, now=now)
    goals.refresh(db, deps)
    refresh.plan_changed(db, deps, now)


def show(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Show the newest changes, or those older than the button says."""
    with whispering(deps, ack, body):
        older = picked(body)
        with deps.reading() as db:
            before = number(older) if older else None
            found = history.latest(db, view.SHOWN + 1, before=before)
            titles = {name: topic.title for name, topic in topics(deps, db).items()}
            names = members.names(db, {change.who for change in found})
        names[LUCKA] = deps.words("settings-history-command")
        titles[history.FILE] = deps.words("settings-history-step")
        rows = [_row(deps, change, titles) for change in found[: view.SHOWN]]
        is_more = len(found) > view.SHOWN
        whisper(deps, body, view.page(deps.words, rows, names, deps.today(), is_more=is_more))


def undo(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Let it be as it was before a last change; that, too, can be undone."""
    with whispering(deps, ack, body):
        change_id = number(picked(body))
        with deciding(deps, body) as db:
            check_may_change(db, body)
            change = history.find(db, change_id)
            if change is None or not change.is_last:
                raise ChangedSince
            _put_back(deps, db, change, actor(body) or "")
            shown = topics(deps, db)
            if change.name == history.FILE:
                titles = [shown[name].title for name, _, _ in change.each()]
                tell(deps, db, body, view.step_undone(deps.words, titles))
            else:
                topic = shown[change.name]
                tell(deps, db, body, view.undone(deps.words, topic.title, topic.now))
    deps.publish()


def _put_back(deps: Deps, db: Database, change: Change, who: str) -> None:
    """Let *who* undo *change*, unless anything of it is not as it was left."""
    now, is_step = deps.now(), change.name == history.FILE
    before, was = store.dump(db, now), {name: former for name, former, _ in change.each()}
    if any(name not in before or before[name] != left for name, _, left in change.each()):
        raise ChangedSince
    for setting in store.every(now):
        if setting.name not in was:
            continue
        if setting.is_list and not is_step:
            raise ChangedSince
        setting.load(db, Node(was[setting.name], setting.name))
        ledger.record(db, who, "setting.undone", f"setting:{setting.name}", now=now)
    (note_step if is_step else note)(deps, db, who, before)
    follow(deps, db)


def _row(deps: Deps, change: Change, titles: Mapping[str, str]) -> Row:
    ways_back = {setting.name for setting in store.every(deps.now()) if not setting.is_list}
    return Row(
        change.id,
        deps.local(change.at),
        change.who,
        titles.get(change.name, change.name),
        change.said,
        can_undo=change.is_last and change.name in {*ways_back, history.FILE},
    )
