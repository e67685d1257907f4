"""The plan cut into pages."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendar import WorkingCalendar
from bot.domain.plan import Plan
from bot.domain.weeks import WeekPlan, by_week, pages
from tests import make
from tests.examples import costly

START = date(2026, 11, 23)
NOON = datetime(2026, 11, 25, 12, 0, tzinfo=ZoneInfo("Europe/Stockholm"))


def weeks(*counts: int) -> tuple[WeekPlan, ...]:
    """Weeks in a row with so many posts."""
    posts = [
        make.post(100 * week + each, START + timedelta(weeks=week))
        for week, count in enumerate(counts)
        for each in range(count)
    ]
    plan = Plan(START, START + timedelta(weeks=len(counts)), (), tuple(posts))
    return by_week(plan, WorkingCalendar(), now=NOON, zone=ZoneInfo("Europe/Stockholm"))


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ([], [[]]),
        ([0], [[0]]),
        ([3, 3], [[3, 3]]),
        ([3, 4], [[3], [4]]),
        ([3, 4, 0, 1], [[3], [4, 0], [1]]),
        ([12], [[7], [5]]),
        ([1, 12], [[1], [7], [5]]),
        ([12, 1], [[7], [5, 1]]),
    ],
    ids=["nothing", "an empty week", "fit", "do not", "several", "too long", "last", "first"],
)
def test_a_week_stays_whole_where_a_page_of_eight_lines_holds_it(
    counts: list[int], expected: list[list[int]]
) -> None:
    found = pages(weeks(*counts), 8)
    assert [[len(week.rows) for week in page] for page in found] == expected


@costly
@given(st.lists(st.integers(0, 30), max_size=8), st.integers(3, 40))
def test_every_row_is_on_one_page_in_order_and_no_page_is_too_long(
    counts: list[int], room: int
) -> None:
    every = weeks(*counts)
    found = pages(every, room)
    assert [r for p in found for w in p for r in w.rows] == [r for w in every for r in w.rows]
    assert all(sum(1 + max(1, len(week.rows)) for week in page) <= room for page in found)
    assert {w.week for p in found for w in p} == {week.week for week in every}
    assert all(found) or not counts
