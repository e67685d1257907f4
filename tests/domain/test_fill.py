"""How well the plan is filled."""

from dataclasses import replace
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.domain.calendar import WorkingCalendar
from bot.domain.fill import FillRate, fill_rates, fillers
from bot.domain.gaps import filled, wanting, window
from bot.domain.outlets import DEFAULT_CADENCE, Outlet, Slot
from bot.domain.plan import Plan, Post, Status
from tests import make
from tests.examples import costly

STOCKHOLM = ZoneInfo("Europe/Stockholm")
TODAY = date(2026, 11, 25)  # a Wednesday, with a slot at 11
MORNING = datetime(2026, 11, 25, 8, 15, tzinfo=STOCKHOLM)
NOON = datetime(2026, 11, 25, 12, 0, tzinfo=STOCKHOLM)
OUTLETS = (Outlet(1, "Facebook", (DEFAULT_CADENCE,)), Outlet(2, "Webb"))
FRIDAY = date(2026, 11, 27)
WORKING = WorkingCalendar()

clocks = st.times(time(6), time(22)).map(lambda at: at.replace(second=0, microsecond=0))
days = st.dates(TODAY, date(2027, 1, 23))
posts = st.lists(
    st.builds(
        make.post,
        st.integers(1, 10**6),
        days,
        at=clocks,
        outlet_id=st.integers(1, 2),
        owner=st.sampled_from([make.AMIRA, None]),
        status=st.sampled_from([Status.DRAFT, Status.READY, Status.PUBLISHED]),
    ),
    max_size=40,
    unique_by=lambda post: post.id,
)
marks = st.frozensets(st.builds(Slot, days, clocks, st.integers(1, 2)), max_size=10)
nows = st.integers(0, 23).map(lambda hour: datetime(2026, 11, 25, hour, tzinfo=STOCKHOLM))


def plan(*planned: Post, left_empty: frozenset[Slot] = frozenset()) -> Plan:
    return Plan(*window(TODAY), OUTLETS, planned, left_empty)


def two_weeks(found: Plan, now: datetime = MORNING) -> FillRate:
    return fill_rates(found, WORKING, now=now, zone=STOCKHOLM)[0]


def test_an_empty_plan_wants_every_slot_of_14_30_and_60_days() -> None:
    found = fill_rates(plan(), WORKING, now=MORNING, zone=STOCKHOLM)
    assert [(rate.days, rate.wanted, rate.filled) for rate in found] == [
        (14, 7, 0),
        (30, 13, 0),
        (60, 23, 0),
    ]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, (7, 1, 0)),
        ({"owner": None}, (7, 0, 0)),
        ({"status": Status.READY}, (7, 1, 1)),
        ({"status": Status.PUBLISHED}, (7, 1, 1)),
        ({"status": Status.READY, "owner": None}, (7, 0, 0)),
        ({"at": time(15)}, (7, 1, 0)),
        ({"outlet_id": 2}, (7, 0, 0)),
    ],
    ids=["draft", "nobody's", "ready", "out", "ready, nobody's", "another hour", "no slot"],
)
def test_a_slot_is_filled_by_a_post_with_an_owner(fields: Any, expected: Any) -> None:
    rate = two_weeks(plan(make.post(1, FRIDAY, **fields)))
    assert (rate.wanted, rate.filled, rate.ready) == expected


def test_what_has_begun_is_no_longer_wanted() -> None:
    assert two_weeks(plan(make.post(1, TODAY)), NOON) == FillRate(14, wanted=6, filled=0, ready=0)


CHRISTMAS = date(2026, 12, 25)
DAYS_OFF = {
    "nobody has answered": (plan(), (0, 23)),
    "left empty": (plan(left_empty=frozenset({Slot(CHRISTMAS, time(11), 1)})), (0, 23)),
    "published anyway": (plan(make.post(1, CHRISTMAS)), (1, 24)),
    "published anyway, nobody's": (plan(make.post(1, CHRISTMAS, owner=None)), (0, 24)),
}


