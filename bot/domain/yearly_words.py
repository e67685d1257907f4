"""Read a time of every year as people write it, in Swedish and English, or as a rule."""

import re
from collections.abc import Callable

from bot.domain.seasons import NAMED
from bot.domain.text import fold, title_of
from bot.domain.timewords import MONTHS, WEEKDAYS
from bot.domain.yearly import (
    LAST,
    InMonths,
    InWeeks,
    Nth,
    OnDate,
    OnWeekday,
    WheelWhenUnreadable,
    Yearly,
    read_rule,
)

WHEN_LIMIT = 200

_ORDINALS = {
    word: number
    for number, words in (
        (1, "första 1:a 1a first 1st"),
        (2, "andra 2:a 2a second 2nd"),
        (3, "tredje 3:e 3e third 3rd"),
        (4, "fjärde 4:e 4e fourth 4th"),
        (5, "femte 5:e 5e fifth 5th"),
        (LAST, "sista last"),
    )
    for word in words.split()
}
_WEEK = r"(?:veckorna|veckan|vecka|weeks|week|v|w)\.? ?"
_TO = r" ?(?:-|till|to) ?"
# A spreadsheet makes 2026-11-14 or 14-nov of 14/11; the year says nothing.
_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Yearly | None]], ...] = (
    (re.compile(r"\d{4}-(\d\d?)-(\d\d?)"), lambda m: OnDate(int(m[1]), int(m[2]))),
    (re.compile(r"(?:den )?(\d\d?)/(\d\d?)"), lambda m: OnDate(int(m[2]), int(m[1]))),
    (
        re.compile(r"(?:den |the )?(\d\d?)(?:st|nd|rd|th|:[ae])?(?:\.? | of |-)([a-zåäö]+)\.?"),
        lambda m: _date(m[2], m[1]),
    ),
    (
        re.compile(r"([a-z]+)\.? (?:the )?(\d\d?)(?:st|nd|rd|th)?"),
        lambda m: _date(m[1], m[2]),
    ),
    (
        re.compile(rf"{_WEEK}(\d\d?)(?:{_TO}(?:{_WEEK})?(\d\d?))?"),
        lambda m: InWeeks(int(m[1]), int(m[2] or m[1])),
    ),
    (
        re.compile(rf"(?:på )?([a-zåäö]+) (?:i |of |in )?{_WEEK}(\d\d?)"),
        lambda m: OnWeekday(int(m[2]), WEEKDAYS[m[1]]) if m[1] in WEEKDAYS else None,
    ),
    (
        re.compile(r"(?:den |the )?(\S+) ([a-zåäö]+) (?:i |in |of )([a-zåäö]+)"),
        lambda m: _nth(m[1], m[2], m[3]),
    ),
    (re.compile(rf"([a-zåäö]+)\.?(?:{_TO}([a-zåäö]+)\.?)?"), lambda m: _months(m[1], m[2])),
)


def read(text: str) -> Yearly:
    """Read a time of every year; refuse what is none.

    >>> read("14/11"), read("v. 7–9")
    (OnDate(month=11, day=14), InWeeks(first=7, last=9))
    >>> read("lördag v. 43"), read("third Tuesday of October")
    (OnWeekday(week=43, weekday=6), Nth(month=10, number=3, weekday=2))
    """
    said = fold(text[: WHEN_LIMIT + 1]).replace("–", "-").replace("—", "-")
    if len(said) <= WHEN_LIMIT and said.isprintable():
        if "freq=" in said:
            return read_rule(said)
        for pattern, make in _FORMS:
            found = pattern.fullmatch(said)
            made = _made(make, found, text) if found else None
            if made:
                return made
    raise WheelWhenUnreadable(text=title_of(text, 60))


def _made(
    make: Callable[[re.Match[str]], Yearly | None], found: re.Match[str], text: str
) -> Yearly | None:
    try:
        return make(found)
    except WheelWhenUnreadable:
        raise WheelWhenUnreadable(text=title_of(text, 60)) from None


def _date(month: str, day: str) -> Yearly | None:
    return OnDate(MONTHS[month], int(day)) if month in MONTHS else None


def _nth(number: str, weekday: str, month: str) -> Yearly | None:
    if number in _ORDINALS and weekday in WEEKDAYS and month in MONTHS:
        return Nth(MONTHS[month], _ORDINALS[number], WEEKDAYS[weekday])
    return None


def _months(first: str, last: str | None) -> Yearly | None:
    spans = {**NAMED, **{word: (number, number) for word, number in MONTHS.items()}}
    found = [spans.get(word) for word in (first, last or first)]
    begin, end = found
    return InMonths(begin[0], end[1]) if begin and end else None
