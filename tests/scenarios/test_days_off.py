"""Days off over Slack's own protocol: who watches what goes out before them, and the holiday pack."""

from pathlib import Path

import pytest

from tests.scenarios.journey import Journey
from tests.scenarios.reading import Json, offered
from tests.scenarios.world import AMIRA, ELIN, GUEST, JONAS, PLAN

SAID = {
    "sv": {
        "plan": "/plan 27/11 11.00 Öppet hus",
        "week": "/plan v. 48",
        "shows": "Visas:",
        "equipped": "Sparat: bild och personer",
        "asks": "Behöver bevakas när vi är lediga.",
        "mine": "*Öppet hus* bevakas av Jonas Berg.",
        "undone": "Ångrat: *Öppet hus*",
        "guest": "Bara medlemmar i arbetsytan kan bevaka.",
        "theirs": "Bevakas av Elin Lindqvist",
        "morning": "God morgon! Fredag 27 november",
        "pack": "*Julpaketet*\n0 av 6 tider är fyllda från 21/12 till 10/1"
        ", och 3 tider på lediga dagar är inte bestämda. Snart är det dags",
        "red": "är röd dag (Juldagen): publicera ändå, flytta eller lämna tom?",
        "first": "Måndag 21 december (v. 52)",
        "empty": "Onsdag 6 januari 2027 (v. 1)*, Facebook kl. 11.00, lämnas tom.",
        "title": "Julpaketet",
        "again": "6 av 6 tider är fyllda från 21/12 till 10/1"
        ", och 1 tid på en ledig dag är inte bestämd.",
    },
    "en": {
        "plan": "/plan 27/11 11:00 Öppet hus",
        "week": "/plan week 48",
        "shows": "Shows:",
        "equipped": "Saved: picture and persons",
        "asks": "Needs watching while we are off.",
        "mine": "*Öppet hus* is watched by Jonas Berg.",
        "undone": "Undone: *Öppet hus*",
        "guest": "Only members of the workspace can watch.",
        "theirs": "Watched by Elin Lindqvist",
        "morning": "Good morning! Friday 27 November",
        "pack": "*The Christmas pack*\n0 of 6 slots are filled from 21 Dec to 10 Jan"
        ", and 3 slots on days off are not decided. It is soon time",
        "red": "is a public holiday (Christmas Day): publish anyway, move it, or leave it empty?",
        "first": "Monday 21 December (week 52)",
        "empty": "Wednesday 6 January 2027 (week 1)*, Facebook at 11:00, is left empty.",
        "title": "The Christmas pack",
        "again": "6 of 6 slots are filled from 21 Dec to 10 Jan"
        ", and 1 slot on a day off is not decided.",
    },
}
OFF = (2, 5, 7)  # the rows of Christmas Day, New Year's Day and Epiphany among the pack's nine


@pytest.mark.parametrize("language", SAID)
def test_days_off_are_asked_about_in_time(tmp_path: Path, language: str) -> None:
    said = SAID[language]
    with Journey(tmp_path, language, start="2026-11-25T09:00") as journey:
        needs_watching(journey, said)
        journey.clock_to("2026-11-26T08:15")
        watched(journey, said)
        journey.clock_to("2026-12-14T08:15")
        holidays(journey, said)
        assert "Traceback" not in journey.last_words(1000)


def plain(message: Json) -> str:
    return str(message["text"]).replace("\xa0", " ")


def shown(journey: Journey, message: Json) -> str:
    return plain(journey.message(PLAN, message["ts"]))


def whisper(journey: Journey, who: str, text: str) -> Json:
    """Wait for a private word that says *text*, whatever its spaces are."""

    def found() -> list[Json]:
        return [w for w in journey.whispers(who) if text in plain(w)]

    return journey.wait_for(found, f"private word: {text}")[-1]


def needs_watching(journey: Journey, said: dict[str, str]) -> None:
    """Plan a post for a Friday, and say that it needs watching."""
    journey.say(AMIRA, said["plan"])
    week = journey.say(AMIRA, said["week"])
    opening = next(v for v in offered(week, "post.menu") if v.startswith("open "))
    journey.click(AMIRA, week, "post.menu", value=opening)
    card = journey.await_whisper(AMIRA, said["shows"])
    journey.click(AMIRA, card, "post.media")
    assert journey.submit(AMIRA, watch=["watch"])["ok"]
    journey.await_whisper(AMIRA, said["equipped"])


def watched(journey: Journey, said: dict[str, str]) -> None:
    """The working day before, Jonas says that he does, thinks again, and Elin is named instead."""
    digest = journey.await_message(PLAN, said["asks"])
    assert journey.click(JONAS, digest, "post.watch_mine")["ok"]
    mine = journey.await_whisper(JONAS, said["mine"])
    journey.wait_for(lambda: "post.watch_mine" not in str(journey.message(PLAN, digest["ts"])))
    assert journey.click(JONAS, mine, "post.restore")["ok"]
    journey.await_whisper(JONAS, said["undone"])
    journey.restart()

    journey.wait_for(lambda: "post.watch_mine" in str(journey.message(PLAN, digest["ts"])))
    assert journey.click(AMIRA, digest, "post.watch")["ok"]
    assert said["guest"] in str(journey.submit(AMIRA, watcher=GUEST))
    assert journey.submit(AMIRA, watcher=ELIN)["ok"]
    journey.wait_for(lambda: said["theirs"] in shown(journey, digest), "who watches")
    journey.clock_to("2026-11-27T08:15")
    friday = plain(journey.await_message(PLAN, said["morning"]))
    assert said["theirs"] in friday
    assert "post.watch_mine" not in friday


def holidays(journey: Journey, said: dict[str, str]) -> None:
    """Everything in the pack is decided; with that it is over, until something is undone."""
    nag = journey.wait_for(
        lambda: [m for m in journey.ours(PLAN) if said["pack"] in plain(m)], "the pack"
    )[-1]
    assert journey.click(ELIN, nag, "holiday.open")["ok"]
    pack = whisper(journey, ELIN, said["first"])
    assert said["red"] in plain(pack)
    for row in range(6):
        assert journey.click(ELIN, pack, "gap.take", row)["ok"]
    for row in OFF:
        assert journey.click(ELIN, pack, "gap.leave_empty", row)["ok"]
    journey.wait_for(lambda: said["title"] not in shown(journey, nag), "no pack any more")
    empty = whisper(journey, ELIN, said["empty"])
    assert journey.click(ELIN, empty, "gap.restore")["ok"]
    journey.wait_for(lambda: said["again"] in shown(journey, nag), "the pack again")