@pytest.mark.parametrize(("found", "expected"), DAYS_OFF.values(), ids=DAYS_OFF.keys())
def test_a_slot_on_a_day_off_counts_once_a_post_is_there(found: Plan, expected: Any) -> None:
    rate = fill_rates(found, WORKING, now=MORNING, zone=STOCKHOLM)[-1]
    assert (rate.filled, rate.wanted) == expected


@pytest.mark.parametrize(
    ("filled_", "wanted", "percent"),
    [
        (14, 21, 67),
        (1, 12, 8),
        (5, 10, 50),
        (1, 200, 1),
        (199, 200, 99),
        (12, 12, 100),
        (4, 6, None),
    ],
    ids=["two thirds", "a twelfth", "half", "half a per cent", "all but one", "all", "too few"],
)
def test_the_share_is_rounded_but_all_is_all(filled_: int, wanted: int, percent: int) -> None:
    assert FillRate(60, wanted, filled_, 0).percent == percent


def test_of_two_posts_at_the_same_time_the_owned_one_counts() -> None:
    both = (make.post(1, FRIDAY, owner=None), make.post(2, FRIDAY, status=Status.READY))
    assert two_weeks(plan(*both)) == FillRate(14, wanted=7, filled=1, ready=1)


def test_nothing_is_wanted_where_no_outlet_asks() -> None:
    quiet = replace(plan(), outlets=OUTLETS[1:])
    assert two_weeks(quiet) == FillRate(14, wanted=0, filled=0, ready=0)


@costly
@given(posts, marks, nows)
def test_ready_is_filled_and_filled_is_wanted_and_more_days_have_more(
    planned: list[Post], left_empty: frozenset[Slot], now: datetime
) -> None:
    rates = fill_rates(plan(*planned, left_empty=left_empty), WORKING, now=now, zone=STOCKHOLM)
    assert all(0 <= rate.ready <= rate.filled <= rate.wanted for rate in rates)
    for part in ("wanted", "filled", "ready"):
        counts = [getattr(rate, part) for rate in rates]
        assert counts == sorted(counts)


@costly
@given(posts, marks, nows)
def test_what_is_wanted_and_not_filled_is_a_gap_or_a_post_of_nobodys(
    planned: list[Post], left_empty: frozenset[Slot], now: datetime
) -> None:
    found = plan(*planned, left_empty=left_empty)
    rate = fill_rates(found, WORKING, now=now, zone=STOCKHOLM)[-1]
    unowned = [
        slot
        for slot, post in fillers(found.slots(), found.posts).items()
        if post.owner is None and slot.starts(STOCKHOLM) > now
    ]
    missing = wanting(found.gaps(now=now, zone=STOCKHOLM), WORKING)
    assert rate.wanted - rate.filled == len(missing) + len(unowned)


@costly
@given(posts, st.data(), nows)
def test_leaving_a_gap_empty_takes_one_from_what_is_wanted_and_nothing_else(
    planned: list[Post], data: st.DataObject, now: datetime
) -> None:
    before = plan(*planned)
    missing = wanting(before.gaps(now=now, zone=STOCKHOLM), WORKING)
    assume(missing)
    gap = data.draw(st.sampled_from(missing))
    after = replace(before, left_empty=frozenset({gap}))
    old, new = (fill_rates(each, WORKING, now=now, zone=STOCKHOLM)[-1] for each in (before, after))
    assert new == replace(old, wanted=old.wanted - 1)


@costly
@given(posts)
def test_the_slots_that_posts_fill_are_those_that_are_no_gaps(planned: list[Post]) -> None:
    slots = plan().slots()
    found = fillers(slots, planned)
    assert found.keys() == filled(slots, (post.slot for post in planned))
    assert len({post.id for post in found.values()}) == len(found)
