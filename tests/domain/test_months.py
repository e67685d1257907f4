"""Months, and how people name them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendar import ONE_DAY
from bot.domain.months import Month, NoSuchMonth, parse_month
from bot.domain.timewords import MONTHS

TODAY = date(2026, 11, 24)
months = st.builds(Month, st.integers(2000, 2098), st.integers(1, 12))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("december", (2026, 12)),
        ("December", (2026, 12)),
        ("DEC.", (2026, 12)),
        ("dec 2026", (2026, 12)),
        ("dec, 2027", (2027, 12)),
        ("månad 12", (2026, 12)),
        ("manad 12", (2026, 12)),
        ("month 12", (2026, 12)),
        ("month december", (2026, 12)),
        ("month 12 2028", (2028, 12)),
        ("2027-03", (2027, 3)),
        ("månad", (2026, 11)),
        ("denna månad", (2026, 11)),
        ("den här månaden", (2026, 11)),
        ("nästa månad", (2026, 12)),
        ("next month", (2026, 12)),
        ("november", (2026, 11)),
        ("januari", (2027, 1)),
        ("maj", (2027, 5)),
        ("may", (2027, 5)),
        ("juni", (2026, 6)),
        ("oktober", (2026, 10)),
        ("  mars  ", (2027, 3)),
    ],
)
def test_a_month_is_read_in_either_language(text: str, expected: tuple[int, int]) -> None:
    assert parse_month(text, today=TODAY) == Month(*expected)


@pytest.mark.parametrize(
    "text",
    [
        "12 december",
        "12 december Titel",
        "december 12",
        "dec 20",
        "december Julpyssel",
        "i december",
        "12",
        "vecka 12",
        "2026",
        "2026-12-24",
        "månad tolv",
        "maja",
        "",
    ],
)
def test_anything_else_is_no_month(text: str) -> None:
    assert parse_month(text, today=TODAY) is None


@pytest.mark.parametrize("text", ["månad 13", "month 0", "2026-13"])
def test_a_month_that_no_year_has_is_refused(text: str) -> None:
    with pytest.raises(NoSuchMonth):
        parse_month(text, today=TODAY)


@given(months, st.integers(-11, 11))
def test_there_and_back_is_nothing(month: Month, by: int) -> None:
    assert month.shifted(by).shifted(-by) == month
    assert month.shifted(1) > month


@given(months)
def test_a_month_ends_where_the_next_begins(month: Month) -> None:
    assert Month.of(month.first) == Month.of(month.end - ONE_DAY) == month
    assert month.end == month.shifted(1).first


@given(st.sampled_from(sorted(MONTHS)), st.dates(date(2001, 1, 1), date(2098, 1, 1)))
def test_a_name_alone_means_the_nearest_such_month(name: str, today: date) -> None:
    found = parse_month(name, today=today)
    assert found is not None
    assert found.number == MONTHS[name]
    assert abs((found.first - today.replace(day=1)).days) <= 184
