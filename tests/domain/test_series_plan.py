"""What becomes of a series in the plan: added once, brought up to date, taken back, left alone."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from itertools import islice
from zoneinfo import ZoneInfo

import pytest

from bot.domain.acts import NothingToDo
from bot.domain.calendar import WorkingCalendar
from bot.domain.outlets import DEFAULT_CADENCE, Cadence, Outlet, Slot
from bot.domain.plan import Status
from bot.domain.series import SeriesGone
from bot.domain.series_plan import Around, Made, check_skip, coming, steps, wanted
from tests import make
from tests.domain.test_series import pattern

CALENDAR = WorkingCalendar()
ZONE = ZoneInfo("Europe/Stockholm")
NOW = datetime(2026, 11, 24, 7, 15, tzinfo=UTC)
OUTLETS = (Outlet(1, "Facebook", (DEFAULT_CADENCE,)), Outlet(2, "Webb"))
FIRST, SECOND = date(2026, 12, 1), date(2026, 12, 15)
DAYS = ["2026-12-01", "2026-12-15", "2026-12-29", "2027-01-12"]


def decide(wants, *made, occupied=(), now=NOW):
    found = {each.day: each for each in made}
    return steps(wants, found, around=Around(OUTLETS, occupied), now=now, zone=ZONE)


def wants(**fields):
    return wanted(pattern(**fields), now=NOW, zone=ZONE, calendar=CALENDAR)


def draft(day=FIRST, *, revision=1, **fields):
    values = {"title": "Här jobbar jag", "text": "", "owner": "U1"}
    return replace(make.post(day.toordinal(), day, **{**values, **fields}), revision=revision)


def test_every_date_within_the_horizon_gets_a_draft():
    found = decide(wants())
    assert [str(day) for day, _ in found.add] == DAYS
    assert [entry.owner for _, entry in found.add] == ["U1", "U2", "U1", "U2"]


def test_what_is_made_is_not_made_again():
    made = [Made(day, draft(day, owner=e.owner), 1) for day, e in wants().items()]
    assert decide(wants(), *made) == decide({})


@pytest.mark.parametrize(
    "made",
    [
        Made(FIRST),
        Made(FIRST, draft(status=Status.CANCELLED, revision=2), 1),
        Made(FIRST, draft(status=Status.PUBLISHED, revision=2), 1),
        Made(FIRST, draft(date(2026, 12, 3), revision=2), 1),
    ],
    ids=["skipped", "cancelled by somebody", "published", "moved"],
)
def test_a_date_that_somebody_decided_about_is_left_alone(made):
    found = decide(wants(), made)
    assert FIRST not in [day for day, _ in found.add]
    assert found.follow == found.withdraw == ()


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"at": time(9)}, "09:00"),
        ({"text": "Vem är du?"}, "Vem är du?"),
        ({"owners": ("U9",)}, "U9"),
        ({"title": "{nummer}"}, "1"),
        ({"outlet_id": 2}, "2"),
    ],
    ids=["time", "text", "owners", "title", "outlet"],
)
def test_an_untouched_draft_follows_the_series(fields, said):
    ((_, entry),) = decide(wants(**fields), Made(FIRST, draft(), 1)).follow
    shown = (f"{entry.at:%H:%M}", entry.text, entry.owner, entry.title, str(entry.outlet_id))
    assert said in shown


def test_a_draft_that_somebody_changed_is_theirs_and_told_of():
    post = draft(revision=2, title="Amira på ambulansen")
    found = decide(wants(at=time(9)), Made(FIRST, post, 1))
    assert found.follow == found.withdraw == ()
    assert found.kept == (post,)


def test_a_draft_on_a_day_that_is_none_any_more_is_withdrawn_and_can_come_back():
    mine = Made(FIRST, draft(), 1)
    assert decide({}, mine).withdraw == (mine,)
    gone = Made(FIRST, draft(status=Status.CANCELLED, revision=2), 2, withdrawn=True)
    assert decide({}, gone) == decide({})
    assert [made for made, _ in decide(wants(), gone).follow] == [gone]


def test_what_is_over_is_history():
    later = datetime(2026, 12, 2, tzinfo=UTC)
    assert decide({}, Made(FIRST, draft(), 1), now=later) == decide({})


@pytest.mark.parametrize(
    ("day", "others", "room"),
    [
        ("2026-12-01", [], True),
        ("2026-12-01", ["15:00"], False),
        ("2026-12-02", [], True),
        ("2026-12-02", ["11:00"], False),
        ("2026-12-02", ["16:00"], False),
    ],
    ids=["a day that asks for nothing", "somebody's post that day", "a free slot", "a filled slot",
         "a slot that a later post fills"],
)  # fmt: skip
def test_a_series_does_not_double_what_a_person_planned(day, others, room):
    day = date.fromisoformat(day)
    entry = replace(wants()[FIRST], day=day)
    places = [Slot(day, time.fromisoformat(at), 1) for at in others]
    assert Around(OUTLETS, places).has_room(entry) is room
    assert Around(OUTLETS, [replace(p, outlet_id=2) for p in places]).has_room(entry)


def test_what_was_added_takes_the_room():
    entry = wants()[FIRST]
    twice = Outlet(1, "Facebook", (Cadence("FREQ=DAILY", time(9)),)), Outlet(2, "Webb")
    around = Around(twice, [])
    assert around.has_room(entry)
    around.take(entry)
    assert not around.has_room(entry)


def test_dates_without_room_are_told_and_filled_once_there_is():
    found = decide(wants(), occupied=[Slot(FIRST, time(15), 1)])
    assert found.taken == (FIRST,)
    assert FIRST in [day for day, _ in decide(wants()).add]


def test_what_is_coming_shows_a_moved_post_where_it_is_and_no_skipped_date():
    made = {
        FIRST: Made(FIRST, draft(date(2026, 12, 3), revision=2, owner="U9"), 1),
        SECOND: Made(SECOND),
    }
    found = list(ahead(made))[:2]
    assert [(str(c.day), str(c.slot.day), c.owner) for c in found] == [
        ("2026-12-01", "2026-12-03", "U9"),
        ("2026-12-29", "2026-12-29", "U1"),
    ]


def ahead(made, *occupied):
    around = Around(OUTLETS, occupied)
    return coming(pattern(), made, around=around, now=NOW, zone=ZONE, calendar=CALENDAR)


def test_a_date_whose_slot_a_person_has_used_is_coming_as_taken():
    first, second, *_ = islice(ahead({}, Slot(FIRST, time(15), 1)), 3)
    assert (first.day, first.taken) == (FIRST, True)
    assert not second.taken


def test_a_date_with_its_own_post_is_not_taken_by_that_post():
    post = draft(FIRST)
    assert not next(ahead({FIRST: Made(FIRST, post, 1)}, post.slot)).taken


def test_only_a_date_of_the_series_can_be_skipped_and_only_once():
    check_skip(pattern(), FIRST, None, now=NOW, zone=ZONE, calendar=CALENDAR)
    with pytest.raises(SeriesGone):
        check_skip(pattern(), date(2026, 12, 2), None, now=NOW, zone=ZONE, calendar=CALENDAR)
    with pytest.raises(NothingToDo):
        check_skip(pattern(), FIRST, Made(FIRST), now=NOW, zone=ZONE, calendar=CALENDAR)
