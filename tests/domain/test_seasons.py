"""When an idea belongs, as people write it; and what is printed is read back as the same."""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.calendar import ONE_DAY, Week
from bot.domain.errors import Refusal
from bot.domain.seasons import By, Days, Months, Season, SeasonPast, SeasonUnreadable, read_season
from bot.locales import Words
from bot.views.idea_words import season

TODAY = date(2026, 11, 24)
LUCIA = date(2026, 12, 13)
WEEK_50 = Days(date(2026, 12, 7), date(2026, 12, 14))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("13 december", Days(LUCIA, LUCIA + ONE_DAY)),
        ("13/12", Days(LUCIA, LUCIA + ONE_DAY)),
        ("2026-12-13", Days(LUCIA, LUCIA + ONE_DAY)),
        ("kring 13 dec", Days(LUCIA, LUCIA + ONE_DAY)),
        ("v. 50", WEEK_50),
        ("vecka 50", WEEK_50),
        ("week 50", WEEK_50),
        ("i v 50", WEEK_50),
        ("december", Months(12, 12)),
        ("i maj", Months(5, 5)),
        ("in May", Months(5, 5)),
        ("dec", Months(12, 12)),
        ("Höst", Months(9, 11)),
        ("vår", Months(3, 5)),
        ("vinter", Months(12, 2)),
        ("Halloween", Months(10, 11)),
        ("juni–augusti", Months(6, 8)),
        ("nov - feb", Months(11, 2)),
        ("senast 13 december", By(LUCIA)),
        ("by 13 December", By(LUCIA)),
        ("senast v. 50", By(LUCIA)),
        ("senast i mars", By(date(2027, 3, 31))),
        ("senast december", By(date(2026, 12, 31))),
        ("senast vinter", By(date(2027, 2, 28))),
        ("senast nov", By(date(2026, 11, 30))),
        ("v. 7–9", Days(date(2027, 2, 15), date(2027, 3, 8))),
        ("week 48-50", Days(date(2026, 11, 23), date(2026, 12, 14))),
        ("v. 52 - v. 1 2026", Days(date(2026, 12, 21), date(2027, 1, 11))),
        ("", None),
        ("  ", None),
    ],
)
def test_a_time_of_year_is_read_as_people_write_it(text, found):
    assert read_season(text, today=TODAY) == found


@pytest.mark.parametrize(
    "text",
    [
        "snart",
        "13 december kanske",
        "höst vår",
        "-",
        "🎉",
        "v. 50 tips",
        "9999-12-31",
        "v. 52 9999",
    ],
)
def test_what_says_no_time_is_refused_with_its_words(text):
    with pytest.raises(SeasonUnreadable) as refused:
        read_season(text, today=TODAY)
    assert refused.value.values == {"text": text}


@pytest.mark.parametrize("text", ["23 november 2026", "v. 45", "senast 20 november", "2020-01-01"])
def test_what_has_been_is_refused(text):
    with pytest.raises(SeasonPast):
        read_season(text, today=TODAY)


@given(st.text(max_size=40))
def test_nothing_that_is_written_crashes(text):
    with suppress(Refusal):
        read_season(text, today=TODAY)


days = st.dates(date(2026, 11, 25), date(2029, 12, 31))
SEASONS: st.SearchStrategy[Season] = st.one_of(
    days.map(lambda day: Days(day, day + ONE_DAY)),
    days.map(lambda day: Days(Week.of(day).monday + timedelta(7), Week.of(day).end + timedelta(7))),
    st.builds(
        lambda day, weeks: Days(
            Week.of(day).monday + timedelta(7), Week.of(day).end + timedelta(weeks=weeks)
        ),
        days,
        st.integers(2, 12),
    ),
    days.map(By),
    st.builds(Months, st.integers(1, 12), st.integers(1, 12)),
)


@pytest.mark.parametrize("language", ["sv", "en"])
@settings(deadline=None)  # the first word loads the catalogue
@given(SEASONS)
def test_what_is_printed_is_read_back(language, when):
    assert read_season(season(Words(language), when, today=TODAY), today=TODAY) == when


@pytest.mark.parametrize(
    ("when", "day", "fit"),
    [
        (Days(LUCIA, LUCIA + ONE_DAY), date(2026, 12, 10), 0),
        (Days(LUCIA, LUCIA + ONE_DAY), date(2026, 12, 9), 2),
        (Days(LUCIA, LUCIA + ONE_DAY), date(2026, 12, 16), 0),
        (Days(LUCIA, LUCIA + ONE_DAY), date(2026, 12, 17), 2),
        (By(LUCIA), LUCIA, 0),
        (By(LUCIA), LUCIA + ONE_DAY, 2),
        (By(LUCIA), date(2026, 11, 15), 0),
        (By(LUCIA), date(2026, 11, 14), 1),
        (Months(12, 2), date(2027, 2, 28), 0),
        (Months(12, 2), date(2027, 3, 1), 2),
        (Months(12, 2), date(2026, 11, 30), 2),
    ],
)
def test_a_day_belongs_or_not(when, day, fit):
    assert when.fit(day) == fit
