"""The promise by each of its types, and what may ping whom under each preset."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendar import WorkingCalendar
from bot.domain.policy import (
    IntervalUnreadable,
    Policy,
    Preset,
    Promise,
    PromiseKind,
    PromiseUnreadable,
    WaitsUnreadable,
    due,
    may_ping,
    read_count,
    read_minutes,
    read_promise,
    read_waits,
)
from bot.domain.workhours import HalfDay

ZONE = ZoneInfo("Europe/Stockholm")
PLAIN = WorkingCalendar()
HALF = WorkingCalendar(halves={HalfDay.BEFORE_CHRISTMAS_EVE: time(12)})


def local(text):
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


DUE = {
    "24h_vardag over a weekend": ("24h_vardag", PLAIN, "2026-11-27T15:00", "2026-11-30T15:00"),
    "24h_vardag from a Saturday": ("24h_vardag", PLAIN, "2026-11-28T12:00", "2026-12-01T00:00"),
    "24h_vardag over Christmas": ("24h_vardag", PLAIN, "2026-12-23T16:00", "2026-12-28T16:00"),
    "24h_vardag over New Year": ("24h_vardag", PLAIN, "2026-12-30T16:00", "2027-01-04T16:00"),
    "24h_vardag over Epiphany": ("24h_vardag", PLAIN, "2027-01-05T10:00", "2027-01-07T10:00"),
    "1_arbetsdagar": ("1_arbetsdagar", PLAIN, "2026-11-23T10:00", "2026-11-24T16:30"),
    "2_arbetsdagar": ("2_arbetsdagar", PLAIN, "2026-11-23T21:15", "2026-11-25T16:30"),
    "1_arbetsdagar from a Saturday": (
        "1_arbetsdagar", PLAIN, "2026-11-28T12:00", "2026-11-30T16:30",
    ),
    "1_arbetsdagar to a half day": ("1_arbetsdagar", HALF, "2026-12-22T10:00", "2026-12-23T12:00"),
    "2_arbetsdagar over Christmas": (
        "2_arbetsdagar", PLAIN, "2026-12-23T10:00", "2026-12-29T16:30",
    ),
    "1_kontorstimmar over a weekend": (
        "1_kontorstimmar", PLAIN, "2026-11-27T16:00", "2026-11-30T08:30",
    ),
    "8_kontorstimmar": ("8_kontorstimmar", PLAIN, "2026-11-23T08:30", "2026-11-23T16:30"),
    "8_kontorstimmar from a night": (
        "8_kontorstimmar", PLAIN, "2026-11-23T21:15", "2026-11-24T16:00",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("code", "calendar", "written", "until"), DUE.values(), ids=DUE.keys())
def test_until_when_a_comment_is_to_be_answered(code, calendar, written, until):
    policy = Policy(read_promise(code))
    found = due(policy, calendar, local(written).astimezone(UTC), zone=ZONE)
    assert found == local(until).astimezone(UTC)


promises = st.one_of(
    st.just(Promise()),
    st.builds(Promise, st.just(PromiseKind.DAYS), st.integers(1, 10)),
    st.builds(Promise, st.just(PromiseKind.HOURS), st.integers(1, 80)),
)
START = datetime(2026, 1, 1, tzinfo=UTC)
moments = st.integers(0, 730 * 24 * 3600).map(lambda seconds: START + timedelta(seconds=seconds))


@given(promises)
def test_a_promise_is_read_as_it_was_written(promise):
    assert read_promise(promise.code) == promise


@given(promises, moments, st.timedeltas(timedelta(), timedelta(days=9)))
def test_what_is_written_later_is_never_due_earlier(promise, moment, later):
    policy = Policy(promise)
    first, second = (due(policy, PLAIN, at, zone=ZONE) for at in (moment, moment + later))
    assert moment < first <= second


SATURDAY, EVENING, NIGHT = "2026-11-28T12:00", "2026-11-24T21:59", "2026-11-24T23:30"
AT_WORK, RED = "2026-11-24T10:00", "2026-12-25T12:00"
PINGS = {
    "preset 1 is silent on a Saturday": (Preset.OFFICE, SATURDAY, False, False),
    "preset 1 is silent even where flagged": (Preset.OFFICE, SATURDAY, True, False),
    "preset 1 pings at work": (Preset.OFFICE, AT_WORK, False, True),
    "preset 2 is silent on a Saturday": (Preset.WATCH, SATURDAY, False, False),
    "preset 2 pings on a Saturday where flagged": (Preset.WATCH, SATURDAY, True, True),
    "preset 2 pings on a red day where flagged": (Preset.WATCH, RED, True, True),
    "preset 2 pings until ten in the evening": (Preset.WATCH, EVENING, True, True),
    "preset 2 lets people sleep": (Preset.WATCH, NIGHT, True, False),
    "preset 3 pings for everything": (Preset.CRISIS, SATURDAY, False, True),
    "preset 3 lets people sleep": (Preset.CRISIS, NIGHT, True, False),
}


@pytest.mark.parametrize(("preset", "at", "urgent", "may"), PINGS.values(), ids=PINGS.keys())
def test_what_may_ping_outside_hours(preset, at, urgent, may):
    assert may_ping(Policy(preset=preset), PLAIN, local(at), urgent=urgent) is may


def test_the_default_is_a_day_on_weekdays_and_a_watch_for_what_is_urgent():
    assert Policy() == Policy(Promise(PromiseKind.WEEKDAY), Preset.WATCH)
    assert Policy().every == timedelta(hours=1)
    assert Policy(preset=Preset.CRISIS).every == timedelta(minutes=15)


def test_a_team_has_its_own_hours_of_watch_unless_nothing_is_watched():
    own = ((time(18), time(20)),)
    mine = Policy(own_hours=own, own_minutes=30)
    assert mine.watches(local("2026-11-28T18:00"), urgent=True)
    assert not mine.watches(local("2026-11-28T20:00"), urgent=True)
    assert mine.every == timedelta(minutes=30)
    assert Policy(preset=Preset.OFFICE, own_hours=own).hours == ()


@pytest.mark.parametrize("text", ["", "0", "11", "två", "1,5", "99999", "²"])
def test_a_number_of_days_that_makes_no_sense_is_refused(text):
    with pytest.raises(PromiseUnreadable):
        read_count(PromiseKind.DAYS, text)


def test_a_day_on_weekdays_has_no_number():
    assert read_count(PromiseKind.WEEKDAY, "7") == Promise()
    assert read_count(PromiseKind.HOURS, " 80 ") == Promise(PromiseKind.HOURS, 80)


@pytest.mark.parametrize("text", ["4", "241", "ofta", "-5"])
def test_an_interval_that_nobody_could_keep_is_refused(text):
    with pytest.raises(IntervalUnreadable):
        read_minutes(text)


def test_an_interval_is_read_or_left_to_the_preset():
    assert (read_minutes(" "), read_minutes("30")) == (None, 30)


WAITS = {
    "nothing": ("", ()),
    "commas": ("15, 30, 60", (15, 30, 60)),
    "spaces": (" 5 240 ", (5, 240)),
    "one for all": ("20", (20,)),
    "slashes and dashes": ("10/20–30", (10, 20, 30)),
}


@pytest.mark.parametrize(("text", "waits"), WAITS.values(), ids=WAITS.keys())
def test_how_long_each_is_waited_for_is_read_as_people_write_it(text, waits):
    assert read_waits(text) == waits


@pytest.mark.parametrize(
    "text", ["4", "241", "10, 20, 30, 40", "soon", "15 min", "15,,x", "-", "0"]
)
def test_waits_that_nobody_could_keep_are_refused(text):
    with pytest.raises(WaitsUnreadable):
        read_waits(text)
