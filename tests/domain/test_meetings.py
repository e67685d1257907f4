"""When the team meets: counted from a date, over week 53, around the free days."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendar import WorkingCalendar
from bot.domain.meetings import Meetings

CALENDAR = WorkingCalendar()
ZONE = ZoneInfo("Europe/Stockholm")
THURSDAYS = Meetings(date(2026, 11, 26), time(10), 2)


def days(start, end, meetings=THURSDAYS):
    return meetings.days(start, end, CALENDAR)


def test_the_weeks_are_counted_over_week_53():
    """Weeks 50, 52, then 1 (not 53 or 2): every other week, whatever its number."""
    found = days(date(2026, 12, 7), date(2027, 2, 1))

    assert found == [
        date(2026, 12, 10),
        date(2026, 12, 23),  # Thursday 24 is Christmas Eve
        date(2027, 1, 7),
        date(2027, 1, 21),
    ]
    assert [day.isocalendar().week for day in found] == [50, 52, 1, 3]


def test_the_anchor_reaches_backwards_too():
    assert days(date(2026, 10, 25), date(2026, 11, 27)) == [
        date(2026, 10, 29),
        date(2026, 11, 12),
        date(2026, 11, 26),
    ]


@pytest.mark.parametrize(
    ("today", "meeting"),
    [
        ("2026-11-26", "2026-11-26"),
        ("2026-11-27", "2026-12-10"),
        ("2026-12-23", "2026-12-23"),
        ("2026-12-24", "2027-01-07"),
    ],
)
def test_the_next_meeting_is_todays_or_the_first_after_it(today, meeting):
    today, meeting = date.fromisoformat(today), date.fromisoformat(meeting)

    assert THURSDAYS.next(today, CALENDAR) == meeting


@pytest.mark.parametrize(
    ("now", "meeting"),
    [
        pytest.param("2026-12-08T09:00", None, id="two days before"),
        pytest.param("2026-12-09T08:15", "2026-12-10", id="the working day before"),
        pytest.param("2026-12-10T08:15", "2026-12-10", id="late, the same morning"),
        pytest.param("2026-12-10T10:00", None, id="it has begun"),
        pytest.param("2026-12-22T08:15", "2026-12-23", id="before a meeting that was moved"),
        pytest.param("2026-12-23T08:15", "2026-12-23", id="the morning of it"),
        pytest.param("2027-01-05T08:15", "2027-01-07", id="Epiphany lies between"),
        pytest.param("2027-01-04T08:15", None, id="and one day earlier"),
    ],
)
def test_the_pack_is_due_from_the_working_day_before(now, meeting):
    now = datetime.fromisoformat(now).replace(tzinfo=ZONE)

    found = THURSDAYS.due_pack(now, ZONE, CALENDAR)
    assert found == (date.fromisoformat(meeting) if meeting else None)


def test_the_last_meeting_lies_before_today():
    assert THURSDAYS.last(date(2026, 12, 10), CALENDAR) == date(2026, 11, 26)
    assert THURSDAYS.last(date(2026, 12, 24), CALENDAR) == date(2026, 12, 23)


@given(
    anchor=st.dates(date(2020, 1, 1), date(2035, 1, 1)),
    every=st.sampled_from([1, 2, 3, 4]),
    start=st.dates(date(2020, 1, 1), date(2035, 1, 1)),
    length=st.integers(0, 400),
    cut=st.integers(0, 400),
)
def test_meetings_are_the_same_however_one_asks(anchor, every, start, length, cut):
    meetings = Meetings(anchor, time(10), every)
    end, middle = start + timedelta(days=length), start + timedelta(days=min(cut, length))

    whole = days(start, end, meetings)
    assert days(start, middle, meetings) + days(middle, end, meetings) == whole
    assert all(CALENDAR.is_working_day(day) for day in whole)
    assert whole == sorted(set(whole))
