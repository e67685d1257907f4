"""Office time and the clock of weekdays, by the tables of the region's own definitions."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendar import WorkingCalendar
from bot.domain.officetime import after, office_clock, office_time, weekday_clock
from bot.domain.workhours import ORDINARY_WEEK, HalfDay
from tests.examples import costly

ZONE = ZoneInfo("Europe/Stockholm")
PLAIN = WorkingCalendar()
HALF = WorkingCalendar(halves={HalfDay.BEFORE_CHRISTMAS_EVE: time(12)})
SQUEEZED = WorkingCalendar(all_squeezed=True)
LUNCH = ((time(8), time(12)), (time(13), time(16, 30)))
LUNCHING = WorkingCalendar(week=(*[LUNCH] * 5, (), ()))
SUNDAYS = WorkingCalendar(week=(*ORDINARY_WEEK[:6], ((time(0), time(8)),)))
PLANNING = WorkingCalendar(own={date(2026, 11, 24): "Planeringsdag"})


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=ZONE).astimezone(UTC)


def hours(number, minutes=0):
    return timedelta(hours=number, minutes=minutes)


VALUES = {
    "within a day": (PLAIN, "2026-11-23T10:00", "2026-11-23T11:30", (1, 30), (1, 30)),
    "over night": (PLAIN, "2026-11-23T21:15", "2026-11-24T08:20", (11, 5), (0, 20)),
    "over a weekend": (PLAIN, "2026-11-27T16:00", "2026-11-30T08:30", (64, 30), (1, 0)),
    "from a Saturday": (PLAIN, "2026-11-28T12:00", "2026-11-30T08:45", (44, 45), (0, 45)),
    "over Christmas": (PLAIN, "2026-12-23T16:00", "2026-12-28T09:00", (113, 0), (1, 30)),
    "over Christmas from a half day": (
        HALF, "2026-12-23T11:30", "2026-12-28T09:00", (117, 30), (1, 30),
    ),
    "over New Year": (PLAIN, "2026-12-30T15:30", "2027-01-04T08:30", (113, 0), (1, 30)),
    "Ascension, klämdag worked": (PLAIN, "2026-05-13T16:00", "2026-05-18T09:00", (113, 0), (10, 0)),
    "Ascension, klämdag free": (SQUEEZED, "2026-05-13T16:00", "2026-05-18T09:00", (113, 0), (1, 30)),
    "the night the clock goes back": (PLAIN, "2026-10-24T23:30", "2026-10-25T08:00", (9, 30), (0, 0)),
    "the night the clock goes forward": (
        PLAIN, "2027-03-27T22:00", "2027-03-28T08:00", (9, 0), (0, 0),
    ),
    "over a lunch": (LUNCHING, "2026-11-23T11:45", "2026-11-23T13:15", (1, 30), (0, 30)),
    "at work as the clock goes back": (
        SUNDAYS, "2026-10-24T23:30", "2026-10-25T08:00", (9, 30), (9, 0),
    ),
    "at work as the clock goes forward": (
        SUNDAYS, "2028-03-25T22:00", "2028-03-26T08:00", (9, 0), (7, 0),
    ),
    "an own free day": (PLANNING, "2026-11-23T16:00", "2026-11-25T09:00", (41, 0), (1, 30)),
    "an answer before the comment": (PLAIN, "2026-11-23T11:00", "2026-11-23T10:00", (-1, 0), (0, 0)),
}  # fmt: skip


@pytest.mark.parametrize(
    ("calendar", "start", "end", "clock", "office"), VALUES.values(), ids=VALUES.keys()
)
def test_clock_time_and_office_time(calendar, start, end, clock, office):
    assert at(end) - at(start) == hours(*clock)
    assert office_time(at(start), at(end), calendar, ZONE) == hours(*office)


WEEKDAYS = {
    "over a weekend": ("2026-11-27T15:00", "2026-11-30T15:00"),
    "from a Saturday": ("2026-11-28T12:00", "2026-12-01T00:00"),
    "over Christmas": ("2026-12-23T16:00", "2026-12-28T16:00"),
    "over New Year": ("2026-12-30T16:00", "2027-01-04T16:00"),
    "over Epiphany": ("2027-01-05T10:00", "2027-01-07T10:00"),
}


@pytest.mark.parametrize(("start", "end"), WEEKDAYS.values(), ids=WEEKDAYS.keys())
def test_a_day_by_the_clock_that_skips_days_off(start, end):
    assert after(at(start), hours(24), weekday_clock, PLAIN, ZONE) == at(end)


OFFICE = {
    "within a day": ("2026-11-23T10:00", 2, "2026-11-23T12:00"),
    "to the very end of a day": ("2026-11-23T08:30", 8, "2026-11-23T16:30"),
    "into the next day": ("2026-11-23T15:30", 2, "2026-11-24T09:00"),
    "from a night": ("2026-11-23T21:15", 1, "2026-11-24T09:00"),
    "over Christmas": ("2026-12-23T16:00", 1, "2026-12-28T08:30"),
    "two weeks": ("2026-11-23T08:00", 80, "2026-12-04T11:30"),
}


@pytest.mark.parametrize(("start", "count", "end"), OFFICE.values(), ids=OFFICE.keys())
def test_so_many_hours_at_work(start, count, end):
    assert after(at(start), hours(count), office_clock, PLAIN, ZONE) == at(end)


def test_a_team_that_works_one_day_a_year_is_waited_for():
    week = (*[()] * 6, ((time(9), time(10)),))
    sundays = WorkingCalendar(week=week)
    assert after(at("2026-11-23T10:00"), hours(10), office_clock, sundays, ZONE) == at(
        "2027-01-31T10:00"
    )


START = datetime(2026, 1, 1, tzinfo=UTC)
moments = st.integers(0, 730 * 24 * 3600).map(lambda seconds: START + timedelta(seconds=seconds))
calendars = st.sampled_from([PLAIN, HALF, SQUEEZED, LUNCHING, SUNDAYS, PLANNING])


@costly
@given(st.lists(moments, min_size=3, max_size=3).map(sorted), calendars)
def test_office_time_is_the_sum_of_its_parts_and_never_longer_than_the_clocks(times, calendar):
    start, middle, end = times
    whole = office_time(start, end, calendar, ZONE)
    parts = [office_time(*pair, calendar, ZONE) for pair in ((start, middle), (middle, end))]
    assert whole == sum(parts, timedelta())
    assert timedelta() <= whole <= end - start


@given(moments, calendars)
def test_no_time_passes_on_a_free_day(moment, calendar):
    day = moment.astimezone(ZONE).date()
    begin = datetime.combine(day, time(), ZONE)
    end = datetime.combine(day + timedelta(days=1), time(), ZONE)
    is_free = not calendar.is_working_day(day)
    assert (office_time(begin, end, calendar, ZONE) == timedelta()) is is_free


@costly
@given(moments, st.integers(1, 100), calendars)
def test_what_is_due_after_some_hours_at_work_is_that_many_hours_at_work_later(
    start, count, calendar
):
    end = after(start, hours(count), office_clock, calendar, ZONE)
    assert office_time(start, end, calendar, ZONE) == hours(count)
    assert office_time(start, end - timedelta(seconds=1), calendar, ZONE) < hours(count)
