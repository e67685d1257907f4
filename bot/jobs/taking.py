"""Take in what a file or the subscribed calendar says, and ask about what differs.

Nobody waits for it: everything is read and compared beside the others' work, and written in short
transactions, each of which stands alone. Whatever was seen before is looked at once more inside
them. An event becomes a post once, so after a crash between two the next reading goes on, and
what was read in counts as one reading, to be undone as a whole.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeVar

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.imports import LUCKA, Event, entry_of, same_post
from bot.domain.members import MemberKind
from bot.domain.plan import FARTHEST, TEXT_LIMIT, Entry, Post
from bot.domain.ready import begun
from bot.domain.text import fold, tidy
from bot.jobs import asking
from bot.store import feed, imports, ledger, members, outlets, posts
from bot.store.imports import Imported

HORIZON = "outlook:horizon"
"""Up to which day the subscribed calendar was last read."""

BATCH = 25
"""How many events, or questions, one transaction writes: a click waits for a blink at most."""

_Some = TypeVar("_Some")


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
    deps: Deps,
    events: Sequence[Event],
    *,
    source: str,
    ask_about_new: bool = False,
    finish: Callable[[Database, Taken], None] = lambda _db, _taken: None,
) -> Taken:
    """Make posts of new *events*, note what has changed, ask about it; say what it came to.

    From the `calendar`, what is missing is gone; from a `file`, it may just be in another one.
    *finish* does in the last transaction what is to be done once everything is taken in.
    """
    with deps.reading() as db:
        reading = _Reading(db, deps, source, ask_about_new=ask_about_new)
    for some in _batches(events):
        reading.take(some)
    if source == "calendar":
        reading.miss({event.key for event in events if not event.is_cancelled})
    with deps.reading() as db:
        things = asking.things(db)
    for some_things in _batches(things):
        with deps.transaction() as db:
            asking.refresh(db, deps, deps.now(), some_things)
    with deps.transaction() as db:
        asking.ask_new(db, deps, deps.now())
        reading.end(db, {event.key for event in events})
        finish(db, reading.result)
    return reading.result


class _Reading:
    """One reading of one file or calendar."""

    def __init__(self, db: Database, deps: Deps, source: str, *, ask_about_new: bool) -> None:
        self._deps = deps
        self._source = source
        self._ask_about_new = ask_about_new
        self._outlets = outlets.known(db)
        self._namespace = ledger.fact(db, feed.NAMESPACE) or ""
        self._by_thing = _by_thing(imports.known(db))
        self._people = members.by_name(db, MemberKind.MEMBER)
        self._horizon = ledger.fact(db, HORIZON)
        self._known: dict[str, Imported] = {}
        self._free: dict[date, list[Post]] = {}
        self._unfinished = f"import:unfinished:{source}"
        begun_before = ledger.fact(db, self._unfinished)
        self.result = Taken(import_id=int(begun_before) if begun_before else None)
        self._missed: set[str] = set()
        self._met: set[str] = set()

    def take(self, events: Sequence[Event]) -> None:
        """Take in some events, in one transaction."""
        foreign = [event for event in events if not event.is_own(self._namespace)]
        self.result.own += len(events) - len(foreign)
        told = [(each, None if each.is_cancelled else self._entry(each)) for each in foreign]
        with self._deps.transaction() as db:
            self._known = imports.some(db, [event.key for event in foreign])
            self._free = self._unlinked(db, {seen.day for _, seen in told if seen})
            for event, seen in told:
                self._take(db, event, seen)

    def miss(self, keys: Collection[str]) -> None:
        """Note what the calendar had ahead and has no more."""
        today = self._deps.today()
        with self._deps.reading() as db:
            gone = [row.key for row in imports.followed(db, today) if row.key not in keys]
        for some in _batches(gone):
            with self._deps.transaction() as db:
                for row in imports.some(db, some).values():
                    imports.keep(db, replace(row, seen=None))
        self._missed.update(gone)

    def end(self, db: Database, keys: set[str]) -> None:
        """Count what differs, and let the next reading be another one."""
        differing = {row.key for row in imports.differing(db)}
        self.result.differing = len(differing & (keys | self._missed))
        self.result.known -= len(differing & keys & self._met)
        ledger.drop_fact(db, self._unfinished)

    def _take(self, db: Database, event: Event, seen: Entry | None) -> None:
        row = self._known.get(event.key)
        if row is not None:
            self.result.known += 1
            self._met.add(event.key)
            self._meet(db, row, seen)
        elif seen is not None:
            self._keep(db, self._first(db, event, seen))

    def _meet(self, db: Database, row: Imported, seen: Entry | None) -> None:
        followed = row.followed or self._source == "calendar"
        if (followed, seen) != (row.followed, row.seen):
            self._keep(db, replace(row, followed=followed, seen=seen))

    def _first(self, db: Database, event: Event, seen: Entry) -> Imported:
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
        return replace(row, import_id=self._import_id(db), post_id=self._make(db, seen).id)

    def _make(self, db: Database, entry: Entry) -> Post:
        post = posts.add(db, begun(entry), who=LUCKA, now=self._deps.now())
        ledger.record(db, LUCKA, "post.imported", f"post:{post.id}", now=self._deps.now())
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

    def _unlinked(self, db: Database, days: set[date]) -> dict[date, list[Post]]:
        today, taken_already = self._deps.today(), imports.linked(db)
        return {
            day: [
                post
                for post in posts.between(db, day, day + timedelta(days=1))
                if post.id not in taken_already
            ]
            for day in days
            if today <= day < today + FARTHEST
        }

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

    def _import_id(self, db: Database) -> int:
        if self.result.import_id is None:
            self.result.import_id = imports.begin(db, self._source, now=self._deps.now())
            ledger.set_fact(db, self._unfinished, str(self.result.import_id))
        return self.result.import_id

    def _keep(self, db: Database, row: Imported) -> None:
        imports.keep(db, row)
        self._known[row.key] = row


def _is_turned_down(row: Imported) -> bool:
    return row.post_id is None and row.agreed is not None


def _by_thing(rows: Mapping[str, Imported]) -> dict[str, list[Imported]]:
    found: dict[str, list[Imported]] = {}
    for row in rows.values():
        found.setdefault(row.thing, []).append(row)
    return found


def _batches(every: Sequence[_Some]) -> Iterator[Sequence[_Some]]:
    """Yield *every* in parts of which each fits into one short transaction."""
    return (every[start : start + BATCH] for start in range(0, len(every), BATCH))
