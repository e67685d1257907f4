"""How often the lead has let something pass, by month: advice that never blocks is also counted."""

from collections import Counter
from datetime import date, datetime, time, tzinfo

from sqlite_utils import Database

from bot.domain.months import Month
from bot.store.db import instant, stamp


def by_month(db: Database, start: date, end: date, *, zone: tzinfo) -> Counter[Month]:
    """Count the overrides from the day *start* up to but not including *end*, in local months.

    What was undone later counts: somebody did decide it.
    """
    since, until = (stamp(datetime.combine(day, time(), zone)) for day in (start, end))
    rows = db.execute(
        "select at from audit where act = 'post.ready_overridden' and at >= ? and at < ?",
        [since, until],
    )
    days = (instant(at).astimezone(zone).date() for (at,) in rows.fetchall())
    return Counter(Month(day.year, day.month) for day in days)
