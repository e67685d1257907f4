"""Rights and stand-ins in words, in both languages and at their fullest."""

from datetime import date, timedelta

from bot.domain.rights import Grant, Level, Right
from bot.domain.team import StandIn, Team
from bot.views import rights, team
from bot.views.forms import Origin
from bot.views.presence import Known
from tests.conftest import enforce_limits
from tests.forms import submission

TODAY = date(2026, 11, 24)
JULY = StandIn(7, "U2", date(2027, 7, 12), date(2027, 8, 9))
NAMED = Grant(Level.LEADS, ("U5",))
TEAM = Team("U1", ("U2",), ("U3",), ("U4",), (JULY,), {Right.DISCLOSE: NAMED})
NAMES = {"U1": "Amira", "U2": "Jonas <!here>", "U4": "Mikko", "U5": "Registrator"}
ORIGIN = Origin("C1")


def test_the_page(words, snapshot):
    snapshot(rights.page(words, TEAM, NAMES, TODAY))


def test_the_forms(words, snapshot):
    snapshot(rights.form(words, TEAM, ORIGIN))
    snapshot(rights.stand_in_form(words, TEAM, ORIGIN, today=TODAY))
    snapshot(team.form(words, TEAM, ORIGIN))


def test_what_is_said_after_a_change(words, snapshot):
    known = Known((), NAMES, TODAY)
    snapshot(rights.added(words, JULY, known))
    snapshot(rights.removed(words, JULY, known))


def test_a_form_that_is_sent_as_it_was_changes_nothing(words):
    state = submission(rights.form(words, TEAM, ORIGIN))["view"]["state"]
    assert rights.read(state) == {right: TEAM.grant(right) for right in Right}


def test_nobody_leads_yet(words):
    assert words("rights-nobody-leads") in rights.topic(words, Team(), {}, TODAY).now


def test_the_fullest_page_keeps_slacks_limits(words):
    people = tuple(f"U{n}" for n in range(20))
    times = tuple(
        StandIn(n, "U2", TODAY + timedelta(days=n), TODAY + timedelta(days=n + 1))
        for n in range(300)
    )
    rights_of = {right: Grant(Level.TEAM, people) for right in Right}
    full = Team("U1", ("U2",), stand_ins=times, rights=rights_of)
    shown = rights.page(words, full, dict.fromkeys(people, "&" * 80), TODAY)
    enforce_limits(shown["blocks"])
    assert "<!" not in rights.page(words, TEAM, NAMES, TODAY)["text"]
