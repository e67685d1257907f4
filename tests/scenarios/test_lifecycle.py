"""A post on its way to *ready*: picture, decision, siblings, history, over sockets in both languages."""

from pathlib import Path

import pytest

from tests.scenarios.journey import Journey
from tests.scenarios.reading import Json, offered
from tests.scenarios.world import AMIRA, JONAS, PLAN

SAID = {
    "sv": {
        "planned": "Planerat",
        "shows": "Visas:",
        "missing": "3 saker saknas",
        "saved": "Sparat: bild och personer",
        "waits": "behöver beslut",
        "decided": "Beslutet om",
        "ready": "klart att publicera",
        "also": "planerat på fler kanaler",
        "beside": "även på Webb 3/12",
        "history": "Historik för",
        "last": "gjorde klart",
        "moved": "Flyttat",
        "undone": "Ångrat",
    },
    "en": {
        "planned": "Planned",
        "shows": "Shows:",
        "missing": "3 things are missing",
        "saved": "Saved: picture and persons",
        "waits": "needs a decision",
        "decided": "The decision about",
        "ready": "ready to publish",
        "also": "planned on more outlets",
        "beside": "also on Web 3 Dec",
        "history": "History of",
        "last": "made it ready",
        "moved": "Moved",
        "undone": "Undone",
    },
}


@pytest.mark.parametrize("language", SAID)
def test_a_post_becomes_ready_and_goes_out_on_two_outlets(tmp_path: Path, language: str) -> None:
    said = SAID[language]
    with Journey(tmp_path, language, start="2026-11-24T08:15") as journey:
        settings = journey.say(AMIRA, "/lucka settings")
        journey.click(AMIRA, settings, "team.change", channel=PLAN)
        assert journey.submit(AMIRA, lead=JONAS)["ok"]
        journey.settled()

        planned = journey.say(AMIRA, "/plan 2026-12-02 11:00 Lucia")
        assert said["planned"] in planned["text"]
        week = journey.say(AMIRA, "/plan v. 49")
        pick = {v.split()[0]: v for v in offered(week, "post.menu")}
        assert set(pick) == {"open", "change", "move", "ready", "cancel"}

        journey.click(AMIRA, week, "post.menu", value=pick["open"], channel=PLAN)
        card = journey.await_whisper(AMIRA, said["shows"])
        journey.click(AMIRA, card, "post.media", channel=PLAN)
        assert journey.submit(AMIRA, kind="picture", persons="child")["ok"]
        journey.await_whisper(AMIRA, said["saved"])
        journey.click(AMIRA, week, "post.menu", value=pick["ready"], channel=PLAN)
        missing = journey.await_whisper(AMIRA, said["missing"])
        journey.click(AMIRA, missing, "post.change", channel=PLAN)
        assert journey.submit(AMIRA, text="Kom!")["ok"]
        journey.click(AMIRA, missing, "post.media", channel=PLAN)
        assert journey.submit(AMIRA, alt="Barn i luciatåg.")["ok"]
        asked = "select state, channel from outbox where key = 'decision:1:U0JONAS'"
        journey.wait_for(lambda: journey.sql(asked) == [("sent", JONAS)], "a word to the lead")

        journey.settled()
        week = journey.say(JONAS, "/plan v. 49")
        journey.click(JONAS, week, "post.menu", value=pick["open"], channel=PLAN)
        card = journey.await_whisper(JONAS, said["shows"])
        assert said["waits"] in card["text"]
        journey.click(JONAS, card, "post.decide", channel=PLAN)
        assert journey.submit(JONAS, decision="yes", note="OK")["ok"]
        journey.await_whisper(JONAS, said["decided"])

        journey.click(JONAS, week, "post.menu", value=pick["ready"], channel=PLAN)
        ready = journey.await_whisper(JONAS, said["ready"])
        assert journey.sql("select status from posts") == [("ready",)]

        on_two_outlets(journey, card, said)
        journey.click(JONAS, ready, "post.restore", channel=PLAN)  # no longer the last act
        assert journey.sql("select status from posts where id = 1") == [("ready",)]

        journey.click(JONAS, card, "post.history", channel=PLAN)
        assert said["last"] in journey.await_whisper(JONAS, said["history"])["text"]


def on_two_outlets(journey: Journey, card: Json, said: dict[str, str]) -> None:
    """Plan the post on the web too, move both, and take both back."""
    journey.click(JONAS, card, "post.also", channel=PLAN)
    assert journey.submit(JONAS, **{"on-2": ["yes"], "day-2": "2026-12-03"})["ok"]
    journey.await_whisper(JONAS, said["also"])
    journey.settled()
    assert said["beside"] in journey.say(AMIRA, "/plan v. 49")["text"]

    journey.click(JONAS, card, "post.move", channel=PLAN)
    assert journey.submit(JONAS, day="2026-12-04", along=["along"])["ok"]
    moved = journey.await_whisper(JONAS, said["moved"])
    days = "select day from posts order by id"
    assert journey.sql(days) == [("2026-12-04",), ("2026-12-05",)]
    journey.click(JONAS, moved, "post.restore", channel=PLAN)
    journey.await_whisper(JONAS, said["undone"])
    assert journey.sql(days) == [("2026-12-02",), ("2026-12-03",)]
