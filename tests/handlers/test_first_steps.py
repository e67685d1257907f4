"""What every team has to decide: shown, led to, decided in words, declined; and words to paste."""

import pytest

from bot.domain.disposal import Class
from bot.domain.first_steps import Decision, Standing
from bot.domain.policy import Policy
from bot.domain.relaying import Discretion
from bot.domain.team import Team
from bot.jobs import home
from bot.store import (
    comment_rules,
    disposal,
    first_steps,
    ledger,
    members,
    outbox,
    policy,
    relaying,
    team,
)
from bot.views import first_steps as view
from handlers import first_steps as handlers
from tests import make
from tests.commands import say
from tests.disposing import RULE
from tests.fakes import FakeAck
from tests.forms import filled, submission
from tests.make import AMIRA, ELIN, JONAS


def found(deps):
    with deps.reading() as db:
        return first_steps.checklist(db)


def told(deps):
    with deps.reading() as db:
        return [i.body for i in sorted(outbox.pending(db), key=lambda i: i.id) if i.user][-1]


def press(deps, listener, value="", *, user=AMIRA):
    listener(deps, FakeAck(), make.click("any", value, user=user))


def write(deps, decision, text, *, user=AMIRA):
    press(deps, handlers.open_fact, decision, user=user)
    form = submission(deps.slack.views[-1], user=user, fact=text)
    handlers.save(deps, ack := FakeAck(), form)
    return ack.answer


@pytest.mark.parametrize("asked", ["start", "kom igång", "Kom i  gång"])
def test_a_fresh_install_lists_everything_that_is_not_decided(deps, asked):
    said = say(deps, "lucka", asked)["text"]
    assert "0 av 13 bestämt" in said
    assert said.count("inte bestämt än") == 13


def test_the_same_in_english(english):
    said = say(english, "lucka", "start")["text"]
    assert "0 of 13 decided" in said
    assert "Decision on disposal: not decided yet" in said


def test_what_is_set_elsewhere_counts(deps):
    with deps.transaction() as db:
        team.save(db, Team(AMIRA, (JONAS,)))
        policy.save(db, Policy())
        relaying.decide(db, Discretion())
    assert found(deps).open == tuple(
        each
        for each in Decision
        if each not in {Decision.LEAD, Decision.DEPUTIES, Decision.PROMISE, Decision.RELAY}
    )
    assert "4 av 13 bestämt" in say(deps, "lucka", "inställningar")["text"]


def test_a_decision_that_lets_something_be_disposed_of_is_a_decision_on_disposal(deps):
    write(deps, Decision.DISPOSAL, "")
    with deps.transaction() as db:
        disposal.set_rule(db, Class.WORKING, RULE)
    assert found(deps).standings[Decision.DISPOSAL] is Standing.DECIDED
    assert "✔ Beslut om gallring: bestämt" in say(deps, "lucka", "start")["text"]


def test_every_decision_has_the_button_to_its_place(deps):
    blocks = say(deps, "lucka", "start")["blocks"]
    ways = [b["accessory"]["action_id"] for b in blocks if "accessory" in b]
    assert ways == [view.PLACES[each] for each in Decision]


def test_what_is_decided_in_words_is_kept_shown_and_written_down(deps):
    assert write(deps, Decision.REGISTRAR, " registrator@lillsjo.example \n") == {}
    assert "✔ Registratorns adress: registrator@lillsjo.example" in told(deps)["text"]
    press(deps, handlers.open_fact, Decision.REGISTRAR)
    assert filled(deps.slack.views[-1], "fact") == "registrator@lillsjo.example"
    with deps.reading() as db:
        (act,) = ledger.acts(db, "fact:registrar")
    assert (act.who, act.detail) == (AMIRA, {"how": "decided"})
    write(deps, Decision.REGISTRAR, " ")
    assert found(deps).standings[Decision.REGISTRAR] is Standing.OPEN


def test_a_link_that_is_none_is_refused_beside_the_field(deps):
    assert "https://" in write(deps, Decision.RULES, "på webben")["errors"]["fact"]
    assert found(deps).facts == {}


def test_a_team_may_decide_not_to_decide_and_take_it_back(deps):
    press(deps, handlers.decline, Decision.ROSTER)
    assert "– Vem som har bevakning: bestämmer vi inte\n1 av 13" in told(deps)["text"]
    undo = told(deps)["blocks"][-1]["elements"][0]
    press(deps, handlers.reopen, undo["value"])
    assert found(deps).settled == 0
    press(deps, handlers.reopen, undo["value"])
    assert "finns inte längre" in told(deps)["text"]


@pytest.mark.parametrize("value", ["", "lead", "nothing", "1"])
def test_what_cannot_be_declined_is_answered_kindly(deps, value):
    press(deps, handlers.decline, value)
    assert "finns inte längre" in told(deps)["text"]
    assert found(deps).settled == 0


def test_what_is_decided_meanwhile_is_not_declined(deps):
    write(deps, Decision.ABOUT, "Region Lillsjö")
    press(deps, handlers.decline, Decision.ABOUT)
    assert found(deps).facts == {Decision.ABOUT: "Region Lillsjö"}


def test_only_the_lead_and_the_deputies_decide(deps):
    with deps.transaction() as db:
        team.save(db, Team(AMIRA, (), (ELIN,)))
    press(deps, handlers.open_fact, Decision.ABOUT, user=ELIN)
    press(deps, handlers.decline, Decision.ABOUT, user=ELIN)
    assert deps.slack.views == []
    assert "Det bestämmer huvudansvarig" in told(deps)["text"]
    press(deps, handlers.click, user=ELIN)
    assert "1 av 13" in told(deps)["text"]


def test_the_home_tab_leads_there_while_a_team_begins(deps):
    with deps.transaction() as db:
        tab = home.render(db, deps, members.find(db, AMIRA), 0)
    assert view.SHOW in str(tab)


def test_the_rules_are_ready_to_paste(deps):
    with deps.transaction() as db:
        comment_rules.ensure_defaults(db, deps.words)
    first = say(deps, "lucka", "regler")["text"]
    assert "• hets mot folkgrupp" in first
    assert "allmän handling" in first
    assert "Bakom sidan" not in first
    write(deps, Decision.ABOUT, "Region <!here>")
    write(deps, Decision.RULES, "https://lillsjo.example/regler")
    said = say(deps, "lucka", "rules")
    assert "Bakom sidan står Region &lt;!here&gt;." in said["text"]
    assert "Här finns alla regler: https://lillsjo.example/regler" in said["text"]
    assert "Inte bestämt än: Registratorns adress" in str(said["blocks"])


@pytest.mark.parametrize("asked", ["öppettider", "opening hours"])
def test_the_sentence_about_answers_is_ready_to_paste(deps, asked):
    said = say(deps, "lucka", asked)["text"]
    assert "Vi svarar" in said
    assert "We answer" in said
