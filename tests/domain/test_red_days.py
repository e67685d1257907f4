"""Sweden's red days and eves: the same as the package that knows the holidays of every country."""

from datetime import date

import pytest
from holidays.countries.sweden import Sweden

from bot.domain.calendar import FreeDayKind, WorkingCalendar
from bot.domain.red_days import YEARS, eves, red_days


def theirs(year, language, category):
    found = Sweden(years=year, include_sundays=False, language=language, categories=(category,))
    return {day: name.replace("; ", ", ") for day, name in found.items()}


def ours(year, language, kind):
    days = (
        date.fromordinal(n)
        for n in range(date(year, 1, 1).toordinal(), date(year + 1, 1, 1).toordinal())
    )
    free = (WorkingCalendar().free_day(day) for day in days)
    return {day.day: day.name(language) for day in free if day and day.kind is kind}


@pytest.mark.parametrize(("language", "code"), [("sv", "sv"), ("en", "en_US")])
@pytest.mark.parametrize(
    ("kind", "category"), [(FreeDayKind.RED, "public"), (FreeDayKind.EVE, "de_facto")]
)
def test_a_hundred_years_are_those_of_the_package(language, code, kind, category):
    for year in YEARS:
        assert ours(year, language, kind) == theirs(year, code, category), year


@pytest.mark.parametrize("year", [1, YEARS[0] - 1, YEARS[-1] + 1, 9999])
def test_of_other_years_none_are_known(year):
    assert [*red_days(year), *eves(year)] == []
