"""The team says when it meets; the pack comes before, follows what is decided, and a record after."""

from collections.abc import Iterator

import pytest

from tests.scenarios.journey import Journey
from tests.scenarios.world import AMIRA, JONAS, PLAN

SAID = {
    "sv": {
        "settings": "/lucka inställningar",
        "saved": "Sparat. Varannan vecka kl. 10.00. Nästa gång torsdag 26 november (v. 48).",
        "pack": "Inför redaktionsmötet i morgon kl. 10.00",
        "gap": "*Fredag 27 november (v. 48)*, Facebook kl. 11.00",
        "planned": "Planerat: *Öppet hus*",
        "plan": "/plan fredag 27 november 11.00 Öppet hus",
        "record": "Efter mötet torsdag 26 november (v. 48)",
        "changed": "*Öppet hus*, fredag 27 november (v. 48), Facebook: planerat (Jonas Berg)",
    },
    "en": {
        "settings": "/lucka settings",
        "saved": "Saved. Every other week at 10:00. Next time Thursday 26 November (week 48).",
        "pack": "Before the editorial meeting tomorrow at 10:00",
        "gap": "*Friday 27 November (week 48)*, Facebook at 11:00",
        "planned": "Planned: *Öppet hus*",
        "plan": "/plan Friday 27 November 11:00 Öppet hus",
        "record": "After the meeting Thursday 26 November (week 48)",
        "changed": "*Öppet hus*, Friday 27 November (week 48), Facebook: planned (Jonas Berg)",
    },
}


@pytest.fixture(scope="module", params=["sv", "en"])
def journey(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Journey]:
    folder = tmp_path_factory.mktemp("meeting")
    with Journey(folder, request.param, start="2026-11-24T07:30") as begun:
        yield begun
        assert "Traceback" not in begun.last_words(1000)


def pack(journey: Journey) -> str:
    found = journey.await_message(PLAN, SAID[journey.language]["pack"])
    return str(found["text"])


def test_the_team_says_when_it_meets(journey: Journey) -> None:
    shown = journey.say(AMIRA, SAID[journey.language]["settings"])
    journey.click(AMIRA, shown, "meeting.change")
    journey.submit(AMIRA, day="2026-12-10")
    journey.await_whisper(AMIRA, SAID[journey.language]["saved"])


def test_the_pack_comes_the_working_day_before_once_and_follows_the_plan(journey: Journey) -> None:
    said = SAID[journey.language]
    journey.clock_to("2026-11-25T08:20")
    assert said["gap"] in pack(journey)

    journey.wait_for(
        lambda: any("slack_file" in str(m) for m in journey.messages(PLAN)), "a picture", 120
    )
    journey.restart()
    assert said["planned"] in journey.ask(JONAS, said["plan"])

    journey.wait_for(lambda: said["gap"] not in pack(journey), "a pack without the gap")
    assert len(journey.keys(PLAN, "meeting:pack")) == 1


def test_the_record_comes_the_working_day_after(journey: Journey) -> None:
    said = SAID[journey.language]
    journey.clock_to("2026-11-27T08:20")

    found = journey.await_message(PLAN, said["record"])
    assert said["changed"] in str(found["text"])
