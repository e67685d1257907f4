"""A reserve post, what ran a year ago and the Christmas pack, over Slack's own protocol."""

from pathlib import Path

import pytest

from tests.scenarios.journey import Journey
from tests.scenarios.reading import Json, offered
from tests.scenarios.world import AMIRA, ELIN, JONAS, PLAN

SAID = {
    "sv": {
        "show": "/idea reserv",
        "empty": "Inget av 3 reservinlägg är på plats än.",
        "lacks": "Alt-texten till bilden saknas.",
        "kept": "*Hitta till 1177* ligger i reserven. 1 av 3 reservinlägg är på plats.",
        "first": "• Hitta till 1177: ligger färdigt i reserven",
        "again": "• För ett år sedan: Boka din tid – uppdatera? Gick onsdag 26 november 2025",
        "planned": "Kommer från idén ”Hitta till 1177”",
        "made": "Bygger på *Boka din tid* från onsdag 26 november 2025.",
        "out": "*Boka din tid* är markerat som publicerat.",
        "pack": "*Julpaketet*",
        "filled": "0 av 6 tider är fyllda",
        "more": "1 av 6 tider är fyllda",
    },
    "en": {
        "show": "/idea reserve",
        "empty": "None of 3 reserve posts is there yet.",
        "lacks": "The picture's alt text is missing.",
        "kept": "*Hitta till 1177* is in reserve. 1 of 3 reserve posts are there.",
        "first": "• Hitta till 1177: lies ready in the reserve",
        "again": "• A year ago: Boka din tid – update it? Ran Wednesday 26 November 2025",
        "planned": "Comes from the idea “Hitta till 1177”",
        "made": "Made of *Boka din tid* from Wednesday 26 November 2025.",
        "out": "*Boka din tid* is marked as published.",
        "pack": "*The Christmas pack*",
        "filled": "0 of 6 slots are filled",
        "more": "1 of 6 slots are filled",
    },
}


@pytest.mark.parametrize("language", SAID)
def test_what_lies_ready_fills_the_gap_that_is_near(tmp_path: Path, language: str) -> None:
    said = SAID[language]
    with Journey(tmp_path, language, start="2025-11-26T07:30") as journey:
        last_year(journey, said)
        journey.clock_to("2026-11-23T18:00")
        keep(journey, said)
        journey.clock_to("2026-11-24T08:15")
        nag = plain(journey.await_message(PLAN, said["first"]))
        assert said["again"] in nag["text"]
        assert said["pack"] in nag["text"]
        assert said["filled"] in nag["text"]
        use_and_undo(journey, said, nag)
        journey.restart()
        make_anew(journey, said)
        christmas(journey, said)
        assert "Traceback" not in journey.last_words(1000)


def plain(message: Json) -> Json:
    return {**message, "text": message["text"].replace("\xa0", " ")}


def last_year(journey: Journey, said: dict[str, str]) -> None:
    """Plan a post, and publish it."""
    journey.say(AMIRA, "/plan 26/11 11.00 Boka din tid")
    journey.clock_to("2025-11-26T08:15")
    digest = journey.await_message(PLAN, "Boka din tid")
    assert journey.click(AMIRA, digest, "post.publish")["ok"]
    assert journey.submit(AMIRA, link="https://facebook.example/boka")["ok"]
    journey.await_whisper(AMIRA, said["out"])


def keep(journey: Journey, said: dict[str, str]) -> None:
    """Put a post in reserve; one that is not finished is refused beside the field."""
    shown = journey.say(AMIRA, said["show"])
    assert said["empty"] in shown["text"].replace("\xa0", " ")
    assert journey.click(AMIRA, shown, "reserve.form")["ok"]
    written = {"title": "Hitta till 1177", "note": "Så gör du.", "kind": "picture"}
    assert said["lacks"] in str(journey.submit(AMIRA, **written))
    assert journey.submit(AMIRA, **written, alt="En skylt med siffrorna 1177")["ok"]
    journey.await_whisper(AMIRA, said["kept"])


def use_and_undo(journey: Journey, said: dict[str, str], nag: Json) -> None:
    """One click plans it with its picture; undo puts it back."""
    value = offered(nag, "gap.plan_idea")[0]
    assert journey.click(JONAS, nag, "gap.plan_idea", value=value)["ok"]
    planned = journey.await_whisper(JONAS, said["planned"])
    (media,) = journey.sql("select media from posts where day > '2026'")
    assert "En skylt med siffrorna 1177" in media[0]
    assert said["empty"] in journey.ask(ELIN, said["show"]).replace("\xa0", " ")
    assert journey.click(JONAS, planned, "post.restore")["ok"]
    journey.wait_for(
        lambda: "Hitta till 1177" in journey.ask(ELIN, said["show"]), "it is in reserve again"
    )


def make_anew(journey: Journey, said: dict[str, str]) -> None:
    """What ran a year ago becomes a draft, once."""
    nag = journey.await_message(PLAN, said["first"])
    value = next(v for v in offered(nag, "gap.plan_idea") if "post-" in v)
    assert journey.click(JONAS, nag, "gap.plan_idea", value=value)["ok"]
    journey.await_whisper(JONAS, said["made"])
    made = journey.sql("select title, source from reuses join posts on posts.id = post_id")
    assert made == [("Boka din tid", 1)]


def christmas(journey: Journey, said: dict[str, str]) -> None:
    """The pack gathers the gaps; one that is taken counts."""
    nag = journey.await_message(PLAN, said["pack"])
    assert journey.click(ELIN, nag, "holiday.open")["ok"]
    pack = journey.await_whisper(ELIN, said["filled"])
    assert journey.click(ELIN, pack, "gap.take")["ok"]
    journey.await_message(PLAN, said["more"])
