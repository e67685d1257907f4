"""Figures over Slack's own protocol: asked for, looked behind, drawn, as a file, sent on by the lead."""

from pathlib import Path

import pytest

from tests.scenarios.journey import Journey
from tests.scenarios.reading import Json
from tests.scenarios.world import AMIRA, COMMENTS, PLAN

DIRECT = f"D{AMIRA[1:]}"
SAID = {
    "sv": {
        "so far": "Siffror för december 2026 hittills",
        "charts": "Tre diagram, december 2026",
        "head": "Period;Mått;",
        "draft": "Här är december 2026 i siffror",
        "sent": "delar december 2026 i siffror",
    },
    "en": {
        "so far": "Figures for December 2026 so far",
        "charts": "Three charts, December 2026",
        "head": "Period;Measure;",
        "draft": "Here is December 2026 in figures",
        "sent": "shares December 2026 in figures",
    },
}


@pytest.mark.parametrize("language", SAID)
def test_a_month_from_its_figures_to_the_channel(tmp_path: Path, language: str) -> None:
    said = SAID[language]
    with Journey(tmp_path, language, start="2026-12-30T10:00") as journey:
        settings = journey.say(AMIRA, "/lucka settings")
        journey.click(AMIRA, settings, "team.change")
        assert journey.submit(AMIRA, lead=AMIRA)["ok"]
        journey.comment(journey.publish("Hej"), "Måste man boka tid?")
        journey.await_message(COMMENTS, "Måste man boka tid?")

        report = journey.say(AMIRA, "/report")
        assert said["so far"] in report["text"]
        journey.click(AMIRA, report, "report.behind")
        assert "Måste man boka tid?" in str(journey.form(AMIRA)["blocks"])

        assert journey.click(AMIRA, report, "report.chart")["ok"]
        (picture,) = journey.wait_for(lambda: pictures(journey, DIRECT), "charts")
        assert picture["alt_text"].startswith(said["charts"])
        assert journey.click(AMIRA, report, "report.table")["ok"]
        address = journey.wait_for(lambda: table(journey), "table")
        assert journey.http.get(address).content.decode("utf-8-sig").startswith(said["head"])

        journey.clock_to("2027-01-04T08:15")
        draft = journey.await_message(DIRECT, said["draft"])
        assert journey.click(AMIRA, draft, "report.send", channel=DIRECT)["ok"]
        journey.await_message(PLAN, said["sent"])
        journey.wait_for(lambda: pictures(journey, PLAN), "charts in the channel")
        assert len(journey.ours(PLAN, said["sent"])) == 1
        assert "Traceback" not in journey.last_words(1000)


def pictures(journey: Journey, channel: str) -> list[Json]:
    messages = journey.get("/__emulator/messages", channel=channel).get("messages", [])
    return [b for m in messages for b in m.get("blocks", []) if b["type"] == "image"]


def table(journey: Journey) -> str:
    """The address of the file, as the message has it."""
    found = [m["text"] for m in journey.ours(DIRECT, "/files-shared/")]
    return str(found[0].partition("<")[2].partition("|")[0]) if found else ""
