"""An idea's life over Slack's own protocol, in both languages: kept, voted for, routed, suggested."""

from pathlib import Path

import pytest

from tests.scenarios.journey import Journey
from tests.scenarios.reading import Json, offered
from tests.scenarios.world import AMIRA, ELIN, JONAS, PLAN

SAID = {
    "sv": {
        "kept": "Sparad: *Så bokar du* · #Vaccin",
        "routed": "*Så bokar du*: hör hemma i kanalen Facebook",
        "first": "Någon hann före",
        "form": "Sparad: *Julkonsert* · #kultur",
        "voted": "2 röster",
        "unvoted": "1 röst ·",
        "season": "· senast fredag 18 december",
        "inbox": "2 idéer väntar på beslut",
        "off": "*Julkonsert*: inte nu, tas upp igen tisdag 1 december",
        "left": "1 idé väntar på beslut",
        "told": "Gjort förra året",
        "no": "*Gammal skåpmat*: nej: Gjort förra året",
        "none": "Inga idéer väntar på beslut",
        "undone": "Ångrat: *Gammal skåpmat* är som den var före beslutet.",
        "back": "ångrade sitt nej",
        "fits": "• Så bokar du: passar Facebook · 1 röst",
    },
    "en": {
        "kept": "Kept: *Så bokar du* · #Vaccin",
        "routed": "*Så bokar du*: belongs to Facebook",
        "first": "Somebody was first",
        "form": "Kept: *Julkonsert* · #kultur",
        "voted": "2 votes",
        "unvoted": "1 vote ·",
        "season": "· by Friday 18 December",
        "inbox": "2 ideas are waiting for a decision",
        "off": "*Julkonsert*: not now, comes up again on Tuesday 1 December",
        "left": "1 idea is waiting for a decision",
        "told": "Gjort förra året",
        "no": "*Gammal skåpmat*: no: Gjort förra året",
        "none": "No ideas are waiting for a decision",
        "undone": "Undone: *Gammal skåpmat* is as it was before the decision.",
        "back": "took back the no",
        "fits": "• Så bokar du: suits Facebook · 1 vote",
    },
}


@pytest.mark.parametrize("language", SAID)
def test_an_idea_is_kept_voted_for_routed_and_suggested(tmp_path: Path, language: str) -> None:
    said = SAID[language]
    with Journey(tmp_path, language, start="2026-11-24T07:30") as journey:
        keep_and_route(journey, said)
        fill_in_the_form(journey, said)
        vote(journey, said)
        decide(journey, said)
        journey.clock_to("2026-11-24T08:15")
        nag = journey.await_message(PLAN, said["fits"])
        first, *_ = nag["text"].split("\n*")[1:]
        assert "skåpmat" in first  # the no was taken back
        assert "Julkonsert" not in first  # not now
        assert "Traceback" not in journey.last_words(1000)


def keep_and_route(journey: Journey, said: dict[str, str]) -> None:
    """Keep an idea and say at once where it belongs, in two clicks; a repetition is told."""
    answer = journey.say(AMIRA, "/idea Så bokar du #Vaccin")
    assert said["kept"] in answer["text"]
    assert journey.click(AMIRA, answer, "idea.route.1")["ok"]
    routed = journey.await_whisper(AMIRA, said["routed"])
    assert routed["ts"] == answer["ts"]
    late = journey.say(JONAS, "/idea list bokar")
    assert journey.click(JONAS, late, "idea.vote")["ok"]


def fill_in_the_form(journey: Journey, said: dict[str, str]) -> None:
    """Keep an idea with everything that the form asks for."""
    journey.say(ELIN, "/idea")
    filled = {"title": "Julkonsert", "tags": "kultur", "outlets": ["2"], "season": "senast 18 dec"}
    assert journey.submit(ELIN, **filled)["ok"]
    journey.await_whisper(ELIN, said["form"])
    assert said["season"] in journey.ask(JONAS, "/idea list #KULTUR")
    assert said["first"] not in journey.ask(ELIN, "/idea Gammal skåpmat")


def vote(journey: Journey, said: dict[str, str]) -> None:
    """Vote where the list stands, and take the vote back there."""
    found = journey.say(AMIRA, "/idea list bokar")
    assert journey.click(AMIRA, found, "idea.vote")["ok"]
    voted = journey.await_whisper(AMIRA, said["voted"])
    assert voted["ts"] == found["ts"]
    assert journey.click(AMIRA, voted, "idea.vote")["ok"]
    assert journey.await_whisper(AMIRA, said["unvoted"])["ts"] == found["ts"]


def decide(journey: Journey, said: dict[str, str]) -> None:
    """Go through what waits: put one off, say no to the other, and take that back."""
    box = journey.say(JONAS, "/idea route")
    other = journey.say(AMIRA, "/idea att fördela")
    assert said["inbox"] in box["text"]
    later = offered(box, "idea.later")[0]
    assert journey.click(JONAS, box, "idea.later", value=later)["ok"]
    box = journey.await_whisper(JONAS, said["left"])
    assert said["off"] in box["text"]
    assert journey.click(AMIRA, other, "idea.later", value=later)["ok"]
    journey.await_whisper(AMIRA, said["first"])

    assert journey.click(JONAS, box, "idea.no")["ok"]
    assert journey.submit(JONAS, reason="Gjort förra året")["ok"]
    no = journey.await_whisper(JONAS, said["no"])
    journey.wait_for(lambda: direct_word(journey, ELIN, said["told"]), "a word to the author")
    assert said["none"] in journey.ask(JONAS, "/idea route")

    assert journey.click(JONAS, no, "idea.unroute")["ok"]
    journey.await_whisper(JONAS, said["undone"])
    journey.wait_for(lambda: direct_word(journey, ELIN, said["back"]), "the no taken back")


def direct_word(journey: Journey, who: str, text: str) -> Json | None:
    """Return what the bot wrote to *who* directly with *text* in it, or None."""
    named = journey.get("/ui/world")["channels"]
    direct = [c["id"] for c in named if c["id"].startswith("D") and who in c["members"]]
    said = [message for channel in direct for message in journey.ours(channel, text)]
    return said[-1] if said else None
