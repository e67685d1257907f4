"""Disposal over real sockets: decided, listed, held, disposed of, and never back; what is stored as a file."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.scenarios.journey import Journey
from tests.scenarios.world import AMIRA, COMMENTS, ELIN, JONAS, PLAN

TEXT = "Min dotter Xanthippa föddes hos er i våras"
SAID = {
    "sv": {
        "new": "Ny kommentar på Öppet hus",
        "settings": "/lucka inställningar",
        "title": "Gallring",
        "class": "Vanliga kommentarer",
        "held": "Gallringsstoppet gäller nu.",
        "nothing": "Inget kan gallras just nu.",
        "list": "Det här kan gallras",
        "look": "kommentar: Min dotter Xanthippa",
        "done": "Gallrat: 1 (Jonas Berg)",
        "gone": "Det som stod här är gallrat.",
        "again": "Jag undrar fortfarande",
        "data": "/lucka uppgifter",
        "stored": "Vad jag lagrar",
        "file": "Vad Lucka lagrar",
    },
    "en": {
        "new": "New comment on Öppet hus",
        "settings": "/lucka settings",
        "title": "Disposal",
        "class": "Routine comments",
        "held": "The disposal hold is in force.",
        "nothing": "Nothing is due right now.",
        "list": "This may be disposed of",
        "look": "comment: Min dotter Xanthippa",
        "done": "Disposed of: 1 (Jonas Berg)",
        "gone": "What stood here has been disposed of.",
        "again": "Jag undrar fortfarande",
        "data": "/lucka data",
        "stored": "What I store",
        "file": "What Lucka stores",
    },
}


@pytest.fixture(params=["sv", "en"])
def journey(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Journey]:
    with Journey(tmp_path, request.param, start="2026-11-24T09:00") as begun:
        yield begun
        assert "Traceback" not in begun.last_words(1000)


def _told(journey: Journey) -> str:
    """Return all that stands in any conversation."""
    channels = [*journey.sandbox.slack.workspace.channels]
    return "\n".join(m["text"] for channel in channels for m in journey.messages(channel))


def test_a_comment_is_disposed_of_and_the_page_does_not_bring_it_back(journey: Journey) -> None:
    said = SAID[journey.language]
    post = journey.publish("Öppet hus")
    comment = journey.comment(post, TEXT)
    relayed = journey.await_message(COMMENTS, said["new"])
    journey.react(AMIRA, relayed, "white_check_mark")
    journey.wait_for(lambda: journey.sql("select 1 from relays where state = 'handled'"), "an end")

    settings = journey.say(AMIRA, said["settings"])
    journey.click(AMIRA, settings, "disposal.show")
    shown = journey.await_whisper(AMIRA, said["class"])
    journey.click(AMIRA, shown, "disposal.change")
    answer = journey.submit(
        AMIRA, decision="RS 2026/114", decided="2026-01-08", amount="1", unit="days"
    )
    assert answer["ok"], answer
    journey.await_whisper(AMIRA, "RS 2026/114")
    journey.clock_to("2026-11-30T07:00")
    journey.settled()

    journey.click(AMIRA, shown, "hold.ask")
    answer = journey.submit(AMIRA, scope="comment", link=comment, reason="Begärt ut")
    assert answer["ok"], answer
    hold = journey.await_whisper(AMIRA, said["held"])
    journey.click(AMIRA, shown, "disposal.list")
    journey.wait_for(lambda: said["nothing"] in _told(journey), "nothing to be due")
    journey.click(AMIRA, hold, "hold.lift")
    journey.wait_for(lambda: journey.sql("select 1 from holds where lifted_at <> ''"), "a lift")

    journey.clock_to("2026-12-01T08:20")
    listed = journey.await_message(PLAN, said["list"])
    journey.click(JONAS, listed, "disposal.look")
    journey.await_whisper(JONAS, said["look"])
    journey.click(JONAS, listed, "disposal.dispose")
    journey.await_words(listed, PLAN, said["done"])
    journey.await_words(relayed, COMMENTS, said["gone"])
    assert journey.sql("select text, author_name from comments") == [("", None)]

    journey.comment(post, said["again"], under=comment)
    journey.await_message(COMMENTS, said["again"])
    journey.restart()
    journey.settled()
    assert journey.sql("select text from comments where id = ?", comment) == [("",)]
    told = [message["text"] for message in journey.messages(COMMENTS)]
    assert not any("Xanthippa" in text for text in told)
    assert b"Xanthippa" not in (journey.folder / "lucka.db").read_bytes()


def test_what_is_stored_comes_in_words_and_as_a_file(journey: Journey) -> None:
    said = SAID[journey.language]
    shown = journey.say(ELIN, said["data"])
    assert said["stored"] in shown["text"]
    journey.click(ELIN, shown, "data.file")

    def given() -> list[str]:
        return [
            message["text"]
            for channel in [*journey.sandbox.slack.workspace.channels]
            for message in journey.messages(channel)
            if "/files-shared/" in message["text"]
        ]

    journey.wait_for(given, "a file")
    (text,) = given()
    assert f"|{said['file']}>" in text
    address = text.partition("<")[2].partition("|")[0]
    assert b"<code>comments</code>" in httpx.get(address).content
