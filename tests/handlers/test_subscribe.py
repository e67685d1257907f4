"""The addresses of the plan's calendar: shown to one person, changed by the lead, old ones shut."""

from dataclasses import replace

import pytest

from bot.domain.team import Team
from bot.store import feed as store
from bot.store import ledger, outbox, team
from handlers import feed, subscribe
from tests import make
from tests.commands import say
from tests.fakes import FakeAck
from tests.forms import submission
from tests.make import AMIRA, ELIN

TOKEN = "a-secret-of-the-team"


@pytest.fixture
def deps(deps):
    return replace(deps, settings=replace(deps.settings, calendar_token=TOKEN))


def told(deps):
    with deps.reading() as db:
        return [(item.user, item.body["text"]) for item in outbox.pending(db)]


def show(deps, *, user=AMIRA):
    subscribe.show(deps, FakeAck(), make.click("subscribe.show", user=user))
    return told(deps)[-1]


def renew(deps, slack, *, user=AMIRA):
    subscribe.ask(deps, FakeAck(), make.click("subscribe.renew", user=user))
    if not slack.views:
        return None
    ack = FakeAck()
    subscribe.renew(deps, ack, submission(slack.views[-1], user=user))
    return ack.answer


def secret(deps):
    with deps.reading() as db:
        return store.secret(db, deps.settings.calendar_token)


def test_the_settings_say_whether_the_plan_can_be_followed(deps):
    assert "Påslagen" in say(deps, "lucka", "inställningar")["text"]
    bare = replace(deps, settings=replace(deps.settings, calendar_token=""))
    assert "Avstängd" in say(bare, "lucka", "inställningar")["text"]
    user, text = show(bare)
    assert (user, "Kalendern är avstängd" in text) == (AMIRA, True)


def test_the_addresses_are_told_to_who_asks_alone(deps):
    user, text = show(deps, user=ELIN)

    assert user == ELIN
    for name in ("plan", "facebook", "webb", "intranat"):
        assert f"`/calendar/{TOKEN}/{name}.ics`" in text


def test_a_new_secret_opens_and_the_old_one_does_not(deps, slack):
    renew(deps, slack)

    new = secret(deps)
    assert new != TOKEN
    assert len(new) == 48
    assert feed.answer(deps, TOKEN, "plan") is None
    assert feed.answer(deps, new, "plan") is not None
    assert f"/calendar/{new}/plan.ics" in told(deps)[-1][1]
    with deps.reading() as db:
        (act,) = ledger.acts(db, "feed")
    assert (act.who, act.act, dict(act.detail)) == (AMIRA, "feed.renewed", {})


def test_a_later_setting_has_the_last_word(deps, slack):
    renew(deps, slack)

    later = replace(deps, settings=replace(deps.settings, calendar_token="another-of-the-team"))
    assert secret(later) == "another-of-the-team"
    renew(later, slack)
    assert secret(later) not in {"another-of-the-team", TOKEN}


def test_only_the_lead_changes_the_secret(deps, slack):
    with deps.transaction() as db:
        team.save(db, Team(AMIRA, (), (ELIN,)))

    assert renew(deps, slack, user=ELIN) is None
    assert secret(deps) == TOKEN
    assert "Det bestämmer huvudansvarig" in told(deps)[-1][1]
    assert _actions(deps, ELIN) == []
    assert _actions(deps, AMIRA) == ["subscribe.renew"]


def _actions(deps, user):
    show(deps, user=user)
    with deps.reading() as db:
        blocks = outbox.pending(db)[-1].body["blocks"]
    return [e["action_id"] for b in blocks if b["type"] == "actions" for e in b["elements"]]


def test_the_same_in_english(deps, english):
    english = replace(english, settings=replace(english.settings, calendar_token=TOKEN))

    assert "The whole plan" in show(english)[1]
