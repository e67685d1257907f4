"""Take in what a file or the subscribed calendar says, and ask about what differs.

Everything here happens inside one transaction: a file is taken whole or not at all.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain import acts
from bot.domain.imports import (
    LUCKA,
    Difference,
    Event,
    ImportUndone,
    QuestionOver,
    What,
    entry_of,
    same_post,
    taken,
)
from bot.domain.members import MemberKind
from bot.domain.plan import FARTHEST, TEXT_LIMIT, Entry, Post, check_day
from bot.domain.ready import begun
from bot.domain.text import fold, tidy
from bot.jobs import asking
from bot.jobs import publications as going_out
from bot.store import feed, imports, ledger, members, outlets, posts
from bot.store.imports import Imported

HORIZON = "outlook:horizon"
"""Up to which day the subscribed calendar was last read."""


def message_key(import_id: int) -> str:
    """Return the outbox's key of the message about a reading."""
    return f"imported:{import_id}"


@dataclass(slots=True)
class Taken:
    """What a reading came to, in events."""

    new: int = 0
    known: int = 0
    differing: int = 0
    own: int = 0
    strangers: int = 0
    shortened: int = 0
    import_id: int | None = None

    def counts(self) -> list[tuple[str, int]]:
        """Return each figure with the name of the message that says it."""
        names = ("new", "known", "differing", "own", "strangers", "shortened")
        return [(name, getattr(self, name)) for name in names]


def take_in(
    db: Database,
    deps: Deps,
    events: Sequence[Event],
    *,
    source: str,
    ask_about_new: bool = False,
) -> Taken:
    """Make posts of new *events*, note what has changed, ask about it; say what it came to.

    From the `calendar`, what is missing is gone; from a `file`, it may just be in another one.
    """
    reading = _Reading(db, deps, source, ask_about_new=ask_about_new)
    for event in events:
        reading.take(event)
    if source == "calendar":
        reading.miss({event.key for event in events if not event.is_cancelled})
    asking.refresh(db, deps, deps.now())
    differing = {row.key for row in imports.differing(db)}
    keys = {event.key for event in events}
    reading.result.differing = len(differing & (keys | reading.missed))
    reading.result.known -= len(differing & keys & reading.met)
    return reading.result


class _Reading:
    """One reading of one file or calendar."""

    def __init__(self, db: Database, deps: Deps, source: str, *, ask_about_new: bool) -> None:
        self._db = db
        self._deps = deps
        self._source = source
        self._ask_about_new = ask_about_new
        self._outlets = outlets.known(db)
        self._namespace = ledger.fact(db, feed.NAMESPACE) or ""
        self._known = imports.known(db)
        self._by_thing = _by_thing(self._known)
        self._free = self._unlinked()
        self._people = members.by_name(db, MemberKind.MEMBER)
        self._horizon = ledger.fact(db, HORIZON)
        self.result = Taken()
        self.missed: set[str] = set()
        self.met: set[str] = set()

    def take(self, event: Event) -> None:
        """Take in one event."""
        if event.is_own(self._namespace):
            self.result.own += 1
            return
        row = self._known.get(event.key)
        seen = None if event.is_cancelled else self._entry(event)
        if row is not None:
            self.result.known += 1
            self.met.add(event.key)
            self._meet(row, seen)
        elif seen is not None:
            self._keep(self._first(event, seen))

    def miss(self, keys: set[str]) -> None:
        """Note what the calendar had ahead and has no more."""
        today = self._deps.today()
        for row in list(self._known.values()):
            ahead = row.seen is not None and row.seen.day >= today
            if row.followed and ahead and row.key not in keys:
                self.missed.add(row.key)
                self._keep(replace(row, seen=None))

    def _meet(self, row: Imported, seen: Entry | None) -> None:
        followed = row.followed or self._source == "calendar"
        if seen is not None and seen == row.agreed:
            seen = row.agreed
        if (followed, seen) != (row.followed, row.seen):
            self._keep(replace(row, followed=followed, seen=seen))

    def _first(self, event: Event, seen: Entry) -> Imported:
        """Decide about an event that was never met: a post, a post that is there, or a question."""
        followed = self._source == "calendar"
        row = Imported(event.key, event.thing, None, None, followed, seen, seen)
        planned = self._planned(seen)
        if planned is not None:
            self.result.known += 1
            return replace(row, post_id=planned.id)
        if self._is_turned_down(event):
            return row
        if self._ask_about_new and not self._is_taken(event):
            return replace(row, agreed=None)
        self.result.new += 1
        return replace(row, import_id=self._import_id(), post_id=self._make(seen).id)

    def _make(self, entry: Entry) -> Post:
        post = posts.add(self._db, begun(entry), who=LUCKA, now=self._deps.now())
        ledger.record(self._db, LUCKA, "post.imported", f"post:{post.id}", now=self._deps.now())
        return post

    def _entry(self, event: Event) -> Entry:
        untitled = self._deps.words("import-untitled")
        zone = self._deps.settings.timezone
        entry = entry_of(event, self._outlets, untitled=untitled, zone=zone)
        owner = self._people.get(fold(event.owner)) if event.owner else None
        self.result.shortened += len(tidy(event.text)) > TEXT_LIMIT
        self.result.strangers += bool(event.owner) and owner is None
        return replace(entry, owner=owner)

    def _planned(self, entry: Entry) -> Post | None:
        """Return a post that says the same and belongs to no event yet, which it now does."""
        found = next((p for p in self._free.get(entry.day, []) if same_post(entry, p)), None)
        if found:
            self._free[entry.day].remove(found)
        return found

    def _unlinked(self) -> dict[object, list[Post]]:
        today, taken_already = self._deps.today(), imports.linked(self._db)
        free: dict[object, list[Post]] = {}
        for post in posts.between(self._db, today, today + FARTHEST):
            if post.id not in taken_already:
                free.setdefault(post.day, []).append(post)
        return free

    def _is_later(self, event: Event) -> bool:
        """Tell whether an occurrence comes into view only because time has passed."""
        horizon = self._horizon
        return bool(event.occurrence and horizon and event.day.isoformat() >= horizon)

    def _is_taken(self, event: Event) -> bool:
        rows = self._by_thing.get(event.thing, [])
        return self._is_later(event) and any(row.post_id for row in rows)

    def _is_turned_down(self, event: Event) -> bool:
        rows = self._by_thing.get(event.thing, [])
        return bool(rows) and self._is_later(event) and all(_is_turned_down(row) for row in rows)

    def _import_id(self) -> int:
        if self.result.import_id is None:
            self.result.import_id = imports.begin(self._db, self._source, now=self._deps.now())
        return self.result.import_id

    def _keep(self, row: Imported) -> None:
        imports.keep(self._db, row)
        self._known[row.key] = row


