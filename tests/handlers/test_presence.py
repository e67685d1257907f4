"""Absences and quiet hours: everybody sets their own, the lead anyone's, and all can be undone."""

from datetime import date, time

import pytest

from bot.domain.presence import MOST
from bot.domain.team import Team
from bot.store import ledger, outbox, team
from bot.store import presence as store
from bot.views import presence as view
from handlers import presence
from tests import make
from tests.commands import say
from tests.fakes import FakeAck
from tests.forms import submission
from tests.make import AMIRA, ELIN, GUEST, JONAS

TODAY = date(2026, 11, 24)
CHRISTMAS = {"first": "2026-12-21", "last": "2027-01-06"}


@pytest.fixture(autouse=True)
def lead(deps):
    with deps.transaction() as db:
        team.save(db, Team(AMIRA, (JONAS,), (ELIN,)))


def form(deps, slack, *, user):
    presence.click(deps, view.ADD, FakeAck(), make.click(view.ADD, user=user))
    return slack.views[-1]


def add(deps, slack, *, user, **said):
    ack = FakeAck()
    presence.add(deps, ack, submission(form(deps, slack, user=user), user=user, **said))
    return ack.answer


def told(deps):
    with deps.reading() as db:
        return [item.body for item in outbox.pending(db)]


def away(deps):
    with deps.reading() as db:
        return [(a.user, a.start, a.last) for a in store.absences(db, TODAY)]


def press(deps, listener, action_id, *, user, nth=-1):
    """Click the button with *action_id* in what was told."""
    value = told(deps)[nth]["blocks"][-1]["elements"][0]["value"]
    listener(deps, FakeAck(), make.click(action_id, value, user=user))


def test_everybody_enters_their_own_absence_and_takes_it_back(deps, slack):
    assert [b["block_id"] for b in form(deps, slack, user=ELIN)["blocks"]] == ["first", "last"]
    add(deps, slack, user=ELIN, **CHRISTMAS)
    assert away(deps) == [(ELIN, date(2026, 12, 21), date(2027, 1, 6))]
    assert told(deps)[-1]["text"] == (
        "Frånvaro sparad. Elin Lindqvist: måndag 21 december till och med onsdag 6 januari 2027"
    )
    press(deps, presence.remove, view.REMOVE, user=ELIN)
    assert away(deps) == []
    press(deps, presence.restore, view.RESTORE, user=ELIN)
    assert away(deps) == [(ELIN, date(2026, 12, 21), date(2027, 1, 6))]
    with deps.reading() as db:
        acts = [act.act for act in ledger.acts(db, f"user:{ELIN}")]
    assert acts == ["absence.added", "absence.removed", "absence.added"]


@pytest.mark.parametrize("user", [AMIRA, JONAS], ids=["the lead", "a deputy"])
def test_the_lead_and_the_deputies_enter_anyones(deps, slack, user):
    add(deps, slack, user=user, person=ELIN, **CHRISTMAS)
    assert away(deps)[0][0] == ELIN


def test_a_colleague_cannot_change_anothers(deps, slack):
    add(deps, slack, user=AMIRA, person=JONAS, **CHRISTMAS)
    with deps.reading() as db:
        (absence,) = store.absences(db, TODAY)
    presence.remove(deps, FakeAck(), make.click(view.REMOVE, str(absence.id), user=ELIN))
    forged = submission(form(deps, slack, user=JONAS), user=ELIN, person=AMIRA, **CHRISTMAS)
    ack = FakeAck()
    presence.add(deps, ack, forged)
    assert "Andras frånvaro" in ack.answer["errors"]["person"]
    assert [user for user, _, _ in away(deps)] == [JONAS]


REFUSED = {
    "backwards": ({"first": "2026-12-24", "last": "2026-12-23"}, "last"),
    "over already": ({"first": "2026-11-20", "last": "2026-11-23"}, "last"),
    "no first day": ({"first": None, "last": "2026-12-23"}, "first"),
    "a guest": ({"person": GUEST, **CHRISTMAS}, "person"),
}


@pytest.mark.parametrize(("said", "field"), REFUSED.values(), ids=REFUSED.keys())
def test_what_makes_no_sense_is_refused_beside_its_field(deps, slack, said, field):
    answer = add(deps, slack, user=AMIRA, **said)
    assert list(answer["errors"]) == [field]
    assert away(deps) == []


def test_the_same_absence_twice_is_one_and_a_second_removal_is_told(deps, slack):
    add(deps, slack, user=ELIN, **CHRISTMAS)
    add(deps, slack, user=ELIN, **CHRISTMAS)
    assert len(away(deps)) == 1
    for _ in range(2):
        presence.remove(deps, FakeAck(), make.click(view.REMOVE, "1", user=ELIN))
    assert told(deps)[-1]["text"] == "Den frånvaron är redan borttagen."


def test_there_is_room_for_so_many(deps, slack):
    with deps.transaction() as db:
        for n in range(MOST):
            store.add_absence(db, ELIN, TODAY, date(2026, 12, 1 + n))
    answer = add(deps, slack, user=ELIN, **CHRISTMAS)
    assert "Fler än" in str(answer["errors"])


@pytest.mark.parametrize("value", ["", "x", "U0ELIN", "U0ELIN 2026-12-24 2026-13-40"])
def test_foreign_values_are_answered_kindly(deps, value):
    for listener in (presence.remove, presence.restore):
        listener(deps, FakeAck(), make.click("x", value, user=ELIN))
    assert all("finns inte längre" in body["text"] for body in told(deps))


def test_own_hours_are_set_and_given_up(deps, slack):
    def save(**said):
        presence.click(deps, view.HOURS, FakeAck(), make.click(view.HOURS, user=ELIN))
        ack = FakeAck()
        presence.save_hours(deps, ack, submission(slack.views[-1], user=ELIN, **said))
        return ack.answer

    save(**{"weekday-1": "9–12", "weekday-3": "13-16.30"})
    assert "Dina tider: måndag 9.00–12.00, onsdag 13.00–16.30." in told(deps)[-1]["text"]
    with deps.reading() as db:
        assert store.load(db, TODAY).hours(ELIN, date(2026, 11, 25)) == ((time(13), time(16, 30)),)
        assert store.load(db, TODAY).is_away(ELIN, TODAY)
    assert "weekday-2" in save(**{"weekday-2": "sent"})["errors"]
    save(**{"weekday-1": None, "weekday-3": None})
    assert "teamets arbetstid" in told(deps)[-1]["text"]
    with deps.reading() as db:
        assert not store.load(db, TODAY).is_away(ELIN, TODAY)


def test_the_settings_tell_who_is_away_and_the_page_more(deps, slack, english):
    add(deps, slack, user=ELIN, first="2026-11-24", last="2026-11-24")
    assert "Elin Lindqvist: tisdag 24 november" in say(deps, "lucka", "inställningar")["text"]
    assert "Elin Lindqvist: Tuesday 24 November" in say(english, "lucka", "settings")["text"]
    presence.show(deps, FakeAck(), make.click(view.SHOW, user=ELIN))
    assert "Dina tider är teamets" in told(deps)[-1]["text"]
