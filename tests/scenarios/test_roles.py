"""A team decides what it needs, lets a colleague only read, undoes a change, and takes a file."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.scenarios.journey import Journey
from tests.scenarios.world import AMIRA, ELIN, JONAS

SAID = {
    "sv": {
        "start": "/lucka kom igång",
        "none": "0 av 13 bestämt",
        "team": "Sparat. Så här ser teamet ut nu",
        "reads": "Be Amira Haddad göra det",
        "registrar": "✔ Registratorns adress: registrator@lillsjo.example",
        "declined": "bestämmer vi inte",
        "rules": "/lucka regler",
        "record": "allmän handling",
        "settings": "/lucka inställningar",
        "leads": "Leder i dag: Jonas Berg",
        "lapsing": "Sparat",
        "history": "Historik",
        "undone": "Ångrat. Så här är",
        "would": "Inget är ändrat.",
        "applied": "Så är det nu.",
    },
    "en": {
        "start": "/lucka start",
        "none": "0 of 13 decided",
        "team": "Saved. This is the team now",
        "reads": "Ask Amira Haddad to do it",
        "registrar": "✔ The registrar’s address: registrator@lillsjo.example",
        "declined": "we do not decide this",
        "rules": "/lucka rules",
        "record": "public record",
        "settings": "/lucka settings",
        "leads": "Leads today: Jonas Berg",
        "lapsing": "Saved",
        "history": "History",
        "undone": "Undone. This is how",
        "would": "Nothing has been changed.",
        "applied": "This is how it is now.",
    },
}


@pytest.fixture(params=["sv", "en"])
def journey(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Journey]:
    with Journey(tmp_path, request.param, start="2026-11-24T09:00") as begun:
        yield begun
        assert "Traceback" not in begun.last_words(1000)


def test_from_nothing_decided_to_a_file_of_everything(journey: Journey) -> None:
    said = SAID[journey.language]
    start = journey.say(AMIRA, said["start"])
    assert said["none"] in start["text"]
    journey.click(AMIRA, start, "team.change")
    assert journey.submit(AMIRA, lead=AMIRA, deputies=[JONAS], readers=[ELIN])["ok"]
    journey.await_whisper(AMIRA, said["team"])
    decide(journey, start, said)

    reads(journey, said)
    stand_in(journey, said)
    undo(journey, said)
    take_file(journey, said)


def decide(journey: Journey, start: dict[str, object], said: dict[str, str]) -> None:
    """Amira writes the registrar's address, decides not to decide, and reads the rules."""
    number = [*DECIDED].index("registrar")
    journey.click(AMIRA, start, "first.fact", nth=number)
    assert journey.submit(AMIRA, fact="registrator@lillsjo.example")["ok"]
    journey.await_whisper(AMIRA, said["registrar"])
    journey.click(AMIRA, start, "first.decline", value="roster")
    journey.await_whisper(AMIRA, said["declined"])
    assert said["record"] in journey.say(AMIRA, said["rules"])["text"]


DECIDED = ("purpose", "about", "rules", "registrar", "disposal")
"""What is decided in words, in the order of its buttons."""


def reads(journey: Journey, said: dict[str, str]) -> None:
    """Elin only reads: she sees, and is told whom to ask."""
    before = journey.decided()
    assert said["reads"] in journey.say(ELIN, "/idea Hej")["text"]
    shown = journey.say(ELIN, said["start"])
    journey.click(ELIN, shown, "first.decline", value="rules")
    journey.wait_for(
        lambda: [w for w in journey.whispers(ELIN) if said["reads"] in w["text"]][1:],
        "a second refusal",
    )
    journey.settled()
    after = journey.decided()
    assert {name: after[name] for name in ("ideas", "posts")} == {
        name: before[name] for name in ("ideas", "posts")
    }


def stand_in(journey: Journey, said: dict[str, str]) -> None:
    """Jonas leads this week and the next."""
    settings = journey.say(AMIRA, said["settings"])
    journey.click(AMIRA, settings, "rights.show")
    page = journey.wait_for(
        lambda: [w for w in journey.whispers(AMIRA) if "rights.stand_in" in str(w["blocks"])],
        "the page of rights",
    )[-1]
    journey.click(AMIRA, page, "rights.stand_in")
    assert journey.submit(AMIRA, person=JONAS, first="2026-11-24", last="2026-12-06")["ok"]
    journey.settled()
    assert said["leads"] in journey.say(JONAS, said["settings"])["text"]


def undo(journey: Journey, said: dict[str, str]) -> None:
    """Jonas lets claims never lapse, and takes that back."""
    settings = journey.say(JONAS, said["settings"])
    journey.click(JONAS, settings, "lapsing.change")
    assert journey.submit(JONAS, hours="off", second="8")["ok"]
    saved = journey.wait_for(
        lambda: [w for w in journey.whispers(JONAS) if w["text"].startswith(said["lapsing"])],
        "the change",
    )[-1]
    assert "settings.open" in str(saved["blocks"])
    assert journey.sql("select hours from lapsing") == [(None,)]
    journey.click(JONAS, settings, "settings.history")
    history = journey.await_whisper(JONAS, f"{said['history']}\n\n")
    journey.click(JONAS, history, "settings.undo")
    journey.await_whisper(JONAS, said["undone"])
    assert journey.sql("select hours from lapsing") == [(8,)]
    journey.click(JONAS, settings, "settings.file")
    direct = f"D{JONAS[1:]}"  # begins with the first message
    journey.wait_for(
        lambda: "/files-shared/" in str(journey.get("/__emulator/messages", channel=direct)),
        "the file",
    )


def take_file(journey: Journey, said: dict[str, str]) -> None:
    """The settings are written, changed by hand, compared, and read in beside the running bot."""
    code, written = journey.run("settings")
    assert code == 0
    found = json.loads(written)
    assert found["settings"]["team"]["readers"] == [ELIN]
    found["settings"]["lapsing"]["claims"] = 16
    file = journey.folder / "settings.json"
    file.write_text(json.dumps(found), encoding="utf-8")
    code, told = journey.run("settings", str(file))
    assert (code, "settings.lapsing.claims: 8 → 16" in told, said["would"] in told) == (
        0,
        True,
        True,
    )
    code, told = journey.run("settings", str(file), "--apply")
    assert (code, said["applied"] in told) == (0, True)
    assert journey.sql("select hours from lapsing") == [(16,)]
