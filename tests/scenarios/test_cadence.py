"""The lead sets when each outlet wants posts and when people are at work, and the plan follows."""

from collections.abc import Iterator

import pytest

from tests.scenarios.journey import Journey
from tests.scenarios.world import AMIRA, PLAN

SAID = {
    "sv": {
        "settings": "/lucka inställningar",
        "topic": "*Kanaler och takt*",
        "intro": "Kanaler och takt\nFacebook",
        "next": "Nästa tider",
        "saved": "Sparat för Facebook. Inga inlägg har flyttats.",
        "sunday": "söndag 29 november kl. 18.00",
        "unreadable": "är inget klockslag",
        "removed": "Borttaget för Facebook",
        "restored": "Ångrat: Facebook är som förut.",
        "days": "Arbetstid och lediga dagar\nArbetstid",
        "own": "fredag 27 november är ledig: Planeringsdag.",
        "plan": "/plan vecka 48",
        "asks": "fredag 27 november, Planeringsdag: ledig dag. Vill ni ha något då?",
        "moved": "är flyttad till torsdag 26 november (v. 48) kl. 11.00",
        "gap": "torsdag 26 november: *Lucka* · Facebook kl. 11.00",
        "back": "tiden ligger på den lediga dagen igen",
    },
    "en": {
        "settings": "/lucka settings",
        "topic": "*Outlets and cadence*",
        "intro": "Outlets and cadence\nFacebook",
        "next": "Next times",
        "saved": "Saved for Facebook. No posts have been moved.",
        "sunday": "Sunday 29 November at 18:00",
        "unreadable": "is no time of day",
        "removed": "Removed for Facebook",
        "restored": "Undone: Facebook is as before.",
        "days": "Working hours and days off\nWorking hours",
        "own": "Friday 27 November is a day off: Planeringsdag.",
        "plan": "/plan week 48",
        "asks": "Friday 27 November, Planeringsdag: a day off. Would you like something then?",
        "moved": "has moved to Thursday 26 November (week 48) at 11:00",
        "gap": "Thursday 26 November: *Gap* · Facebook at 11:00",
        "back": "the slot is on the day off again",
    },
}


@pytest.fixture(scope="module", params=["sv", "en"])
def journey(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Journey]:
    folder = tmp_path_factory.mktemp("cadence")
    with Journey(folder, request.param, start="2026-11-24T07:30") as begun:
        yield begun
        assert "Traceback" not in begun.last_words(1000)


def test_a_second_cadence_is_added_removed_and_brought_back(journey: Journey) -> None:
    said = SAID[journey.language]
    shown = journey.say(AMIRA, said["settings"])
    assert said["topic"] in shown["text"]
    journey.click(AMIRA, shown, "outlet.list")
    listed = journey.await_whisper(AMIRA, said["intro"])
    journey.click(AMIRA, listed, "outlet.show")
    page = journey.await_whisper(AMIRA, said["next"])

    journey.click(AMIRA, page, "cadence.new")
    refused = journey.submit(AMIRA, weekdays=["SU"], times="sju")
    assert said["unreadable"] in str(refused)
    journey.submit(AMIRA, weekdays=["SU"], times="18")
    assert said["sunday"] in journey.await_whisper(AMIRA, said["saved"])["text"]

    last = journey.await_whisper(AMIRA, said["saved"])
    journey.click(AMIRA, last, "outlet.show")
    page = journey.wait_for(
        lambda: next((w for w in journey.whispers(AMIRA) if w["text"].count("18") > 1), None),
        "the page with both cadences",
    )
    journey.click(AMIRA, page, "cadence.menu", 1, value="remove 2")
    removed = journey.await_whisper(AMIRA, said["removed"])
    assert said["sunday"] not in removed["text"]
    journey.click(AMIRA, removed, "part.restore")
    assert said["sunday"] in journey.await_whisper(AMIRA, said["restored"])["text"]


def test_a_free_day_of_our_own_asks_and_its_slot_is_moved_and_put_back(journey: Journey) -> None:
    said = SAID[journey.language]
    shown = journey.say(AMIRA, said["settings"])
    journey.click(AMIRA, shown, "workdays.show")
    days = journey.await_whisper(AMIRA, said["days"])
    journey.click(AMIRA, days, "workdays.own")
    journey.submit(AMIRA, day="2026-11-27", name="Planeringsdag")
    journey.await_whisper(AMIRA, said["own"])

    week = journey.say(AMIRA, said["plan"])
    assert said["asks"] in week["text"]
    journey.click(AMIRA, week, "slot.menu", value="move 1 2026-11-27 11:00")
    moved = journey.await_whisper(AMIRA, said["moved"])
    after = journey.ask(AMIRA, said["plan"])
    assert said["gap"] in after
    assert said["asks"] not in after
    journey.click(AMIRA, moved, "slot.move_back")
    journey.await_whisper(AMIRA, said["back"])
    assert said["asks"] in journey.ask(AMIRA, said["plan"])


def test_on_that_day_the_bot_is_quiet(journey: Journey) -> None:
    journey.clock_to("2026-11-27T08:20")
    journey.settled()
    assert not [key for key in journey.keys(PLAN) if key.endswith("2026-11-27")]
