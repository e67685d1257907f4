"""Praise over real sockets: a heart, a note to a unit that a person sends, the month's list."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.scenarios.journey import Journey
from tests.scenarios.world import AMIRA, COMMENTS, ELIN, JONAS

SAID = {
    "sv": {
        "new": "Ny kommentar på Öppet hus",
        "praised": "Beröm: markerat av Amira Haddad",
        "note": "Det här har en invånare skrivit till oss på Facebook",
        "ready": "Klart att skicka till *Ambulansen*.",
        "sent": "Skickat vidare till *Ambulansen*",
        "list": "/comments beröm",
        "figures": "*november*: 1 beröm, varav 1 skickade vidare",
        "history": "skickade berömmet vidare",
    },
    "en": {
        "new": "New comment on Öppet hus",
        "praised": "Praise: marked by Amira Haddad",
        "note": "A resident has written this to us on Facebook",
        "ready": "Ready to send to *Ambulansen*.",
        "sent": "Passed on to *Ambulansen*",
        "list": "/comments praise",
        "figures": "*November*: 1 praised, 1 passed on",
        "history": "passed the praise on",
    },
}


@pytest.fixture(params=["sv", "en"])
def journey(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Journey]:
    with Journey(tmp_path, request.param, start="2026-11-24T09:00") as begun:
        yield begun
        assert "Traceback" not in begun.last_words(1000)


def test_praise_is_passed_on_by_a_person_and_listed(journey: Journey) -> None:
    said = SAID[journey.language]
    journey.comment(journey.publish("Öppet hus"), "Vilka hjältar ni är!")
    relayed = journey.await_message(COMMENTS, said["new"])
    journey.react(AMIRA, relayed, "blue_heart")
    journey.await_words(relayed, COMMENTS, said["praised"])
    journey.click(JONAS, relayed, "praise.pass_on", channel=COMMENTS)
    form = str(journey.form(JONAS)["blocks"])
    assert said["note"] in form
    assert "Vilka hjältar ni är!" in form
    answer = journey.submit(JONAS, other="Ambulansen")
    assert answer["ok"], answer
    ready = journey.await_whisper(JONAS, said["ready"], COMMENTS)
    assert "Berit Ek" not in ready["text"]
    journey.click(JONAS, ready, "praise.sent", channel=COMMENTS)
    journey.await_whisper(JONAS, said["sent"], COMMENTS)
    listed = journey.say(ELIN, said["list"])["text"]
    assert said["figures"] in listed
    assert "Berit Ek" not in listed
    journey.click(ELIN, relayed, "comment.more", channel=COMMENTS)
    journey.await_whisper(ELIN, said["history"], COMMENTS)
