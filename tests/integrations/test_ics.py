"""Calendars as Outlook and others write them, and files that nobody should have to wait for."""

from datetime import date, time
from time import process_time
from zoneinfo import ZoneInfo

import pytest

from bot.domain.errors import Refusal
from bot.integrations import ics

ZONE = ZoneInfo("Europe/Stockholm")
TODAY = date(2026, 11, 24)
SECONDS = 5.0
OWN_ZONE = """BEGIN:VTIMEZONE
TZID:Customized Time Zone
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
"""


def calendar(*events, before=""):
    inside = "".join(f"BEGIN:VEVENT\n{event}\nEND:VEVENT\n" for event in events)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{before}{inside}END:VCALENDAR\n".encode()


def read(*events, before=""):
    return ics.read(calendar(*events, before=before), zone=ZONE, today=TODAY)


def moments(*events, before=""):
    return [(event.day.isoformat(), event.at) for event in read(*events, before=before)]


@pytest.mark.parametrize(
    ("start", "day", "at"),
    [
        pytest.param(";TZID=W. Europe Standard Time:20261203T110000", "2026-12-03", 11, id="win"),
        pytest.param(';TZID="W. Europe Standard Time":20270703T110000', "2027-07-03", 11, id="q"),
        pytest.param(";TZID=GMT Standard Time:20270703T110000", "2027-07-03", 12, id="London"),
        pytest.param(";TZID=Europe/Stockholm:20261203T110000", "2026-12-03", 11, id="IANA"),
        pytest.param(";TZID=/Europe/Helsinki:20261203T110000", "2026-12-03", 10, id="slash"),
        pytest.param(";TZID=Customized Time Zone:20270703T110000", "2027-07-03", 11, id="own"),
        pytest.param(":20261203T100000Z", "2026-12-03", 11, id="UTC in winter"),
        pytest.param(":20270703T100000Z", "2027-07-03", 12, id="UTC in summer"),
        pytest.param(":20261203T233000Z", "2026-12-04", 0.5, id="UTC, the next day here"),
        pytest.param(":20261203T110000", "2026-12-03", 11, id="floating"),
        pytest.param(";VALUE=DATE:20261203", "2026-12-03", None, id="all day"),
        pytest.param(":20261203", "2026-12-03", None, id="all day without saying so"),
    ],
)
def test_times_become_wall_time_in_the_teams_zone(start, day, at):
    expected = None if at is None else time(int(at), int(at % 1 * 60))

    assert moments(f"UID:1\nDTSTART{start}", before=OWN_ZONE) == [(day, expected)]


def test_all_of_an_event_is_read():
    (event,) = read(
        "UID:1\nSUMMARY:Öppet hus\\, kl 11\\; välkomna\nDESCRIPTION:Rad 1\\nRad 2 \\\\n\n"
        "  som fortsätter\nCATEGORIES:Webb,Viktigt\nDTSTART:20261203T110000\n"
        "BEGIN:VALARM\nTRIGGER:-PT15M\nDESCRIPTION:Påminnelse\nEND:VALARM"
    )

    assert event.title == "Öppet hus, kl 11; välkomna"
    assert event.text == "Rad 1\nRad 2 \\n som fortsätter"
    assert event.places == ("Webb", "Viktigt")


def test_missing_fields_are_missing():
    (event,) = read("DTSTART:20261203T110000")

    assert (event.title, event.text, event.is_cancelled) == ("", "", False)
    assert event.uid.startswith("no-uid-")
    assert read("DTSTART:20261203T110000")[0].key == event.key


WEEKLY = "UID:w\nSUMMARY:Tips\nDTSTART;TZID=W. Europe Standard Time:20250106T090000\n"


