"""The plan as iCalendar: read back by others as it was written, on both sides of the clock's changes."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
from dateutil import tz
from hypothesis import example, given
from hypothesis import strategies as st
from icalendar import Calendar

from bot.domain.feed import Feed
from bot.domain.outlets import Outlet
from bot.domain.plan import Status
from bot.domain.text import tidy
from bot.locales import Words
from bot.views import feed as view
from tests import make
from tests.examples import costly
from tests.make import AMIRA, JONAS, NOW

ZONE = ZoneInfo("Europe/Stockholm")
OUTLETS = (Outlet(1, "Facebook"), Outlet(2, "Intranät, vård; & \\N"))
SV = Words("sv")


def post(number=7, day=date(2026, 11, 27), **fields):
    return make.post(number, day, **{"updated_at": NOW + timedelta(hours=1), **fields})


def written(*posts, words=SV, outlet=None, zone=ZONE, outlets=OUTLETS):
    feed = Feed("lucka-1f", outlets, posts, {AMIRA: "Amira Haddad"})
    return view.calendar(words, feed, outlet, zone=zone)


def event(*posts, **more):
    (found,) = Calendar.from_ical(written(*posts, **more)).walk("VEVENT")
    return found


def lines(raw, name):
    """The values of every property *name*, unfolded and with its escapes undone, by RFC 5545."""
    unfolded = raw.decode().replace("\r\n ", "")
    escapes = {"n": "\n", "N": "\n"}
    return [
        re.sub(r"\\(.)", lambda m: escapes.get(m[1], m[1]), value)
        for value in re.findall(rf"(?<=\r\n){name}:([^\r\n]*)", unfolded)
    ]


def test_a_post_is_an_event_with_all_that_is_known_of_it():
    found = event(post())

    assert found["UID"] == "post-7@lucka-1f"
    assert found["SUMMARY"] == "Facebook: Öppet hus (utkast)"
    assert found["DESCRIPTION"] == "Välkommen!\n\nAnsvarig: Amira Haddad"
    assert found["CATEGORIES"].to_ical() == b"Facebook"
    assert found["DTSTART"].dt == datetime(2026, 11, 27, 11, tzinfo=ZONE)
    assert found["DTSTART"].params["TZID"] == "Europe/Stockholm"
    assert found.end - found.start == timedelta(minutes=30)
    assert found["CREATED"].dt == NOW
    assert found["DTSTAMP"].dt == found["LAST-MODIFIED"].dt == NOW + timedelta(hours=1)
    assert (found["SEQUENCE"], found["TRANSP"]) == (1, "TRANSPARENT")
    assert "URL" not in found
    assert "ORGANIZER" not in found


def test_the_file_says_what_it_is_and_when_to_look_again(words):
    raw = written(post(), words=words)

    for line in (
        b"VERSION:2.0",
        b"METHOD:PUBLISH",
        b"REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        b"X-PUBLISHED-TTL:PT1H",
        b"TZID:Europe/Stockholm",
    ):
        assert raw.count(b"\r\n" + line + b"\r\n") == 1
    assert raw.startswith(b"BEGIN:VCALENDAR\r\nPRODID:-//Lucka//Lucka ")
    assert raw.endswith(b"END:VEVENT\r\nEND:VCALENDAR\r\n")
    assert lines(raw, "NAME") == lines(raw, "X-WR-CALNAME") == [words("feed-name")]


@pytest.mark.parametrize(
    ("status", "word", "kind"),
    [
        (Status.DRAFT, "draft", "TENTATIVE"),
        (Status.READY, "ready", "CONFIRMED"),
        (Status.PUBLISHED, "published", "CONFIRMED"),
        (Status.CANCELLED, "cancelled", "CANCELLED"),
    ],
)
def test_how_far_a_post_has_come_is_told_in_words_and_for_machines(status, word, kind):
    found = event(post(status=status), words=Words("en"))

    assert found["SUMMARY"] == f"Facebook: Öppet hus ({word})"
    assert found["STATUS"] == kind


def test_a_published_post_leads_to_where_it_is():
    found = event(post(status=Status.PUBLISHED, link="https://example.se/a,b;c?d=å"))

    assert found["URL"] == "https://example.se/a,b;c?d=å"
    assert found["DESCRIPTION"].endswith("Haddad\nhttps://example.se/a,b;c?d=å")


@pytest.mark.parametrize("owner", [None, JONAS], ids=["nobody", "somebody who has no name yet"])
def test_a_post_without_an_owner_says_so(owner):
    assert event(post(owner=owner, text=""))["DESCRIPTION"] == "Ingen ansvarig"


def test_an_outlets_calendar_holds_its_own_posts_and_its_name():
    raw = written(post(1), post(2, outlet_id=2, title="Fika"), outlet=OUTLETS[1])

    assert lines(raw, "UID") == ["post-2@lucka-1f"]
    assert lines(raw, "NAME") == ["Innehållsplan: Intranät, vård; & \\N"]
    assert lines(raw, "CATEGORIES") == ["Intranät, vård; & \\N"]
    assert lines(raw, "SUMMARY") == ["Intranät, vård; & \\N: Fika (utkast)"]


def test_an_empty_plan_is_an_empty_calendar():
    assert Calendar.from_ical(written()).subcomponents == []


def test_an_event_stays_the_same_one_whatever_is_done_to_its_post():
    first, act = event(post()), {"revision": 2, "updated_at": NOW + timedelta(days=1)}
    for change in ({"title": "Nytt"}, {"day": date(2027, 1, 4)}, {"status": Status.CANCELLED}):
        later = event(post(**act, **change))
        assert later["UID"] == first["UID"]
        assert later["SEQUENCE"] > first["SEQUENCE"]
        assert later["LAST-MODIFIED"].dt > first["LAST-MODIFIED"].dt


def test_what_has_not_changed_is_written_in_the_same_bytes():
    assert written(post(), post(8)) == written(post(), post(8))
    assert written(post()) != written(post(text="Välkomna!"))


CHANGES = [
    "2026-10-24T11:00",
    "2026-10-25T03:00",
    "2026-10-25T11:00",
    "2026-10-26T11:00",
    "2027-03-27T11:00",
    "2027-03-28T03:00",
    "2027-03-28T03:30",
    "2027-03-28T11:00",
    "2027-03-29T11:00",
]


@pytest.mark.parametrize("wall", CHANGES)
def test_wall_time_stays_on_both_sides_of_the_clocks_changes(wall):
    """Read by the file's own rules, as a calendar does that knows no zone by its name."""
    wall = datetime.fromisoformat(wall)
    found = event(planned := post(day=wall.date(), at=wall.time()))
    theirs = their_zone(written(planned), "Europe/Stockholm")

    assert found["DTSTART"].to_ical() == f"{wall:%Y%m%dT%H%M%S}".encode()
    assert found["DTSTART"].params["TZID"] == "Europe/Stockholm"
    assert wall.replace(tzinfo=theirs).utcoffset() == wall.replace(tzinfo=ZONE).utcoffset()


