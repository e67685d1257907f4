"""The settings: everybody looks, the lead and the deputies change, and what is saved is said."""

import pytest

from bot.domain.team import Team
from bot.store import ledger, outbox
from bot.store import team as store
from bot.views import team as view
from handlers import settings, team
from tests import make
from tests.commands import say
from tests.fakes import FakeAck
from tests.forms import submission
from tests.make import AMIRA, ELIN, GUEST, JONAS, MIKKO


def load(deps):
    with deps.reading() as db:
        return store.load(db)


def name(deps, **roles):
    with deps.transaction() as db:
        store.save(db, Team(**roles))


def told(deps):
    with deps.reading() as db:
        return [item.body["text"] for item in outbox.pending(db)]


def form(deps, slack, *, user=AMIRA):
    team.click(deps, FakeAck(), make.click(view.CHANGE, user=user))
    return slack.views[-1]


def save(deps, opened, *, user=AMIRA, **said):
    ack = FakeAck()
    team.save(deps, ack, submission(opened, user=user, **said))
    return ack.answer


@pytest.mark.parametrize("asked", ["settings", "inställningar", "Inställningar"])
def test_the_settings_say_what_is_not_decided_yet(deps, asked):
    said = say(deps, "lucka", asked)["text"]

    assert "Huvudansvarig: inte bestämt än" in said


def test_the_same_in_english(english):
    assert "Lead: not decided yet" in say(english, "lucka", "settings")["text"]


def test_the_help_page_has_a_button_to_the_settings(deps):
    settings.click(deps, FakeAck(), make.click("settings.open"))

    assert "Innehållsteamet" in told(deps)[0]


def test_the_first_to_name_a_team_may_be_anybody(deps, slack):
    save(deps, form(deps, slack), lead=AMIRA, deputies=[JONAS], members=[ELIN])

    assert load(deps) == Team(AMIRA, (JONAS,), (ELIN,))
    assert told(deps) == [
        (
            "Sparat. Så här ser teamet ut nu:\n"
            "Huvudansvarig: Amira Haddad\nErsättare: Jonas Berg\n"
            "Kollegor i teamet: Elin Lindqvist"
        )
    ]
    with deps.reading() as db:
        (act,) = ledger.acts(db, "team")
    assert (act.who, act.act, act.detail["lead"]) == (AMIRA, "team.changed", AMIRA)


@pytest.mark.parametrize("user", [AMIRA, JONAS], ids=["the lead", "a deputy"])
def test_the_lead_and_the_deputies_change_the_team(deps, slack, user):
    name(deps, lead=AMIRA, deputies=(JONAS,))

    save(deps, form(deps, slack, user=user), user=user, members=[MIKKO])

    assert load(deps) == Team(AMIRA, (JONAS,), (MIKKO,))


def test_a_colleague_is_told_who_decides(deps, slack):
    name(deps, lead=AMIRA, members=(ELIN,))

    team.click(deps, FakeAck(), make.click(view.CHANGE, user=ELIN))

    assert slack.views == []
    assert "Det bestämmer huvudansvarig" in told(deps)[0]


def test_a_form_that_was_open_when_a_lead_was_named_is_refused(deps, slack):
    opened = form(deps, slack, user=ELIN)
    name(deps, lead=AMIRA)

    answer = save(deps, opened, user=ELIN, lead=ELIN)

    assert "Det bestämmer huvudansvarig" in answer["errors"]["lead"]
    assert load(deps) == Team(AMIRA)


def test_deputies_need_somebody_to_stand_in_for(deps, slack):
    answer = save(deps, form(deps, slack), deputies=[JONAS])

    assert "Välj en huvudansvarig först" in answer["errors"]["lead"]
    assert load(deps) == Team()


@pytest.mark.parametrize(
    "said",
    [{"lead": GUEST}, {"lead": AMIRA, "deputies": [GUEST]}, {"members": [GUEST]}],
    ids=["lead", "stand in", "be a colleague"],
)
def test_a_guest_cannot(deps, slack, said):
    answer = save(deps, form(deps, slack), **said)

    assert "Bara medlemmar i arbetsytan kan vara med i teamet" in answer["errors"]["lead"]
    assert load(deps) == Team()


def test_the_team_can_be_emptied_again(deps, slack):
    name(deps, lead=AMIRA, deputies=(JONAS,), members=(ELIN,))

    save(deps, form(deps, slack), lead=None, deputies=[], members=[])

    assert load(deps) == Team()
