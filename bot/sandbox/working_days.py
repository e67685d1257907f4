"""The next working morning, for the page's clock: Sweden's red days and three eves are free."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

MORNING = time(8, 15)


def next_working_morning(now: datetime, zone: ZoneInfo) -> datetime:
    """Return the first working day's morning strictly after *now*, in *zone*.

    >>> from datetime import UTC
    >>> christmas = datetime(2026, 12, 23, 12, 0, tzinfo=UTC)
    >>> next_working_morning(christmas, ZoneInfo("Europe/Stockholm")).isoformat()
    '2026-12-28T08:15:00+01:00'
    """
    day = now.astimezone(zone).date()
    while is_free(day) or datetime.combine(day, MORNING, zone) <= now:
        day += timedelta(days=1)
    return datetime.combine(day, MORNING, zone)


def is_free(day: date) -> bool:
    """Return whether nobody works on *day* in Sweden."""
    import holidays  # noqa: PLC0415 -- heavy, and needed at a click only

    red = holidays.country_holidays("SE", years=day.year)
    return day.weekday() >= 5 or day in red or _is_eve(day)


def _is_eve(day: date) -> bool:
    """Return whether *day* is Midsommarafton, Julafton or Nyårsafton."""
    midsummer_eve = day.month == 6 and 19 <= day.day <= 25 and day.weekday() == 4
    return midsummer_eve or (day.month == 12 and day.day in (24, 31))