@pytest.mark.parametrize(
    ("wall", "instant"),
    [
        pytest.param("2026-10-25T01:30", "20261024T233000Z", id="ends as the hour begins"),
        pytest.param("2026-10-25T02:00", "20261025T000000Z", id="when it begins"),
        pytest.param("2026-10-25T02:59", "20261025T005900Z", id="at its end"),
        pytest.param("2027-03-28T01:30", "20270328T003000Z", id="ends in the skipped hour"),
        pytest.param("2027-03-28T02:30", "20270328T013000Z", id="in the skipped hour"),
    ],
)
def test_a_moment_that_calendars_could_misread_is_told_in_utc(wall, instant):
    moment = datetime.fromisoformat(wall)

    found = event(post(day=moment.date(), at=moment.time()))
    assert found["DTSTART"].to_ical().decode() == instant
    assert found["DURATION"].to_ical() == b"PT30M"


def their_zone(raw, name):
    """The zone as dateutil reads it out of the file."""
    zone = tz.tzical(StringIO(raw.decode())).get(name)
    assert zone is not None
    return zone


@costly
@given(
    zone=st.sampled_from(
        [
            "Europe/Stockholm",
            "Europe/Dublin",
            "Europe/London",
            "America/New_York",
            "Australia/Sydney",
            "Africa/Casablanca",
            "Asia/Kathmandu",
            "UTC",
        ]
    ).map(ZoneInfo),
    first=st.dates(date(2020, 1, 1), date(2035, 12, 31)),
    days=st.lists(st.integers(0, 1100), min_size=1, max_size=5),
    hour=st.integers(4, 23),
)
def test_the_rules_in_the_file_are_those_of_the_zone(zone, first, days, hour):
    posts = [post(day=first + timedelta(days=n), at=time(hour, 30)) for n in days]
    theirs = their_zone(written(*posts, zone=zone), zone.key)
    for each in posts:
        wall = datetime.combine(each.day, each.at)
        assert wall.replace(tzinfo=theirs).utcoffset() == wall.replace(tzinfo=zone).utcoffset()


