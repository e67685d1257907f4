"""What ran a year ago comes back for a gap, rested and once."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.outlets import Slot
from bot.domain.plan import Status
from bot.domain.reuse import Former, StillFresh, again, check_rested
from bot.domain.seasons import Months
from tests import make
from tests.examples import costly

DAY = date(2026, 12, 9)
GAP = Slot(DAY, time(11), 1)


def former(day, number=1, *, newest=None, **fields):
    praise, season = fields.pop("praise", 0), fields.pop("season", None)
    post = make.post(number, day, status=Status.PUBLISHED, **fields)
    return Former(post, newest or day, praise, season)


WINTER, SUMMER = Months(12, 2), Months(6, 8)
CASES = {
    "to the day": (former(date(2025, 12, 9)), True),
    "three weeks before": (former(date(2025, 11, 18)), True),
    "three weeks after": (former(date(2025, 12, 30)), True),
    "a day too early": (former(date(2025, 11, 17)), False),
    "a day too late": (former(date(2025, 12, 31)), False),
    "two years ago": (former(date(2024, 12, 9)), False),
    "on another outlet": (former(date(2025, 12, 9), outlet_id=2), False),
    "of the season": (former(date(2026, 1, 20), season=WINTER), True),
    "of the season, but two winters ago": (former(date(2025, 1, 20), season=WINTER), False),
    "of another season": (former(date(2026, 1, 20), season=SUMMER), False),
    "reused ten months ago": (former(date(2025, 12, 9), newest=date(2026, 2, 9)), True),
    "reused later than that": (former(date(2025, 12, 9), newest=date(2026, 2, 10)), False),
    "planned anew already": (former(date(2025, 12, 9), newest=date(2027, 1, 10)), False),
}


@pytest.mark.parametrize(("one", "fits"), CASES.values(), ids=CASES.keys())
def test_the_rule_decides_what_comes_back(one, fits):
    assert bool(again([GAP], [one])) is fits


def test_it_says_whether_it_ran_a_year_ago_or_is_of_the_season():
    year = again([GAP], [former(date(2025, 12, 9), season=WINTER)])[GAP]
    season = again([GAP], [former(date(2026, 1, 20), season=WINTER)])[GAP]
    assert (year.is_year_ago, year.season) == (True, None)
    assert (season.is_year_ago, season.season) == (False, WINTER)


def test_praise_comes_before_nearness_and_a_year_ago_before_the_season():
    near, praised = former(date(2025, 12, 9), 1), former(date(2025, 12, 20), 2, praise=2)
    seasonal = former(date(2026, 1, 20), 3, season=WINTER, praise=9)
    assert again([GAP], [near, praised, seasonal])[GAP].post.id == 2
    assert again([GAP], [near, seasonal])[GAP].post.id == 1


def test_none_comes_back_twice():
    later = Slot(DAY + timedelta(days=2), time(11), 1)
    found = again([later, GAP], [former(date(2025, 12, 9))])
    assert list(found) == [GAP]


def test_what_is_fresh_is_refused_by_its_title():
    with pytest.raises(StillFresh) as refused:
        check_rested(former(date(2025, 12, 9), newest=date(2026, 8, 1)), DAY)
    assert refused.value.values == {"title": "Öppet hus"}


@costly
@given(st.lists(st.integers(-400, 400), max_size=8), st.lists(st.integers(0, 60), max_size=5))
def test_whatever_has_run_what_comes_back_is_rested_and_comes_back_once(ran, ahead):
    formers = [former(DAY - timedelta(days=365 + n), i) for i, n in enumerate(ran, 1)]
    gaps = {Slot(DAY + timedelta(days=n), time(11), 1) for n in ahead}
    found = again(gaps, formers)
    ids = [each.post.id for each in found.values()]
    assert len(ids) == len(set(ids))
    assert all(each.post.day < gap.day - timedelta(days=300) for gap, each in found.items())
    assert found == again(sorted(gaps, reverse=True), formers)
