"""The policy and the roster in the settings, in both languages and at their fullest."""

from datetime import date, time, timedelta

import pytest

from bot.domain.calendar import WorkingCalendar
from bot.domain.policy import Policy, Preset, Promise, PromiseKind
from bot.domain.roster import OnDuty, Roster
from bot.views import policy, roster
from bot.views.forms import Origin
from bot.views.roster import Known, Reader
from tests.conftest import enforce_limits
from tests.forms import submission

TODAY = date(2026, 12, 21)
ORIGIN = Origin("C1")
LUNCH = ((time(8), time(12)), (time(13), time(16, 30)))
CALENDAR = WorkingCalendar(week=(*[LUNCH] * 4, ((time(8), time(12)),), (), ()))
POLICIES = {
    "preset-1": Policy(Promise(PromiseKind.DAYS, 1), Preset.OFFICE),
    "preset-2": Policy(),
    "preset-3": Policy(Promise(PromiseKind.HOURS, 8), Preset.CRISIS, ((time(7), time(21)),), 30),
}
NAMES = {"U1": "Amira <!here>", "U2": "Jonas Berg"}
SWAPS = {date(2026, 12, 24): "U2", date(2027, 1, 1): "U9"}
KNOWN = Known(Roster(("U1", "U2"), TODAY, SWAPS), OnDuty("U1"), NAMES, TODAY)


@pytest.mark.parametrize("said", POLICIES.values(), ids=POLICIES.keys())
def test_the_policy(words, snapshot, said):
    snapshot(policy.page(words, said, CALENDAR))


def test_the_forms(words, snapshot):
    snapshot(policy.form(words, POLICIES["preset-3"], ORIGIN))
    snapshot(roster.turns_form(words, KNOWN.roster, ORIGIN, today=TODAY))
    snapshot(roster.swap_form(words, Reader("U1", decides=True), ORIGIN, today=TODAY))


@pytest.mark.parametrize("said", POLICIES.values(), ids=POLICIES.keys())
def test_a_form_that_is_sent_as_it_was_changes_nothing(words, said):
    assert policy.read(submission(policy.form(words, said, ORIGIN))["view"]["state"]) == said


def test_who_watches(words, snapshot):
    snapshot(roster.page(words, KNOWN, Reader("U2", decides=False)))


def test_who_decides_may_change_everything(words):
    shown = str(roster.page(words, KNOWN, Reader("U1", decides=True)))
    assert shown.count(roster.REMOVE) == len(SWAPS)
    assert roster.TURNS in shown


def test_nobody_watches(words):
    nobody = Known(Roster(), None, {}, TODAY)
    assert words("roster-none") in roster.page(words, nobody, Reader("U1", decides=True))["text"]
    assert roster.topic(words, nobody).now == words("roster-none")


def test_the_fullest_page_keeps_slacks_limits(words):
    many = {TODAY + timedelta(days=n): "U1" for n in range(400)}
    people = tuple(f"U{n}" for n in range(20))
    names = dict.fromkeys(people, "&" * 80)
    full = Known(Roster(people, TODAY, many), OnDuty("U1"), names, TODAY)
    for shown in (
        roster.page(words, full, Reader("U1", decides=True)),
        roster.saved(words, full),
        policy.saved(words, POLICIES["preset-3"], CALENDAR),
    ):
        enforce_limits(shown["blocks"])


def test_what_the_way_back_holds_can_be_read_again():
    assert roster.read_value("2026-12-24 U1") == (date(2026, 12, 24), "U1")
    for foreign in ("", "U1", "2026-12-24", "2026-12-24 ", "x U1"):
        assert roster.read_value(foreign) is None
