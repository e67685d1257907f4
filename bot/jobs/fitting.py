"""What a gap may be filled with: ideas, near the day a reserve first, and what ran a year ago."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.calendar import ONE_DAY
from bot.domain.outlets import Slot
from bot.domain.plan import Post
from bot.domain.reserves import near as before
from bot.domain.reuse import Offer, again
from bot.domain.suggestions import MOST, NEAR, Near, Neighbour, Suggestion, suggest
from bot.store import calendar, idea_desk, outlets, posts, reserves, reuse


def offers(
    db: Database,
    deps: Deps,
    slots: Sequence[Slot],
    beside: Iterable[Post],
    *,
    now: datetime,
    near: date | None = None,
    most: int = MOST,
) -> dict[Slot, tuple[Offer, ...]]:
    """Return up to *most* ideas for each of *slots*; *beside* is what is planned around them.

    The reserve is offered before the day *near*; without it, where the day is near indeed.
    """
    end = near or before(deps.local(now).date(), calendar.load(db))
    fitting = _ideas(
        db, slots, beside, now, Near(end, [each.idea for each in reserves.listed(db)]), most
    )
    returning = again(slots, reuse.formers(db, slots))
    found: dict[Slot, tuple[Offer, ...]] = {}
    for slot in slots:
        back = [returning[slot]] if slot in returning else []
        found[slot] = (*fitting[slot], *back)
    return found


def best(
    db: Database, deps: Deps, slots: Sequence[Slot], *, now: datetime, most: int = 1
) -> dict[Slot, tuple[Offer, ...]]:
    """Return what fits each of *slots*, which are in order, best first; reads what is beside them."""
    if not slots:
        return {}
    beside = posts.between(db, slots[0].day - NEAR, slots[-1].day + NEAR + ONE_DAY)
    return offers(db, deps, slots, beside, now=now, most=most)


def _ideas(
    db: Database,
    slots: Sequence[Slot],
    beside: Iterable[Post],
    now: datetime,
    near: Near,
    most: int,
) -> dict[Slot, tuple[Suggestion, ...]]:
    names = {outlet.id: outlet.name for outlet in outlets.known(db)}
    kept = reserves.ids(db)
    pool = idea_desk.pool(db, [slot.day for slot in slots], names)
    return suggest(
        slots,
        [idea for idea in pool if idea.id not in kept],
        outlets=names,
        neighbours=[Neighbour(post.day, post.title) for post in beside],
        now=now,
        near=near,
        most=most,
    )
