"""Advice on a text, from the form to *ready*, over Slack's own protocol in both languages."""

from pathlib import Path

import pytest

from tests.scenarios.journey import Journey
from tests.scenarios.reading import offered
from tests.scenarios.world import AMIRA, PLAN

TEXT = "Vänligen boka en tid avseende vaccin på https://a.se och på https://b.se i dag."
SAID = {
    "sv": ("Planerat", "Råd om texten", "Stryk ”vänligen”", "klart att publicera"),
    "en": ("Planned", "Advice on the text", "The post has 2 links", "ready to publish"),
}


@pytest.mark.parametrize("language", SAID)
def test_advice_is_given_on_request_and_at_ready_and_stops_nobody(
    tmp_path: Path, language: str
) -> None:
    planned, advice, finding, ready = SAID[language]
    with Journey(tmp_path, language, start="2026-11-24T08:15") as journey:
        journey.ask(AMIRA, "/plan add")
        assert journey.submit(AMIRA, title="Vaccin", text=TEXT, day="2026-12-02")["ok"]
        answer = journey.await_whisper(AMIRA, planned)
        assert finding not in answer["text"]

        assert journey.click(AMIRA, answer, "post.advice")["ok"]
        assert finding in journey.await_whisper(AMIRA, advice)["text"]

        week = journey.say(AMIRA, "/plan v. 49")
        mark = next(v for v in offered(week, "post.menu") if v.startswith("ready"))
        assert journey.click(AMIRA, week, "post.menu", value=mark, channel=PLAN)["ok"]
        assert finding in journey.await_whisper(AMIRA, ready)["text"]
        assert journey.sql("select status from posts") == [("ready",)]
