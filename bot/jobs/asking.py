"""The questions about what differs from the other calendar: one message a thing, always true."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from itertools import groupby

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.imports import Difference, difference
from bot.jobs.frames import frame
from bot.store import imports, members, outbox, posts
from bot.store.imports import Ask, Imported
from bot.views import imports as view
from bot.views.blocks import Message

Pending = list[tuple[Imported, Difference]]


def refresh(db: Database, deps: Deps, now: datetime, things: Collection[str] | None = None) -> None:
    """Ask about every thing (or those of *things*) that differs, settle what does so no more."""
    every = [None] if things is None else things
    differing = [row for thing in every for row in imports.differing(db, thing)]
    found = _settled_by_itself(db, deps, differing)
    asked = {thing: list(rows) for thing, rows in groupby(found, key=lambda f: f[0].thing)}
    for thing, pending_ones in asked.items():
        _ask(db, deps, thing, pending_ones, now)
    for ask in imports.open_asks(db):
        if ask.thing not in asked and (things is None or ask.thing in things):
            title = _title(db, ask.thing)
            _say(db, deps, ask, view.over(deps.words, title), now)
            imports.set_ask(db, replace(ask, is_open=False))


def things(db: Database) -> list[str]:
    """Return what differs, and what is asked about, in order."""
    differing = {row.thing for row in imports.differing(db)}
    return sorted(differing | {ask.thing for ask in imports.open_asks(db)})


def pending(db: Database, deps: Deps, thing: str) -> Pending:
    """Return what people have to decide about *thing*."""
    return _settled_by_itself(db, deps, imports.differing(db, thing))


def version(found: Pending) -> str:
    """Return a short mark of what is asked, which another question has not."""
    said = repr([(row.key, row.seen, differs.post) for row, differs in found])
    return sha256(said.encode("utf-8", "replace")).hexdigest()[:12]


def settle(
    db: Database, deps: Deps, thing: str, found: list[Difference], *, take: bool, who: str
) -> None:
    """Show in the message about *thing* what was decided, and by whom."""
    ask = imports.ask_of(db, thing)
    if ask is None:
        return
    name = members.names(db, [who]).get(who) or deps.words("somebody")
    message = view.decided(deps.words, found, frame(db, deps, deps.now()), take=take, who=name)
    _say(db, deps, ask, message, deps.now())
    imports.set_ask(db, replace(ask, is_open=False))


def _ask(db: Database, deps: Deps, thing: str, found: Pending, now: datetime) -> None:
    """Put the question about *thing*: into its open message, or into a new one."""
    former = imports.ask_of(db, thing)
    ask = (
        former
        if former and former.is_open
        else Ask(thing, (former.round if former else 0) + 1, is_open=True)
    )
    value = f"{thing} {version(found)}"
    differences = [differs for _, differs in found]
    _say(db, deps, ask, view.question(deps.words, differences, value, frame(db, deps, now)), now)
    imports.set_ask(db, ask)


def _say(db: Database, deps: Deps, ask: Ask, message: Message, now: datetime) -> None:
    outbox.put(db, f"import:{ask.thing}:{ask.round}", deps.plan_channel, message, now=now)


def _settled_by_itself(db: Database, deps: Deps, rows: list[Imported]) -> Pending:
    """Return what differs; where nobody need decide (any more), what is seen is agreed on."""
    today, found = deps.today(), []
    for row in rows:
        post = posts.find(db, row.post_id) if row.post_id else None
        differs = difference(row.agreed, row.seen, post, today=today)
        if differs is None:
            imports.keep(db, replace(row, agreed=row.seen))
        else:
            found.append((row, differs))
    return found


def _title(db: Database, thing: str) -> str:
    rows = imports.of_thing(db, thing)
    said = (entry.title for row in rows for entry in (row.seen, row.agreed) if entry)
    living = (post for row in rows if row.post_id and (post := posts.find(db, row.post_id)))
    return next((post.title for post in living), next(said, ""))
