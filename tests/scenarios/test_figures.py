"""Figures over real sockets: taps, the fear beside them, counted posts, a goal, other pages."""

from pathlib import Path

import pytest

from tests.scenarios.journey import Journey
from tests.scenarios.world import AMIRA, COMMENTS, JONAS, PLAN

SAID = {
    "sv": {
        "new": "Ny kommentar på Öppet hus",
        "ask": "Vad var det, och hur lång tid tog det?",
        "tagged": "Märkt: *Fråga*. Hur lång tid tog det?",
        "both": "Märkt: *Fråga · 5–15 min*.",
        "card": "märkte den",
        "fear": "hälften blir kritiska",
        "beside": "Det blev: 0 av 1 bland de märkta",
        "spent": "högst 1 tim, enligt teamets tryck för 1 av 1",
        "goals": "Mål att ta ställning till",
        "goal": "målet är minst 7 dagar",
        "compare": "/compare lägg till",
        "peer": "besvarade: 20 av 40",
        "saved": "Sparat: Region A.",
        "gone": "borta ur jämförelsen",
        "back": "är med igen",
    },
    "en": {
        "new": "New comment on Öppet hus",
        "ask": "What was it, and how long did it take?",
        "tagged": "Tagged: *Question*. How long did it take?",
        "both": "Tagged: *Question · 5–15 min*.",
        "card": "tagged it",
        "fear": "half will be critical",
        "beside": "What came: 0 of 1 among those that were tagged",
        "spent": "at most 1 h, by the team's taps for 1 of 1",
        "goals": "Goals to decide about",
        "goal": "the goal is at least 7 days",
        "compare": "/compare add",
        "peer": "answered: 20 of 40",
        "saved": "Saved: Region A.",
        "gone": "out of the comparison",
        "back": "is there again",
    },
}


@pytest.mark.parametrize("language", SAID)
def test_from_a_tap_to_a_goal(tmp_path: Path, language: str) -> None:
    said = SAID[language]
    with Journey(tmp_path, language, start="2026-12-01T10:00") as journey:
        settings = journey.say(AMIRA, "/lucka settings")
        journey.click(AMIRA, settings, "fear.change")
        assert journey.submit(AMIRA, criticism=said["fear"], time="")["ok"]

        journey.comment(journey.publish("Öppet hus"), "Måste man boka tid?")
        relayed = journey.await_message(COMMENTS, said["new"])
        journey.react(AMIRA, relayed, "white_check_mark")
        asked = journey.await_whisper(AMIRA, said["ask"], COMMENTS)
        journey.click(AMIRA, asked, "comment.tag.question", channel=COMMENTS)
        tagged = journey.await_whisper(AMIRA, said["tagged"], COMMENTS)
        journey.click(AMIRA, tagged, "comment.effort.middle", channel=COMMENTS)
        journey.await_whisper(AMIRA, said["both"], COMMENTS)
        journey.click(JONAS, relayed, "comment.more", channel=COMMENTS)
        journey.await_whisper(JONAS, said["card"], COMMENTS)

        report = str(journey.say(AMIRA, "/report")["blocks"]).replace("\u00a0", " ")
        assert said["fear"] in report
        assert said["beside"] in report
        assert said["spent"] in report

        count = "select comments, views from post_counts where day = ?"
        journey.clock_to("2026-12-02T05:31")
        journey.wait_for(lambda: journey.sql(count, "2026-12-02"), "counted posts")
        assert (1, 120) in journey.sql(count, "2026-12-02")
        journey.graph(gone=["post_media_view"])
        journey.clock_to("2026-12-03T05:31")
        journey.wait_for(lambda: journey.sql(count, "2026-12-03"), "counted posts")
        assert {views for _, views in journey.sql(count, "2026-12-03")} == {None}

        journey.say(JONAS, said["compare"])
        assert journey.submit(
            JONAS, name="Region A", period="november", comments="40", answered="20"
        )["ok"]
        journey.await_whisper(JONAS, said["saved"])
        table = journey.say(JONAS, "/compare")
        assert said["peer"] in table["text"]
        peer = journey.sql("select id from peers")[0][0]
        journey.click(JONAS, table, "peers.menu", value=f"remove {peer}")
        removed = journey.await_whisper(JONAS, said["gone"])
        journey.click(JONAS, removed, "peers.restore")
        journey.await_whisper(JONAS, said["back"])

        journey.clock_to("2027-01-04T08:16")
        put = journey.await_message(PLAN, said["goals"])
        journey.click(AMIRA, put, "goals.take", nth=0)
        journey.await_words(put, PLAN, said["goal"])
        assert len(journey.ours(PLAN, said["goals"])) == 1
        assert "Traceback" not in journey.last_words(1000)
