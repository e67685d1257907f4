"""Records over real sockets: the whole record, a number, a disclosure, the log's chain, in each language."""

import csv
import io
import re
import sqlite3
import zipfile
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.scenarios.journey import Journey
from tests.scenarios.reading import Json
from tests.scenarios.world import AMIRA, COMMENTS, PLAN

POST = "Öppet hus på ambulansen"
DIRECT = f"D{AMIRA[1:]}"
TEXT = "Måste man boka? Ring 070-123 45 67"
SAID = {
    "sv": {
        "new": f"Ny kommentar på {POST}",
        "record": "inkommen",
        "letter": "Kommentar på vår Facebooksida",
        "number": "Diarieförd: RL 2026/7",
        "disclose": "/lucka lämna ut",
        "count": "1 kommentar eller svar stämmer",
        "done": "Klart: 1 kommentar eller svar",
        "table": "kommentarer.csv",
        "text": "Text",
        "registered": "Diarieförd",
        "snapshot": "Det är dags att spara inlägg",
        "taken": "tog bilden",
        "whole": "Loggen är hel",
        "broken": "Loggen är bruten vid rad 1",
        "check": "Loggen över vem som gjort vad är hel",
    },
    "en": {
        "new": f"New comment on {POST}",
        "record": "received",
        "letter": "Comment on our Facebook page",
        "number": "Registered: RL 2026/7",
        "disclose": "/lucka disclose",
        "count": "1 comment or answer fits",
        "done": "Done: 1 comment or answer",
        "table": "comments.csv",
        "text": "Text",
        "registered": "Registered",
        "snapshot": "It is time to save posts",
        "taken": "took the picture",
        "whole": "The log is whole",
        "broken": "The log is broken at line 1",
        "check": "The log of who did what is whole",
    },
}


@pytest.fixture(params=["sv", "en"])
def journey(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Journey]:
    with Journey(tmp_path, request.param, start="2026-12-11T09:00") as begun:
        yield begun
        assert "Traceback" not in begun.last_words(1000)


def direct(journey: Journey) -> list[Json]:
    """What stands in Amira's conversation with the bot, which begins with the first message."""
    found: list[Json] = journey.get("/__emulator/messages", channel=DIRECT).get("messages", [])
    return found


def archive(journey: Journey, nth: int) -> dict[str, str]:
    """Wait for the file number *nth* and return what is in it."""

    def files() -> list[str]:
        return re.findall(r"<([^<|]+/files-shared/[^|]+)\|", str(direct(journey)))

    journey.wait_for(lambda: len(set(files())) > nth, "a file")
    data = httpx.get([*dict.fromkeys(files())][nth]).content
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        return {name: opened.read(name).decode() for name in opened.namelist()}


def rows(table: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table.removeprefix("\ufeff")), delimiter=";"))


def card(journey: Journey, relayed: Json) -> Json:
    journey.click(AMIRA, relayed, "comment.more", channel=COMMENTS)
    journey.settled()
    return journey.whispers(AMIRA, COMMENTS)[-1]


def test_from_a_comment_to_what_is_handed_out(journey: Journey) -> None:
    said = SAID[journey.language]
    journey.comment(journey.publish(POST), TEXT)
    relayed = journey.await_message(COMMENTS, said["new"])

    journey.click(AMIRA, card(journey, relayed), "record.open", channel=COMMENTS)
    whole = journey.await_whisper(AMIRA, said["record"], COMMENTS)
    assert "070-123 45 67" in str(whole["blocks"])
    journey.click(AMIRA, whole, "record.files", channel=COMMENTS)
    (own,) = rows(archive(journey, 0)[said["table"]])
    assert own[said["text"]] == TEXT

    journey.click(AMIRA, card(journey, relayed), "registration.open", channel=COMMENTS)
    assert said["letter"] in str(journey.form(AMIRA)["blocks"])
    assert journey.submit(AMIRA, number="RL 2026/7")["ok"]
    journey.await_whisper(AMIRA, said["number"], COMMENTS)
    assert said["number"] in card(journey, relayed)["text"]

    journey.ask(AMIRA, said["disclose"])
    journey.wait_for(lambda: "disclosure.ask" in str(journey.form(AMIRA)), "the form")
    assert journey.submit(AMIRA, post=POST[:10])["ok"]
    journey.wait_for(lambda: "disclosure.save" in str(journey.form(AMIRA)), "the review")
    assert said["count"] in str(journey.form(AMIRA)["blocks"])
    assert journey.submit(AMIRA, provision="OSL 25:1")["ok"]
    found = archive(journey, 1)
    journey.wait_for(lambda: said["done"] in str(direct(journey)), "a word")
    (row,) = rows(found[said["table"]])
    assert "070" not in row[said["text"]]
    assert row[said["registered"]].startswith("RL 2026/7")
    assert any("OSL 25:1" in text for name, text in found.items() if name.endswith(".html"))
    assert POST[:10] not in str(journey.sql("select * from disclosures"))

    journey.next_working_morning()  # Monday of week 51
    journey.settled()
    asked = journey.await_message(PLAN, said["snapshot"])
    journey.click(AMIRA, asked, "snapshot.take")
    assert len(archive(journey, 2)) == 4
    journey.await_words(asked, PLAN, said["taken"])

    assert journey.run("audit")[1].startswith(said["whole"])
    code, told = journey.run("check")
    assert (code, said["check"] in told) == (0, True)
    spoil(journey.folder / "lucka.db")
    code, told = journey.run("audit")
    assert (code, told.startswith(said["broken"])) == (1, True)


def spoil(path: Path) -> None:
    """Do what the triggers are there against, as who may write the file can."""
    connection = sqlite3.connect(path, timeout=10)
    connection.execute("drop trigger audit_no_update")
    connection.execute("update audit set who = 'U0JONAS' where id = 1")
    connection.commit()
    connection.close()
