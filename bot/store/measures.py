"""What became of each comment, read from the page's words and the audit log.

Nothing is kept of it: a correction of either, or of the calendar, corrects the past. Instants are
compared as text, for text order is time order, and only what is needed becomes a datetime.
"""

from collections import defaultdict
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from bot.domain.measures import Case
from bot.store.db import instant, maybe, stamp

_SPARING = frozenset({"comment.unneeded", "comment.hidden", "comment.removed", "comment.gone"})
_UNDOING = {
    "comment.reopened": _SPARING | {"comment.handled"},
    "comment.unhidden": _SPARING,
    "comment.shown-outside": {"comment.hidden"},
    "comment.back": {"comment.gone"},
    "comment.unflagged": {"comment.flagged"},
}
"""Which acts are as if they had not been, after another one."""

_LASTING = {"comment.handled", "comment.promised", "comment.flagged", "comment.judged"}
_READ = sorted(_SPARING | _LASTING | _UNDOING.keys())

Acts = list[tuple[int, str, str]]
"""What was done to one comment: number in the log, act, stamp."""


def cases(db: Database, start: datetime, end: datetime) -> list[Case]:
    """Return the comments that residents wrote from *start* up to *end*, in order.

    History from before the bot's first look is not among them. A reply is where it names the page,
    or the page has written in its thread before: it may be meant for us. An answer that was taken
    away again is none, unless what it answered went with it.
    """
    period = {"start": stamp(start), "end": stamp(end)}
    rows = db.execute(
        """
        select c.id, c.parent_id is null, c.created_at, r.relayed_at,
            (
                select min(a.created_at) from comments a
                where a.from_page and a.parent_id = coalesce(c.parent_id, c.id)
                  and (c.parent_id is null or a.created_at > c.created_at)
                  and (a.gone_at is null or c.gone_at is not null)
            ),
            case when r.state in ('answered', 'handled') then r.closed_at end,
            (
                select min(a.at) from audit a
                where a.subject = 'comment:' || c.id and a.act glob 'comment.*'
                  and a.act in ('comment.claimed', 'comment.handed_over', 'comment.taken_over')
            ),
            r.uncounted_at is null
        from comments c join relays r on r.comment_id = c.id
        where c.created_at >= :start and c.created_at < :end and not c.from_page
          and (c.parent_id is null or c.mentions_page or exists (
            select 1 from comments b
            where b.from_page and b.parent_id = c.parent_id and b.created_at < c.created_at
          ))
        order by c.created_at, c.id
        """,
        period,
    ).fetchall()
    acts = _acts(db, period)
    return [_case(row, acts.get(row[0], [])) for row in rows]


def seen_since(db: Database) -> datetime | None:
    """Return when the bot began to see comments; None while it has seen none."""
    row = db.execute("select min(relayed_at) from relays").fetchone()
    return maybe(row[0])


def _acts(db: Database, period: dict[str, str]) -> dict[str, Acts]:
    names = ", ".join(f"'{name}'" for name in _READ)
    found: defaultdict[str, Acts] = defaultdict(list)
    rows = db.execute(
        f"""
        select c.id, a.id, a.act, a.at
        from comments c cross join audit a on a.subject = 'comment:' || c.id
        where c.created_at >= :start and c.created_at < :end and not c.from_page
          and a.act glob 'comment.*' and a.act in ({names})
        """,  # noqa: S608 -- only our own words are put in
        period,
    )
    for comment_id, number, act, at in rows:
        found[comment_id].append((number, act, at))
    return found


def _case(row: tuple[Any, ...], acts: Acts) -> Case:
    comment_id, is_top, written, relayed, replied, final, claimed, is_counted = row
    log = _replay(sorted(acts)) if acts else {}
    promised, handled = log.get("comment.promised"), log.get("comment.handled")
    first = min(filter(None, (replied, promised, handled)), default=None)
    answered = maybe(first)
    return Case(
        comment_id,
        instant(written),
        instant(relayed),
        bool(is_top),
        not _SPARING.isdisjoint(log),
        answered,
        maybe(promised),
        answered if final == first else maybe(final),
        maybe(claimed),
        maybe(log.get("comment.flagged")),
        maybe(log.get("comment.judged")),
        bool(is_counted),
    )


def _replay(acts: Acts) -> dict[str, str]:
    """Return when what happened first, as it stands after all of *acts*: not what was undone."""
    log: dict[str, str] = {}
    for _, act, at in acts:
        for undone in _UNDOING.get(act, ()):
            log.pop(undone, None)
        if act not in _UNDOING:
            log.setdefault(act, at)
    return log
