"""Posts, what stands open beside them, and what is refused before anything is planned."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendar import Week, WorkingCalendar
from bot.domain.outlets import DEFAULT_CADENCE, Outlet, Slot
from bot.domain.plan import (
    DayPast,
    Entry,
    LinkUnfit,
    OutletGone,
    Plan,
    SlotUnreadable,
    TextTooLong,
    TimeSkipped,
    check_day,
    checked,
    default_outlet,
    read_link,
    read_slot,
    slot_value,
    time_for,
)
from bot.domain.weeks import Opening, Want, by_week

ZONE = ZoneInfo("Europe/Stockholm")
TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 7, 15, tzinfo=UTC)
CALENDAR = WorkingCalendar()
WEB, FACEBOOK = Outlet(1, "Webb"), Outlet(2, "Facebook", (DEFAULT_CADENCE,))
ENTRY = Entry("Öppet hus", 2, date(2026, 11, 27), time(11))


def test_without_a_name_the_first_outlet_that_wants_posts_is_meant():
    assert default_outlet([WEB, FACEBOOK]) == FACEBOOK
    assert default_outlet([WEB]) == WEB
    with pytest.raises(OutletGone):
        default_outlet([])


@pytest.mark.parametrize(
    ("outlet", "day", "hour", "expected"),
    [
        pytest.param(FACEBOOK, 27, 8, time(11), id="the cadence's time"),
        pytest.param(WEB, 27, 8, time(9), id="nine where there is no cadence"),
        pytest.param(FACEBOOK, 24, 13, time(14), id="the next hour when today's has passed"),
        pytest.param(FACEBOOK, 24, 23, time(11), id="no hour is left today"),
    ],
)
def test_without_a_time_the_outlets_usual_one_is_meant(outlet, day, hour, expected):
    local = datetime(2026, 11, 24, hour, 5, tzinfo=ZONE)
    assert time_for(outlet, date(2026, 11, day), local_now=local) == expected


def test_title_and_text_are_tidied():
    entry = replace(ENTRY, title="  Öppet \u202e hus ", text=" Välkommen!\r\n")
    found = checked(entry, zone=ZONE)
    assert (found.title, found.text) == ("Öppet hus", "Välkommen!")


def test_a_text_that_no_form_could_show_again_is_refused():
    with pytest.raises(TextTooLong):
        checked(replace(ENTRY, text="x" * 3001), zone=ZONE)


def test_a_time_that_the_spring_change_skips_is_refused():
    with pytest.raises(TimeSkipped):
        checked(replace(ENTRY, day=date(2027, 3, 28), at=time(2, 30)), zone=ZONE)
    checked(replace(ENTRY, day=date(2026, 10, 25), at=time(2, 30)), zone=ZONE)  # comes twice


def test_today_may_be_planned_and_yesterday_not():
    check_day(TODAY, today=TODAY)
    with pytest.raises(DayPast):
        check_day(date(2026, 11, 23), today=TODAY)


@pytest.mark.parametrize("text", ["", None, "  "])
def test_a_published_post_needs_no_link(text):
    assert read_link(text) is None


@pytest.mark.parametrize(
    "text",
    ["facebook.com/1", "javascript:alert(1)", "https://", "http://a b", "https://" + "x" * 1000],
)
def test_what_is_no_web_address_is_refused_as_a_link(text):
    with pytest.raises(LinkUnfit):
        read_link(text)


@given(st.dates(), st.times().map(lambda t: t.replace(second=0, microsecond=0)), st.integers(1, 99))
def test_a_slot_is_read_back_from_a_button(day, at, outlet):
    slot = Slot(day, at, outlet)
    assert read_slot(slot_value(slot)) == slot


@pytest.mark.parametrize(
    "value",
    [
        "",
        "1",
        "1 2026-11-31 11:00",
        "x 2026-11-27 11:00",
        "1 2026-11-27 11:00 5",
        "1 20261127 1100",
    ],
)
def test_a_foreign_slot_is_refused(value):
    with pytest.raises(SlotUnreadable):
        read_slot(value)


def test_a_week_is_laid_out_by_time_with_what_is_missing():
    christmas = Plan(
        start=date(2026, 12, 21),
        end=date(2027, 1, 4),
        outlets=(FACEBOOK,),
        posts=(),
        left_empty=frozenset({Slot(date(2026, 12, 23), time(11), 2)}),
    )
    weeks = by_week(christmas, CALENDAR, now=NOW, zone=ZONE)
    assert [week.week for week in weeks] == [Week(2026, 52), Week(2026, 53)]
    found = [(row.slot.day.day, row.want) for row in weeks[0].rows if isinstance(row, Opening)]
    assert found == [(21, Want.GAP), (23, Want.LEFT_EMPTY), (25, Want.ASKS)]
    assert [row.want for row in weeks[1].rows if isinstance(row, Opening)] == [
        Want.GAP,
        Want.GAP,
        Want.ASKS,
    ]


def test_a_week_in_which_nothing_happens_is_there_empty():
    plan = Plan(TODAY, date(2026, 12, 7), (WEB,), ())
    assert [len(week.rows) for week in by_week(plan, CALENDAR, now=NOW, zone=ZONE)] == [0, 0]
