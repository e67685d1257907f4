"""When something that waits for the page is to be tried, though the clock may have been wrong.

Nothing waits for long without a look. What was decided while the clock was ahead would wait for it
to come round again: a moment that is further off than anything waits is one that has come.
"""

from datetime import datetime, timedelta

LONGEST = timedelta(hours=2)
"""Nothing is left alone for longer, whatever the page asks for: it may ask again."""


def again(now: datetime, least: timedelta, seconds: float | None) -> datetime:
    """Return when to try once more: after *least*, or the *seconds* that the page asked for."""
    return now + min(max(least, timedelta(seconds=seconds or 0)), LONGEST)


def is_due(then: datetime, now: datetime) -> bool:
    """Tell whether the moment *then* has come.

    >>> from datetime import UTC
    >>> noon = datetime(2026, 11, 24, 12, tzinfo=UTC)
    >>> [is_due(noon, noon + timedelta(hours=hours)) for hours in (0, -1, -26)]
    [True, False, True]
    """
    return not now < then <= now + LONGEST
