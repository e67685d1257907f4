"""How often: what is chosen becomes a rule and is read back, and weeks are counted, not odd or even."""

from datetime import date, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.outlets import Cadence
from bot.domain.rhythm import (
    WEEKDAYS,
    Often,
    WeekdaysMissing,
    understood,
    weeks_later,
    weeks_to_choose,
    written,
)

TODAY = date(2026, 11, 24)  # a Tuesday in week 48


@pytest.mark.parametrize(
    ("often", "rule", "first"),
    [
        (Often.WEEKLY, "FREQ=WEEKLY;BYDAY=TU", "2026-11-24"),
        (Often.SECOND_WEEK, "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "2026-12-01"),
        (Often.THIRD_WEEK, "FREQ=WEEKLY;INTERVAL=3;BYDAY=TU", "2026-12-08"),
        (Often.FOURTH_WEEK, "FREQ=WEEKLY;INTERVAL=4;BYDAY=TU", "2026-12-01"),
        (Often.MONTH_FIRST, "FREQ=MONTHLY;BYDAY=1TU", "2026-12-01"),
        (Often.MONTH_FOURTH, "FREQ=MONTHLY;BYDAY=4TU", "2026-11-24"),
        (Often.MONTH_LAST, "FREQ=MONTHLY;BYDAY=-1TU", "2026-11-24"),
    ],
)
def test_what_is_chosen_becomes_a_rule(often, rule, first):
    assert written(often, ["TU"]) == rule
    days = Cadence(rule, time(11)).days(TODAY, TODAY + timedelta(days=60))
    assert str(days[0]) == first


@given(
    st.sampled_from([often for often in Often if often is not Often.OWN]),
    st.sets(st.sampled_from(WEEKDAYS), min_size=1),
)
def test_what_was_chosen_is_read_back(often, days):
    found = understood(written(often, days))
    assert found == (often, tuple(day for day in WEEKDAYS if day in days))


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY",
        "FREQ=MONTHLY;BYMONTHDAY=15",
        "FREQ=WEEKLY;INTERVAL=5;BYDAY=MO",
        "FREQ=WEEKLY;BYDAY=MO;WKST=SU",
    ],
)
def test_every_other_rule_is_somebodys_own(rule):
    assert understood(rule) == (Often.OWN, ())


def test_in_whatever_order_a_rule_is_written_it_is_understood():
    said = "BYDAY=WE,MO;INTERVAL=2;FREQ=WEEKLY"
    assert understood(said) == (Often.SECOND_WEEK, ("MO", "WE"))


@pytest.mark.parametrize("own", [" freq=daily; interval=3 ", "rrule:FREQ=DAILY;INTERVAL=3"])
def test_an_own_rule_is_tidied(own):
    assert written(Often.OWN, [], own) == "FREQ=DAILY;INTERVAL=3"


def test_without_a_weekday_nothing_is_written():
    with pytest.raises(WeekdaysMissing):
        written(Often.SECOND_WEEK, [])


def test_the_weeks_to_begin_in_are_this_one_and_the_next():
    assert [str(day) for day in weeks_to_choose(TODAY)] == [
        "2026-11-23", "2026-11-30", "2026-12-07", "2026-12-14",
    ]  # fmt: skip


@given(st.dates(date(2024, 1, 1), date(2040, 1, 1)), st.sampled_from([1, 2, 3, 4]))
def test_some_week_on_offer_begins_every_set_of_weeks(today, step):
    rule = f"FREQ=WEEKLY;INTERVAL={step};BYDAY=TU" if step > 1 else "FREQ=WEEKLY;BYDAY=TU"
    assert {weeks_later(rule, monday) for monday in weeks_to_choose(today)} == set(range(step))


def test_week_53_and_week_1_follow_each_other_though_both_are_odd():
    rule = "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"
    week_53, week_1 = date(2026, 12, 28), date(2027, 1, 4)
    assert weeks_later(rule, week_53) != weeks_later(rule, week_1)
    cadence = Cadence(rule, time(11), weeks_later(rule, week_53))
    days = cadence.days(TODAY, date(2027, 2, 1))
    assert {b - a for a, b in pairwise(days)} == {timedelta(weeks=2)}
    assert [day.isocalendar().week for day in days] == [49, 51, 53, 2, 4]
