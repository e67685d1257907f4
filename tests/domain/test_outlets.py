"""Cadences, the slots that follow from them, and the nights when the clock changes."""

import time as seconds
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendar import Week, WorkingCalendar
from bot.domain.outlets import (
    DEFAULT_CADENCE,
    BadCadence,
    Cadence,
    EmptyCadence,
    Outlet,
    Slot,
    slots,
)

STOCKHOLM = ZoneInfo("Europe/Stockholm")
START, END = date(2026, 11, 24), date(2027, 1, 24)
BAD_RULES = {
    "empty": "",
    "nonsense": "every friday",
    "unknown part": "FREQ=WEEKLY;FOO=1",
    "unknown day": "FREQ=WEEKLY;BYDAY=XX",
    "no frequency": "INTERVAL=2",
    "hours": "FREQ=HOURLY",
    "times of day": "FREQ=DAILY;BYHOUR=9,15",
    "a count": "FREQ=WEEKLY;COUNT=3",
    "a start": "DTSTART:20200101\nRRULE:FREQ=DAILY",
    "an exception": "FREQ=DAILY\nEXDATE:20270101",
    "no step": "FREQ=DAILY;INTERVAL=0",
    "a step back": "FREQ=DAILY;INTERVAL=-1",
    "a huge step": "FREQ=DAILY;INTERVAL=99999999999",
    "a part twice": "FREQ=DAILY;FREQ=WEEKLY",
    "an instant as end": "FREQ=WEEKLY;UNTIL=20270101T000000Z",
    "the 60th Monday": "FREQ=YEARLY;BYDAY=60MO",
    "a place out of bounds": "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=400",
}
NEVER = {
    "30 February": "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
    "Tuesdays counted from a Monday": "FREQ=DAILY;INTERVAL=7;BYDAY=TU",
}


def outlet(rule: str, at: time = time(11)) -> Outlet:
    return Outlet(1, "Facebook", (Cadence(rule, at),))


@pytest.mark.parametrize(
    ("days", "count", "on_free_days"),
    [
        ("MO,WE,FR", 26, ["2026-12-25", "2027-01-01", "2027-01-06"]),
        ("TU,TH", 18, ["2026-12-24", "2026-12-31"]),
        (
            "MO,TU,WE,TH,FR",
            44,
            ["2026-12-24", "2026-12-25", "2026-12-31", "2027-01-01", "2027-01-06"],
        ),
    ],
)
def test_the_slots_of_the_two_months_over_new_year(
    days: str, count: int, on_free_days: list[str]
) -> None:
    found = slots(outlet(f"FREQ=WEEKLY;BYDAY={days}"), START, END)
    assert len(found) == count
    assert [str(slot.day) for slot in found if WorkingCalendar().free_day(slot.day)] == on_free_days
    assert {Week.of(slot.day).number for slot in found} == {48, 49, 50, 51, 52, 53, 1, 2, 3}


def test_an_outlet_without_a_cadence_asks_for_nothing() -> None:
    assert slots(Outlet(2, "Webb"), START, END) == []


def test_a_range_is_half_open() -> None:
    facebook = Outlet(1, "Facebook", (DEFAULT_CADENCE,))
    wednesday, friday = date(2026, 11, 25), date(2026, 11, 27)
    assert slots(facebook, wednesday, friday) == [Slot(wednesday, time(11), 1)]
    assert slots(facebook, wednesday, wednesday) == []


@given(
    st.dates(date(2024, 1, 1), date(2040, 1, 1)),
    st.integers(0, 100),
    st.integers(0, 100),
    st.sampled_from(
        ["FREQ=WEEKLY;BYDAY=MO,WE,FR", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "FREQ=MONTHLY;BYDAY=1MO"]
    ),
)
def test_slots_do_not_depend_on_where_one_begins_to_look(
    start: date, first: int, second: int, rule: str
) -> None:
    middle = start + timedelta(days=first)
    end = middle + timedelta(days=second)
    facebook = outlet(rule)
    assert slots(facebook, start, end) == slots(facebook, start, middle) + slots(
        facebook, middle, end
    )


def test_every_other_week_goes_on_in_step_over_a_year_of_53_weeks() -> None:
    found = slots(outlet("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"), START, END)
    steps = {after.day - before.day for before, after in pairwise(found)}
    assert steps == {timedelta(weeks=2)}


def test_a_rule_may_be_written_in_lower_case_and_end() -> None:
    found = slots(outlet("freq=weekly;byday=mo;until=20261207"), START, END)
    assert [str(slot.day) for slot in found] == ["2026-11-30", "2026-12-07"]


@pytest.mark.parametrize("rule", BAD_RULES.values(), ids=BAD_RULES)
def test_a_rule_that_cannot_be_read_is_refused(rule: str) -> None:
    with pytest.raises(BadCadence) as refused:
        Cadence(rule, time(11))
    assert refused.value.values == {"rule": rule}


@pytest.mark.parametrize("rule", NEVER.values(), ids=NEVER)
def test_a_rule_that_never_matches_is_refused_at_once(rule: str) -> None:
    before = seconds.perf_counter()
    with pytest.raises(EmptyCadence):
        Cadence(rule, time(11))
    assert seconds.perf_counter() - before < 1, "searched up to the year 9999"


@pytest.mark.parametrize("at", [time(11, 0, 1), time(11, tzinfo=UTC)], ids=["seconds", "zone"])
def test_a_time_is_wall_time_in_whole_minutes(at: time) -> None:
    with pytest.raises(BadCadence):
        Cadence("FREQ=DAILY", at)


@given(st.text("FREQ=DAILYWKMONTHBSP;,0123456789-+:\n", max_size=60))
def test_no_rule_that_is_typed_makes_more_than_a_refusal(rule: str) -> None:
    try:
        Cadence(rule, time(11))
    except (BadCadence, EmptyCadence):
        return
    assert "FREQ=" in rule.upper()


@pytest.mark.parametrize(
    ("day", "at", "instant"),
    [
        ("2026-10-23", "11:00", "2026-10-23 09:00"),
        ("2026-10-26", "11:00", "2026-10-26 10:00"),
        ("2026-10-25", "01:30", "2026-10-24 23:30"),
        ("2026-10-25", "02:30", "2026-10-25 00:30"),
        ("2026-10-25", "03:00", "2026-10-25 02:00"),
        ("2027-03-28", "01:59", "2027-03-28 00:59"),
        ("2027-03-28", "02:00", "2027-03-28 01:00"),
        ("2027-03-28", "02:30", "2027-03-28 01:30"),
        ("2027-03-28", "03:00", "2027-03-28 01:00"),
    ],
    ids=[
        "summer time",
        "winter time",
        "before the clock goes back",
        "the hour that comes twice is the first",
        "after the clock went back",
        "before the clock goes forward",
        "the skipped hour begins",
        "a skipped time is an hour later",
        "after the clock went forward",
    ],
)
def test_a_slot_is_wall_time_through_both_clock_changes(day: str, at: str, instant: str) -> None:
    slot = Slot(date.fromisoformat(day), time.fromisoformat(at), 1)
    assert slot.starts(STOCKHOLM) == datetime.fromisoformat(instant).replace(tzinfo=UTC)
