"""The page's rules in the settings."""

import pytest

from bot.domain.team import Team
from bot.store import comment_rules, ledger, outbox, team
from handlers import settings
from handlers.comment_rules import RULES
from tests import make
from tests.fakes import FakeAck
from tests.forms import filled, submission
from tests.make import AMIRA, JONAS


@pytest.fixture
def deps(deps):
    with deps.transaction() as db:
        comment_rules.ensure_defaults(db, deps.words)
        team.save(db, Team(AMIRA, (), (JONAS,)))
    return deps


def rules(deps):
    with deps.reading() as db:
        return comment_rules.RULES.known(db)


def told(deps):
    with deps.reading() as db:
        return [i.body for i in sorted(outbox.pending(db), key=lambda i: i.id)][-1]


def click(deps, handler, value="", *, user=AMIRA):
    handler(deps, FakeAck(), make.click("any", str(value), user=user))


def saved(deps, value=None, **said):
    if value is None:
        click(deps, RULES.click_new)
    else:
        click(deps, RULES.choose, f"change {value}")
    RULES.save(deps, ack := FakeAck(), submission(deps.slack.views[-1], **said))
    return ack.answer


def test_a_new_team_starts_with_what_regions_publish(deps, english):
    assert [r.text for r in rules(deps)][:2] == ["hets mot folkgrupp", "hot mot någon"]
    assert {r.kind for r in rules(deps)} == {"law", "page"}
    with deps.transaction() as db:
        comment_rules.ensure_defaults(db, english.words)
    assert len(rules(deps)) == 13


def test_the_settings_show_them(deps):
    click(deps, settings.click)
    assert "Regler för kommentarer" in told(deps)["text"]
    click(deps, RULES.show, user=JONAS)
    assert "Kritik är tillåten" in told(deps)["text"]


def test_rules_are_added_changed_archived_and_taken_back(deps):
    assert saved(deps, text="länkar till sålt", kind="page") == {}
    new = rules(deps)[-1]
    assert new.text == "länkar till sålt"
    click(deps, RULES.choose, f"change {new.id}")
    assert filled(deps.slack.views[-1], "text") == "länkar till sålt"
    assert saved(deps, new.id, text="köp och sälj", kind="law") == {}
    click(deps, RULES.choose, f"archive {new.id}")
    assert "Arkiverad: köp och sälj (lag)" in told(deps)["text"]
    assert next(r for r in rules(deps) if r.id == new.id).archived_at
    click(deps, RULES.revive, new.id)
    assert not next(r for r in rules(deps) if r.id == new.id).archived_at
    with deps.reading() as db:
        done = [act.act for act in ledger.acts(db, f"rule:{new.id}")]
    assert done == ["rule.saved", "rule.saved", "rule.archived", "rule.revived"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("kritik mot regionen", "Kritik är tillåten"),
        ("Spam eller reklam", "finns redan"),
        (" ", "Skriv regeln"),
    ],
)
def test_what_cannot_be_a_rule_is_said_beside_it(deps, text, words):
    answer = saved(deps, text=text)
    assert words in answer["errors"]["text"]
    assert len(rules(deps)) == 13


def test_only_the_lead_and_the_deputies_change_them(deps):
    click(deps, RULES.click_new, user=JONAS)
    assert deps.slack.views == []
    click(deps, RULES.choose, "archive 1", user=JONAS)
    assert not rules(deps)[0].archived_at


@pytest.mark.parametrize("value", ["", "x", "change", "archive 404", "change 404", "404"])
def test_stale_and_forged_values_are_answered_kindly(deps, value):
    click(deps, RULES.choose, value)
    click(deps, RULES.revive, value)
    assert "Traceback" not in told(deps)["text"]
    assert len(rules(deps)) == 13
