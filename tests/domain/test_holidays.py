"""Which holiday weeks are to be planned on a day, and how their slots stand."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendar import Week, WorkingCalendar
from bot.domain.gaps import window
from bot.domain.holidays import Holiday, Weeks, last_day, pack, reach, weeks_to_plan
from bot.domain.outlets import Slot

CHRISTMAS, SUMMER = Holiday.CHRISTMAS, Holiday.SUMMER
ON = {
    "the Sunday before week 48": (date(2026, 11, 22), None),
    "the Monday of week 48": (date(2026, 11, 23), CHRISTMAS),
    "week 51, which is late": (date(2026, 12, 20), CHRISTMAS),
    "Christmas week itself": (date(2026, 12, 21), None),
    "January": (date(2027, 1, 4), None),
    "the Sunday before week 22": (date(2027, 5, 30), None),
    "the Monday of week 22": (date(2027, 5, 31), SUMMER),
    "the day before week 27": (date(2027, 7, 4), SUMMER),
    "week 27": (date(2027, 7, 5), None),
}


@pytest.mark.parametrize(("today", "holiday"), ON.values(), ids=ON.keys())
def test_a_pack_has_its_time(today, holiday):
    found = weeks_to_plan(today)
    assert (found.holiday if found else None) is holiday


DAYS = {
    "in a year of 53 weeks": (date(2026, 12, 1), date(2026, 12, 21), date(2027, 1, 10)),
    "where Christmas Eve is a Friday": (date(2027, 12, 1), date(2027, 12, 20), date(2028, 1, 9)),
    "where Christmas Eve is a Sunday": (date(2028, 12, 1), date(2028, 12, 18), date(2029, 1, 7)),
    "in summer": (date(2027, 6, 1), date(2027, 7, 5), date(2027, 8, 8)),
}


@pytest.mark.parametrize(("today", "first", "last"), DAYS.values(), ids=DAYS.keys())
def test_the_weeks_are_whole(today, first, last):
    found = weeks_to_plan(today)
    assert (found.start, last_day(found)) == (first, last)


@given(st.dates(date(2020, 1, 1), date(2090, 12, 31)))
def test_whatever_the_year_the_eves_and_twelfth_night_are_in_it_and_ahead(today):
    found = weeks_to_plan(today)
    assert reach(today) >= window(today)[1]
    if found is None:
        return
    assert found.since <= today < found.start < found.end <= reach(today)
    if found.holiday is CHRISTMAS:
        days = (date(today.year, 12, 24), date(today.year, 12, 31), date(today.year + 1, 1, 6))
        assert all(found.start <= day < found.end for day in days)


def test_in_early_summer_gaps_beyond_the_horizon_can_be_filled():
    today = date(2027, 5, 31)
    assert reach(today) == date(2027, 8, 9) > window(today)[1]


def slot(day, at=11, outlet=1):
    return Slot(date(2026, 12, day), time(at), outlet)


WEEKS = Weeks(CHRISTMAS, date(2026, 12, 21), date(2027, 1, 11), date(2026, 11, 23), Week(2026, 50))


def test_what_is_left_empty_on_purpose_is_not_wanted_and_what_is_filled_is_no_gap():
    slots = [slot(21), slot(23), slot(25), slot(28)]
    found = pack(
        WEEKS,
        slots,
        [slot(23, 13), slot(25)],
        [slot(25), slot(28)],
        WorkingCalendar(),
        now=datetime(2026, 11, 24, tzinfo=UTC),
        zone=UTC,
    )
    assert (found.wanted, found.filled, found.gaps) == (3, 2, (slot(21),))


FREE = {date(2026, 12, day) for day in (24, 25, 26, 31)} | {date(2027, 1, 1), date(2027, 1, 6)}


def test_what_only_asks_is_listed_but_not_wanted():
    found = pack(
        WEEKS,
        [slot(21), slot(25), slot(28)],
        [slot(21)],
        [],
        WorkingCalendar(),
        now=datetime(2026, 11, 24, tzinfo=UTC),
        zone=UTC,
    )
    assert (found.wanted, found.filled, found.asks) == (2, 1, 1)
    assert found.gaps == (slot(25), slot(28))


@given(st.sets(st.integers(0, 19)), st.sets(st.integers(0, 19)), st.sets(st.integers(0, 19)))
def test_filled_and_gaps_are_what_is_wanted(wanted, posts, marks):
    def on(numbers):
        return [Slot(WEEKS.start + timedelta(days=n), time(11), 1) for n in sorted(numbers)]

    now = datetime(2026, 11, 24, tzinfo=UTC)
    found = pack(WEEKS, on(wanted), on(posts), on(marks), WorkingCalendar(), now=now, zone=UTC)
    free = {number for number in wanted if on([number])[0].day in FREE}
    assert found.filled == len(wanted & posts)
    assert found.asks == len(free - posts - marks)
    assert found.wanted == len(wanted - (marks - posts)) - found.asks
