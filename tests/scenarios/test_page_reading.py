"""What residents and moderators do on the page after they wrote, as the team sees it in Slack."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.scenarios.journey import Journey
from tests.scenarios.reading import Json, key_of
from tests.scenarios.world import AMIRA, COMMENTS, ELIN, JONAS, PATIENCE

SAID = {
    "sv": {
        "edited": "Redigerad kl. 8.",
        "hidden": "Dold på Facebook",
        "waits": "Väntar på svar",
        "gone": "Borttagen på Facebook kl. 8.",
        "no_more": "(finns inte kvar på Facebook)",
        "has": "Elin Lindqvist har den",
        "answered": "Besvarad på Facebook",
        "had": "Elin Lindqvist hade tråden senast",
        "again": "Någon skriver igen i en tråd som du hade.",
        "takes": "Jonas Berg har den",
        "before": "Så stod det förut",
        "cost": "procent av Facebooks gräns är använd",
        "all": "Alla (2)",
    },
    "en": {
        "edited": "Edited, 08:",
        "hidden": "Hidden on Facebook",
        "waits": "Waiting for an answer",
        "gone": "Removed on Facebook, 08:",
        "no_more": "(no longer on Facebook)",
        "has": "Elin Lindqvist has had it",
        "answered": "Answered on Facebook",
        "had": "Elin Lindqvist had the thread last",
        "again": "Somebody writes again in a thread that you had.",
        "takes": "Jonas Berg has had it",
        "before": "What it said before",
        "cost": "per cent of Facebook’s limit is used",
        "all": "All (2)",
    },
}


@pytest.fixture(params=["sv", "en"])
def journey(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Journey]:
    with Journey(tmp_path, request.param, start="2026-11-24T08:20") as begun:
        yield begun
        assert "Traceback" not in begun.last_words(1000)


def test_the_messages_follow_what_happens_on_the_page(journey: Journey) -> None:
    said = SAID[journey.language]
    post = journey.publish("Öppet hus på kvinnokliniken")
    first = journey.comment(post, "Måste man boka?")
    other = journey.comment(post, "Var ligger det?", "Nils Åberg")
    relay = journey.await_message(COMMENTS, "Måste man boka?")
    lost = journey.await_message(COMMENTS, "Var ligger det?")
    edit_hide_and_remove(journey, said, relay, first, lost, other)
    answer_and_go_on(journey, said, relay, post, first)
    journey.settled()
    keys = journey.keys(COMMENTS, "relay:")
    assert len(keys) == len(set(keys)) == 3
    assert said["cost"] in journey.ask(JONAS, "/lucka")


def edit_hide_and_remove(  # who wrote what, and where it stands
    journey: Journey, said: dict[str, str], relay: Json, first: str, lost: Json, other: str
) -> None:
    """An edit and hiding are shown in place; what is removed is shown no more."""
    journey.do(f"/ui/page/comments/{first}", message="Måste man boka tid?")
    journey.await_words(relay, COMMENTS, "Måste man boka tid?", said["edited"])
    journey.do(f"/ui/page/comments/{first}", hidden=True)
    journey.await_words(relay, COMMENTS, said["hidden"], said["waits"])
    journey.do(f"/ui/page/comments/{first}", hidden=False)
    journey.do(f"/ui/page/comments/{other}/delete")
    gone = journey.await_words(lost, COMMENTS, said["gone"], said["no_more"])
    assert "Var ligger det?" not in str(gone)
    journey.click(JONAS, relay, "comment.more", channel=COMMENTS)
    assert "Måste man boka?" in journey.await_whisper(JONAS, said["before"], COMMENTS)["text"]


def answer_and_go_on(
    journey: Journey, said: dict[str, str], relay: Json, post: str, first: str
) -> None:
    """Who answered is told, alone, that the resident writes again; anybody may take it."""
    journey.react(ELIN, relay, "eyes")
    journey.await_words(relay, COMMENTS, said["has"])
    journey.comment(post, "Nej, kom när du vill! /Elin", None, under=first)
    journey.await_words(relay, COMMENTS, said["answered"])
    journey.clock_to("2026-11-24T08:40")
    journey.comment(post, "Men var då?", under=first)
    again = journey.await_message(COMMENTS, "Men var då?")
    assert again["thread_ts"] == relay["ts"]
    assert said["had"] in again["text"]
    journey.wait_for(lambda: told(journey, ELIN, said["again"]), "private word", PATIENCE)
    journey.react(JONAS, again, "eyes")
    journey.await_words(again, COMMENTS, said["takes"])
    assert not told(journey, JONAS, said["again"])


def told(journey: Journey, who: str, text: str) -> list[str]:
    """Return the keys of what the bot has said to *who* directly with *text* in it."""
    found = journey.get("/__emulator/messages", channel=f"D{who[1:]}").get("messages", [])
    return [str(key_of(one)) for one in found if text in one["text"]]


def test_a_reply_to_somebody_else_counts_once_it_names_the_page(journey: Journey) -> None:
    said, name = SAID[journey.language], journey.sandbox.page.profile().name
    post = journey.publish("Öppet hus")
    first = journey.comment(post, "Någon som vill åka ihop?")
    journey.comment(post, "Ja, gärna!", "Nils Åberg", under=first)
    journey.comment(post, f"@{name} finns det parkering?", "Nils Åberg", under=first)
    for text in ("åka ihop?", "Ja, gärna!", "finns det parkering?"):
        journey.await_message(COMMENTS, text)
    journey.click(AMIRA, journey.say(AMIRA, "/report"), "report.behind")
    behind = str(journey.form(AMIRA)["blocks"])
    assert said["all"] in behind
    assert "finns det parkering?" in behind
    assert "Ja, gärna!" not in behind
