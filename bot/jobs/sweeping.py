"""Do what takes a while: one answer to many differences, its undoing, a reading that is undone.

What somebody decided is stored at once; the timetable does it in transactions of a blink, and goes
on after a crash. What has changed since the question was put is passed by, and asked about anew.
"""

from dataclasses import replace

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain import acts
from bot.domain.errors import Refusal
from bot.domain.imports import QuestionOver, difference
from bot.domain.plan import Post, Status
from bot.domain.sweeps import Part, State, Sweep, Swept, is_as_asked
from bot.jobs import asking, refresh
from bot.jobs import publications as going_out
from bot.jobs.imports import message_key, take_theirs
from bot.jobs.taking import BATCH
from bot.store import ideas, imports, ledger, members, outbox, posts, sweeps
from bot.views import gathered as view
from bot.views import imports as imports_view


def answer(db: Database, deps: Deps, value: str, *, take: bool, who: str) -> None:
    """Take the answer of *who* to the gathered question *value*; refuse where it is another one."""
    sweep = asked(db, value)
    sweeps.answer(db, sweep, take=take, who=who)
    ledger.record(db, who, "import.swept", f"sweep:{sweep.id}", now=deps.now(), take=str(take))
    said = imports_view.at_work(deps.words, _name(db, deps, who))
    asking.say_gathered(db, deps, sweep.id, said, deps.now())


def asked(db: Database, value: str) -> Sweep:
    """Return the gathered question that waits, if it is the one of *value*; refuse otherwise."""
    sweep = sweeps.current(db)
    if sweep is None or value != f"{sweep.id} {sweep.mark}":
        raise QuestionOver
    return sweep


def undo(db: Database, deps: Deps, sweep_id: int, *, who: str) -> None:
    """Let all that the answer *sweep_id* did be undone in the name of *who*, once."""
    sweep = sweeps.find(db, sweep_id)
    if sweep is None or sweep.state is not State.DONE:
        raise QuestionOver
    sweeps.set_state(db, sweep, State.UNDOING, who=who)
    ledger.record(db, who, "import.sweep_undone", f"sweep:{sweep.id}", now=deps.now())
    said = imports_view.at_work(deps.words, _name(db, deps, who))
    asking.say_gathered(db, deps, sweep.id, said, deps.now())


def go_on(deps: Deps) -> None:
    """Do what is decided and not done."""
    with deps.reading() as db:
        under_way, undoing = sweeps.under_way(db), imports.undoing(db)
    for sweep in under_way:
        while _some(deps, sweep):
            """Let others write between two turns."""
    for import_id, who in undoing:
        while _unread_some(deps, import_id, who):
            """As above."""
    if under_way or undoing:
        deps.wake()


def _some(deps: Deps, sweep: Sweep) -> bool:
    """Do a few of the events of *sweep*, or end it; say whether there may be more."""
    is_working = sweep.state is State.WORKING
    with deps.transaction() as db:
        waiting = sweeps.parts(db, sweep, Swept.WAITING if is_working else Swept.DONE, BATCH)
        for part in waiting:
            done = _done(db, deps, sweep, part) if is_working else _undone(db, deps, sweep, part)
            sweeps.keep(db, sweep, done)
        if not waiting:
            _end(db, deps, sweep)
    return bool(waiting)


def _end(db: Database, deps: Deps, sweep: Sweep) -> None:
    """Say what *sweep* came to, and ask about what it left."""
    is_working = sweep.state is State.WORKING
    found = sweeps.find(db, sweep.id)
    if found is None or found.state is not sweep.state:  # another turn was quicker
        return
    sweeps.set_state(db, sweep, State.DONE if is_working else State.UNDONE)
    counts, name = sweeps.counts(db, sweep), _name(db, deps, sweep.who or "")
    tell = view.decided if is_working else view.undone
    asking.say_gathered(db, deps, sweep.id, tell(deps.words, sweep, counts, name), deps.now())
    asking.ask_new(db, deps, deps.now())
    refresh.plan_changed(db, deps, deps.now())


def _done(db: Database, deps: Deps, sweep: Sweep, part: Part) -> Part:
    """Answer about one event, unless it or its post has changed since."""
    row = imports.some(db, [part.key]).get(part.key)
    post = posts.find(db, part.post_id) if part.post_id else None
    if row is None or row.agreed != part.agreed or not is_as_asked(sweep, part, row.seen, post):
        return replace(part, state=Swept.PASSED)
    differs = difference(row.agreed, row.seen, post, today=deps.today())
    after = None
    if sweep.take and differs:
        try:
            after = take_theirs(db, deps, differs, sweep.who or "")
        except Refusal:  # such as a day that is over by now
            return replace(part, state=Swept.PASSED)
    post_id = after.id if after else row.post_id
    imports.keep(db, replace(row, agreed=row.seen, post_id=post_id))
    made, revision = (after.id, after.revision) if after else (None, None)
    return replace(part, state=Swept.DONE, made=made, revision=revision)


def _undone(db: Database, deps: Deps, sweep: Sweep, part: Part) -> Part:
    """Let one event, and its post, be as they were before the answer, if nobody has been there."""
    row = imports.some(db, [part.key]).get(part.key)
    post = posts.find(db, part.made) if part.made else None
    is_touched = post is not None and post.revision != part.revision
    if row is None or row.agreed != part.seen or is_touched:
        return replace(part, state=Swept.KEPT)
    if post is not None:
        _restore(db, deps, post, sweep.who or "")
    imports.keep(db, replace(row, agreed=part.agreed, post_id=part.post_id))
    return replace(part, state=Swept.UNDONE)


def _restore(db: Database, deps: Deps, post: Post, who: str) -> None:
    former = posts.former(db, post.id)
    idea_id = former.idea_id if former else None
    free = idea_id is None or ideas.is_free(db, idea_id, besides=post.id)
    after = acts.undone(post, former, post.revision, idea_is_free=free, now=deps.now())
    posts.update(db, after, who=who)
    ledger.record(db, who, "post.restored", f"post:{post.id}", now=deps.now())
    going_out.follow(db, deps, post.id, by=who, now=deps.now())


def _unread_some(deps: Deps, import_id: int, who: str) -> bool:
    """Take a few posts of a reading out of the plan, or end it; say whether there may be more."""
    with deps.transaction() as db:
        untouched = imports.untouched(db, import_id, BATCH)
        for post in [posts.get(db, post_id) for post_id in untouched]:
            posts.update(db, acts.cancelled(post, now=deps.now()), who=who)
            ledger.record(db, who, "post.cancelled", f"post:{post.id}", now=deps.now())
            going_out.follow(db, deps, post.id, by=who, now=deps.now())
        imports.forget_file(db, import_id, untouched)
        imports.gone(db, import_id, len(untouched))
        if not untouched:
            _end_unread(db, deps, import_id, who)
    return bool(untouched)


def _end_unread(db: Database, deps: Deps, import_id: int, who: str) -> None:
    made = posts.some(db, imports.posts_of(db, import_id)).values()
    kept = sum(post.status is not Status.CANCELLED for post in made)
    gone, name = imports.undone(db, import_id), _name(db, deps, who)
    said = imports_view.undone(deps.words, gone, kept, name)
    outbox.put(db, message_key(import_id), deps.plan_channel, said, now=deps.now())
    refresh.plan_changed(db, deps, deps.now())


def _name(db: Database, deps: Deps, who: str) -> str:
    return members.names(db, [who]).get(who) or deps.words("somebody")
