"""The lead changes the language while the bot runs: all that is said from then on is in it."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.scenarios.journey import Journey
from tests.scenarios.reading import key_of
from tests.scenarios.test_home import Tab
from tests.scenarios.world import AMIRA, COMMENTS, ELIN, JONAS, PLAN


@pytest.fixture
def journey(tmp_path: Path) -> Iterator[Journey]:
    with Journey(tmp_path, start="2026-11-24T08:00") as begun:
        yield begun
        assert "Traceback" not in begun.last_words(1000)


def test_from_swedish_to_english_and_back(journey: Journey) -> None:
    journey.clock_to("2026-11-24T08:15")
    digest = journey.await_message(PLAN, "God morgon!")
    tab = Tab(journey, JONAS)
    tab.await_words("Hej Jonas")
    post = journey.publish("Öppet hus")
    journey.comment(post, "Måste man boka tid?")
    relay = journey.await_message(COMMENTS, "Ny kommentar")

    settings = journey.say(AMIRA, "/lucka inställningar")
    assert "Svenska, för alla. Så är det inställt där jag kör" in settings["text"]
    journey.click(AMIRA, settings, "language.change")
    assert journey.submit(AMIRA, language="en")["ok"]
    journey.await_whisper(AMIRA, "Saved. From now on I speak:\nEnglish, for everybody.")
    journey.await_words(digest, PLAN, "Good morning!")
    journey.await_words(relay, COMMENTS, "New comment", "Måste man boka tid?")
    tab.await_words("Hello Jonas")
    journey.comment(post, "Finns det parkering?")
    assert "New comment" in journey.await_message(COMMENTS, "Finns det parkering?")["text"]

    journey.restart()
    journey.click(AMIRA, journey.say(AMIRA, "/lucka settings"), "settings.history")
    journey.click(AMIRA, journey.await_whisper(AMIRA, "*Language / Språk* ·"), "settings.undo")
    journey.await_whisper(AMIRA, "Ångrat. Så här är *Språk / Language* nu igen:")
    journey.await_words(digest, PLAN, "God morgon!")
    journey.await_words(relay, COMMENTS, "Ny kommentar")
    tab.await_words("Hej Jonas")
    assert [key_of(m) for m in journey.ours(PLAN, "God morgon!")] == ["digest:2026-11-24"]

    file = journey.folder / "english.json"
    file.write_text(json.dumps({"lucka_settings": 1, "settings": {"language": "en"}}))
    assert (
        journey.run("settings", str(file), "--apply")[0] == 0
    )  # beside the bot, which hears of it
    journey.await_words(digest, PLAN, "Good morning!")
    assert "English, for everybody." in journey.ask(ELIN, "/lucka settings")
