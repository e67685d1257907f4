"""Siblings that move along: they stay as far apart by the clock as they were."""

from datetime import UTC, date, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.care import shifted, span_of
from bot.domain.plan import DayPast, TimeSkipped
from tests import make
from tests.make import NOW

ZONE = ZoneInfo("Europe/Stockholm")
TODAY = date(2026, 11, 24)
FRIDAY = date(2026, 11, 27)


def along(post, span):
    return shifted(post, span, today=TODAY, zone=ZONE, now=NOW)


MOVES = {
    "by days": ((FRIDAY, "09:00"), timedelta(days=3), (date(2026, 11, 30), "09:00")),
    "by hours": ((FRIDAY, "09:00"), timedelta(hours=3), (FRIDAY, "12:00")),
    "by both": ((FRIDAY, "09:00"), timedelta(days=1, hours=-2), (date(2026, 11, 28), "07:00")),
    "over midnight": ((FRIDAY, "23:00"), timedelta(hours=2), (date(2026, 11, 28), "01:00")),
    "back over midnight": ((FRIDAY, "00:30"), timedelta(hours=-1), (date(2026, 11, 26), "23:30")),
    "over a clock change, by the clock": (
        (date(2027, 3, 27), "11:00"),
        timedelta(days=2),
        (date(2027, 3, 29), "11:00"),
    ),
}


@pytest.mark.parametrize(("start", "span", "there"), MOVES.values(), ids=MOVES)
def test_a_sibling_moves_as_far_as_the_post(start, span, there):
    moved = along(make.post(1, start[0], at=time.fromisoformat(start[1])), span)
    assert (moved.day, f"{moved.at:%H:%M}") == there


def test_a_sibling_moves_neither_into_the_past_nor_into_an_hour_that_is_skipped():
    with pytest.raises(DayPast):
        along(make.post(1, FRIDAY), timedelta(days=-4))
    with pytest.raises(TimeSkipped):
        along(make.post(1, date(2027, 3, 27), at=time(2, 30)), timedelta(days=1))


DAYS = st.dates(date(2026, 12, 1), date(2027, 2, 28))
TIMES = st.times().map(lambda at: at.replace(second=0, microsecond=0))


def test_what_is_overdue_may_get_another_hour_on_its_day():
    late = make.post(1, date(2026, 11, 23), at=time(9))
    assert along(late, timedelta(hours=2)).slot.at == time(11)
    with pytest.raises(DayPast):
        along(late, timedelta(days=-1))


@given(DAYS, TIMES, DAYS, TIMES, DAYS, TIMES)
def test_there_and_back_is_nothing(day, at, other_day, other_at, to_day, to_at):
    before, sibling = make.post(1, day, at=at), make.post(2, other_day, at=other_at)
    after = make.post(1, to_day, at=to_at)
    there = shifted(sibling, span_of(before, after), today=date(2026, 1, 1), zone=UTC, now=NOW)
    assert span_of(before, sibling) == span_of(after, there)
    back = shifted(there, span_of(after, before), today=date(2026, 1, 1), zone=UTC, now=NOW)
    assert back.slot == sibling.slot
