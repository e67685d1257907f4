"""Red days, eves, working days and weeks, by the tables of three years."""

from datetime import date, timedelta

import pytest

from bot.domain.calendar import (
    FreeDayKind,
    NoSuchWeek,
    Week,
    free_day,
    is_working_day,
    next_working_day,
)

RED_DAYS_2026 = {
    "2026-01-01": "Nyårsdagen",
    "2026-01-06": "Trettondedag jul",
    "2026-04-03": "Långfredagen",
    "2026-04-05": "Påskdagen",
    "2026-04-06": "Annandag påsk",
    "2026-05-01": "Första maj",
    "2026-05-14": "Kristi himmelsfärdsdag",
    "2026-05-24": "Pingstdagen",
    "2026-06-06": "Nationaldagen",
    "2026-06-20": "Midsommardagen",
    "2026-10-31": "Alla helgons dag",
    "2026-12-25": "Juldagen",
    "2026-12-26": "Annandag jul",
}
EVES = [
    ("2026-06-19", "Midsommarafton", "Midsummer Eve"),
    ("2026-12-24", "Julafton", "Christmas Eve"),
    ("2026-12-31", "Nyårsafton", "New Year's Eve"),
    ("2027-06-25", "Midsommarafton", "Midsummer Eve"),
    ("2028-06-23", "Midsommarafton", "Midsummer Eve"),
]


def days_of(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [first + timedelta(days=n) for n in range((date(year + 1, 1, 1) - first).days)]


def test_the_red_days_are_those_of_the_act() -> None:
    found = {
        str(day): free.swedish
        for day in days_of(2026)
        if (free := free_day(day)) and free.kind is FreeDayKind.RED
    }
    assert found == RED_DAYS_2026


@pytest.mark.parametrize(("day", "swedish", "english"), EVES)
def test_the_three_eves_are_free(day: str, swedish: str, english: str) -> None:
    found = free_day(date.fromisoformat(day))
    assert found
    assert (found.kind, found.name("sv"), found.name("en")) == (FreeDayKind.EVE, swedish, english)


def test_every_free_day_has_a_name_in_both_languages() -> None:
    for year in (2026, 2027, 2028, 2038):
        for day in days_of(year):
            if found := free_day(day):
                assert found.name("sv") != found.name("en")
                assert found.name("en").isascii()


def test_a_plain_sunday_has_no_name_but_is_no_working_day() -> None:
    assert free_day(date(2026, 11, 29)) is None
    assert not is_working_day(date(2026, 11, 29))


def test_two_red_days_on_one_date_are_both_named() -> None:
    found = free_day(date(2008, 5, 1))
    assert found
    assert set(found.swedish.split(", ")) == {"Första maj", "Kristi himmelsfärdsdag"}


@pytest.mark.parametrize(
    "day",
    ["2026-05-15", "2026-01-05", "2026-12-23", "2026-04-02", "2026-04-30"],
    ids=["klämdag", "trettondagsafton", "23 december", "skärtorsdagen", "valborg"],
)
def test_half_days_and_squeeze_days_are_left_to_the_employer(day: str) -> None:
    assert is_working_day(date.fromisoformat(day))


@pytest.mark.parametrize(("year", "count"), [(2026, 251), (2027, 253), (2028, 251)])
def test_the_number_of_working_days_in_a_year(year: int, count: int) -> None:
    assert sum(map(is_working_day, days_of(year))) == count


@pytest.mark.parametrize(
    ("day", "following"),
    [
        ("2026-11-27", "2026-11-30"),
        ("2026-12-23", "2026-12-28"),
        ("2026-12-30", "2027-01-04"),
        ("2027-01-05", "2027-01-07"),
        ("2027-03-25", "2027-03-30"),
    ],
    ids=["weekend", "christmas", "new year", "epiphany", "easter"],
)
def test_the_working_days_around_free_ones(day: str, following: str) -> None:
    before, after = date.fromisoformat(day), date.fromisoformat(following)
    assert next_working_day(before) == after


@pytest.mark.parametrize(
    ("day", "week"),
    [
        ("2026-11-24", Week(2026, 48)),
        ("2026-12-31", Week(2026, 53)),
        ("2027-01-01", Week(2026, 53)),
        ("2027-01-03", Week(2026, 53)),
        ("2027-01-04", Week(2027, 1)),
        ("2025-12-29", Week(2026, 1)),
    ],
)
def test_the_iso_week_of_a_day(day: str, week: Week) -> None:
    assert Week.of(date.fromisoformat(day)) == week
    assert week.monday <= date.fromisoformat(day) < week.end


def test_weeks_are_counted_across_the_year() -> None:
    assert Week(2026, 53).shifted(1) == Week(2027, 1)
    assert Week(2027, 1).shifted(-1) == Week(2026, 53)


@pytest.mark.parametrize(("year", "number"), [(2027, 53), (2028, 53), (2026, 54), (2026, 0)])
def test_a_week_that_the_year_does_not_have_is_refused(year: int, number: int) -> None:
    with pytest.raises(NoSuchWeek) as refused:
        Week(year, number)
    assert refused.value.values == {"week": number, "year": str(year)}
