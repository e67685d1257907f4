"""Which slots are gaps, and how long the plan lasts."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendar import Week, WorkingCalendar
from bot.domain.gaps import (
    NoGapInWeek,
    Runway,
    asking,
    filled,
    first_gap,
    gaps,
    runway,
    wanting,
    window,
)
from bot.domain.outlets import DEFAULT_CADENCE, Cadence, Outlet, Slot, slots
from tests.examples import costly

STOCKHOLM = ZoneInfo("Europe/Stockholm")
TODAY = date(2026, 11, 25)  # a Wednesday, with a slot at 11
MORNING = datetime(2026, 11, 25, 8, 15, tzinfo=STOCKHOLM)
NOON = datetime(2026, 11, 25, 12, 0, tzinfo=STOCKHOLM)
FACEBOOK = Outlet(1, "Facebook", (DEFAULT_CADENCE,))
SLOTS = slots(FACEBOOK, *window(TODAY))
WORKING = WorkingCalendar()

times = st.times(time(6), time(22)).map(lambda at: at.replace(second=0, microsecond=0))
places = st.lists(
    st.builds(
        Slot,
        st.dates(date(2026, 11, 25), date(2026, 11, 28)),
        times,
        st.integers(1, 2),
    ),
    max_size=8,
)


def at(day: str, clock: str = "11:00", outlet_id: int = 1) -> Slot:
    return Slot(date.fromisoformat(day), time.fromisoformat(clock), outlet_id)


def first_days(found: list[Slot], count: int = 2) -> list[str]:
    return [str(slot.day) for slot in found[:count]]


@pytest.mark.parametrize(
    ("posts", "expected"),
    [
        ([], ["2026-11-25", "2026-11-27"]),
        ([at("2026-11-25")], ["2026-11-27", "2026-11-30"]),
        ([at("2026-11-25", "13:00")], ["2026-11-27", "2026-11-30"]),
        ([at("2026-11-25", "09:00"), at("2026-11-25", "15:00")], ["2026-11-27", "2026-11-30"]),
        ([at("2026-11-25", outlet_id=2)], ["2026-11-25", "2026-11-27"]),
        ([at("2026-11-26")], ["2026-11-25", "2026-11-27"]),
    ],
    ids=["nothing", "on time", "moved the same day", "two posts", "another outlet", "another day"],
)
def test_a_post_fills_the_slot_of_its_outlet_and_day(
    posts: list[Slot], expected: list[str]
) -> None:
    assert first_days(gaps(SLOTS, posts, now=MORNING, zone=STOCKHOLM)) == expected


@pytest.mark.parametrize(
    ("posts", "expected"),
    [
        (["10:00"], ["09:00"]),
        (["12:00"], ["09:00"]),
        (["12:01"], ["15:00"]),
        (["14:00", "16:00"], ["09:00", "15:00"]),
        (["06:00", "07:00", "08:00"], ["09:00", "15:00"]),
    ],
    ids=["near the first", "just between", "near the second", "two", "three"],
)
def test_on_a_day_with_two_slots_a_post_fills_the_nearest(
    posts: list[str], expected: list[str]
) -> None:
    both = [at("2026-11-25", "09:00"), at("2026-11-25", "15:00")]
    found = filled(both, [at("2026-11-25", clock) for clock in posts])
    assert sorted(f"{slot.at:%H:%M}" for slot in found) == expected


def test_the_closest_pair_goes_first() -> None:
    both = [at("2026-11-25", "09:00"), at("2026-11-25", "15:00")]
    assert filled(both, [at("2026-11-25", "14:00"), at("2026-11-25", "15:00")]) == set(both)


def test_a_slot_left_empty_on_purpose_is_no_gap() -> None:
    found = gaps(SLOTS, [], [at("2026-11-25")], now=MORNING, zone=STOCKHOLM)
    assert first_days(found) == ["2026-11-27", "2026-11-30"]


def test_a_slot_stays_left_empty_when_the_cadence_changes_its_hour() -> None:
    found = gaps(SLOTS, [], [at("2026-11-25", "09:00")], now=MORNING, zone=STOCKHOLM)
    assert first_days(found) == ["2026-11-27", "2026-11-30"]


def test_a_post_beside_a_slot_left_empty_does_not_fill_the_other() -> None:
    both = [at("2026-11-25", "09:00"), at("2026-11-25", "15:00")]
    post, mark = [at("2026-11-25", "14:00")], [at("2026-11-25", "15:00")]
    assert gaps(both, post, mark, now=MORNING, zone=STOCKHOLM) == both[:1]


def test_a_slot_of_today_whose_time_has_passed_is_no_gap_ahead() -> None:
    assert first_days(gaps(SLOTS, [], now=NOON, zone=STOCKHOLM)) == ["2026-11-27", "2026-11-30"]


def test_a_slot_has_passed_at_its_very_minute() -> None:
    on_time = MORNING.replace(hour=11, minute=0)
    assert first_days(gaps(SLOTS, [], now=on_time, zone=STOCKHOLM), 1) == ["2026-11-27"]


@pytest.mark.parametrize(
    ("posts", "days"),
    [([], 0), ([at("2026-11-25")], 2), ([at("2026-11-25"), at("2026-11-27", "16:00")], 5)],
    ids=["today is empty", "to Friday", "over the weekend"],
)
def test_the_runway_is_the_days_to_the_first_gap(posts: list[Slot], days: int) -> None:
    found = runway(gaps(SLOTS, posts, now=MORNING, zone=STOCKHOLM), WORKING, today=TODAY)
    assert found.days == days
    assert found.first_gap
    assert (found.first_gap.day - TODAY).days == days


def test_a_full_plan_has_no_first_gap() -> None:
    ahead = gaps(SLOTS, SLOTS, now=MORNING, zone=STOCKHOLM)
    assert runway(ahead, WORKING, today=TODAY) == Runway(None, None, 60)


@pytest.mark.parametrize(("horizon", "days"), [(1, None), (2, 2), (60, 2)])
def test_the_last_day_of_the_horizon_counts(horizon: int, days: int | None) -> None:
    ahead = gaps(SLOTS, [at("2026-11-25")], now=MORNING, zone=STOCKHOLM)
    assert runway(ahead, WORKING, today=TODAY, horizon=horizon).days == days


def test_on_free_days_slots_ask_and_the_runway_passes_them_by() -> None:
    planned = [slot for slot in SLOTS if slot.day < date(2026, 12, 24)]
    ahead = gaps(SLOTS, planned, now=MORNING, zone=STOCKHOLM)
    assert [str(gap.day) for gap in asking(ahead, WORKING)] == [
        "2026-12-25", "2027-01-01", "2027-01-06",
    ]  # fmt: skip
    assert runway(ahead, WORKING, today=TODAY).first_gap == at("2026-12-28")
    assert runway(asking(ahead, WORKING), WORKING, today=TODAY).days is None


def test_a_free_day_that_the_team_has_made_its_own_asks_too() -> None:
    own = WorkingCalendar(own={TODAY: "Planeringsdag"})
    ahead = gaps(SLOTS, [], now=MORNING, zone=STOCKHOLM)
    assert runway(ahead, own, today=TODAY).first_gap == at("2026-11-27")
    assert [*asking(ahead, own)[:1], *wanting(ahead, own)[:1]] == [
        at("2026-11-25"),
        at("2026-11-27"),
    ]


def test_an_outlet_of_weekends_has_gaps() -> None:
    weekends = Outlet(1, "Facebook", (Cadence("FREQ=WEEKLY;BYDAY=SA,SU", time(11)),))
    ahead = gaps(slots(weekends, *window(TODAY)), [], now=MORNING, zone=STOCKHOLM)
    assert [str(gap.day) for gap in asking(ahead, WORKING)] == ["2026-12-26"]  # Annandag jul
    assert runway(ahead, WORKING, today=TODAY).first_gap == at("2026-11-28")


def test_a_week_means_a_free_day_only_where_it_has_no_other_gap() -> None:
    week = Week(2026, 53)
    ahead = gaps(SLOTS, [], now=MORNING, zone=STOCKHOLM)
    left = [gap for gap in ahead if gap.day == date(2027, 1, 1)]
    assert first_gap(ahead, WORKING, outlet_id=1, week=week) == at("2026-12-28")
    assert first_gap(left, WORKING, outlet_id=1, week=week) == at("2027-01-01")


def test_the_horizon_is_sixty_days_over_week_53() -> None:
    start, end = window(date(2026, 11, 24))
    assert (end - start).days == 61
    assert Week.of(end).number == 3


def test_a_week_means_its_first_gap() -> None:
    ahead = gaps(SLOTS, [at("2026-12-07")], now=MORNING, zone=STOCKHOLM)
    assert first_gap(ahead, WORKING, outlet_id=1, week=Week(2026, 50)) == at("2026-12-09")


@pytest.mark.parametrize(("outlet_id", "week"), [(1, Week(2027, 20)), (2, Week(2026, 50))])
def test_a_week_without_a_gap_is_refused(outlet_id: int, week: Week) -> None:
    ahead = gaps(SLOTS, [], now=MORNING, zone=STOCKHOLM)
    with pytest.raises(NoGapInWeek):
        first_gap(ahead, WORKING, outlet_id=outlet_id, week=week)


@costly
@given(places, places, places)
def test_a_gap_is_never_filled_nor_left_empty(
    wanted: list[Slot], posts: list[Slot], empty: list[Slot]
) -> None:
    found = gaps(wanted, posts, empty, now=MORNING, zone=STOCKHOLM)
    assert set(found) <= set(wanted) - filled(wanted, posts) - set(empty)


@costly
@given(places, places)
def test_the_order_of_posts_does_not_matter(wanted: list[Slot], posts: list[Slot]) -> None:
    assert filled(wanted, posts) == filled(list(reversed(wanted)), list(reversed(posts)))


@costly
@given(places, places, places)
def test_another_post_never_opens_a_gap(
    wanted: list[Slot], posts: list[Slot], more: list[Slot]
) -> None:
    assert len(filled(wanted, posts)) <= len(filled(wanted, posts + more))