ANYTHING = st.text(max_size=400) | st.text(
    st.sampled_from("\\nN,;:\"^'\r\n\t \x00\x07\x1b\x7f\x85\u2028\ufeffåÖ🎈👩‍👩‍👧e\u0301\ud83d"),
    max_size=200,
)


@costly
@given(title=ANYTHING, text=ANYTHING, name=ANYTHING)
@example(title="\\\\server\\Nytt\\nytt", text="C:\\new\nrad", name="a\\,b")
@example(title="å" * 5000, text="🎈" * 3000, name="x" * 300)
@example(title="END:VEVENT\r\nBEGIN:VEVENT", text="\r\nEND:VCALENDAR\r\n", name=";VALUE=x:")
def test_whatever_people_write_is_read_back_and_breaks_no_line(title, text, name):
    outlets = (Outlet(1, name),)
    raw = written(post(title=title, text=text), outlets=outlets, outlet=outlets[0])
    Calendar.from_ical(raw)

    rows = raw.split(b"\r\n")
    assert max(map(len, rows)) <= 75
    assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|(?<!\r)\n|\r(?!\n)", raw)
    assert [row for row in rows if row.decode(errors="replace").encode() != row] == []
    assert [row for row in rows if row.startswith((b"BEGIN", b"END"))].count(b"BEGIN:VEVENT") == 1
    assert lines(raw, "SUMMARY") == [
        tidy(SV("feed-summary", outlet=name, title=title, status="utkast"))
    ]
    assert lines(raw, "CATEGORIES") == [tidy(name)]
    assert lines(raw, "DESCRIPTION") == [tidy(f"{text}\n\nAnsvarig: Amira Haddad")]


@costly
@given(title=ANYTHING.filter(lambda text: "\\" not in text))
def test_icalendar_itself_reads_the_same(title):
    """It reads an escaped backslash before an n for a line break, so that those are left out."""
    assert event(post(title=title))["SUMMARY"] == tidy(f"Facebook: {title} (utkast)")


@costly
@given(
    days=st.lists(st.dates(date(2026, 1, 1), date(2029, 12, 31)), max_size=8),
    at=st.times().map(lambda t: t.replace(second=0, microsecond=0)),
)
def test_every_post_is_one_event_at_its_time(days, at):
    posts = [post(number, day, at=at) for number, day in enumerate(days)]
    found = Calendar.from_ical(written(*posts)).walk("VEVENT")

    assert [(e["UID"], e["DTSTART"].dt.astimezone(UTC)) for e in found] == [
        (f"post-{p.id}@lucka-1f", p.slot.starts(ZONE)) for p in posts
    ]


def test_nothing_depends_on_when_it_is_asked_for():
    raw = written(post(updated_at=datetime(2026, 11, 24, 7, 15, tzinfo=UTC)))

    assert lines(raw, "DTSTAMP") == ["20261124T071500Z"]
    assert written(replace(post(), revision=2)) != written(post())
