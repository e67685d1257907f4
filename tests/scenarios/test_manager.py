"""What leaves the team, over Slack's own protocol: the page for the manager and the weekly word."""

from pathlib import Path

import pytest

from tests.scenarios.journey import Journey
from tests.scenarios.reading import Json
from tests.scenarios.world import AMIRA, COMMENTS, PLAN

DIRECT = f"D{AMIRA[1:]}"
SAID = {
    "sv": {
        "page": "Här är sidan om november 2026",
        "plan": "/plan 2 december 11.00 Julpyssel",
        "week": "/report veckan",
        "draft": "Här är veckans ord",
        "line": "onsdag 2/12: Julpyssel",
        "sent": "skickade veckans ord",
        "lesson": "Lova aldrig julpyssel innan materialet finns",
        "again": "/plan 3 december 11.00 Julpyssel med material",
        "tagged": "den gäller *Ambulansen*",
        "list": "/comments frågor",
        "ready": "Det här frågade invånarna om:",
    },
    "en": {
        "page": "Here is the page about November 2026",
        "plan": "/plan 2 December 11:00 Julpyssel",
        "week": "/report week",
        "draft": "Here is the weekly word",
        "line": "Wednesday 2 Dec: Julpyssel",
        "sent": "sent the weekly word",
        "lesson": "Never promise julpyssel before the material is there",
        "again": "/plan 3 December 11:00 Julpyssel with material",
        "tagged": "it concerns *Ambulansen*",
        "list": "/comments asked",
        "ready": "This is what residents asked about:",
    },
}


@pytest.mark.parametrize("language", SAID)
def test_the_page_and_the_weekly_word_reach_others_by_a_persons_click(
    tmp_path: Path, language: str
) -> None:
    said = SAID[language]
    with Journey(tmp_path, language, start="2026-11-26T10:00") as journey:
        settings = journey.say(AMIRA, "/lucka settings")
        journey.click(AMIRA, settings, "team.change")
        assert journey.submit(AMIRA, lead=AMIRA)["ok"]
        journey.click(AMIRA, settings, "weekly.change")
        assert journey.submit(AMIRA, channel=COMMENTS)["ok"]
        journey.say(AMIRA, said["plan"])
        journey.comment(journey.publish("Hej"), "Tack för er hjälp i natt!")
        relay = journey.await_message(COMMENTS, "Tack för er hjälp")
        journey.react(AMIRA, relay, "blue_heart")
        praised = "select 1 from relays where praised_at is not null"
        journey.wait_for(lambda: journey.sql(praised), "praise")

        report = journey.say(AMIRA, "/report")
        journey.click(AMIRA, report, "brief.open")
        form = journey.form(AMIRA)
        (praise,) = [b for b in form["blocks"] if b.get("block_id") == "praise"]
        chosen = praise["element"]["options"][1]["value"]
        assert journey.submit(AMIRA, praise=chosen, sentence="En lugn månad.")["ok"]
        journey.wait_for(lambda: is_there(journey), "a word to the lead")
        ready = journey.await_message(DIRECT, said["page"])
        address = ready["text"].partition("<")[2].partition("|")[0]
        page = journey.http.get(address).content.decode()
        assert "En lugn månad." in page
        assert "Tack för er hjälp i natt!" in page
        assert "Julpyssel" in page

        assert said["line"] in journey.say(AMIRA, said["week"])["text"]
        journey.clock_to("2026-11-27T08:15")
        draft = journey.await_message(DIRECT, said["draft"])
        journey.click(AMIRA, draft, "weekly.edit", channel=DIRECT)
        assert journey.submit(AMIRA, text="Hej alla!")["ok"]
        journey.await_message(COMMENTS, "Hej alla!")
        journey.await_message(DIRECT, said["sent"])
        assert journey.ours(PLAN, "Hej alla!") == []
        assert "Traceback" not in journey.last_words(1000)


@pytest.mark.parametrize("language", SAID)
def test_what_residents_ask_and_what_was_learned_come_back(tmp_path: Path, language: str) -> None:
    said = SAID[language]
    with Journey(tmp_path, language, start="2026-11-26T10:00") as journey:
        settings = journey.say(AMIRA, "/lucka settings")
        units = click(journey, settings, "units.show", PLAN)
        journey.click(AMIRA, units, "units.new")
        assert journey.submit(AMIRA, unit="Ambulansen")["ok"]
        journey.comment(journey.publish("Så fungerar ambulansen"), "När kommer ni ut till oss?")
        relay = journey.await_message(COMMENTS, "När kommer ni ut")
        card = click(journey, relay, "comment.more", COMMENTS)
        journey.click(AMIRA, card, "concern.open", channel=COMMENTS)
        assert journey.submit(AMIRA, unit="1", note="väntetid på landet")["ok"]
        journey.await_whisper(AMIRA, said["tagged"], COMMENTS)
        listed = journey.say(AMIRA, said["list"])
        assert "väntetid på landet (1)" in listed["text"]
        assert "När kommer ni ut" not in listed["text"]
        journey.click(AMIRA, listed, "concern.note")
        assert "väntetid" in journey.await_whisper(AMIRA, said["ready"])["text"]

        assert said["lesson"] in journey.say(AMIRA, f"/lesson {said['lesson']}")["text"]
        assert said["lesson"] in journey.say(AMIRA, said["again"])["text"]
        assert said["lesson"] not in journey.say(AMIRA, said["plan"])["text"]
        assert "Traceback" not in journey.last_words(1000)


def click(journey: Journey, message: Json, action_id: str, channel: str) -> Json:
    """Click, and return the private word that answers."""
    before = journey.whispers(AMIRA, channel)
    journey.click(AMIRA, message, action_id, channel=channel)
    journey.wait_for(lambda: len(journey.whispers(AMIRA, channel)) > len(before), action_id)
    return journey.whispers(AMIRA, channel)[-1]


def is_there(journey: Journey) -> bool:
    """Whether anything was ever said in the lead's own conversation with the bot."""
    return "messages" in journey.get("/__emulator/messages", channel=DIRECT)
