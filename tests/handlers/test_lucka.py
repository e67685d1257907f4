"""`/lucka`: help in a screen, health, and a second try for what could not be sent."""

from dataclasses import replace

import pytest

from bot.domain.page import PageUsage
from bot.jobs import poll
from bot.store import outbox
from handlers import lucka
from tests import make
from tests.commands import say
from tests.fakes import FakeAck
from tests.make import NOW, PLAN
from tests.page import FakePage


def ask(deps, text=""):
    return say(deps, "lucka", text)


def told(deps):
    return ask(deps)["text"].replace("\xa0", " ")


def buttons(deps):
    rows = [b for b in ask(deps)["blocks"] if b["type"] == "actions"]
    return [element["action_id"] for row in rows for element in row["elements"]]


@pytest.mark.parametrize("text", ["", "help", "hjälp", "Hälsa", "status", " ? "])
def test_help_and_health_are_one_screen(deps, text):
    said = ask(deps, text)["text"]

    for word in ("/idea", "/plan", "/comments", "👀", "Allt fungerar", "Nästa dagens plan"):
        assert word in said
    assert "känner jag inte igen" not in said


def test_the_same_in_english(english):
    said = ask(english)["text"]

    for word in ("/idea", "/plan", "/comments", "👀", "Everything works", "Next daily plan"):
        assert word in said


def test_an_unknown_word_is_repeated_harmlessly_with_the_help(deps):
    said = ask(deps, "<!channel> dansa")["text"]

    assert "”&lt;!channel&gt; dansa” känner jag inte igen" in said


def test_trouble_is_told_first_with_how_long(deps, hand):
    deps.health.trouble("slack", "trouble-slack-unreachable", "timeout", now=NOW)
    hand.on(minutes=5)

    said = told(deps)

    assert "Jag når inte Slack (timeout)" in said
    assert "5 min" in said
    assert "Allt fungerar" not in said


def test_the_last_backup_is_always_told(deps):
    assert "Ingen säkerhetskopia är tagen än" in told(deps)

    deps.settings.backups.mkdir()
    (deps.settings.backups / "lucka-20261124T030500Z.db").touch()
    assert "Senaste säkerhetskopian: i dag kl. 4.05" in told(deps)


def test_what_could_not_be_sent_can_be_sent_again(deps):
    with deps.transaction() as db:
        outbox.put(db, "digest:1", PLAN, {"text": "hej"}, now=NOW)
        (item,) = outbox.pending(db)
        outbox.died(db, item, "invalid_blocks")
    assert "outbox.retry" in buttons(deps)

    lucka.retry(deps, FakeAck(), make.click("outbox.retry", "dead"))

    with deps.reading() as db:
        assert {item.key for item in outbox.pending(db)} >= {"digest:1"}
    assert "outbox.retry" not in buttons(deps)


def test_the_next_digest_skips_the_free_days(deps, hand):
    hand.to(NOW.replace(month=12, day=23, hour=12))

    assert "måndag 28 december kl. 8.15" in told(deps)


def test_what_reading_the_page_costs_is_told(deps, monkeypatch):
    monkeypatch.setattr(poll, "_costs", {})
    reading = replace(deps, page=FakePage(usage=PageUsage(percent=12)))
    assert "Facebooks gräns" not in told(reading)

    poll.run(reading, NOW)
    poll.run(reading, NOW)

    assert "tog 1 anrop, det senaste dygnet 3; 12 procent av Facebooks gräns" in told(reading)
