"""What people decide about ideas: votes and where they belong; and which may be suggested."""

import json
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from sqlite_utils import Database

from bot.domain.ideas import Idea
from bot.domain.routing import IdeaRouted, Routing
from bot.domain.seasons import AROUND, SOON
from bot.domain.suggestions import POOL
from bot.domain.yearly import MOST_WEEKS
from bot.store.ideas import get, listed

SOME = 25
"""How many ideas of each other kind are looked at: voted for, routed to an outlet, in season."""

_LONGEST_SEASON = 3  # months; a longer one is found from its beginning
_OPEN = "dropped_at is null and planned = 0 and routing in ('waiting', 'outlet')"
_DECIDED = ("routing", "routed_to", "later_until", "reason", "routed_by")
_SET = ", ".join(f"{name} = :{name}" for name in _DECIDED)


def vote(db: Database, idea_id: int, *, who: str) -> Idea:
    """Count the voice of *who* for the idea, or take it back if it was counted."""
    get(db, idea_id)
    taken = db.execute("delete from idea_votes where idea_id = ? and who = ?", [idea_id, who])
    if not taken.rowcount:
        db.execute("insert into idea_votes (idea_id, who) values (?, ?)", [idea_id, who])
    return get(db, idea_id)


def route(db: Database, idea_id: int, routing: Routing, *, decision: int) -> Idea:
    """Decide where the idea belongs; raise IdeaRouted if another was made after *decision*."""
    before = _undecided(db, idea_id, decision)
    state = {"before": json.dumps(_state(before.routing), ensure_ascii=False)}
    db.execute(
        f"update ideas set {_SET}, decision = decision + 1, before = :before where id = :id",  # noqa: S608
        {**_state(routing), **state, "id": idea_id},
    )
    return get(db, idea_id)


def unroute(db: Database, idea_id: int, *, decision: int) -> Idea:
    """Take back *decision*, the last one; raise IdeaRouted if it is not the last any more."""
    _undecided(db, idea_id, decision)
    row = db.execute("select before from ideas where id = ?", [idea_id]).fetchone()
    if row[0] is None:
        raise IdeaRouted
    db.execute(
        f"update ideas set {_SET}, decision = decision + 1, before = null where id = :id",  # noqa: S608
        {**json.loads(row[0]), "id": idea_id},
    )
    return get(db, idea_id)


def pool(db: Database, days: Iterable[date], outlet_ids: Iterable[int]) -> list[Idea]:
    """Return the ideas among which those for the gaps on *days* of *outlet_ids* are chosen.

    The oldest, so that every idea's turn comes; and beside them some of those that people voted
    for, that are tied to these days, that belong to these outlets, or that come back by then.
    Each kind is read by an index of its own: however many ideas there are, as many are looked at.
    """
    days = sorted(days)
    if not days:
        return []
    found = _open(db, "order by created_at, id", most=POOL)
    found += _open(db, "and votes > 0 order by votes desc, id")
    for outlet_id in sorted(set(outlet_ids)):
        found += _open(db, "and routed_to is not null and routed_to = ? order by id", outlet_id)
    for first in _beginnings(days):
        found += _open(db, "and season is not null and season_first = ? order by id", first)
    found += _dated(db, days[0], days[-1])
    found += listed(
        db,
        "where dropped_at is null and planned = 0 and routing = 'later' and later_until <= ?"
        " order by later_until, id limit ?",
        [days[-1].isoformat(), SOME],
    )
    return [*{idea.id: idea for idea in found}.values()]


def _dated(db: Database, first: date, last: date) -> list[Idea]:
    start = first - AROUND - timedelta(weeks=MOST_WEEKS)  # weeks begin this long before they end
    return _open(
        db,
        "and season is not null and season_first >= ? and season_first <= ? and season_last >= ?"
        " order by season_first, id",
        start.isoformat(),
        (last + SOON).isoformat(),
        (first - AROUND).isoformat(),
        most=2 * SOME,
    )


def _beginnings(days: Iterable[date]) -> list[str]:
    """Return the months in which a season that holds one of *days* may begin."""
    months = {(day.month - back - 1) % 12 + 1 for day in days for back in range(_LONGEST_SEASON)}
    return [f"{month:02}" for month in sorted(months)]


def _open(db: Database, rest: str, *values: object, most: int = SOME) -> list[Idea]:
    return listed(db, f"where {_OPEN} {rest} limit ?", [*values, most])


def _undecided(db: Database, idea_id: int, decision: int) -> Idea:
    idea = get(db, idea_id)
    if idea.decision != decision:
        raise IdeaRouted
    return idea


def _state(routing: Routing) -> dict[str, Any]:
    return {
        "routing": routing.where.value,
        "routed_to": routing.outlet_id,
        "later_until": routing.until.isoformat() if routing.until else None,
        "reason": routing.reason,
        "routed_by": routing.who,
    }
