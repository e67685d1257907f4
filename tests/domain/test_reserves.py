"""The reserve: what is complete, what is near, what is old, and what comes first."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.domain.calendar import WorkingCalendar
from bot.domain.ideas import Idea, Thought
from bot.domain.media import NOTHING, Captions, Kind, Media, Persons
from bot.domain.outlets import Slot
from bot.domain.reserves import Reserve, ReserveLacks, Stock, check_complete, near, routed
from bot.domain.routing import Routing, Where
from bot.domain.seasons import Months
from bot.domain.suggestions import MOST, Near, Ready, suggest

NOW = datetime(2026, 11, 24, 7, 15, tzinfo=UTC)
FULL = Thought("Hitta till 1177", "Så gör du.")

LACKING = {
    "a text": (Thought("Hitta till 1177", " \n"), NOTHING, "text", "note"),
    "an alt text": (FULL, Media(Kind.PICTURE), "alt", "alt"),
    "why it needs none": (FULL, Media(Kind.DECORATIVE), "reason", "alt"),
    "captions": (FULL, Media(Kind.FILM), "captions", "captions"),
    "what happens": (FULL, Media(Kind.FILM, captions=Captions.SILENT), "description", "alt"),
    "a decision each time": (FULL, Media(persons=Persons.CHILD), "decision", "persons"),
    "the first of several": (Thought("Titel"), Media(Kind.PICTURE), "text", "note"),
}


@pytest.mark.parametrize(("said", "media", "need", "field"), LACKING.values(), ids=LACKING.keys())
def test_what_could_not_go_out_today_is_no_reserve(said, media, need, field):
    with pytest.raises(ReserveLacks) as refused:
        check_complete(said.note, media)
    assert (refused.value.values["need"], refused.value.field) == (need, field)


def test_what_could_go_out_today_is_one():
    check_complete(FULL.note, NOTHING)
    check_complete(FULL.note, Media(Kind.PICTURE, "En skylt", persons=Persons.COLLEAGUE))


NEAR = {
    "in the week": (date(2026, 11, 24), date(2026, 11, 26)),
    "before the weekend": (date(2026, 11, 26), date(2026, 11, 30)),
    "on a Saturday": (date(2026, 11, 28), date(2026, 12, 1)),
    "before Christmas": (date(2026, 12, 23), date(2026, 12, 29)),
}


@pytest.mark.parametrize(("today", "last"), NEAR.values(), ids=NEAR.keys())
def test_near_are_tomorrow_and_the_next_two_working_days(today, last):
    assert near(today, WorkingCalendar()) == last + timedelta(days=1)


@pytest.mark.parametrize(
    ("looked", "stale"),
    [(datetime(2026, 5, 24, 7, 14, tzinfo=UTC), True), (datetime(2026, 5, 25, tzinfo=UTC), False)],
)
def test_one_that_nobody_looked_at_for_half_a_year_is_old(looked, stale):
    assert Reserve(idea(1), checked_at=looked).is_stale(NOW) is stale


def test_fewer_than_three_are_few():
    assert [Stock(count).is_low for count in range(5)] == [True, True, True, False, False]


def test_one_outlet_is_where_it_belongs_and_several_are_several():
    one, two = replace(FULL, outlets=(2,)), replace(FULL, outlets=(1, 2))
    assert routed(one, "U0AMIRA") == Routing(Where.OUTLET, outlet_id=2, who="U0AMIRA")
    assert routed(two, "U0AMIRA") == Routing(Where.OUTLET, who="U0AMIRA")
    assert Reserve(idea(1, outlets=(1, 2))).outlets == (1, 2)


def idea(number, title="Reserv", **fields):
    made = NOW - timedelta(days=10 - number)
    return Idea(number, title, "", (), None, "U0AMIRA", made, **fields)


def offered(day, *, kept, ideas=()):
    gap = Slot(day, time(11), 1)
    chosen = suggest(
        [gap],
        ideas,
        outlets={1: "Facebook", 2: "Webb"},
        neighbours=[],
        now=NOW,
        near=Near(date(2026, 11, 27), kept),
    )
    return chosen[gap]


def test_near_the_day_the_reserve_comes_first_and_says_why():
    better = idea(1, "Facebook i november", votes=9)
    first, second = offered(date(2026, 11, 26), kept=[idea(2)], ideas=[better])
    assert (first.idea.id, first.reasons[0]) == (2, Ready())
    assert second.idea.id == 1


def test_further_ahead_the_reserve_is_spared():
    assert offered(date(2026, 11, 27), kept=[idea(2)]) == ()


FOREIGN = {
    "another outlet": idea(2, outlets=(2,)),
    "routed to another outlet": idea(2, routing=Routing(Where.OUTLET, outlet_id=2)),
    "another time of year": idea(2, season=Months(6, 8)),
}


@pytest.mark.parametrize("kept", FOREIGN.values(), ids=FOREIGN.keys())
def test_what_belongs_elsewhere_is_not_offered(kept):
    assert offered(date(2026, 11, 25), kept=[kept]) == ()


def test_two_are_offered_the_fitting_first_and_an_idea_has_room_beside_them():
    kept = [idea(n) for n in range(1, 5)] + [idea(9, outlets=(1,))]
    found = offered(date(2026, 11, 25), kept=kept, ideas=[idea(20), idea(21)])
    assert [each.idea.id for each in found] == [9, 1, 20]
    assert len(found) == MOST


def test_two_near_gaps_are_offered_different_ones():
    gaps = [Slot(date(2026, 11, day), time(11), 1) for day in (25, 26)]
    chosen = suggest(
        gaps,
        [],
        outlets={1: "Facebook"},
        neighbours=[],
        now=NOW,
        near=Near(date(2026, 11, 27), [idea(1), idea(2)]),
        most=1,
    )
    assert [chosen[gap][0].idea.id for gap in gaps] == [1, 2]
