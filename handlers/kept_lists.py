"""A list that is kept in the settings; everybody may look, the lead and the deputies change it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic

from slack_bolt import Ack, App
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.kept import K
from bot.store import ledger
from bot.store.kept import KeptTable
from bot.views import kept_lists as view
from bot.views.forms import Origin
from bot.views.kept_lists import KeptList
from handlers.answering import actor, place, submitting, tell, whisper, whispering
from handlers.forms import check_shown, open_form, origin_of
from handlers.picked import number, picked
from handlers.settings import check_may_change
from handlers.settings_history import changing


@dataclass(frozen=True, slots=True)
class Desk(Generic[K]):
    """Where a list is changed: a *noun* in the audit log is one of the *table*, shown by *view*.

    *read* takes a submitted form and the other entries, and returns the columns or refuses;
    *check_room* refuses one entry more than there may be.
    """

    noun: str
    table: KeptTable[K]
    view: KeptList[K]
    read: Callable[[Mapping[str, Any], Iterable[K]], Mapping[str, str]]
    check_room: Callable[[Sequence[K]], None]

    def register(self, app: App, deps: Deps) -> None:
        """Put the listeners on *app*."""
        acts = {
            view.SHOW: Desk.show,
            view.NEW: Desk.click_new,
            view.MENU: Desk.choose,
            view.ARCHIVE: Desk.archive,
            view.REVIVE: Desk.revive,
        }
        for what, listener in acts.items():  # Bolt cannot read what a bound method takes
            app.action(self.view.act(what))(partial(listener, self, deps))
        app.view(self.view.act(view.SAVE))(partial(Desk.save, self, deps))

    def show(self, deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
        """Show every entry."""
        with whispering(deps, ack, body):
            with deps.reading() as db:
                entries = self.table.known(db)
            whisper(deps, body, self.view.page(deps.words, entries))

    def click_new(self, deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
        """Open the form for a new entry."""
        with whispering(deps, ack, body):
            with deps.reading() as db:
                check_may_change(db, body)
            open_form(deps, body, self.view.form(deps.words, None, Origin(place(body))))

    def choose(self, deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
        """Do what the menu beside an entry says: change it, or archive it."""
        act, _, entry_id = picked(body).partition(" ")
        if act == view.PUT_AWAY:
            self._turn(deps, ack, body, entry_id, is_archived=True)
            return
        with whispering(deps, ack, body):
            with deps.reading() as db:
                check_may_change(db, body)
                entry = self.table.get(db, number(entry_id))
            origin = Origin(place(body), entry.id)
            open_form(deps, body, self.view.form(deps.words, entry, origin))

    def save(self, deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
        """Let an entry be what the form says."""
        with submitting(deps, ack, body, self.view.asked[0]):
            check_shown(body, self.view.asked[-1])
            changed = origin_of(body).subject
            with changing(deps, body) as db:
                entries = self.table.known(db)
                others = (entry for entry in entries if entry.id != changed)
                columns = self.read(body["view"]["state"], others)
                if changed is None:
                    self.check_room(entries)
                    entry = self.table.add(db, columns)
                else:
                    self.table.get(db, changed)
                    entry = self.table.change(db, changed, columns)
                self._note(deps, db, body, "saved", entry)
                tell(deps, db, body, self.view.saved(deps.words, entry))

    def archive(self, deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
        """Take an entry out of use."""
        self._turn(deps, ack, body, picked(body), is_archived=True)

    def revive(self, deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
        """Take an entry into use again."""
        self._turn(deps, ack, body, picked(body), is_archived=False)

    def _turn(
        self, deps: Deps, ack: Ack, body: dict[str, Any], entry_id: str, *, is_archived: bool
    ) -> None:
        with whispering(deps, ack, body), changing(deps, body) as db:
            entry = self.table.get(db, number(entry_id))
            if not is_archived:
                self.check_room(self.table.known(db))
            entry = self.table.archive(db, entry.id, deps.now() if is_archived else None)
            self._note(deps, db, body, "archived" if is_archived else "revived", entry)
            tell(deps, db, body, self.view.turned(deps.words, entry))

    def _note(self, deps: Deps, db: Database, body: Mapping[str, Any], what: str, entry: K) -> None:
        act, subject = f"{self.noun}.{what}", f"{self.noun}:{entry.id}"
        ledger.record(db, actor(body) or "", act, subject, now=deps.now())
