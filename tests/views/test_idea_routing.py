"""How the question where an idea belongs looks, in both languages, within Slack's limits."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.domain.ideas import Idea
from bot.domain.outlets import Outlet
from bot.domain.routing import Routing, Where
from bot.domain.seasons import Days
from bot.views import idea_routing as view
from bot.views.forms import Origin
from bot.views.ideas import plan_button
from tests.conftest import enforce_limits
from tests.make import AMIRA, JONAS, NOW, PLAN

TODAY = date(2026, 11, 24)
IDEA = Idea(
    3, "Höstlov <!channel>", "", (), None, AMIRA, NOW - timedelta(days=5),
    tags=("Vård",), season=Days(date(2027, 1, 4), date(2027, 1, 11)), votes=1, decision=2,
)  # fmt: skip
OLD = Idea(4, "Vaccin", "", (), None, JONAS, NOW)
OUTLETS = [Outlet(1, "Facebook"), Outlet(2, "Webb & app")]
NAMES = {outlet.id: outlet.name for outlet in OUTLETS}
MANY = [Outlet(number, f"Kanal {number} " + "&" * 100) for number in range(1, 150)]
NO = Routing(Where.NO, reason="Gjort <förr>.\nSe *webben*", who=JONAS)


def box(ideas, *, count=None, outlets=OUTLETS):
    return view.Inbox(ideas, count or len(ideas), {AMIRA: "Amira <Haddad>"}, outlets)


def test_the_question_about_one_idea(words, snapshot):
    snapshot(view.asked(words, IDEA, OUTLETS))


def test_many_outlets_are_a_menu(words, snapshot):
    snapshot(view.asked(words, OLD, MANY[:5]))


def test_the_ideas_that_wait(words, snapshot):
    snapshot(view.inbox(words, box([IDEA, OLD], count=14), now=NOW, today=TODAY))


def test_no_idea_waits(words, snapshot):
    snapshot(view.inbox(words, box([]), now=NOW, today=TODAY))


@pytest.mark.parametrize(
    "routing",
    [Routing(Where.OUTLET, outlet_id=2), Routing(Where.LATER, until=date(2027, 8, 15)), NO],
    ids=["outlet", "later", "no"],
)
def test_what_was_decided(words, snapshot, routing):
    idea = replace(IDEA, routing=routing)
    blocks = view.decided(words, idea, NAMES, plan_button(words, idea), TODAY)
    snapshot(view.inbox(words, box([OLD]), now=NOW, today=TODAY, first=blocks))


def test_the_form_for_a_no(words, snapshot):
    snapshot(view.no_form(words, IDEA, Origin(PLAN, 3, 2)))


def test_what_the_author_is_told(words, snapshot):
    idea = replace(IDEA, routing=NO)
    snapshot(view.told_no(words, idea, "Jonas <Berg>"))
    snapshot(view.told_back(words, idea, "Jonas <Berg>"))


def test_the_fullest_list_keeps_slacks_limits(words):
    idea = replace(IDEA, id=10**15, decision=10**6, title="&" * 150, tags=("&" * 300,))
    shown = view.inbox(words, box([idea] * 10, count=99, outlets=MANY), now=NOW, today=TODAY)
    enforce_limits(shown["blocks"])
    assert len(shown["blocks"]) <= 50


def test_no_two_elements_of_a_row_have_the_same_id(words):
    for outlets in (OUTLETS, MANY):
        ids = [e["action_id"] for e in view.question(words, IDEA, outlets)["elements"]]
        assert len(ids) == len(set(ids))
