"""The plan as a picture, over Slack's own protocol, in both languages and through a kill."""

from pathlib import Path

import pytest

from bot.sandbox.slack.manifest import Manifest
from tests.scenarios.journey import Journey
from tests.scenarios.world import AMIRA

DIRECT = f"D{AMIRA[1:]}"
SAID = {
    "sv": ("/plan bild", "Jag ritar planen", "Planen som kalender, tisdag 24 november"),
    "en": ("/plan picture", "I am drawing", "The plan as a calendar, Tuesday 24 November"),
}


def said(journey):
    """What stands in the conversation with the bot, which begins with the first message."""
    return journey.get("/__emulator/messages", channel=DIRECT).get("messages", [])


def pictures(journey):
    return [
        block
        for message in said(journey)
        for block in message.get("blocks", [])
        if block["type"] == "image"
    ]


@pytest.mark.parametrize("language", SAID)
def test_the_picture_comes_to_whoever_asked(tmp_path: Path, language: str) -> None:
    command, asked, alt = SAID[language]
    with Journey(tmp_path, language, start="2026-11-24T08:15") as journey:
        answer = journey.say(AMIRA, command)
        assert asked in answer["text"]

        (picture,) = journey.wait_for(lambda: pictures(journey), "picture")
        assert picture["alt_text"].startswith(alt)
        shown = journey.http.get(f"/files/{picture['slack_file']['id']}")
        assert shown.content.startswith(b"\x89PNG")

        overview = journey.say(AMIRA, "/plan")
        assert journey.click(AMIRA, overview, "plan.picture")["ok"]
        journey.wait_for(lambda: len(pictures(journey)) == 2, "second picture")
        assert journey.sql("select count(*) from pictures") == [(0,)]


def test_killed_while_it_is_drawn_it_comes_once_after_the_start(tmp_path: Path) -> None:
    with Journey(tmp_path, "sv", start="2026-11-24T08:15") as journey:
        journey.ask(AMIRA, "/plan bild")
        journey.wait_for(lambda: journey.sql("select 1 from pictures"), "kept wish")
        journey.kill_bot()
        assert pictures(journey) == []

        journey.start_bot()
        journey.wait_for(lambda: pictures(journey), "picture")
        journey.wait_for(lambda: journey.sql("select 1 from pictures") == [], "an end")
        assert len(pictures(journey)) == 1


def test_without_the_scope_the_plan_comes_in_words_and_says_what_is_missing(
    tmp_path: Path,
) -> None:
    with Journey(tmp_path, "sv", start="2026-11-24T08:15") as journey:
        slack = journey.sandbox.slack
        body = {**slack.manifest.body, "oauth_config": {"scopes": {"bot": ["chat:write"]}}}
        known = slack.manifest.scopes
        body["oauth_config"]["scopes"]["bot"] = [s for s in known if s != "files:write"]
        slack.manifest = Manifest(body)
        journey.say(AMIRA, "/plan bild")

        (answer,) = journey.wait_for(lambda: said(journey), "answer")
        assert "files:write" in answer["text"]
        assert "Lucka" in answer["text"]
