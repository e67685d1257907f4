"""Dates, times, lengths of time and sentences, in the manner of the reader's language.

What is printed here, `bot.domain.when` can read back, in both languages; a property test holds
the two together. Swedish follows the agencies' writing rules: *tisdag 24 november 2026*, *24/11*,
*kl. 9.30*, *v. 48*; English is British with a 24-hour clock. The team's Slack clients may speak
other languages, so that dates are written out here and not left to Slack's date tokens.
"""

from datetime import date, time, timedelta
from functools import lru_cache

from bot.domain.calendar import Week
from bot.locales import Words

# A day without its year is read as the coming one, see bot.domain.when.
_NO_YEAR_NEEDED = timedelta(days=180)
_MINUTE = timedelta(minutes=1)
_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)


def day_long(day: date, words: Words, *, today: date) -> str:
    """Write *tisdag 24 november*, with the year unless it is this one."""
    return _day_long(day, words.language, day.year == today.year)


def day_short(day: date, words: Words, *, today: date) -> str:
    """Write *24/11* (English *24 Nov*), with the year where one could take it for another."""
    month = words("month-tight", number=day.month)
    if abs(day - today) < _NO_YEAR_NEEDED:
        return words("day-short", day=day.day, month=month)
    return words("day-short-with-year", day=day.day, month=month, year=str(day.year))


def day_relative(day: date, words: Words, *, today: date) -> str:
    """Write *i dag*, *i morgon* or *i går* for those days, else as `day_long`."""
    near = {today - _DAY: "yesterday", today: "today", today + _DAY: "tomorrow"}
    return words(near[day]) if day in near else day_long(day, words, today=today)


def week(day: date, words: Words) -> str:
    """Write the ISO week of *day*: *v. 48*."""
    return words("week", week=Week.of(day).number)


def week_with_days(day: date, words: Words) -> str:
    """Write the ISO week of *day* with its days: *v. 53 (28 dec–3 jan)*, *v. 48 (23–29 nov)*."""
    return words("week-with-days", week=Week.of(day).number, days=days_of_week(day, words))


def days_of_week(day: date, words: Words) -> str:
    """Write the days of the ISO week of *day*: *28 dec–3 jan*, *23–29 nov*."""
    found = Week.of(day)
    monday, sunday = found.monday, found.end - _DAY
    one_month = monday.month == sunday.month
    first = words("number", value=monday.day) if one_month else _day_plain(monday, words)
    return words("day-range", first=first, last=_day_plain(sunday, words))


def day_with_week(day: date, words: Words, *, today: date) -> str:
    """Write *tisdag 24 november (v. 48)*."""
    return words("day-with-week", date=day_long(day, words, today=today), week=week(day, words))


def clock(at: time, words: Words) -> str:
    """Write *kl. 9.30* (English *09:30*)."""
    return _clock(at.hour, at.minute, words.language)


def clock_written(at: time, words: Words) -> str:
    """Write a time as one types it into a form: *9.30* (English *09:30*)."""
    return words("clock-written", hour=at.hour, minute=at.minute)


def day_at(day: date, at: time, words: Words, *, today: date) -> str:
    """Write *tisdag 24 november kl. 11.00*, or *i dag kl. 11.00*."""
    return words("day-at", date=day_relative(day, words, today=today), clock=clock(at, words))


def ago(span: timedelta, words: Words) -> str:
    """Write how long ago something was: *5 min*, *1 tim 20 min*, *7 tim*, *2 dagar*.

    Rounded down, and the more coarsely the longer it is: minutes up to three hours, hours up to a
    day. A time ahead counts as this very moment.
    """
    if span >= _DAY:
        return words("span-days", days=span // _DAY)
    if span < _MINUTE:
        return words("span-moment")
    hours, minutes = span // _HOUR, span % _HOUR // _MINUTE
    if hours < 1:
        return words("span-minutes", minutes=minutes)
    if hours >= 3 or not minutes:
        return words("span-hours", hours=hours)
    return words("span-hours-and-minutes", hours=hours, minutes=minutes)


def sentence(text: str) -> str:
    """Begin *text* with a capital; a mark before the first letter stays.

    >>> sentence("*onsdag 2 december*")
    '*Onsdag 2 december*'
    """
    lead = len(text) - len(text.lstrip("*"))
    return text[:lead] + text[lead : lead + 1].upper() + text[lead + 1 :]


def _day_plain(day: date, words: Words) -> str:
    return words("day-plain", day=day.day, month=words("month-short", number=day.month))


# A plan says the same few days and times over and over, for each of its outlets.
@lru_cache(maxsize=512)
def _day_long(day: date, language: str, is_this_year: bool) -> str:  # noqa: FBT001 -- a key
    words = Words(language)
    pieces: dict[str, str | float] = {
        "weekday": words("weekday", number=day.isoweekday()),
        "day": day.day,
        "month": words("month", number=day.month),
    }
    if is_this_year:
        return words("day-long", **pieces)
    return words("day-long-with-year", **pieces, year=str(day.year))


@lru_cache(maxsize=512)
def _clock(hour: int, minute: int, language: str) -> str:
    return Words(language)("clock", hour=hour, minute=minute)
