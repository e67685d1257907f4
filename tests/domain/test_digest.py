"""What belongs into a day's digest."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.domain.calendar import WorkingCalendar
from bot.domain.digest import Further, behind, further, silent_since
from bot.domain.levels import Levels, Reach
from bot.domain.outlets import Slot

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


def gap(day: date) -> Slot:
    return Slot(day, time(11), 1)


WEEKS = {
    "Monday": (date(2026, 11, 23), {}, (15, 30), (31, 45)),
    "Tuesday": (date(2026, 11, 24), {}, (), ()),
    "Tuesday after a Monday off": (date(2026, 11, 24), {date(2026, 11, 23): "x"}, (15, 30), (31, 45)),
}  # fmt: skip


@pytest.mark.parametrize(("today", "own", "listed", "beyond"), WEEKS.values(), ids=WEEKS.keys())
def test_gaps_far_ahead_are_told_on_a_weeks_first_working_day(
    today: date, own: dict[date, str], listed: tuple[int, ...], beyond: tuple[int, ...]
) -> None:
    ahead = [gap(today + timedelta(days=n)) for n in (10, 14, 15, 30, 31, 45)]
    found = further(ahead, Levels(), WorkingCalendar(own=own), today=today)
    assert tuple((slot.day - today).days for slot in found.listed) == listed
    assert tuple((slot.day - today).days for slot in found.beyond) == beyond


def test_where_nobody_wants_reminders_nothing_far_ahead_is_told() -> None:
    monday = date(2026, 11, 23)
    ahead = [gap(date(2026, 12, 21))]
    off = Levels(reach=Reach.OFF)
    assert further(ahead, off, WorkingCalendar(), today=monday) == Further()


FIRST_DAYS = {
    "in week 53": (date(2026, 12, 28), True),
    "the day after nyårsdagen's weekend": (date(2027, 1, 4), True),
    "after Easter Monday": (date(2027, 3, 30), True),
    "a Sunday": (date(2026, 11, 29), False),
    "a Wednesday": (date(2026, 12, 30), False),
}


@pytest.mark.parametrize(("day", "is_first"), FIRST_DAYS.values(), ids=FIRST_DAYS.keys())
def test_a_week_begins_on_its_first_working_day(day: date, is_first: bool) -> None:
    assert WorkingCalendar().begins_week(day) is is_first
