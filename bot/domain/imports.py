"""What another calendar or a table says, what becomes of it, and how the two sides differ.

An event becomes a post once. From then on the two are compared with what they last agreed on: what
was changed in the plan alone is the plan's business, what was changed in the other calendar is a
question to the team. Nothing is overwritten without an answer.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from functools import lru_cache
from hashlib import sha256

from bot.domain.errors import Refusal
from bot.domain.ideas import TITLE_LIMIT
from bot.domain.outlets import Outlet, Slot
from bot.domain.plan import TEXT_LIMIT, Entry, Post, Status, default_outlet, default_time
from bot.domain.text import fold, is_blank, tidy, title_of, words_of

LUCKA = "lucka"
"""Who makes a post of an event: nobody in the team did."""

SERIES_AHEAD = timedelta(days=180)
"""How far ahead the occurrences of what recurs are read; a single event may be years away."""

_PREFIX = re.compile(r"\s*([^:]{1,100}?)\s*:\s+(\S.*)", re.DOTALL)


class ImportUndone(Refusal):
    """Refuse to undo an import a second time."""

    kind = "refusal-import-undone"


class QuestionOver(Refusal):
    """Refuse an answer to a question that has changed, or that was answered."""

    kind = "refusal-import-over"


@dataclass(frozen=True, slots=True)
class Event:
    """One moment in another calendar, or a row of a table; wall time in the team's zone.

    *uid* is the event's own name, the same for every occurrence of what recurs; *occurrence* tells
    those apart. *at* is None for what takes the whole day. *places* are words that may name an
    outlet.
    """

    uid: str
    title: str
    day: date
    at: time | None = None
    text: str = ""
    places: tuple[str, ...] = ()
    occurrence: str = ""
    is_cancelled: bool = False
    owner: str = ""
    status: Status = Status.DRAFT

    @property
    def thing(self) -> str:
        """What all its occurrences have in common, at a length that fits everywhere."""
        return sha256(self.uid.encode("utf-8", "replace")).hexdigest()[:32]

    @property
    def key(self) -> str:
        """Its lasting name."""
        return f"{self.thing} {self.occurrence}".rstrip()

    def is_own(self, namespace: str) -> bool:
        """Tell whether it comes from the feed or the table that this very database writes."""
        return bool(namespace) and self.uid.endswith(f"@{namespace}")


class What(StrEnum):
    """How an event differs from the plan."""

    NEW = "new"
    GONE = "gone"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Difference:
    """What the other calendar says (*theirs*, None when gone) beside the plan's *post*, if any.

    *retitled* and *moved* say what of it was changed there and is not so in the plan.
    """

    what: What
    theirs: Entry | None
    post: Post | None
    retitled: bool = False
    moved: bool = False


def entry_of(event: Event, outlets: Sequence[Outlet], *, untitled: str, zone: tzinfo) -> Entry:
    """Return the post that *event* becomes: a draft, on the outlet that it names."""
    outlet, title = _placed(event, outlets)
    title = title_of(title, TITLE_LIMIT)
    day, at = _shown(event.day, event.at or default_time(outlet, event.day), zone)
    return Entry(
        title=untitled if is_blank(title) else title,
        outlet_id=outlet.id,
        day=day,
        at=at,
        text=cut(tidy(event.text)),
        owner=event.owner or None,
        status=event.status,
    )


def cut(text: str) -> str:
    """Cut *text* between words to what a post has room for.

    >>> len(cut("ord " * 2000)) <= TEXT_LIMIT, cut("kort")
    (True, 'kort')
    """
    if len(text) <= TEXT_LIMIT:
        return text
    kept = text[: TEXT_LIMIT - 2]
    return (kept.rpartition(" ")[0] or kept).rstrip() + " …"


def difference(
    agreed: Entry | None, seen: Entry | None, post: Post | None, *, today: date
) -> Difference | None:
    """Say how the two sides differ since they *agreed*, or None where nobody need decide."""
    if _same(agreed, seen) or (post and not post.is_open):
        return None
    if seen is None:
        return Difference(What.GONE, None, post) if post else None
    if seen.day < today:
        return None
    if post is None:
        return Difference(What.NEW, seen, None)
    retitled = seen.title not in (post.title, agreed.title if agreed else "")
    here, then = (post.day, post.at), (agreed.day, agreed.at) if agreed else None
    moved = (seen.day, seen.at) not in (here, then)
    if not (retitled or moved):
        return None
    return Difference(What.CHANGED, seen, post, retitled=retitled, moved=moved)


def taken(found: Difference, entry: Entry) -> Entry:
    """Return *entry*, which is what the post says, with what was changed in the other calendar."""
    theirs = found.theirs
    if theirs is None:
        return entry
    if found.retitled:
        entry = replace(entry, title=theirs.title)
    return replace(entry, day=theirs.day, at=theirs.at) if found.moved else entry


def same_post(entry: Entry, post: Post) -> bool:
    """Tell whether *post* is what somebody has planned already of the same thing by hand."""
    there = (post.outlet_id, post.day, fold(post.title))
    return there == (entry.outlet_id, entry.day, fold(entry.title))


def _same(agreed: Entry | None, seen: Entry | None) -> bool:
    """Compare what is asked about: the title and the moment."""
    if agreed is None or seen is None:
        return agreed is seen
    return (agreed.title, agreed.day, agreed.at) == (seen.title, seen.day, seen.at)


def _placed(event: Event, outlets: Sequence[Outlet]) -> tuple[Outlet, str]:
    """Return the outlet that *event* names, and its title without a name before a colon."""
    by_name = {_folded(outlet.name): outlet for outlet in outlets}
    title, named = event.title, [by_name[p] for p in map(fold, event.places) if p in by_name]
    found = _PREFIX.fullmatch(title)
    before = by_name.get(fold(found[1])) if found else None
    if found and before:
        title = found[2]
    within = _named_in(title, outlets)
    chosen = named[:1] or ([before] if before else []) or (within if len(within) == 1 else [])
    return (chosen[0] if chosen else default_outlet(outlets)), title


def _named_in(title: str, outlets: Sequence[Outlet]) -> list[Outlet]:
    """Return the outlets whose name is among the words of *title*."""
    said = f" {' '.join(words_of(title))} "
    names = [(outlet, _name_words(outlet.name)) for outlet in outlets]
    return [outlet for outlet, name in names if name and f" {name} " in said]


@lru_cache(maxsize=256)  # a calendar has thousands of events, a team a few outlets
def _folded(name: str) -> str:
    return fold(name)


@lru_cache(maxsize=256)
def _name_words(name: str) -> str:
    return " ".join(words_of(name))


def _shown(day: date, at: time, zone: tzinfo) -> tuple[date, time]:
    """Return a wall time that exists: what the clock skips comes an hour later."""
    moment = Slot(day, at.replace(second=0, microsecond=0), 0).starts(zone).astimezone(zone)
    return moment.date(), moment.time().replace(fold=0)


def at_wall(moment: datetime, zone: tzinfo) -> tuple[date, time]:
    """Return the day and the time that the clock shows in *zone* at *moment*, to the minute."""
    local = moment.astimezone(zone) if moment.tzinfo else moment
    return local.date(), local.time().replace(second=0, microsecond=0, fold=0, tzinfo=None)
