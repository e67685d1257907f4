"""Who may publish, what a change of the post means, and how our own attempt is recognised."""

from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain import publishing, publishing_acts
from bot.domain.outlets import Outlet
from bot.domain.page import PageDraft
from bot.domain.plan import Status
from bot.domain.publishing import Fate, Problem, Publication, Publishing, State
from bot.domain.team import Team
from tests import make
from tests.make import AMIRA, ELIN, JONAS, NOW

ZONE = ZoneInfo("Europe/Stockholm")
POST = make.post(7, date(2026, 11, 27), status=Status.READY, text="Välkommen!", revision=2)
ONE = Publication(1, 7, 2, 1, "Välkommen!", None, AMIRA, True, NOW, NOW, tried_at=NOW)


@pytest.mark.parametrize(
    ("setting", "team", "may"),
    [
        (Publishing(is_on=True), Team(AMIRA), True),
        (Publishing(is_on=True), Team(JONAS, (AMIRA,)), True),
        (Publishing(is_on=True), Team(JONAS, (), (AMIRA,)), False),
        (Publishing(is_on=True), Team(), False),
        (Publishing(is_on=True, users=(AMIRA,)), Team(), True),
        (Publishing(is_on=True, users=(ELIN,)), Team(AMIRA), False),
        (Publishing(is_on=False, users=(AMIRA,)), Team(AMIRA), False),
    ],
    ids=["lead", "deputy", "colleague", "no lead", "named", "others named", "off"],
)
def test_who_may_publish(setting, team, may):
    assert setting.allows(AMIRA, team) == may


@pytest.mark.parametrize(
    ("fields", "fate"),
    [
        ({}, Fate.KEEP),
        ({"revision": 3, "day": date(2026, 12, 1)}, Fate.FOLLOW),
        ({"revision": 3, "owner": None, "title": "Annat"}, Fate.FOLLOW),
        ({"revision": 3, "text": "Annat"}, Fate.DROP),
        ({"revision": 3, "outlet_id": 2}, Fate.DROP),
        ({"revision": 3, "status": Status.DRAFT}, Fate.DROP),
        ({"revision": 3, "status": Status.PUBLISHED}, Fate.DROP),
        ({"revision": 3, "status": Status.CANCELLED}, Fate.DROP),
    ],
    ids=["nothing", "moved", "renamed", "text", "outlet", "draft", "by hand", "cancelled"],
)
def test_what_a_change_means(fields, fate):
    assert publishing.fate(ONE, replace(POST, **fields)) is fate


def draft(**fields):
    usual = {"id": "1_1", "text": "Välkommen!", "created_at": NOW, "is_published": False}
    return PageDraft(**{**usual, **fields})


@pytest.mark.parametrize(
    ("found", "is_ours"),
    [
        (draft(), True),
        (draft(text="Va\u0308lkommen! "), True),
        (draft(created_at=NOW - publishing.SKEW), True),
        (draft(created_at=NOW - publishing.SKEW - timedelta(seconds=1)), False),
        (draft(text="Välkomna!"), False),
        (draft(is_published=True), False),
        (draft(id="1_9"), False),
    ],
    ids=["ours", "å in two parts", "clocks differ", "older", "other words", "visible", "taken"],
)
def test_our_own_attempt_is_recognised(found, is_ours):
    ours = publishing.own_draft([found], ONE, frozenset({"1_9"}))
    assert ours == (found if is_ours else None)


def test_of_several_attempts_the_first_is_taken():
    late = draft(id="1_1", created_at=NOW + timedelta(minutes=1))
    assert publishing.own_draft([late, draft(id="1_2")], ONE, ()) == draft(id="1_2")


def decided(former, **more):
    usual = {"link": None, "who": AMIRA, "is_planned": False, "now": NOW, "zone": ZONE}
    return publishing_acts.decided(POST, former, **{**usual, **more})


BEGUN = replace(ONE, state=State.FAILED, page_post_id="1_1", released_at=NOW)


@pytest.mark.parametrize(
    ("former", "taken_over"),
    [
        (None, None),
        (BEGUN, "1_1"),
        (replace(BEGUN, text="Annat"), None),
        (replace(BEGUN, link="https://a.example"), None),
        (replace(BEGUN, problem=Problem.GONE), None),
    ],
    ids=["the first", "begun", "another text", "another link", "removed from the page"],
)
def test_a_new_decision_takes_over_what_the_former_began(former, taken_over):
    made = decided(former)
    assert made.page_post_id == taken_over
    assert made.state is (State.CREATED if taken_over else State.WAITING)


def test_a_time_that_has_passed_cannot_be_waited_for():
    with pytest.raises(publishing_acts.TimePassed):
        publishing_acts.due_of(POST, is_planned=True, now=POST.slot.starts(ZONE), zone=ZONE)


@pytest.mark.parametrize(
    ("names", "outlet"),
    [(["Webb", "Vår Facebook"], 2), (["Sidan", "Webb"], 1), ([], None)],
)
def test_the_page_is_the_outlet_that_is_called_so(names, outlet):
    outlets = [Outlet(n, name) for n, name in enumerate(names, 1)]
    assert publishing.page_outlet(outlets) == outlet


@pytest.mark.parametrize("state", [State.PUBLISHED, State.FAILED, State.WITHDRAWN])
def test_what_is_at_its_end_is_not_withdrawn(state):
    with pytest.raises(publishing_acts.NothingWaits):
        publishing_acts.withdrawn(replace(ONE, state=state))


def test_what_may_be_visible_is_not_withdrawn():
    with pytest.raises(publishing_acts.TooLateToWithdraw):
        publishing_acts.withdrawn(replace(ONE, state=State.CREATED, released_at=NOW))
