"""Reminders over several days: who has the weekday, then the lead; answered in place, once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.scenarios.journey import Journey
from tests.scenarios.reading import Json, key_of, pings
from tests.scenarios.world import AMIRA, ELIN, JONAS, PLAN

SAID = {
    "sv": {
        "settings": "/lucka inställningar",
        "team": "Sparat. Så här ser teamet ut nu",
        "reminders_title": "Påminnelser om luckor\n7 dagar",
        "saved": "Veckodagar: onsdag Elin Lindqvist, fredag Elin Lindqvist",
        "clear": "2 luckor som är nära\nHej! Du har hand om veckodagen.",
        "direct": "närmare luckor frågar jag någon direkt.",
        "insistent": "3 luckor behöver ett beslut\nHej! Jag frågar dig för att du leder teamet",
        "empty": "Lämnas tom (Amira Haddad)",
        "taken": "Fylld: Inlägg av Amira Haddad (Amira Haddad)",
        "thanks": "Klart för i dag. Tack för hjälpen!",
        "undone": "2 luckor behöver ett beslut",
        "presence_title": "Frånvaro och tysta timmar",
        "hours": "Dina tider",
        "away": "Frånvaro sparad. Amira Haddad",
        "cover": "Jag frågar dig för att du leder teamet, eller är ersättare i dag.",
    },
    "en": {
        "settings": "/lucka settings",
        "team": "Saved. This is the team now",
        "reminders_title": "Reminders about gaps\n7 days",
        "saved": "Weekdays: Wednesday Elin Lindqvist, Friday Elin Lindqvist",
        "clear": "2 gaps that are near\nHello! This weekday is yours.",
        "direct": "nearer gaps I am asking somebody directly.",
        "insistent": "3 gaps need a decision\nHello! I am asking you because you lead the team",
        "empty": "Left empty (Amira Haddad)",
        "taken": "Filled: Post by Amira Haddad (Amira Haddad)",
        "thanks": "Done for today. Thank you for your help!",
        "undone": "2 gaps need a decision",
        "presence_title": "Absences and quiet hours",
        "hours": "Your hours",
        "away": "Absence saved. Amira Haddad",
        "cover": "I am asking you because you lead the team, or are its deputy today.",
    },
}


@pytest.fixture(params=["sv", "en"])
def journey(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Journey]:
    with Journey(tmp_path, request.param, start="2026-11-23T18:00") as begun:
        yield begun
        assert "Traceback" not in begun.last_words(1000)


def direct(journey: Journey, who: str) -> list[Json]:
    """Return the nags in the conversation with *who*."""
    found = journey.get("/__emulator/messages", channel=f"D{who[1:]}").get("messages", [])
    return [message for message in found if key_of(message).startswith("nag:")]


def await_nag(journey: Journey, who: str, day: str) -> Json:
    """Wait for the nag of *day* to *who*."""

    def found() -> list[Json]:
        return [m for m in direct(journey, who) if key_of(m) == f"nag:{day}:{who}"]

    return dict(journey.wait_for(found, f"a nag to {who} on {day}")[0])


def test_from_who_has_the_weekday_to_the_lead_to_an_answer(journey: Journey) -> None:
    said = SAID[journey.language]
    set_up(journey, said)

    journey.clock_to("2026-11-24T08:15")
    first = await_nag(journey, ELIN, "2026-11-24")
    assert first["text"].startswith(said["clear"])
    assert said["direct"] in journey.await_message(PLAN, said["direct"])["text"]
    assert not pings(first)
    journey.settled()
    assert not direct(journey, AMIRA)

    journey.restart()
    journey.clock_to("2026-11-25T08:15")
    asked = await_nag(journey, AMIRA, "2026-11-25")
    assert asked["text"].startswith(said["insistent"])
    answer(journey, said, asked)

    absent(journey, said)
    journey.clock_to("2026-11-26T08:15")
    cover = await_nag(journey, JONAS, "2026-11-26")
    assert said["cover"] in cover["text"]
    journey.settled()
    assert [key_of(m) for m in direct(journey, AMIRA)] == [f"nag:2026-11-25:{AMIRA}"]
    keys = [key_of(m) for who in (AMIRA, ELIN, JONAS) for m in direct(journey, who)]
    assert len(keys) == len(set(keys))

    journey.clock_to("2026-11-28T08:15")
    journey.settled()
    assert not [
        m for who in (AMIRA, ELIN, JONAS) for m in direct(journey, who) if "11-28" in key_of(m)
    ]


def set_up(journey: Journey, said: dict[str, str]) -> None:
    """Name the lead and the deputy, and give Wednesday and Friday to a colleague."""
    settings = journey.say(AMIRA, said["settings"])
    journey.click(AMIRA, settings, "team.change")
    assert journey.submit(AMIRA, lead=AMIRA, deputies=[JONAS], members=[ELIN])["ok"]
    journey.await_whisper(AMIRA, said["team"])
    journey.click(AMIRA, settings, "reminders.show")
    page = journey.wait_for(
        lambda: [
            w for w in journey.whispers(AMIRA) if w["text"].startswith(said["reminders_title"])
        ],
        "how reminders are set",
    )[-1]
    journey.click(AMIRA, page, "reminders.owners")
    assert journey.submit(AMIRA, **{"owner-3": ELIN, "owner-5": ELIN})["ok"]
    journey.await_whisper(AMIRA, said["saved"])


def answer(journey: Journey, said: dict[str, str], asked: Json) -> None:
    """Answer in the conversation: the message follows, also when an answer is taken back."""
    place = f"D{AMIRA[1:]}"
    assert journey.click(AMIRA, asked, "gap.leave_empty", channel=place)["ok"]
    journey.await_words(asked, place, said["empty"], said["undone"])
    assert journey.click(AMIRA, asked, "gap.restore", channel=place)["ok"]
    journey.await_words(asked, place, said["insistent"])
    assert journey.click(AMIRA, asked, "gap.leave_empty", channel=place)["ok"]
    journey.await_words(asked, place, said["empty"])
    assert journey.click(AMIRA, asked, "gap.take", channel=place)["ok"]
    journey.await_words(asked, place, said["taken"])
    assert journey.click(AMIRA, asked, "gap.take", channel=place)["ok"]
    journey.await_words(asked, place, said["thanks"])
    assert len(direct(journey, AMIRA)) == 1


def absent(journey: Journey, said: dict[str, str]) -> None:
    """Let the lead be away from tomorrow on."""
    settings = journey.say(AMIRA, said["settings"])
    journey.click(AMIRA, settings, "presence.show")
    page = journey.wait_for(
        lambda: [
            w for w in journey.whispers(AMIRA) if w["text"].startswith(said["presence_title"])
        ],
        "who is away",
    )[-1]
    assert said["hours"] in page["text"]
    journey.click(AMIRA, page, "presence.add")
    assert journey.submit(AMIRA, first="2026-11-26", last="2026-12-04")["ok"]
    journey.await_whisper(AMIRA, said["away"])


def test_killed_as_it_asks_somebody_the_message_stands_once_and_is_updated(tmp_path: Path) -> None:
    said = SAID["sv"]
    with Journey(tmp_path, "sv", start="2026-11-23T18:00") as journey:
        set_up(journey, said)
        journey.kill_at_post(said["clear"])
        journey.clock_to("2026-11-24T08:15")
        journey.await_death()
        journey.start_bot()
        journey.settled()
        (asked,) = direct(journey, ELIN)
        for _ in range(2):
            assert journey.click(ELIN, asked, "gap.leave_empty", channel=f"D{ELIN[1:]}")["ok"]
            journey.settled()
        journey.await_words(asked, f"D{ELIN[1:]}", said["thanks"])
        assert len(direct(journey, ELIN)) == 1
