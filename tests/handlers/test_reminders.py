"""How reminders are set: levels, weekdays; everybody looks, the lead and the deputies change."""

import pytest

from bot.domain.levels import Levels, Reach
from bot.domain.team import Team
from bot.store import ledger, levels, outbox, team
from bot.views import reminders as view
from handlers import reminders
from tests import make
from tests.commands import say
from tests.fakes import FakeAck
from tests.forms import submission
from tests.make import AMIRA, ELIN, GUEST, JONAS


def form(deps, slack, action_id, *, user=AMIRA):
    reminders.click(deps, action_id, FakeAck(), make.click(action_id, user=user))
    return slack.views[-1]


def save(deps, listener, opened, *, user=AMIRA, **said):
    ack = FakeAck()
    listener(deps, ack, submission(opened, user=user, **said))
    return ack.answer


def told(deps):
    with deps.reading() as db:
        return [item.body["text"] for item in outbox.pending(db)]


def stored(deps):
    with deps.reading() as db:
        return levels.load(db), levels.owners(db)


def test_the_settings_say_how_gaps_are_asked_about(deps, english):
    assert "Påminnelser om luckor" in say(deps, "lucka", "inställningar")["text"]
    assert "7 days or nearer" in say(english, "lucka", "settings")["text"]


def test_everybody_may_look(deps):
    reminders.show(deps, FakeAck(), make.click(view.SHOW, user=ELIN))
    assert "Ingen har någon veckodag än" in told(deps)[0]


def test_the_levels_are_saved_said_and_written_down(deps, slack):
    opened = form(deps, slack, view.LEVELS)
    save(
        deps, reminders.save_levels, opened,
        person="5", team="10", listed="20", reach="channel", tone="gentle",
    )  # fmt: skip
    assert stored(deps)[0] == Levels(5, 10, 20, Reach.CHANNEL, rising=False)
    assert told(deps)[0].startswith("Sparat. Det gäller från nästa påminnelse:\n10 dagar")
    with deps.reading() as db:
        (act,) = ledger.acts(db, "reminders")
    assert (act.act, act.detail["days"]) == ("reminders.levels", "5 10 20")


REFUSED = {
    "no number": ({"person": "sju"}, "person", "Skriv ett antal dagar, från 1 till 60."),
    "too far": ({"listed": "61"}, "listed", "Skriv ett antal dagar"),
    "mixed": ({"person": "14"}, "person", "Talen ska växa"),
}


@pytest.mark.parametrize(("said", "field", "words"), REFUSED.values(), ids=REFUSED.keys())
def test_levels_that_make_no_sense_are_refused_beside_their_field(deps, slack, said, field, words):
    answer = save(deps, reminders.save_levels, form(deps, slack, view.LEVELS), **said)
    assert words in answer["errors"][field]
    assert stored(deps)[0] == Levels()


def test_the_weekdays_are_given_and_taken_back(deps, slack):
    opened = form(deps, slack, view.OWNERS)
    save(deps, reminders.save_owners, opened, **{"owner-1": ELIN, "owner-5": JONAS})
    assert stored(deps)[1] == {1: ELIN, 5: JONAS}
    assert "Veckodagar: måndag Elin Lindqvist, fredag Jonas Berg" in told(deps)[0]
    save(deps, reminders.save_owners, form(deps, slack, view.OWNERS), **{"owner-1": None})
    assert stored(deps)[1] == {5: JONAS}


def test_a_guest_cannot_have_a_weekday(deps, slack):
    opened = form(deps, slack, view.OWNERS)
    answer = save(deps, reminders.save_owners, opened, **{"owner-3": GUEST})
    assert "Bara medlemmar" in answer["errors"]["owner-1"]
    assert stored(deps)[1] == {}


@pytest.mark.parametrize("action_id", [view.LEVELS, view.OWNERS])
def test_a_colleague_is_told_who_decides(deps, slack, action_id):
    with deps.transaction() as db:
        team.save(db, Team(AMIRA))
    reminders.click(deps, action_id, FakeAck(), make.click(action_id, user=ELIN))
    assert slack.views == []
    assert "Det bestämmer huvudansvarig" in told(deps)[0]


def test_a_form_that_was_open_when_a_lead_was_named_is_refused(deps, slack):
    opened = form(deps, slack, view.LEVELS, user=ELIN)
    with deps.transaction() as db:
        team.save(db, Team(AMIRA))
    answer = save(deps, reminders.save_levels, opened, user=ELIN, person="1")
    assert answer["response_action"] == "errors"
    assert stored(deps)[0] == Levels()
