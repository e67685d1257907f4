"""What recurs comes when dateutil says it does, but in bounded time."""

from datetime import datetime, timedelta
from time import process_time

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.recurrence import BadRule, Budget, TooMuch, parts, starts

EARLIEST, SINCE, LATEST, LAST = map(
    datetime.fromisoformat, ("2015-01-01", "2026-11-24", "2027-03-01", "2027-05-24")
)

days = st.sampled_from(["", ";BYDAY=MO", ";BYDAY=TU,FR", ";BYDAY=SA,SU"])
rules = st.builds(
    "FREQ={}{}{};INTERVAL={}".format,
    st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]),
    days,
    st.sampled_from(["", ";BYMONTH=2", ";BYMONTHDAY=29,31", ";BYMONTHDAY=-1", ";WKST=SU"]),
    st.integers(1, 5),
)
firsts = st.datetimes(EARLIEST, LATEST).map(lambda first: first.replace(microsecond=0))


@settings(max_examples=60, deadline=None)
@given(rule=rules, first=firsts, count=st.none() | st.integers(1, 300))
def test_the_time_ahead_holds_what_the_rule_says(rule, first, count):
    if count:
        rule += f";COUNT={count}"
    plain = rrulestr(rule.replace(f";COUNT={count}", ""), dtstart=first).replace(until=LAST)
    expected = [start for start in list(plain)[:count] if start >= SINCE]

    assert starts(parts(rule), first, last=LAST, since=SINCE, budget=Budget()) == expected


@pytest.mark.parametrize("frequency", ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"])
def test_rules_that_never_match_are_given_up(frequency):
    rule, budget = parts(f"FREQ={frequency};BYMONTH=2;BYMONTHDAY=30"), Budget()
    began = process_time()

    def again_and_again():
        for _ in range(10_000):
            assert starts(rule, SINCE, last=LAST, since=SINCE, budget=budget) == []

    with pytest.raises(TooMuch):
        again_and_again()
    assert process_time() - began < 5


@pytest.mark.parametrize(
    "rule",
    [
        pytest.param("", id="nothing"),
        pytest.param("FREQ=SECONDLY", id="each second"),
        pytest.param("FREQ=MINUTELY;INTERVAL=1440", id="minutes"),
        pytest.param("FREQ=DAILY;BYHOUR=8,9", id="twice a day"),
        pytest.param("FREQ=DAILY;INTERVAL=0", id="without end"),
        pytest.param("FREQ=DAILY;FREQ=DAILY", id="twice"),
        pytest.param("FREQ=DAILY;COUNT=-1", id="fewer than none"),
        pytest.param("FREQ=DAILY;BYEASTER=1", id="a part of dateutil's own"),
        pytest.param("FREQ=DAILY;BYMONTHDAY=" + "1," * 300 + "1", id="a long one"),
    ],
)
def test_a_rule_that_no_plan_has_is_refused(rule):
    with pytest.raises(BadRule):
        parts(rule)


@pytest.mark.parametrize("part", ["BYDAY=HEJ", "BYMONTH=x", "BYSETPOS=0", "BYMONTH=", "WKST=1"])
def test_a_part_that_dateutil_cannot_read_is_refused(part):
    with pytest.raises(BadRule):
        starts(parts(f"FREQ=DAILY;{part}"), SINCE, last=LAST, since=SINCE, budget=Budget())


def test_what_is_over_before_it_begins_never_comes():
    last = SINCE - timedelta(days=1)

    assert starts(parts("FREQ=DAILY"), SINCE, last=last, since=SINCE, budget=Budget()) == []
