"""`/compare`: other pages beside ours, counted by people; added, changed, taken away and brought back."""

from collections.abc import Mapping
from functools import partial
from html import unescape
from typing import Any

from slack_bolt import Ack, App
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.errors import Refusal
from bot.domain.given import Given, Purpose
from bot.domain.import_files import NotACalendar
from bot.domain.peers import Peer, PeerGone, check_room, peer
from bot.domain.peers_table import RowUnfit, TableTwice, TableUnfit
from bot.domain.peers_table import read as read_table
from bot.domain.team import check_works
from bot.domain.text import fold, is_blank
from bot.integrations import foreign
from bot.jobs import peers as rows
from bot.store import given, ledger, members, peers, team
from bot.views import peers as view
from bot.views import refusals
from bot.views.blocks import Message
from bot.views.forms import Origin
from bot.views.given import brought
from bot.views.peers import Table
from handlers.answering import actor, deciding, place, submitting, tell, whisper, whispering
from handlers.forms import check_shown, open_form, origin_of
from handlers.given import can_read, take
from handlers.names import command_name
from handlers.picked import Stale, number, picked
from handlers.slack_text import text_of

ADD = frozenset({"add", "new", "lägg till", "ny", "nytt"})
CSV = frozenset({"csv", "paste", "klistra in", "tabell", "table"})
ALL = frozenset({"", "list", "lista", "alla", "all"})


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.action(view.NEW)(partial(click_new, deps))
    app.action(view.PASTE)(partial(click_paste, deps))
    app.action(view.MENU)(partial(choose, deps))
    app.action(view.RESTORE)(partial(restore, deps))
    app.view(view.SAVE)(partial(save, deps))
    app.view(view.SAVE_TABLE)(partial(save_table, deps))


def answer(deps: Deps, command: Mapping[str, Any]) -> None:
    """Answer `/compare` with the table, or open a form."""
    text = text_of(command).casefold()
    if text in ADD:
        _open(deps, command, None)
    elif text in CSV:
        _open_paste(deps, command)
    elif text in ALL:
        show(deps, command)
    else:
        name = command_name(deps, "compare")
        whisper(deps, command, view.usage(deps.words, command=name))


def show(deps: Deps, body: Mapping[str, Any]) -> None:
    """Show the other pages beside ours."""
    with deps.reading() as db:
        known = peers.known(db)
        ours = rows.gather(db, deps, known, deps.now())
    shown = Table(known, ours, deps.today(), deps.settings.command_prefix)
    whisper(deps, body, view.table(deps.words, shown))


def click_new(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Open the form for a page."""
    with whispering(deps, ack, body):
        _open(deps, body, None)


def click_paste(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Open the form for a table."""
    with whispering(deps, ack, body):
        _open_paste(deps, body)


def choose(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Do what the menu beside a page says: change its count, or take it away."""
    with whispering(deps, ack, body):
        act, _, peer_id = picked(body).partition(" ")
        if act == view.REMOVE:
            _remove(deps, body, number(peer_id))
        elif act == view.CHANGE:
            _open(deps, body, number(peer_id))
        else:
            raise Stale


def restore(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Bring a page back that was taken away."""
    with whispering(deps, ack, body), deciding(deps, body) as db:
        _check(db, body)
        found = peers.get(db, number(picked(body)))
        if not peers.is_there(db, found.id):
            check_room(found, peers.known(db))
            peers.remove(db, found.id, None)
            _note(deps, db, actor(body) or "", "restored", found.id)
        tell(deps, db, body, view.restored(deps.words, found))


def save(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Keep the count that the form says."""
    with submitting(deps, ack, body, "period"):
        check_shown(body, view.NAME)
        origin = origin_of(body)
        made = peer(view.read(body["view"]["state"], deps.today()), today=deps.today())
        with deciding(deps, body) as db:
            _check(db, body)
            _keep(deps, db, actor(body) or "", made, origin.subject)
            tell(deps, db, body, view.saved(deps.words, [made]))


def save_table(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Keep the counts of a pasted table, or the file that has them, to be read in a moment."""
    with submitting(deps, ack, body, view.TABLE):
        check_shown(body, view.TABLE)
        text = view.read_table(body["view"]["state"])
        is_file = brought(body["view"]["state"]) is not None
        if is_file and not is_blank(text):
            raise TableTwice
        with deciding(deps, body) as db:
            _check(db, body)
            if is_file:
                take(deps, db, body, Purpose.PEERS)
            else:
                tell(deps, db, body, _keep_all(deps, db, actor(body) or "", text))
    deps.read_files()


def told(deps: Deps, db: Database, one: Given, data: bytes) -> Message:
    """Keep the counts of a file that was read, if whoever gave it (still) may."""
    check_works(team.load(db), one.who)
    try:
        text = foreign.text_of(data)
    except NotACalendar:
        raise TableUnfit from None
    given.done(db, one.id)
    return _keep_all(deps, db, one.who, text)


def _keep_all(deps: Deps, db: Database, who: str, text: str) -> Message:
    """Keep the counts of a table; a page that is there has its count changed."""
    made = _read(deps, db, who, text)
    for each in made:
        same = (old.id for old in peers.known(db) if fold(old.name) == fold(each.name))
        _keep(deps, db, who, each, next(same, None))
    return view.saved(deps.words, made)


def _read(deps: Deps, db: Database, who: str, text: str) -> list[Peer]:
    """Read the table; what is wrong with a row is told in words."""
    try:
        return read_table(text, today=deps.today(), who=_name(db, who))
    except RowUnfit as unfit:
        why = unfit.__cause__
        if not isinstance(why, Refusal):
            raise
        said = refusals.refusal(deps.words, why, today=deps.today())["text"]
        raise RowUnfit(line=unfit.values["line"], reason=unescape(said)) from None


def _keep(deps: Deps, db: Database, who: str, made: Peer, peer_id: int | None) -> None:
    others = [other for other in peers.known(db) if other.id != peer_id]
    check_room(made, others)
    if peer_id is None:
        _note(deps, db, who, "added", peers.add(db, made))
    else:
        if not peers.is_there(db, peer_id):
            raise PeerGone
        peers.change(db, peer_id, made)
        _note(deps, db, who, "changed", peer_id)


def _remove(deps: Deps, body: Mapping[str, Any], peer_id: int) -> None:
    with deciding(deps, body) as db:
        _check(db, body)
        found = peers.get(db, peer_id)
        if peers.remove(db, peer_id, deps.now()):
            _note(deps, db, actor(body) or "", "removed", peer_id)
        tell(deps, db, body, view.removed(deps.words, found))


def _open(deps: Deps, body: Mapping[str, Any], peer_id: int | None) -> None:
    with deps.reading() as db:
        _check(db, body)
        found = peers.get(db, peer_id) if peer_id is not None else None
        who = _name(db, actor(body) or "")
    origin = Origin(place(body), peer_id)
    open_form(deps, body, view.form(deps.words, found, origin, who=who, today=deps.today()))


def _open_paste(deps: Deps, body: Mapping[str, Any]) -> None:
    with deps.reading() as db:
        _check(db, body)
    reads_files = can_read(deps)
    form = view.paste_form(deps.words, Origin(place(body)), reads_files=reads_files)
    open_form(deps, body, form)


def _name(db: Database, who: str) -> str:
    return members.names(db, [who]).get(who, "")


def _check(db: Database, body: Mapping[str, Any]) -> None:
    check_works(team.load(db), actor(body) or "")


def _note(deps: Deps, db: Database, who: str, what: str, peer_id: int) -> None:
    ledger.record(db, who, f"peer.{what}", f"peer:{peer_id}", now=deps.now())
