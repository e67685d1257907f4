"""The questions about what differs from the other calendar: one message a thing, always true.

Where more differs than anybody wants to be asked about, one message gathers it.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from itertools import groupby

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.imports import Difference, difference
from bot.domain.sweeps import State, is_gathered
from bot.jobs.frames import frame
from bot.store import imports, members, outbox, posts, sweeps
from bot.store.imports import Ask, Imported
from bot.views import gathered
from bot.views import imports as view
from bot.views.blocks import Message

Pending = list[tuple[Imported, Difference]]


def refresh(db: Database, deps: Deps, now: datetime, things: Collection[str] | None = None) -> None:
    """Bring every open question (or those about *things*) up to date; settle what differs no more.

    What is not asked about yet is settled where nobody need decide; `ask_new` asks about the rest.
    """
    open_ones = {ask.thing: ask for ask in imports.open_asks(db)}
    every = open_ones if things is None else things
    differing = [row for thing in every for row in imports.differing(db, thing)]
    found = _settled_by_itself(db, deps, differing)
    asked = {thing: list(rows) for thing, rows in groupby(found, key=lambda f: f[0].thing)}
    for thing, ask in open_ones.items():
        if thing in asked:
            _ask(db, deps, thing, asked[thing], now)
        elif thing in every:
            _say(db, deps, ask, view.over(deps.words, _title(db, thing)), now)
            imports.set_ask(db, replace(ask, is_open=False))


def ask_new(db: Database, deps: Deps, now: datetime, *, apart: int = 0) -> None:
    """Ask about what differs and is not asked about: one by one, or in one message if it is much.

    *apart* things, out of many, are asked about by themselves all the same.
    """
    waiting, asked = sweeps.waiting(db), len(imports.open_asks(db))
    first = apart if is_gathered(len(waiting), asked) else len(waiting)
    for thing in waiting[:first]:
        if found := pending(db, deps, thing):
            _ask(db, deps, thing, found, now)
    gather(db, deps, now, waiting[first:])


def gather(db: Database, deps: Deps, now: datetime, waiting: Sequence[str]) -> None:
    """Put the one question about all that is *waiting*, unless the same is asked already."""
    former, mark = sweeps.current(db), sweeps.mark(db)
    if not waiting:
        if former is not None:
            sweeps.set_state(db, former, State.OVER)
            say_gathered(db, deps, former.id, gathered.over(deps.words), now)
    elif former is None or former.mark != mark:
        sweep = sweeps.ask(db, mark, now=now)
        some = [d for thing in waiting[: view.SHOWN] for _, d in pending(db, deps, thing)]
        value = f"{sweep.id} {mark}"
        shown = frame(db, deps, now)
        said = gathered.question(deps.words, some, sweeps.count(db), value, shown)
        say_gathered(db, deps, sweep.id, said, now)


def say_gathered(db: Database, deps: Deps, sweep_id: int, said: Message, now: datetime) -> None:
    """Put *said* where the gathered question *sweep_id* is."""
    outbox.put(db, f"import:all:{sweep_id}", deps.plan_channel, said, now=now)


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
