"""Which post an event becomes, and when the two sides differ."""

from dataclasses import replace
from datetime import date, time
from zoneinfo import ZoneInfo

import pytest

from bot.domain.imports import Event, What, difference, entry_of
from bot.domain.outlets import DEFAULT_CADENCE, Outlet
from bot.domain.plan import Entry, Status
from tests import make

ZONE = ZoneInfo("Europe/Stockholm")
TODAY, DAY = date(2026, 11, 24), date(2026, 12, 3)
OUTLETS = (Outlet(1, "Facebook", (DEFAULT_CADENCE,)), Outlet(2, "Webb"), Outlet(3, "Intranät"))
EVENT = Event("1", "Öppet hus", DAY, time(10))


def entry(event, **fields):
    return entry_of(replace(event, **fields), OUTLETS, untitled="Utan rubrik", zone=ZONE)


@pytest.mark.parametrize(
    ("title", "places", "outlet", "expected"),
    [
        pytest.param("Öppet hus", (), 1, "Öppet hus", id="none named: the default"),
        pytest.param("Öppet hus", ("Viktigt", "intranät"), 3, "Öppet hus", id="a category"),
        pytest.param("Webb: Öppet hus", (), 2, "Öppet hus", id="before a colon"),
        pytest.param("INTRANÄT : Öppet: hus", (), 3, "Öppet: hus", id="before a spaced colon"),
        pytest.param("Tema: Öppet hus", (), 1, "Tema: Öppet hus", id="another word before it"),
        pytest.param("Nytt på webb i dag", (), 2, "Nytt på webb i dag", id="within the title"),
        pytest.param("Webbinarium", (), 1, "Webbinarium", id="a part of a word"),
        pytest.param("Webb och intranät", (), 1, "Webb och intranät", id="two named: the default"),
        pytest.param("Webb: Öppet hus", ("Intranät",), 3, "Öppet hus", id="the category wins"),
        pytest.param("Webb:", (), 2, "Webb:", id="nothing after the colon"),
    ],
)
def test_the_outlet_is_the_one_that_is_named(title, places, outlet, expected):
    found = entry(EVENT, title=title, places=places)

    assert (found.outlet_id, found.title) == (outlet, expected)


def test_what_takes_the_whole_day_has_the_outlets_hour():
    assert entry(EVENT, at=None).at == time(11)
    assert entry(EVENT, at=None, places=("Webb",)).at == time(9)


def test_a_time_that_the_clock_skips_comes_an_hour_later():
    found = entry(EVENT, day=date(2027, 3, 28), at=time(2, 30))

    assert (found.day, found.at) == (date(2027, 3, 28), time(3, 30))


def test_what_is_too_long_or_missing_is_made_to_fit():
    found = entry(EVENT, title="ord " * 100, text="ord " * 2000)

    assert len(found.title) <= 150
    assert found.title.endswith(" …")
    assert len(found.text) <= 3000
    assert entry(EVENT, title=" \u200b ").title == "Utan rubrik"


THEN = Entry("Öppet hus", 1, DAY, time(11))
POST = make.post(1, DAY)


@pytest.mark.parametrize(
    ("agreed", "seen", "post", "expected"),
    [
        pytest.param(THEN, THEN, POST, None, id="all the same"),
        pytest.param(THEN, replace(THEN, text="Ny text"), POST, None, id="another text"),
        pytest.param(THEN, replace(THEN, title="B"), POST, (What.CHANGED, True, False), id="title"),
        pytest.param(THEN, replace(THEN, at=time(9)), POST, (What.CHANGED, False, True), id="time"),
        pytest.param(
            THEN, replace(THEN, title="B"), replace(POST, title="B"), None, id="as ours by now"
        ),
        pytest.param(
            THEN,
            replace(THEN, title="B", day=date(2026, 12, 4)),
            replace(POST, title="B"),
            (What.CHANGED, False, True),
            id="half as ours",
        ),
        pytest.param(THEN, replace(THEN, day=date(2026, 11, 1)), POST, None, id="into the past"),
        pytest.param(THEN, None, POST, (What.GONE, False, False), id="gone"),
        pytest.param(THEN, None, None, None, id="gone, and never taken in"),
        pytest.param(THEN, None, replace(POST, status=Status.PUBLISHED), None, id="gone, but out"),
        pytest.param(
            THEN,
            replace(THEN, title="B"),
            replace(POST, status=Status.CANCELLED),
            None,
            id="ours is",
        ),
        pytest.param(None, THEN, None, (What.NEW, False, False), id="new"),
        pytest.param(None, replace(THEN, day=date(2026, 11, 1)), None, None, id="new, but over"),
        pytest.param(None, THEN, POST, None, id="back again as it was"),
        pytest.param(THEN, replace(THEN, title="B"), None, (What.NEW, False, False), id="skipped"),
    ],
)
def test_only_what_has_changed_there_and_is_not_so_here_is_a_question(agreed, seen, post, expected):
    found = difference(agreed, seen, post, today=TODAY)

    assert (found and (found.what, found.retitled, found.moved)) == expected
