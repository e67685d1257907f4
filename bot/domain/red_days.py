"""Sweden's red days and three eves, by the rules of the acts, with their names in both languages.

Red days are those of the act (1989:253) on public holidays, with Whit Monday until it gave way to
the National Day (2004:1320). The package `holidays` knows them, too, and a test holds that both
agree; but it brings the holidays of every country along: 300 modules, 12 MB and half a second, for
sixteen days a year that a page of rules tells.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from dateutil.easter import easter

YEARS = range(1990, 2101)
"""The years of which they are known: from when the act counts, as far as anybody plans."""

Named = tuple[date, str, str]
"""A day with its name in Swedish and in English."""

_FRIDAY, _SATURDAY = 4, 5  # date.weekday()


def red_days(year: int) -> Iterator[Named]:
    """Yield the public holidays of *year*, plain Sundays left out; two may meet on one date."""
    if year not in YEARS:
        return
    yield date(year, 1, 1), "Nyårsdagen", "New Year's Day"
    yield date(year, 1, 6), "Trettondedag jul", "Epiphany"
    yield from _around_easter(year)
    yield date(year, 5, 1), "Första maj", "May Day"
    if year >= 2005:
        yield date(year, 6, 6), "Nationaldagen", "National Day"
    yield _first(_SATURDAY, date(year, 6, 20)), "Midsommardagen", "Midsummer Day"
    yield _first(_SATURDAY, date(year, 10, 31)), "Alla helgons dag", "All Saints' Day"
    yield date(year, 12, 25), "Juldagen", "Christmas Day"
    yield date(year, 12, 26), "Annandag jul", "Second Day of Christmas"


def eves(year: int) -> Iterator[Named]:
    """Yield the days of *year* that the annual leave act (1977:480) treats like Sundays."""
    if year not in YEARS:
        return
    yield _first(_FRIDAY, date(year, 6, 19)), "Midsommarafton", "Midsummer Eve"
    yield date(year, 12, 24), "Julafton", "Christmas Eve"
    yield date(year, 12, 31), "Nyårsafton", "New Year's Eve"


def _around_easter(year: int) -> Iterator[Named]:
    sunday = easter(year)
    yield sunday - timedelta(days=2), "Långfredagen", "Good Friday"
    yield sunday, "Påskdagen", "Easter Sunday"
    yield sunday + timedelta(days=1), "Annandag påsk", "Easter Monday"
    yield sunday + timedelta(days=39), "Kristi himmelsfärdsdag", "Ascension Day"
    yield sunday + timedelta(days=49), "Pingstdagen", "Pentecost"
    if year < 2005:
        yield sunday + timedelta(days=50), "Annandag pingst", "Pentecost Monday"


def _first(weekday: int, day: date) -> date:
    """Return the first *weekday* on or after *day*."""
    return day + timedelta(days=(weekday - day.weekday()) % 7)