@pytest.mark.parametrize(
    ("event", "days"),
    [
        pytest.param("RRULE:FREQ=WEEKLY;UNTIL=20261208T080000Z", ["30", "07"], id="until in UTC"),
        pytest.param("RRULE:FREQ=WEEKLY;UNTIL=20261207", ["30", "07"], id="until a day, inclusive"),
        pytest.param("RRULE:FREQ=WEEKLY;COUNT=101", ["30", "07"], id="count from the beginning"),
        pytest.param(
            "RRULE:FREQ=WEEKLY;UNTIL=20261214\nEXDATE;TZID=W. Europe Standard Time:20261207T090000",
            ["30", "14"],
            id="without one",
        ),
        pytest.param(
            "RRULE:FREQ=WEEKLY;UNTIL=20261214\nEXDATE;VALUE=DATE:20261207", ["30", "14"], id="a day"
        ),
        pytest.param(
            "RRULE:FREQ=WEEKLY;UNTIL=20261130\nRDATE;TZID=Europe/Stockholm:20261202T120000",
            ["30", "02"],
            id="and one more",
        ),
        pytest.param(
            "RRULE:FREQ=MONTHLY;BYDAY=MO;BYSETPOS=-1;UNTIL=20270101", ["30", "28"], id="last Monday"
        ),
    ],
)
def test_what_recurs_comes_again(event, days):
    assert [day[-2:] for day, _ in moments(WEEKLY + event)] == days


def test_an_occurrence_that_was_changed_keeps_its_name():
    rule = "RRULE:FREQ=WEEKLY;UNTIL=20261215T000000Z"
    moved = (
        "UID:w\nSUMMARY:Flyttat\nRECURRENCE-ID;TZID=W. Europe Standard Time:20261207T090000\n"
        "DTSTART;TZID=W. Europe Standard Time:20261209T100000"
    )
    plain, changed = read(WEEKLY + rule), read(WEEKLY + rule, moved)

    assert [e.key for e in plain] == [e.key for e in changed]
    assert (changed[1].title, changed[1].day, changed[1].at) == (
        "Flyttat", date(2026, 12, 9), time(10),
    )  # fmt: skip


def test_a_cancelled_occurrence_says_so():
    gone = f"{WEEKLY}STATUS:CANCELLED\nRECURRENCE-ID:20261207T080000Z"
    gone = gone.replace("20250106T090000", "20261207T090000")
    events = read(f"{WEEKLY}RRULE:FREQ=WEEKLY;UNTIL=20261208", gone)

    assert [event.is_cancelled for event in events] == [False, True]


def test_a_series_keeps_its_hour_on_both_sides_of_the_change_of_the_clock():
    found = moments(f"{WEEKLY}RRULE:FREQ=WEEKLY")

    assert {at for _, at in found} == {time(9)}
    assert found[-1][0] < "2027-05-24"  # half a year


def test_only_what_is_ahead_is_read():
    days = ("20261123", "20261124", "20291123", "20291125")

    assert [day for day, _ in moments(*(f"UID:{d}\nDTSTART:{d}" for d in days))] == [
        "2026-11-24", "2029-11-23",
    ]  # fmt: skip


def test_any_encoding_that_excel_and_outlook_write_is_read():
    text = calendar("UID:1\nSUMMARY:Åäö\nDTSTART:20261203").decode()

    for encoded in (text.encode("utf-8-sig"), text.encode("utf-16"), text.encode("cp1252")):
        assert ics.read(encoded, zone=ZONE, today=TODAY)[0].title == "Åäö"


