"""The nightly copies: what they are called, which of them are kept, and when one is too old.

Seven days, four weeks, six months: a mistake that is seen the next day costs a day, and one that
nobody sees until the quarter's figures can still be looked into. No copy is kept longer, because
each holds what residents wrote. The numbers are fixed: a rotation that somebody has tuned is one
that nobody has tried.
"""

from collections.abc import Callable, Collection
from datetime import UTC, datetime, timedelta, tzinfo

DAYS, WEEKS, MONTHS = 7, 4, 6

OLD = timedelta(hours=36)
"""A night was missed, and it was not made up for in the morning."""

_FORM = "lucka-%Y%m%dT%H%M%SZ.db"


def file_name(taken: datetime) -> str:
    """Return what the copy taken at this instant is called.

    >>> file_name(datetime(2026, 11, 24, 3, 5, tzinfo=UTC))
    'lucka-20261124T030500Z.db'
    """
    return taken.astimezone(UTC).strftime(_FORM)


def taken_at(name: str) -> datetime | None:
    """Return when the copy called *name* was taken; None where it is no nightly copy of ours."""
    try:
        found = datetime.strptime(name, _FORM).replace(tzinfo=UTC)
    except ValueError:
        return None
    return found if file_name(found) == name else None


def kept(taken: Collection[datetime], zone: tzinfo) -> set[datetime]:
    """Choose the copies to keep: the newest of each of the last days, weeks and months with one."""
    spans: tuple[tuple[int, Callable[[datetime], object]], ...] = (
        (DAYS, lambda at: at.date()),
        (WEEKS, lambda at: at.isocalendar()[:2]),
        (MONTHS, lambda at: (at.year, at.month)),
    )
    chosen: set[datetime] = set()
    for most, span in spans:
        newest: dict[object, datetime] = {}
        for at in sorted(taken, reverse=True):
            newest.setdefault(span(at.astimezone(zone)), at)
        chosen.update(list(newest.values())[:most])
    return chosen


def newest(taken: Collection[datetime], *, now: datetime) -> datetime | None:
    """Return when the newest copy was taken; one from a clock that ran ahead does not count."""
    return max((at for at in taken if at <= now), default=None)


def is_old(newest: datetime | None, *, now: datetime) -> bool:
    """Say whether the last copy is too old; where there has been none yet, the job will tell."""
    return newest is not None and now - newest > OLD
