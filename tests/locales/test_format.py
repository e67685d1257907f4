"""Dates, times and numbers as each language writes them, and that they can be read back."""

from collections.abc import Callable
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendar import Week
from bot.domain.when import PlanRequest, parse_plan, parse_week
from bot.locales import LANGUAGES, Words
from bot.locales import format as say

TODAY = date(2026, 11, 24)
SWEDISH, ENGLISH = Words("sv"), Words("en")


def unbroken(text: str) -> str:
    """Where `~` stands, a line may not break."""
    return text.replace("~", "\u00a0")


todays = st.dates(date(2024, 1, 1), date(2035, 12, 31))
languages = st.sampled_from(LANGUAGES).map(Words)
wall_times = st.times().map(lambda at: at.replace(second=0, microsecond=0))
ways = st.sampled_from([say.day_long, say.day_short, say.day_relative, say.day_with_week])


@pytest.mark.parametrize(
    ("day", "swedish", "english"),
    [
        ("2026-11-24", "tisdag 24 november", "Tuesday 24 November"),
        ("2026-12-05", "lördag 5 december", "Saturday 5 December"),
        ("2027-01-01", "fredag 1 januari 2027", "Friday 1 January 2027"),
    ],
)
def test_a_day_in_running_text(day: str, swedish: str, english: str) -> None:
    found = date.fromisoformat(day)
    assert say.day_long(found, SWEDISH, today=TODAY) == swedish
    assert say.day_long(found, ENGLISH, today=TODAY) == english


@pytest.mark.parametrize(
    ("day", "swedish", "english"),
    [
        ("2026-11-24", "24/11", "24 Nov"),
        ("2027-01-08", "8/1", "8 Jan"),
        ("2027-11-24", "24/11 2027", "24 Nov 2027"),
        ("2026-03-01", "1/3 2026", "1 Mar 2026"),
    ],
)
def test_a_day_where_it_is_tight(day: str, swedish: str, english: str) -> None:
    found = date.fromisoformat(day)
    assert say.day_short(found, SWEDISH, today=TODAY) == swedish
    assert say.day_short(found, ENGLISH, today=TODAY) == english


@pytest.mark.parametrize(
    ("days", "swedish", "english"),
    [
        (-1, "i går", "yesterday"),
        (0, "i dag", "today"),
        (1, "i morgon", "tomorrow"),
        (2, "torsdag 26 november", "Thursday 26 November"),
    ],
)
def test_a_day_that_is_near(days: int, swedish: str, english: str) -> None:
    found = TODAY + timedelta(days=days)
    assert say.day_relative(found, SWEDISH, today=TODAY) == swedish
    assert say.day_relative(found, ENGLISH, today=TODAY) == english


@pytest.mark.parametrize(
    ("day", "swedish", "english"),
    [
        ("2026-11-24", "v.~48 (23–29 nov)", "week~48 (23–29 Nov)"),
        ("2026-12-01", "v.~49 (30 nov–6 dec)", "week~49 (30 Nov–6 Dec)"),
        ("2027-01-01", "v.~53 (28 dec–3 jan)", "week~53 (28 Dec–3 Jan)"),
        ("2027-01-04", "v.~1 (4–10 jan)", "week~1 (4–10 Jan)"),
    ],
)
def test_a_week_with_its_days(day: str, swedish: str, english: str) -> None:
    found = date.fromisoformat(day)
    assert say.week_with_days(found, SWEDISH) == unbroken(swedish)
    assert say.week_with_days(found, ENGLISH) == unbroken(english)


def test_a_day_with_its_week_and_with_its_time() -> None:
    swedish, english = (
        unbroken("tisdag 24 november (v.~48)"),
        unbroken("Tuesday 24 November (week~48)"),
    )
    assert say.day_with_week(TODAY, SWEDISH, today=TODAY) == swedish
    assert say.day_with_week(TODAY, ENGLISH, today=TODAY) == english
    assert say.day_at(TODAY, time(11), SWEDISH, today=TODAY) == unbroken("i dag kl.~11.00")
    assert say.day_at(TODAY, time(11), ENGLISH, today=TODAY) == "today at 11:00"


@pytest.mark.parametrize(
    ("at", "swedish", "english"),
    [
        (time(11), "kl.~11.00", "11:00"),
        (time(8, 15), "kl.~8.15", "08:15"),
        (time(0, 5), "kl.~0.05", "00:05"),
    ],
)
def test_a_time_of_day(at: time, swedish: str, english: str) -> None:
    assert (say.clock(at, SWEDISH), say.clock(at, ENGLISH)) == (unbroken(swedish), english)


@pytest.mark.parametrize(
    ("minutes", "swedish", "english"),
    [
        (-5, "mindre än 1~min", "less than 1~min"),
        (0, "mindre än 1~min", "less than 1~min"),
        (1, "1~min", "1~min"),
        (59.9, "59~min", "59~min"),
        (60, "1~tim", "1~h"),
        (80, "1~tim 20~min", "1~h 20~min"),
        (200, "3~tim", "3~h"),
        (24 * 60 - 1, "23~tim", "23~h"),
        (24 * 60, "1~dag", "1~day"),
        (60 * 60, "2~dagar", "2~days"),
        (1250 * 24 * 60, "1~250~dagar", "1,250~days"),
    ],
)
def test_how_long_ago_something_was(minutes: float, swedish: str, english: str) -> None:
    span = timedelta(minutes=minutes)
    assert say.ago(span, SWEDISH) == unbroken(swedish)
    assert say.ago(span, ENGLISH) == unbroken(english)


@pytest.mark.parametrize(
    ("value", "swedish", "english"),
    [(7, "7", "7"), (4.5, "4,5", "4.5"), (1250, "1~250", "1,250"), (4.04, "4", "4")],
)
def test_a_number(value: float, swedish: str, english: str) -> None:
    assert SWEDISH("number", value=value) == unbroken(swedish)
    assert ENGLISH("number", value=value) == english


def read(text: str, today: date, now_time: time = time(0)) -> PlanRequest:
    return parse_plan(f"{text} Titel", today=today, now_time=now_time, outlets=[])


@given(todays, st.integers(0, 1000), languages, ways)
def test_every_day_that_is_printed_can_be_read_back(
    today: date, ahead: int, words: Words, way: Callable[..., str]
) -> None:
    day = today + timedelta(days=ahead)
    expected = PlanRequest(day, None, None, None, "Titel")
    assert read(way(day, words, today=today), today) == expected


@given(todays, st.integers(0, 1000), wall_times, languages)
def test_every_time_that_is_printed_can_be_read_back(
    today: date, ahead: int, at: time, words: Words
) -> None:
    day = today + timedelta(days=1 + ahead)
    expected = PlanRequest(day, None, at, None, "Titel")
    assert read(say.day_at(day, at, words, today=today), today) == expected


@given(todays, st.integers(0, 25), languages, st.sampled_from([say.week, say.week_with_days]))
def test_every_week_that_is_printed_can_be_read_back(
    today: date, ahead: int, words: Words, way: Callable[[date, Words], str]
) -> None:
    day = today + timedelta(weeks=ahead)
    text = way(day, words)
    assert parse_week(text, today=today) == Week.of(day)
    assert read(text, today) == PlanRequest(None, Week.of(day), None, None, "Titel")


@given(todays, st.integers(-25, -1), languages)
def test_a_week_that_was_printed_lately_can_be_looked_at(
    today: date, ago: int, words: Words
) -> None:
    day = today + timedelta(weeks=ago)
    assert parse_week(say.week(day, words), today=today) == Week.of(day)
