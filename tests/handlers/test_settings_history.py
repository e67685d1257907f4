"""Every change of the settings is noted with what was, shown, and the last of each undone."""

import pytest

from bot.domain.first_steps import Decision
from bot.domain.goals import Aim, Goal
from bot.domain.policy import Policy, Preset
from bot.domain.team import Team
from bot.store import first_steps, goals, ledger, outbox, policy, tagging, team
from bot.store import settings as store
from bot.store import settings_history as history
from bot.views import settings_history as view
from handlers import fears, lapsing, settings, settings_history
from handlers import goals as goals_handler
from handlers import policy as policy_handler
from handlers import team as team_handler
from handlers.comment_rules import RULES
from tests import make
from tests.commands import say
from tests.fakes import FakeAck
from tests.forms import submission
from tests.make import AMIRA, ELIN, JONAS

BEYOND_THE_FILE = {
    "presence": "people's own days off and hours, which are nobody else's",
    "reserves": "a stock of posts, which the plan's own files have",
    "feed": "an address that is a secret",
    "disposal": "decisions about one database, dangerous without the holds that are in no file",
}
"""Why a topic is in no file and has no way back: everything else that is set is."""


@pytest.fixture(autouse=True)
def lead(deps):
    with deps.transaction() as db:
        team.save(db, Team(AMIRA, (JONAS,), (ELIN,)))


def told(deps):
    with deps.reading() as db:
        return [i.body for i in sorted(outbox.pending(db), key=lambda i: i.id) if i.user][-1]


def press(deps, listener, value="", *, user=AMIRA):
    listener(deps, FakeAck(), make.click("any", str(value), user=user))


def save(deps, handler, *, user=AMIRA, **said):
    press(deps, handler.click, user=user)
    handler.save(deps, ack := FakeAck(), submission(deps.slack.views[-1], user=user, **said))
    assert ack.answer == {}


def changes(deps):
    with deps.reading() as db:
        return history.latest(db, 100)


def promised(deps):
    with deps.reading() as db:
        return policy.load(db)


def test_everything_that_the_settings_edit_is_declared_once(deps):
    with deps.reading() as db:
        names = {name for name, topic in settings.topics(deps, db).items() if topic.act}
    assert {each.name for each in store.every(deps.now())} == names - BEYOND_THE_FILE.keys()


def test_a_change_is_noted_with_who_when_and_what(deps):
    save(deps, policy_handler, user=JONAS, kind="kontorstimmar", count="4", preset="watch")
    (change,) = changes(deps)
    assert (change.who, change.name, change.at) == (JONAS, "policy", deps.now())
    assert change.before is None  # not decided yet
    assert change.after["promise"] == "4_kontorstimmar"
    press(deps, settings_history.show, user=ELIN)
    said = told(deps)["text"]
    assert "*Svar och bevakning* · I dag kl. 8.15 · Jonas Berg" in said.replace("\xa0", " ")
    assert "> Vi svarar inom 4 timmar på arbetstid." in said.replace("\xa0", " ")


def test_what_changes_nothing_is_not_noted(deps):
    save(deps, lapsing)
    assert changes(deps) == []
    press(deps, settings_history.show)
    assert "Inget är ändrat än" in told(deps)["text"]


def test_the_last_change_is_undone_and_that_is_undone(deps):
    save(deps, policy_handler, kind="kontorstimmar", count="4", preset="office")
    press(deps, settings_history.undo, changes(deps)[0].id)
    assert promised(deps) == Policy()
    with deps.reading() as db:
        assert Decision.PROMISE in first_steps.checklist(db).open
    assert told(deps)["text"].startswith("Ångrat. Så här är *Svar och bevakning* nu igen:")
    with deps.reading() as db:
        assert ledger.acts(db, "setting:policy")[-1].act == "setting.undone"
    press(deps, settings_history.undo, changes(deps)[0].id)
    assert promised(deps).preset is Preset.OFFICE


