"""What belongs into a day's digest."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.digest import behind, silent_since

NOW = datetime(2026, 11, 24, 7, 15, tzinfo=UTC)

RANGES = {
    "over the autumn change": (date(2026, 10, 26), date(2026, 10, 12)),
    "over the spring change": (date(2027, 3, 29), date(2027, 3, 15)),
    "over week 53": (date(2027, 1, 4), date(2026, 12, 21)),
}


@pytest.mark.parametrize(("day", "start"), RANGES.values(), ids=RANGES.keys())
def test_what_was_not_marked_is_asked_for_two_weeks_long(day: date, start: date) -> None:
    assert behind(day) == (start, day)


@pytest.mark.parametrize(
    ("minutes", "is_silent"),
    [(0, False), (60, False), (61, True)],
    ids=["now", "an hour", "longer"],
)
def test_a_page_not_read_for_over_an_hour_is_silent(minutes: int, is_silent: bool) -> None:
    looked = NOW - timedelta(minutes=minutes)
    assert silent_since(looked, now=NOW) == (looked if is_silent else None)


def test_a_page_that_was_never_read_has_no_silence() -> None:
    assert silent_since(None, now=NOW) is None
