"""From a gap to a post that two have read: an idea in one step, a second pair of eyes, both languages."""

from pathlib import Path

import pytest

from tests.scenarios.journey import Journey
from tests.scenarios.world import AMIRA, JONAS, PLAN

SAID = {
    "sv": {
        "gaps": "/plan luckor",
        "fits": "Passar: Höstlov",
        "planned": "Planerat",
        "shows": "Visas:",
        "paired": "behöver ett ja till",
        "waits": "Jag har frågat i kanalen",
        "asked": "Amira Haddad vill ha ett par ögon till",
        "own": "Du skrev texten",
        "yes": "Jonas Berg har läst och sagt ja",
    },
    "en": {
        "gaps": "/plan gaps",
        "fits": "Fits: Höstlov",
        "planned": "Planned",
        "shows": "Shows:",
        "paired": "needs a second yes",
        "waits": "I have asked in the channel",
        "asked": "Amira Haddad wants a second pair of eyes",
        "own": "You wrote the text",
        "yes": "Jonas Berg has read it and said yes",
    },
}


@pytest.mark.parametrize("language", SAID)
def test_an_idea_fills_a_gap_in_one_step_and_two_persons_make_it_ready(
    tmp_path: Path, language: str
) -> None:
    said = SAID[language]
    with Journey(tmp_path, language) as journey:
        journey.say(AMIRA, "/idea Höstlov\nKom och bada!")
        gaps = journey.say(AMIRA, said["gaps"])
        assert said["fits"] in gaps["text"]
        journey.click(AMIRA, gaps, "gap.plan_idea", channel=PLAN)
        journey.await_whisper(AMIRA, said["planned"])
        assert journey.sql("select title, text, owner from posts") == [
            ("Höstlov", "Kom och bada!", AMIRA),
        ]

        journey.settled()
        week = journey.say(AMIRA, "/plan v. 48")
        journey.click(AMIRA, week, "post.menu", value="open 1", channel=PLAN)
        card = journey.await_whisper(AMIRA, said["shows"])
        journey.click(AMIRA, card, "post.pair", channel=PLAN)
        journey.await_whisper(AMIRA, said["paired"])
        journey.click(AMIRA, card, "post.ready", channel=PLAN)
        journey.await_whisper(AMIRA, said["waits"])
        question = journey.await_message(PLAN, said["asked"])

        journey.click(AMIRA, question, "post.second")
        journey.await_whisper(AMIRA, said["own"])
        journey.click(JONAS, question, "post.second")
        journey.await_words(question, PLAN, said["yes"])
        assert journey.sql("select status, second from posts") == [("ready", JONAS)]
        assert "Traceback" not in journey.last_words(1000)