@pytest.mark.parametrize(
    ("data", "kind", "line"),
    [
        pytest.param(b"", "no-calendar", None, id="nothing"),
        pytest.param(b"hej\n", "no-calendar", None, id="a letter"),
        pytest.param(b"<html>\n<body>", "no-calendar", None, id="a page to log in at"),
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0", "no-calendar", None, id="a picture"),
        pytest.param(bytes(range(256)) * 40, "no-calendar", None, id="anything"),
        pytest.param(b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n", "cut-off", 2, id="half of one"),
        pytest.param(calendar("UID:1"), "no-start", 3, id="no DTSTART"),
        pytest.param(calendar("UID:1\nDTSTART:20261332"), "moment", 5, id="no such day"),
        pytest.param(calendar("UID:1\nDTSTART:i morgon"), "moment", 5, id="a time in words"),
        pytest.param(calendar("UID:1\nDTSTART:99991231T235959Z"), "moment", 5, id="the end"),
        pytest.param(calendar("UID:1\nDTSTART;TZID=Lillsjö:20261203T110000"), "zone", 5, id="zone"),
        pytest.param(calendar("UID:1\nDTSTART;TZID=Europe:20261203T110000"), "zone", 5, id="a dir"),
        pytest.param(
            calendar("UID:1\nDTSTART;TZID=../../passwd:20261203T110000"), "zone", 5, id="a path"
        ),
        pytest.param(calendar("UID:1\nhej"), "line", 5, id="no property"),
        pytest.param(calendar("END:VTODO"), "line", 4, id="what did not begin"),
        pytest.param(
            calendar("UID:1\nDTSTART:20261203\nRRULE:FREQ=SECONDLY"), "rule", 6, id="each second"
        ),
        pytest.param(
            calendar("UID:1\nDTSTART:20261203\nRRULE:FREQ=DAILY;BYSECOND=1,2,3"), "rule", 6, id="3"
        ),
        pytest.param(
            calendar("UID:1\nDTSTART:20261203\nRRULE:FREQ=DAILY;INTERVAL=0"), "rule", 6, id="still"
        ),
        pytest.param(calendar("UID:1\nDTSTART:20261203\nRRULE:hej"), "rule", 6, id="no rule"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_line(data, kind, line):
    with pytest.raises(Refusal) as refused:
        ics.read(data, zone=ZONE, today=TODAY)

    assert refused.value.kind == f"refusal-import-{kind}"
    assert refused.value.values.get("line") == line


def many(event, count):
    return calendar(*(event.format(n) for n in range(count)))


NEVER = "UID:{}\nDTSTART:19900101T100000Z\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"
HOSTILE_ZONE = OWN_ZONE.replace("FREQ=YEARLY;INTERVAL=1", "FREQ=SECONDLY")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        pytest.param(many("UID:{}\nSUMMARY:x\nDTSTART:20250102", 30_000), None, id="much history"),
        pytest.param(many("UID:{}\nDTSTART:20270102", 9_000), "too-large", id="much ahead"),
        pytest.param(b"x" * 10_000_001, "too-large", id="over 10 MB"),
        pytest.param(b"BEGIN:VCALENDAR\n" + b"\n" * 9_000_000, "too-large", id="empty lines"),
        pytest.param(b"BEGIN:VCALENDAR\nX:" + b"a" * 9_000_000, "too-large", id="one line"),
        pytest.param(b"BEGIN:VCALENDAR\nX:" + b"\n a" * 3_000_000, "too-large", id="folded"),
        pytest.param(b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\n" * 700_000, "line", id="nested"),
        pytest.param(many(NEVER, 2000), "too-much", id="rules that never match"),
        pytest.param(
            many("UID:{}\nDTSTART:16000101\nRRULE:FREQ=DAILY;COUNT=90000", 2000), "too-much", id="c"
        ),
        pytest.param(
            many("UID:{}\nDTSTART:20200101\nRRULE:FREQ=DAILY", 2000), "too-large", id="every day"
        ),
        pytest.param(
            calendar("UID:1\nDTSTART;TZID=Customized Time Zone:20270101T1", before=HOSTILE_ZONE),
            "moment",
            id="a zone that changes each second",
        ),
        pytest.param(
            calendar(
                "UID:1\nDTSTART;TZID=Customized Time Zone:20270101T100000", before=HOSTILE_ZONE
            ),
            "zone",
            id="a time in it",
        ),
    ],
)
def test_a_hostile_file_is_done_with_in_seconds(data, kind):
    began = process_time()
    try:
        ics.read(data, zone=ZONE, today=TODAY)
        found = None
    except Refusal as refusal:
        found = refusal.kind.removeprefix("refusal-import-")

    assert found == kind
    assert process_time() - began < SECONDS