def undo(db: Database, deps: Deps, import_id: int, *, who: str) -> tuple[int, int]:
    """Cancel the posts of a reading that nobody has touched; return how many, and how many stay."""
    now = deps.now()
    if not imports.undo(db, import_id, now=now):
        raise ImportUndone
    made = [posts.get(db, post_id) for post_id in imports.posts_of(db, import_id)]
    untouched = [post for post in made if post.is_open and post.revision == 1]
    for post in untouched:
        posts.update(db, acts.cancelled(post, now=now), who=who)
        ledger.record(db, who, "post.cancelled", f"post:{post.id}", now=now)
        going_out.follow(db, deps, post.id, by=who, now=now)
    imports.forget_file(db, import_id, [post.id for post in untouched])
    return len(untouched), len(made) - len(untouched)


def answer(
    db: Database, deps: Deps, thing: str, version: str, *, take: bool, who: str
) -> list[Post]:
    """Do with *thing* what somebody chose; return the posts that were changed.

    Refuse where the question is another one by now.
    """
    found = asking.pending(db, deps, thing)
    if not found or asking.version(found) != version:
        raise QuestionOver
    changed: list[Post] = []
    for row, differs in found:
        post_id = row.post_id
        if take:
            post = _take(db, deps, differs, who)
            changed.append(post)
            post_id = post.id
        imports.keep(db, replace(row, agreed=row.seen, post_id=post_id))
    ledger.record(
        db, who, "import.taken" if take else "import.kept", f"thing:{thing}", now=deps.now()
    )
    asking.settle(db, deps, thing, [differs for _, differs in found], take=take, who=who)
    return changed


def _take(db: Database, deps: Deps, differs: Difference, who: str) -> Post:
    """Bring the plan to what the other calendar says."""
    now, today, theirs, post = deps.now(), deps.today(), differs.theirs, differs.post
    if differs.what is What.NEW and theirs:
        check_day(theirs.day, today=today)
        made = posts.add(db, begun(theirs), who=who, now=now)
        return _recorded(db, deps, made, "post.imported", who)
    if post is None:
        raise QuestionOver
    if theirs is None:
        gone = posts.update(db, acts.cancelled(post, now=now), who=who)
        return _recorded(db, deps, gone, "post.cancelled", who)
    entry = taken(differs, acts.entry_of(post))
    after = posts.update(db, acts.changed(post, entry, today=today, now=now), who=who)
    return _recorded(db, deps, after, "post.changed", who)


def _recorded(db: Database, deps: Deps, post: Post, act: str, who: str) -> Post:
    now = deps.now()
    ledger.record(db, who, act, f"post:{post.id}", now=now)
    going_out.follow(db, deps, post.id, by=who, now=now)
    return post


def _is_turned_down(row: Imported) -> bool:
    return row.post_id is None and row.agreed is not None


def _by_thing(rows: Mapping[str, Imported]) -> dict[str, list[Imported]]:
    found: dict[str, list[Imported]] = {}
    for row in rows.values():
        found.setdefault(row.thing, []).append(row)
    return found