def test_only_the_last_change_of_a_setting_is_undone(deps):
    save(deps, policy_handler, kind="kontorstimmar", count="4", preset="office")
    save(deps, policy_handler, kind="kontorstimmar", count="8", preset="office")
    save(deps, team_handler, lead=AMIRA, deputies=[], members=[])
    named, newest, oldest = changes(deps)
    press(deps, settings_history.undo, oldest.id)
    assert "ändrats igen" in told(deps)["text"]
    assert promised(deps).promise.count == 8
    press(deps, settings_history.undo, newest.id)
    assert promised(deps).promise.count == 4
    press(deps, settings_history.undo, named.id)
    with deps.reading() as db:
        assert team.load(db).deputies == (JONAS,)


def test_what_was_changed_another_way_meanwhile_is_not_undone(deps):
    save(deps, policy_handler, kind="kontorstimmar", count="4", preset="office")
    with deps.transaction() as db:
        policy.save(db, Policy(preset=Preset.CRISIS))
    press(deps, settings_history.undo, changes(deps)[0].id)
    assert promised(deps).preset is Preset.CRISIS


@pytest.mark.parametrize("value", ["", "404", "x", "1"])
def test_stale_and_forged_values_are_answered_kindly(deps, value):
    press(deps, settings_history.undo, value)
    assert "Oj" not in told(deps)["text"]
    assert changes(deps) == []


def test_an_entry_of_a_list_has_its_own_way_back(deps):
    press(deps, RULES.click_new)
    RULES.save(deps, FakeAck(), submission(deps.slack.views[-1], text="köp och sälj"))
    (change,) = changes(deps)
    press(deps, settings_history.undo, change.id)
    assert "ändrats igen" in told(deps)["text"]


def test_what_was_feared_is_noted_and_undone(deps):
    save(deps, fears, criticism="hälften", time="")
    save(deps, fears, criticism="allt", time="")
    newest, _ = changes(deps)
    press(deps, settings_history.undo, newest.id)
    with deps.reading() as db:
        said = tagging.fear(db)
    assert (said.criticism, said.changed_at) == ("hälften", None)
    assert told(deps)["text"].startswith("Ångrat. Så här är *Farhågor* nu igen:")


def test_a_goal_that_was_taken_is_noted_and_undone(deps):
    with deps.transaction() as db:
        goals.save(db, proposed := Goal(Aim.RATE, 86, 90, deps.today()))
    press(deps, goals_handler.take, "rate 90")
    (change,) = changes(deps)
    assert (change.who, change.name) == (AMIRA, "goals")
    press(deps, settings_history.undo, change.id)
    with deps.reading() as db:
        assert goals.known(db) == [proposed]
    assert "förslag minst 90 %" in told(deps)["text"].replace("\xa0", " ")


def test_only_the_lead_and_the_deputies_undo(deps):
    save(deps, policy_handler, kind="kontorstimmar", count="4", preset="office")
    press(deps, settings_history.undo, changes(deps)[0].id, user=ELIN)
    assert "Det bestämmer huvudansvarig" in told(deps)["text"]
    assert promised(deps).promise.count == 4


def test_many_changes_are_turned_over(deps):
    for number in range(2 * view.SHOWN + 3):
        save(deps, policy_handler, kind="kontorstimmar", count=str(number + 1), preset="office")
    press(deps, settings_history.show)
    seen = 0
    while True:
        blocks = told(deps)["blocks"]
        seen += sum("·" in b["text"]["text"] for b in blocks if b["type"] == "section")
        older = blocks[-1]["elements"][0]
        if older["action_id"] != "settings.history":
            break
        press(deps, settings_history.show, older["value"])
    assert seen == 2 * view.SHOWN + 3


def test_what_is_saved_leads_back_to_the_settings(deps):
    save(deps, policy_handler, kind="kontorstimmar", count="4", preset="office")
    assert "settings.open" in str(told(deps)["blocks"][-1])
    assert "settings.history" in str(say(deps, "lucka", "inställningar")["blocks"][-1])
