"""The team says what it promises and who watches; a comment that waits is brought to mind in time."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.scenarios.journey import Journey
from tests.scenarios.reading import Json, key_of, pings
from tests.scenarios.world import AMIRA, COMMENTS, ELIN, PLAN

SAID = {
    "sv": {
        "settings": "/lucka inställningar",
        "policy_title": "Svar och bevakning",
        "roster_title": "Vem bevakar?",
        "promised": "Vi svarar inom 4 timmar på arbetstid.",
        "about": "Vi svarar på kommentarer måndag–fredag 8.00–16.30, inom 4 timmar på arbetstid.",
        "turns": "Bevakar i dag: Elin Lindqvist",
        "team": "Sparat. Så här ser teamet ut nu",
        "owner": "Det här har du tagit.",
        "lead": "Tiden har gått",
        "done": "Klart för i dag. Tack för hjälpen!",
    },
    "en": {
        "settings": "/lucka settings",
        "policy_title": "Answers and watch",
        "roster_title": "Who watches?",
        "promised": "We answer within 4 working hours.",
        "about": "We answer comments Monday–Friday 08:00–16:30, within 4 working hours.",
        "turns": "Watching today: Elin Lindqvist",
        "team": "Saved. This is the team now",
        "owner": "You have taken this.",
        "lead": "The time is over",
        "done": "Done for today. Thank you for your help!",
    },
}


@pytest.fixture(params=["sv", "en"])
def journey(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Journey]:
    with Journey(tmp_path, request.param, start="2026-11-24T07:30") as begun:
        yield begun
        assert "Traceback" not in begun.last_words(1000)


def reminders(journey: Journey, who: str) -> list[Json]:
    """Return the reminders in the conversation with *who*."""
    found = journey.get("/__emulator/messages", channel=f"D{who[1:]}").get("messages", [])
    return [m for m in found if key_of(m).startswith("comment_reminders:")]


def await_reminder(journey: Journey, who: str, text: str) -> Json:
    def found() -> list[Json]:
        return [m for m in reminders(journey, who) if text in m["text"].replace("\xa0", " ")]

    return dict(journey.wait_for(found, f"a reminder to {who}: {text}")[0])


def test_from_a_promise_to_a_reminder_to_an_answer(journey: Journey) -> None:
    said = SAID[journey.language]
    set_up(journey, said)
    post = journey.publish("Öppet hus")

    journey.clock_to("2026-11-24T08:15")
    assert said["turns"] in journey.await_message(PLAN, said["turns"])["text"]
    journey.comment(post, "Måste man boka tid?")
    relay = journey.await_message(COMMENTS, "Måste man boka tid?")
    journey.react(ELIN, relay, "eyes")
    journey.settled()

    journey.clock_to("2026-11-24T10:31")
    assert not pings(await_reminder(journey, ELIN, said["owner"]))
    journey.clock_to("2026-11-24T13:00")
    lead = await_reminder(journey, AMIRA, said["lead"])
    assert "Måste man boka tid?" in lead["text"]

    journey.restart()
    journey.react(ELIN, relay, "white_check_mark")
    await_reminder(journey, ELIN, said["done"])
    await_reminder(journey, AMIRA, said["done"])
    assert [len(reminders(journey, who)) for who in (ELIN, AMIRA)] == [1, 1]


def set_up(journey: Journey, said: dict[str, str]) -> None:
    """Amira promises four hours and leads; Elin watches."""
    settings = journey.say(AMIRA, said["settings"])
    journey.click(AMIRA, settings, "policy.show")
    page = whispered(journey, said["policy_title"])
    journey.click(AMIRA, page, "policy.change")
    assert journey.submit(AMIRA, kind="kontorstimmar", count="4", preset="watch")["ok"]
    journey.await_whisper(AMIRA, said["promised"])
    journey.await_whisper(AMIRA, said["about"])
    journey.click(AMIRA, settings, "roster.show")
    journey.click(AMIRA, whispered(journey, said["roster_title"]), "roster.turns")
    assert journey.submit(AMIRA, people=[ELIN])["ok"]
    journey.await_whisper(AMIRA, said["turns"])
    journey.click(AMIRA, settings, "team.change")
    assert journey.submit(AMIRA, lead=AMIRA, members=[ELIN])["ok"]
    journey.await_whisper(AMIRA, said["team"])


def whispered(journey: Journey, title: str) -> Json:
    """Wait for the page of the settings that begins with *title*."""

    def found() -> list[Json]:
        return [w for w in journey.whispers(AMIRA) if w["text"].startswith(f"{title}\n")]

    return dict(journey.wait_for(found, title)[-1])
