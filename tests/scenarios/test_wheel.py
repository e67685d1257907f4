"""A year wheel over Slack's own protocol, in both languages: begun, changed, and what becomes of it."""

from pathlib import Path

import pytest

from tests.scenarios.journey import Journey
from tests.scenarios.reading import offered
from tests.scenarios.world import AMIRA, ELIN, JONAS

SAID = {
    "sv": {
        "show": "/idea årshjul",
        "empty": "Årshjulet är tomt",
        "started": "Nu finns 20 temadagar i årshjulet.",
        "ideas": "3 nya idéer ligger redan i idébanken",
        "not": "Årshjulet är inte tomt längre",
        "next": "*Världsaidsdagen*\n1 december · nästa gång tisdag 1 december (v. 49)",
        "form": "Sparad i årshjulet: *Öppna grottan*, tredje lördagen i januari.",
        "season": "lördag 16 januari 2027",
        "removed": "är borta ur årshjulet",
        "back": "Sparad i årshjulet:",
        "from": "från årshjulet",
        "route": "/idea att fördela",
        "inbox": "4 idéer väntar på beslut",
        "late": "5 idéer väntar på beslut",
        "when": "tredje lördagen i januari",
    },
    "en": {
        "show": "/idea wheel",
        "empty": "The year wheel is empty",
        "started": "There are 20 theme days in the year wheel now.",
        "ideas": "3 new ideas are in the idea bank already",
        "not": "The year wheel is not empty any more",
        "next": "*World AIDS Day*\n1 December · next on Tuesday 1 December (week 49)",
        "form": "Kept in the year wheel: *Öppna grottan*, third Saturday in January.",
        "season": "Saturday 16 January 2027",
        "removed": "is out of the year wheel",
        "back": "Kept in the year wheel:",
        "from": "from the year wheel",
        "route": "/idea route",
        "inbox": "4 ideas are waiting for a decision",
        "late": "5 ideas are waiting for a decision",
        "when": "third Saturday of January",
    },
}


@pytest.mark.parametrize("language", SAID)
def test_theme_days_become_ideas_in_good_time(tmp_path: Path, language: str) -> None:
    said = SAID[language]
    with Journey(tmp_path, language, start="2026-11-24T07:30") as journey:
        begin(journey, said)
        add_and_remove(journey, said)
        box = journey.ask(JONAS, said["route"]).replace("\xa0", " ")
        assert said["inbox"] in box
        assert said["from"] in box
        assert said["season"] in box

        journey.restart()
        journey.clock_to("2026-12-10T08:15")  # eight weeks before 4 February, and seven late
        journey.wait_for(lambda: said["late"] in journey.ask(JONAS, said["route"]), "a new idea")
        assert "Traceback" not in journey.last_words(1000)


def begin(journey: Journey, said: dict[str, str]) -> None:
    """Two people take the starter set; one of them is first."""
    first, second = journey.say(AMIRA, said["show"]), journey.say(ELIN, said["show"])
    assert said["empty"] in first["text"]
    assert journey.click(AMIRA, first, "wheel.starter")["ok"]
    started = journey.await_whisper(AMIRA, said["started"])
    assert said["ideas"] in started["text"]
    assert journey.click(ELIN, second, "wheel.starter")["ok"]
    journey.await_whisper(ELIN, said["not"])
    assert said["next"] in journey.ask(ELIN, said["show"]).replace("\xa0", " ")


def add_and_remove(journey: Journey, said: dict[str, str]) -> None:
    """Add one of our own, remove another, and take that back."""
    shown = journey.say(JONAS, said["show"])
    assert journey.click(JONAS, shown, "wheel.add")["ok"]
    assert journey.submit(JONAS, title="Öppna grottan", when=said["when"], tags="natur")["ok"]
    journey.await_whisper(JONAS, said["form"])
    remove = next(value for value in offered(shown, "wheel.menu") if value.startswith("remove"))
    assert journey.click(JONAS, shown, "wheel.menu", value=remove)["ok"]
    removed = journey.await_whisper(JONAS, said["removed"])
    assert journey.click(JONAS, removed, "wheel.restore")["ok"]
    journey.wait_for(
        lambda: sum(said["back"] in w["text"] for w in journey.whispers(JONAS)) == 2, "it is back"
    )
