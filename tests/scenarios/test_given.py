"""Files that people give over real sockets, and what the page's own answer asks in its thread."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.scenarios.journey import Journey
from tests.scenarios.reading import Json
from tests.scenarios.world import AMIRA, COMMENTS, ELIN, JONAS, PLAN

SAID = {
    "sv": {
        "settings": "/lucka inställningar",
        "would": "Det här skulle inst.json ändra:",
        "hours": "16",
        "anew": "Inställningarna har ändrats sedan jag visade det här",
        "used": "Klart. Det här är nu som i inst.json:",
        "undone": "Ångrat. Det här är som det var före filen:",
        "broken": "felet är på rad 2",
        "table": "Sida;Period;Följare\nRegion Å;november;1200\n",
        "saved": "Sparat: Region Å.",
        "row": "Rad 2:",
        "asked": "Svaret skrevs på Facebook",
        "tagged": "Märkt: *Fråga*.",
        "record": "Ja, kom när som helst",
    },
    "en": {
        "settings": "/lucka settings",
        "would": "This is what inst.json would change:",
        "hours": "16",
        "anew": "The settings have been changed since I showed this",
        "used": "Done. This is now as inst.json says:",
        "undone": "Undone. This is as it was before the file:",
        "broken": "the mistake is on line 2",
        "table": "Page;Period;Followers\nRegion Å;november;1200\n",
        "saved": "Saved: Region Å.",
        "row": "Row 2:",
        "asked": "The answer was written on Facebook",
        "tagged": "Tagged: *Question*.",
        "record": "Ja, kom när som helst",
    },
}


@pytest.fixture(params=["sv", "en"])
def journey(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Journey]:
    with Journey(tmp_path, request.param, start="2026-12-01T10:00") as begun:
        yield begun
        assert "Traceback" not in begun.last_words(1000)


def test_files_that_are_given_and_an_answer_on_the_page(journey: Journey) -> None:
    said = SAID[journey.language]
    settings = journey.say(AMIRA, said["settings"])
    journey.click(AMIRA, settings, "team.change")
    assert journey.submit(AMIRA, lead=AMIRA, deputies=[JONAS], readers=[ELIN])["ok"]
    take_settings(journey, settings, said)
    take_table(journey, said)
    answer_on_the_page(journey, said)


def take_settings(journey: Journey, settings: Json, said: dict[str, str]) -> None:
    """Amira gives a file, Jonas is quicker; it is shown anew, used, and undone as one step."""
    _, written = journey.run("settings")
    found = json.loads(written)
    found["settings"]["lapsing"]["claims"] = 16
    found["settings"]["tips"] = not found["settings"]["tips"]
    given(journey, settings, "settings.read_file", "inst.json", json.dumps(found).encode())
    shown = journey.await_whisper(AMIRA, said["would"])
    assert said["hours"] in shown["text"]
    journey.click(JONAS, journey.say(JONAS, said["settings"]), "lapsing.change")
    assert journey.submit(JONAS, hours="4", second="8")["ok"]
    journey.settled()
    journey.click(AMIRA, shown, "settings.use_file")
    anew = journey.await_whisper(AMIRA, said["anew"])
    assert journey.sql("select hours from lapsing") == [(4,)]
    journey.click(AMIRA, anew, "settings.use_file")
    used = journey.await_whisper(AMIRA, said["used"])
    assert journey.sql("select hours from lapsing") == [(16,)]
    journey.click(AMIRA, used, "settings.undo")
    journey.await_whisper(AMIRA, said["undone"])
    assert journey.sql("select hours from lapsing") == [(4,)]
    given(journey, settings, "settings.read_file", "fel.json", b'{"lucka_settings": 1,\n nej')
    journey.await_whisper(AMIRA, said["broken"])
    assert journey.sql("select count(*) from given_files") == [(0,)]


def take_table(journey: Journey, said: dict[str, str]) -> None:
    """A table of other pages comes as a file; one with a wrong row is refused whole."""
    shown = journey.say(AMIRA, "/compare")
    given(journey, shown, "peers.paste", "sidor.csv", said["table"].encode("cp1252"))
    journey.await_whisper(AMIRA, said["saved"])
    wrong = said["table"].replace("1200", "många").replace("Å", "B")
    given(journey, shown, "peers.paste", "sidor.csv", wrong.encode())
    journey.await_whisper(AMIRA, said["row"])
    assert journey.sql("select name from peers") == [("Region Å",)]


def answer_on_the_page(journey: Journey, said: dict[str, str]) -> None:
    """The page answers by itself: its thread asks once; a reader reads the whole record."""
    asked = journey.comment(post := journey.publish("Öppet hus"), "Måste man boka tid?")
    relayed = journey.await_message(COMMENTS, "boka tid")
    journey.comment(post, said["record"], None, under=asked)
    question = journey.await_message(COMMENTS, said["asked"])
    assert question["thread_ts"] == relayed["ts"]
    journey.click(JONAS, question, "comment.tag.question", channel=COMMENTS)
    journey.await_words(question, COMMENTS, said["tagged"])
    assert journey.keys(COMMENTS, "tagging:") == [f"tagging:{asked}"]
    journey.click(ELIN, relayed, "comment.more", channel=COMMENTS)
    card = journey.wait_for(
        lambda: [w for w in journey.whispers(ELIN, COMMENTS) if "record.open" in str(w)], "the card"
    )[-1]
    journey.click(ELIN, card, "record.open", channel=COMMENTS)
    journey.await_whisper(ELIN, said["record"], COMMENTS)


def given(journey: Journey, shown: Json, act: str, name: str, data: bytes) -> None:
    """Amira gives a file in the form behind a button."""
    answer = journey.http.post("/ui/files", params={"as": AMIRA, "name": name}, content=data)
    journey.click(AMIRA, shown, act, channel=PLAN)
    assert journey.submit(AMIRA, file=[answer.json()["id"]])["ok"]
