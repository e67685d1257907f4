"""A calendar of theme days becomes parts of the year wheel."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import Refusal
from bot.domain.wheel_table import WheelLinesUnfit, WheelTableUnfit
from bot.domain.yearly import Nth, OnDate
from bot.integrations.wheel_calendar import read


def calendar(*events: str) -> bytes:
    body = "".join(
        f"BEGIN:VEVENT\r\nUID:{n}\r\n{event}\r\nEND:VEVENT\r\n" for n, event in enumerate(events)
    )
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{body}END:VCALENDAR\r\n".encode()


DAY = "DTSTART;VALUE=DATE:20201114"


def event(rule: str, *, title: str = "Diabetesdagen", start: str = DAY) -> str:
    return f"{start}\r\nSUMMARY:{title}\r\nRRULE:{rule}"


@pytest.mark.parametrize(
    ("rule", "when"),
    [
        ("FREQ=YEARLY", OnDate(11, 14)),
        ("FREQ=YEARLY;INTERVAL=1;UNTIL=20301114", OnDate(11, 14)),
        ("FREQ=YEARLY;BYMONTH=11", OnDate(11, 14)),
        ("FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=14", OnDate(11, 14)),
        ("FREQ=YEARLY;BYMONTH=10;BYDAY=3TU", Nth(10, 3, 2)),
    ],
)
def test_a_yearly_event_becomes_a_theme_day(rule, when):
    (found,) = read(calendar(event(rule)))
    assert (found.label, found.when) == ("Diabetesdagen", when)


def test_a_time_of_day_says_nothing():
    (found,) = read(calendar(event("FREQ=YEARLY", start="DTSTART:20201114T080000Z")))
    assert found.when == OnDate(11, 14)


def test_what_does_not_come_every_year_is_passed_over():
    events = [f"{DAY}\r\nSUMMARY:En gång", event("FREQ=WEEKLY"), event("FREQ=YEARLY;INTERVAL=4")]
    assert read(calendar(*events, "SUMMARY:Ingen dag\r\nRRULE:FREQ=YEARLY")) == []


def test_an_event_that_cannot_be_read_is_told_by_its_line():
    bad = event("FREQ=YEARLY;BYMONTH=1,6", title="Två gånger")
    with pytest.raises(WheelLinesUnfit) as refused:
        read(calendar(event("FREQ=YEARLY"), bad, event("FREQ=YEARLY", title=" ")))
    assert [(each.line, each.kind) for each in refused.value.problems] == [
        (10, "refusal-wheel-rule"),
        (16, "refusal-title-missing"),
    ]


@pytest.mark.parametrize(
    "data", [b"", b"hej", b"\xff\xfe\x00", b"BEGIN:VCALENDAR", b"x" * 1_000_001]
)
def test_what_is_no_calendar_is_refused(data):
    with pytest.raises(WheelTableUnfit):
        read(data)


@given(st.binary(max_size=200))
def test_no_file_crashes(data):
    with suppress(Refusal, WheelLinesUnfit):
        read(b"BEGIN:VCALENDAR\r\n" + data + b"\r\nEND:VCALENDAR\r\n")
