"""A slot on a free day asks, and each of the three answers is complete."""

from datetime import date, time

import pytest

from bot.domain.outlets import Departure
from bot.domain.plan import Entry
from bot.store import cadences, gaps, outbox, outlets, posts
from bot.views import free_days as view
from handlers import slots
from tests import make
from tests.commands import say
from tests.fakes import FakeAck
from tests.make import AMIRA

CHRISTMAS = "1 2026-12-25 11:00"


def told(deps):
    with deps.reading() as db:
        return [item.body for item in outbox.pending(db) if item.user]


def choose(deps, answer, slot=CHRISTMAS):
    slots.choose(deps, FakeAck(), make.click(view.MENU, f"{answer} {slot}"))


def back(deps, value):
    slots.move_back(deps, FakeAck(), make.click(view.MOVE_BACK, value))


def way_back(deps):
    return told(deps)[-1]["blocks"][-1]["elements"][0]["value"]


def week(deps, number):
    return say(deps, "plan", f"vecka {number}")["text"]


def departures(deps):
    with deps.reading() as db:
        return outlets.get(db, 1).departures


def test_the_form_says_that_nobody_watches(deps, slack):
    choose(deps, view.FILL_ANYWAY)
    (form,) = slack.views
    first = form["blocks"][0]["elements"][0]["text"]
    assert first.startswith("Dagen är ledig: Juldagen. Ingen är på plats")


def test_a_slot_is_left_empty(deps):
    choose(deps, view.LEAVE_EMPTY)
    with deps.reading() as db:
        assert gaps.left_empty(db, date(2026, 12, 25), date(2026, 12, 26))


def test_a_slot_moves_to_the_nearest_working_day_and_back(deps):
    before = week(deps, 52)
    assert "Juldagen: ledig dag" in before
    choose(deps, view.MOVE_AWAY)
    assert "flyttad till tisdag 22 december (v. 52) kl. 11.00" in told(deps)[-1]["text"]
    after = week(deps, 52)
    assert "Juldagen" not in after
    assert "tisdag 22 december: *Lucka* · Facebook kl. 11.00" in after
    back(deps, way_back(deps))
    assert week(deps, 52) == before
    assert departures(deps) == ()


def test_a_day_with_a_post_has_no_room(deps):
    with deps.transaction() as db:
        entry = Entry("Hej", 1, date(2026, 12, 22), time(9))
        posts.add(db, entry, who=AMIRA, now=deps.now())
    choose(deps, view.MOVE_AWAY)
    assert "tisdag 29 december" in told(deps)[-1]["text"]


def test_moving_twice_moves_once_and_undoing_twice_undoes_once(deps):
    choose(deps, view.MOVE_AWAY)
    value = way_back(deps)
    choose(deps, view.MOVE_AWAY)
    assert "Den luckan finns inte längre" in told(deps)[-1]["text"]
    back(deps, value)
    back(deps, value)
    assert "redan gjort" in told(deps)[-1]["text"]
    assert departures(deps) == ()


def test_an_extra_slot_moves_and_comes_back_as_one(deps):
    extra = Departure(date(2026, 12, 26), time(9), extra=True)
    with deps.transaction() as db:
        cadences.depart(db, 1, extra)
    choose(deps, view.MOVE_AWAY, "1 2026-12-26 09:00")
    assert departures(deps) == (Departure(date(2026, 12, 29), time(9), extra=True),)
    back(deps, way_back(deps))
    assert departures(deps) == (extra,)


def test_a_post_in_the_slot_keeps_it_from_moving(deps):
    with deps.transaction() as db:
        entry = Entry("God jul", 1, date(2026, 12, 25), time(11))
        posts.add(db, entry, who=AMIRA, now=deps.now())
    choose(deps, view.MOVE_AWAY)
    assert "redan fylld" in told(deps)[-1]["text"]
    assert departures(deps) == ()


@pytest.mark.parametrize("value", ["0 0 0", "1 2 3", "1", "0 0 x", "0 0 99"])
def test_a_way_back_that_leads_nowhere_is_refused(deps, value):
    back(deps, value)
    assert "finns inte längre" in told(deps)[-1]["text"]
