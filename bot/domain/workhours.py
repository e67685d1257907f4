"""Working hours as people write them, and the half days that employers may keep.

Neither law knows half days: state agencies keep these five, a region decides for itself.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, time, timedelta
from enum import StrEnum
from itertools import pairwise

from dateutil.easter import easter

from bot.domain.errors import Refusal

Hours = tuple[tuple[time, time], ...]
"""The stretches of a day in which people are at work, in order; each half-open."""

_OFFICE: Hours = ((time(8), time(16, 30)),)
ORDINARY_WEEK: tuple[Hours, ...] = (*[_OFFICE] * 5, (), ())
_CLOCK = r"(?<![\d.:])(\d{1,2})(?:[.:](\d{2}))?(?![\d.:])"
_STRETCH = re.compile(rf"\s*{_CLOCK}\s*[-–—]\s*{_CLOCK}\s*", re.ASCII)
_TIME = re.compile(rf"(?:kl\.?\s*|at\s+)?{_CLOCK}", re.ASCII | re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:[,;&+]|\boch\b|\band\b|\s)\s*", re.IGNORECASE)
_FRIDAY = 4  # date.weekday()


class HoursUnreadable(Refusal):
    """Refuse working hours of a weekday (*field*) that cannot be read, or that overlap."""

    kind = "refusal-hours-unreadable"

    def __init__(self, field: str, *, text: str) -> None:
        super().__init__(text=text)
        self.field = field


class NoWorkingDay(Refusal):
    """Refuse a week in which nobody is ever at work: there would be no next working day."""

    kind = "refusal-hours-none"


class TimesUnreadable(Refusal):
    """Refuse what should be one or several times of day."""

    kind = "refusal-times-unreadable"
    field = "times"


class HalfDay(StrEnum):
    """The days before a free day on which one may go home early."""

    EPIPHANY_EVE = "epiphany-eve"
    MAUNDY_THURSDAY = "maundy-thursday"
    WALPURGIS = "walpurgis"
    ALL_SAINTS_EVE = "all-saints-eve"
    BEFORE_CHRISTMAS_EVE = "before-christmas-eve"


_IS: Mapping[HalfDay, Callable[[date], bool]] = {
    HalfDay.EPIPHANY_EVE: lambda day: (day.month, day.day) == (1, 5),
    HalfDay.MAUNDY_THURSDAY: lambda day: day == easter(day.year) - timedelta(days=3),
    HalfDay.WALPURGIS: lambda day: (day.month, day.day) == (4, 30),
    HalfDay.ALL_SAINTS_EVE: lambda day: (
        day.weekday() == _FRIDAY and (10, 30) <= (day.month, day.day) <= (11, 5)
    ),
    HalfDay.BEFORE_CHRISTMAS_EVE: lambda day: (day.month, day.day) == (12, 23),
}


def half_day(day: date) -> HalfDay | None:
    """Return which of the half days *day* is, or None.

    >>> half_day(date(2027, 3, 25))
    <HalfDay.MAUNDY_THURSDAY: 'maundy-thursday'>
    """
    return next((half for half, is_it in _IS.items() if is_it(day)), None)


def read_hours(text: str, field: str = "") -> Hours:
    """Read a weekday's working hours from a *field* of a form; nothing written is a day off.

    >>> read_hours("8–12, 13.00-16.30")[1]
    (datetime.time(13, 0), datetime.time(16, 30))
    """
    if not text.strip():
        return ()
    refusal = HoursUnreadable(field, text=text)
    hours = tuple(_stretch(piece, refusal) for piece in text.split(","))
    in_order = all(begin < end for begin, end in hours)
    if not in_order or any(one[1] > other[0] for one, other in pairwise(hours)):
        raise refusal
    return hours


def read_times(text: str) -> tuple[time, ...]:
    """Read one or several times of day, in order, each once.

    >>> read_times("kl. 11.00 och 18")
    (datetime.time(11, 0), datetime.time(18, 0))
    """
    said, refusal = " ".join(text.split()), TimesUnreadable(text=text)
    found = _TIME.sub(" ", said)
    if found == said or _BETWEEN.sub("", found):
        raise refusal
    return tuple(sorted({_time(hour, minute, refusal) for hour, minute in _TIME.findall(said)}))


def check_week(week: tuple[Hours, ...]) -> None:
    """Refuse a week without any working hours."""
    if not any(week):
        raise NoWorkingDay


def _stretch(piece: str, refusal: Refusal) -> tuple[time, time]:
    found = _STRETCH.fullmatch(piece)
    if found is None:
        raise refusal
    begin, begin_minute, end, end_minute = found.groups()
    return _time(begin, begin_minute, refusal), _time(end, end_minute, refusal)


def _time(hour: str, minute: str | None, otherwise: Refusal) -> time:
    try:
        return time(int(hour), int(minute or 0))
    except ValueError as error:
        raise otherwise from error
