"""Reminders, absences and quiet hours in the settings, in both languages and at their fullest."""

from datetime import date, time, timedelta

import pytest

from bot.domain.levels import Levels, Reach
from bot.domain.presence import Absence
from bot.views import presence, reminders
from bot.views.forms import Origin
from bot.views.presence import Known, Reader
from tests.conftest import enforce_limits
from tests.forms import submission

TODAY = date(2026, 11, 24)
NAMES = {"U1": "Amira <!here>", "U2": "Jonas Berg"}
OWNERS = {1: "U1", 3: "U2", 5: "U9"}
ORIGIN = Origin("C1")
AWAY = [
    Absence(1, "U1", date(2026, 12, 24), date(2027, 1, 7)),
    Absence(2, "U2", date(2026, 11, 24), date(2026, 11, 25)),
]
KNOWN = Known(AWAY, NAMES, TODAY)
MINE = (((time(9), time(12)), (time(13), time(15))),) * 4 + ((), (), ())


def test_how_reminders_are_set(words, snapshot):
    snapshot(reminders.page(words, Levels(), OWNERS, NAMES))


@pytest.mark.parametrize("reach", Reach)
def test_each_reach_is_said(words, reach):
    said = reminders.topic(words, Levels(reach=reach, rising=False), {}, {}).now
    assert words(f"reminders-now-{reach}", person=7, team=14, listed=30) in said
    assert words("reminders-no-owners") in said


def test_the_forms(words, snapshot):
    snapshot(reminders.levels_form(words, Levels(5, 10, 20, Reach.CHANNEL, rising=False), ORIGIN))
    snapshot(reminders.owners_form(words, OWNERS, ORIGIN))
    snapshot(presence.form(words, Reader("U1", None, decides=True), ORIGIN, today=TODAY))
    snapshot(presence.hours_form(words, Reader("U1", MINE, decides=False), ORIGIN))


@pytest.mark.parametrize("levels", [Levels(), Levels(1, 2, 3, Reach.OFF, rising=False)])
def test_a_form_that_is_sent_as_it_was_changes_nothing(words, levels):
    view = reminders.levels_form(words, levels, ORIGIN)
    state = submission(view)["view"]["state"]
    assert reminders.read_levels(state) == levels
    owners = submission(reminders.owners_form(words, OWNERS, ORIGIN))["view"]["state"]
    assert reminders.read_owners(owners) == OWNERS


def test_who_is_away(words, snapshot):
    snapshot(presence.page(words, KNOWN, Reader("U2", MINE, decides=False)))


def test_nobody_is_away(words):
    text = presence.page(words, Known([], {}, TODAY), Reader("U2", None, decides=True))["text"]
    assert words("presence-nobody") in text


def test_only_ones_own_absence_has_a_button_unless_one_decides(words):
    for decides, count in ((False, 1), (True, 2)):
        page = presence.page(words, KNOWN, Reader("U1", None, decides=decides))
        assert str(page["blocks"]).count(presence.REMOVE) == count


def test_the_fullest_page_and_topic_keep_slacks_limits(words):
    day = timedelta(days=1)
    many = [Absence(n, "U1", TODAY, TODAY + (n + 1) * day) for n in range(200)]
    known = Known(many, {"U1": "&" * 80}, TODAY)
    page = presence.page(words, known, Reader("U1", MINE, decides=True))
    enforce_limits(page["blocks"])
    assert words("presence-more", count=170) in str(page)
    assert words("presence-more", count=195) in presence.topic(words, known).now


def test_what_a_button_holds_can_be_read_again():
    assert presence.read_value(presence.value(AWAY[0])) == ("U1", AWAY[0].start, AWAY[0].end)
    for foreign in ("", "U1", "U1 2026-12-24", "U1 2026-12-24 x", "U1 2026-12-24 2026-12-23"):
        assert presence.read_value(foreign) is None
