"""When something that waits for the page is tried, though the clock was moved."""

from datetime import timedelta

import pytest

from bot.domain.waiting import LONGEST, again, is_due
from tests.make import NOW

SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("ahead", "expected"),
    [
        pytest.param(timedelta(0), True, id="now"),
        pytest.param(-timedelta(days=9), True, id="long over"),
        pytest.param(SECOND, False, id="in a second"),
        pytest.param(LONGEST, False, id="the longest wait"),
        pytest.param(LONGEST + SECOND, True, id="further off than anything waits"),
        pytest.param(timedelta(hours=26), True, id="decided while the clock was ahead"),
    ],
)
def test_a_moment_has_come_or_lies_further_off_than_anything_waits(ahead, expected):
    assert is_due(NOW + ahead, NOW) is expected


@pytest.mark.parametrize(
    ("seconds", "wait"),
    [(None, SECOND), (0, SECOND), (60, timedelta(minutes=1)), (10**9, LONGEST)],
)
def test_the_page_is_left_alone_as_it_asks_but_not_for_ever(seconds, wait):
    assert again(NOW, SECOND, seconds) == NOW + wait
