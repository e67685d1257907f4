"""The half-yearly picture of the page: asked for in week 26 and in week 51."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from bot.domain.calendar import Week

WEEKS = (26, 51)
LATE_WEEKS = 3


@dataclass(frozen=True, slots=True)
class HalfYear:
    """One picture: the week in which it is asked for, by its Monday.

    >>> str(HalfYear(date(2026, 6, 22))), str(HalfYear(date(2026, 6, 22)).before)
    ('2026-v26', '2025-v51')
    """

    monday: date

    def __str__(self) -> str:
        year, week, _ = self.monday.isocalendar()
        return f"{year}-v{week}"

    @property
    def before(self) -> "HalfYear":
        """Return the one before, at whose Monday this one's time begins: nothing is between."""
        year, week, _ = self.monday.isocalendar()
        earlier = (year, WEEKS[0]) if week == WEEKS[1] else (year - 1, WEEKS[1])
        return HalfYear(date.fromisocalendar(*earlier, 1))

    def start(self, zone: tzinfo) -> datetime:
        """Return when its week begins, and with it the time of the next one."""
        return datetime.combine(self.monday, time(), zone).astimezone(UTC)


def asked_on(day: date) -> HalfYear | None:
    """Return the picture that is asked for on *day*: in its week, or late in the three after it.

    >>> str(asked_on(date(2026, 12, 14))), asked_on(date(2026, 12, 13))
    ('2026-v51', None)
    """
    for weeks in range(LATE_WEEKS + 1):
        monday = Week.of(day).monday - timedelta(weeks=weeks)
        if monday.isocalendar().week in WEEKS:
            return HalfYear(monday)
    return None


def named(text: str) -> HalfYear | None:
    """Read what `str` wrote, or None."""
    year, _, week = text.partition("-v")
    try:
        found = date.fromisocalendar(int(year), int(week), 1)
    except ValueError:
        return None
    return HalfYear(found) if int(week) in WEEKS else None
