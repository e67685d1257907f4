"""Read one day, week or time of day from the beginning of a text; see `bot.domain.when`."""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date, time, timedelta
from typing import TypeVar

from dateutil.relativedelta import relativedelta

from bot.domain import timewords
from bot.domain.calendar import ONE_DAY, NoSuchWeek, Week
from bot.domain.errors import Refusal
from bot.domain.text import tidy

SLIP = timedelta(days=92)  # a day that lately passed is a slip; longer ago it means next year

_SEPARATORS = re.compile(r"(?:[\s,;:]|[-–—.](?=\s|$))+")
_Match = re.Match[str]
_T = TypeVar("_T")


class NoSuchDay(Refusal):
    """Refuse a date that the calendar does not have, such as 31/11."""

    kind = "refusal-when-no-such-day"


class NoSuchTime(Refusal):
    """Refuse a time that the clock does not show, such as kl. 25."""

    kind = "refusal-when-no-such-time"


class Contradiction(Refusal):
    """Refuse a date beside a weekday or a week in which it does not lie."""

    kind = "refusal-when-contradiction"


class Reading:
    """What is left to read of a text."""

    def __init__(self, text: str) -> None:
        self.rest = tidy(text)

    def take(self, pattern: re.Pattern[str]) -> _Match | None:
        """Read *pattern* at the beginning of the rest, if it is there."""
        found = pattern.match(self.rest)
        if found:
            self.rest = self.rest[found.end() :]
        return found

    def skip(self) -> None:
        """Pass by white space and the marks that people put between the pieces."""
        self.take(_SEPARATORS)


def read_when(reading: Reading, today: date) -> date | Week | None:
    """Read a day, or a week without a day; None where the text begins with neither."""
    found = _read_relative(reading, today) or _read_week(reading, today)
    found = found or _read_date(reading, today) or _read_weekday(reading, today)
    if isinstance(found, date):
        _read_week_beside(reading, found)
    return found


def read_time(reading: Reading) -> time | None:
    """Read a time of day, 24 hours or am/pm."""
    for pattern in timewords.TIMES:
        if found := reading.take(pattern):
            return _time(found)
    return None


def read_weeks(reading: Reading, today: date, years: Iterable[int] = (0, 1)) -> list[Week]:
    """Read a week; without its year, those of *years* (counted from this one) that have it."""
    if found := reading.take(timewords.THIS_OR_NEXT_WEEK):
        return [Week.of(today).shifted(_weeks_ahead(found))]
    found = reading.take(timewords.NUMBERED_WEEK)
    if found is None:
        return []
    number, this_year = int(found["week"]), Week.of(today).year
    if found["year"]:
        return [Week(int(found["year"]), number)]
    existing = [this_year + each for each in years if Week.exists(this_year + each, number)]
    if not existing:
        raise NoSuchWeek(week=number, year=str(this_year))
    return [Week(year, number) for year in existing]


def _read_relative(reading: Reading, today: date) -> date | None:
    if found := reading.take(timewords.NEAR_DAY):
        word = timewords.key(found["near"]).replace(" ", "")
        return today + timedelta(days=timewords.NEAR[word])
    if found := reading.take(timewords.WEEKDAY_OF_WEEK):
        return Week.of(today).shifted(_weeks_ahead(found)).day(_weekday(found))
    if found := reading.take(timewords.IN_SOME_TIME):
        return _in_some_time(found, today)
    return None


def _in_some_time(found: _Match, today: date) -> date:
    word = timewords.key(found["count"])
    count = int(word) if word.isdecimal() else timewords.COUNTS[word]
    if found["days"]:
        return today + relativedelta(days=count)
    return today + (relativedelta(weeks=count) if found["weeks"] else relativedelta(months=count))


def _read_week(reading: Reading, today: date) -> date | Week | None:
    weeks = read_weeks(reading, today)
    if not weeks:
        return None
    found = _take_after_space(reading, timewords.WEEKDAY_AFTER_WEEK)
    if found is None:
        return _coming(weeks, lambda week: week.end - ONE_DAY, today)
    return _day_in(weeks, _weekday(found), today)


def _read_weekday(reading: Reading, today: date) -> date | None:
    found = reading.take(timewords.WEEKDAY)
    if found is None:
        return None
    weekday, after = _weekday(found), reading.rest
    reading.skip()
    if weeks := read_weeks(reading, today):
        return _day_in(weeks, weekday, today)
    # "fredag 11.10" is a time; "fredag 28.11" can only be a date.
    day = None if timewords.DOTTED_TIME.match(reading.rest) else _read_date(reading, today)
    if day is None:
        reading.rest = after
        return today + timedelta(days=(weekday - today.isoweekday() - 1) % 7 + 1)
    if day.isoweekday() != weekday:
        raise Contradiction(said=found["weekday"], day=day)
    return day


def _read_date(reading: Reading, today: date) -> date | None:
    for pattern in timewords.DATES:
        if found := reading.take(pattern):
            return _date(found, today)
    return None


def _date(found: _Match, today: date) -> date:
    pieces = found.groupdict()
    month = int(pieces.get("number") or timewords.MONTHS[timewords.key(pieces["month"])])
    year = pieces["year"] or (pieces.get("short") and f"20{pieces['short']}")
    years = [int(year)] if year else [today.year, today.year + 1]
    days = [day for each in years if (day := _existing(each, month, int(found["day"])))]
    if not days:
        raise NoSuchDay(text=found[0])
    return _coming(days, lambda day: day, today)


def _existing(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _read_week_beside(reading: Reading, day: date) -> None:
    """Pass by the week of *day* where it is written beside it; in brackets it must be right."""
    before = reading.rest
    found = _take_after_space(reading, timewords.WEEK_BESIDE_DAY)
    if found is None or int(found["week"]) == Week.of(day).number:
        return
    if found["bracket"]:
        raise Contradiction(said=found[0].strip("()"), day=day)
    reading.rest = before


def _take_after_space(reading: Reading, pattern: re.Pattern[str]) -> _Match | None:
    before = reading.rest
    reading.skip()
    found = reading.take(pattern)
    if found is None:
        reading.rest = before
    return found


def _day_in(weeks: Sequence[Week], weekday: int, today: date) -> date:
    return _coming([week.day(weekday) for week in weeks], lambda day: day, today)


def _coming(found: Sequence[_T], last_day: Callable[[_T], date], today: date) -> _T:
    """Choose this year's, or next year's where this year's passed longer ago than a slip."""
    if len(found) > 1 and today - last_day(found[0]) > SLIP:
        return found[1]
    return found[0]


def _weeks_ahead(found: _Match) -> int:
    return timewords.WEEKS_AHEAD[timewords.key(found["which"])]


def _weekday(found: _Match) -> int:
    return timewords.WEEKDAYS[timewords.key(found["weekday"])]


def _time(found: _Match) -> time:
    pieces = found.groupdict()
    hour, minute, half = int(pieces["hour"]), int(pieces["minute"] or 0), pieces.get("half")
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half in "pP" else 0)
    elif half:
        hour = 24
    try:
        return time(hour, minute)
    except ValueError as error:
        raise NoSuchTime(text=found[0]) from error
