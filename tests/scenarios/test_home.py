"""The home tab from the first day on, and the plan by week and month, in both languages."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.scenarios.journey import Journey
from tests.scenarios.reading import Json, offered, places
from tests.scenarios.world import AMIRA, JONAS, PLAN

SAID: dict[str, dict[str, Any]] = {
    "sv": {
        "steps": "Kom i gång: {} av 6 steg gjorda",
        "runway": "Planen räcker till i morgon",
        "gap": "onsdag 25 november: *Lucka*",
        "filled": "*Öppet hus* · Facebook kl. 11.00 · {} · Amira Haddad",
        "draft": "utkast",
        "ready": "klart",
        "moved": "torsdag 26 november: *Öppet hus*",
        "idea": "/idea Så bokar du vaccin",
        "commands": ("/plan december", "/plan månad 12"),
        "december": ("December 2026", "fredag 25 december, Juldagen: ledig dag"),
        "january": "Januari 2027",
        "week": ("/plan vecka 10", "v. 10 (8–14 mars)", "v. 11 (15–21 mars)"),
        "planned": ("/plan 12 december Julpyssel", "Planerat: *Julpyssel*"),
    },
    "en": {
        "steps": "Getting started: {} of 6 steps done",
        "runway": "The plan lasts until tomorrow",
        "gap": "Wednesday 25 November: *Gap*",
        "filled": "*Öppet hus* · Facebook at 11:00 · {} · Amira Haddad",
        "draft": "draft",
        "ready": "ready",
        "moved": "Thursday 26 November: *Öppet hus*",
        "idea": "/idea How to book a vaccination",
        "commands": ("/plan December", "/plan month 12"),
        "december": ("December 2026", "Friday 25 December, Christmas Day: a day off"),
        "january": "January 2027",
        "week": ("/plan week 10", "week 10 (8–14 Mar", "week 11 (15–21 Mar"),
        "planned": ("/plan 12 December Julpyssel", "Planned: *Julpyssel*"),
    },
}


class Tab:
    """The home tab of one person, over the page's own sockets."""

    def __init__(self, journey: Journey, who: str) -> None:
        self.journey, self.who = journey, who
        journey.do("/ui/home/open", **{"as": who})

    def await_words(self, *texts: str) -> Json:
        """Wait until the tab says all of *texts*, and return it."""

        def says() -> Json | None:
            view = self.journey.get("/ui/home", **{"as": self.who})["view"]
            shown = json.dumps(view["blocks"], ensure_ascii=False) if view else ""
            return view if view and all(text in shown for text in texts) else None

        return self.journey.wait_for(says, f"tab that says {texts}") or {}

    def click(self, action_id: str, **more: Any) -> None:
        """Use the first element with *action_id*."""
        view = self.await_words(action_id)
        answer = self.journey.post(
            "/ui/actions",
            **{"as": self.who},
            container={"type": "home", "view_id": view["id"]},
            block_id=places(view["blocks"], action_id)[0],
            action_id=action_id,
            **more,
        )
        assert answer["ok"], answer

    def choose(self, act: str) -> None:
        """Choose *act* in the menu of the first post."""
        options = offered(self.await_words("post.menu"), "post.menu")
        self.click("post.menu", value=next(each for each in options if each.startswith(act)))


@pytest.mark.parametrize("language", SAID)
def test_the_tab_helps_to_begin_and_follows_what_everybody_does(
    tmp_path: Path, language: str
) -> None:
    said = SAID[language]
    with Journey(tmp_path, language, start="2026-11-24T08:15") as journey:
        amira, jonas = Tab(journey, AMIRA), Tab(journey, JONAS)
        for tab in (amira, jonas):
            tab.await_words(said["steps"].format(0), said["runway"], said["gap"], "□ 1 ")

        amira.click("plan.fill")
        assert journey.submit(AMIRA, title="Öppet hus", text="Välkommen in.")["ok"]
        for tab in (amira, jonas):
            tab.await_words(said["steps"].format(1), said["filled"].format(said["draft"]), "□ 3 ")

        amira.choose("ready")
        for tab in (amira, jonas):  # hers, too: what she clicks next has to be the new one
            tab.await_words(said["steps"].format(2), said["filled"].format(said["ready"]))

        amira.choose("move")
        assert journey.submit(AMIRA, day="2026-11-26")["ok"]
        amira.await_words(said["gap"], said["moved"], "□ 1 ")

        journey.ask(JONAS, said["idea"])
        amira.await_words(said["steps"].format(3))
        post = journey.publish("Öppet hus på lasarettet")
        journey.comment(post, "När öppnar ni?")
        relay = journey.await_message("C0KOMMENT", "När öppnar ni?")
        journey.react(JONAS, relay, "eyes")
        jonas.await_words(said["steps"].format(4), "När öppnar ni?", "comment.release")
        assert "comment.release" not in str(amira.await_words(said["steps"].format(4)))

        jonas.click("comment.handle")
        jonas.await_words(said["steps"].format(4))
        journey.wait_for(lambda: journey.sql("select 1 from relays where state = 'handled'"))
        journey.settled()
        assert journey.sql("select key from outbox where state = 'dead'") == []


@pytest.mark.parametrize("language", SAID)
def test_weeks_and_months_are_shown_by_command_and_turned(tmp_path: Path, language: str) -> None:
    said = SAID[language]
    with Journey(tmp_path, language, start="2026-11-24T08:15") as journey:
        title, christmas = said["december"]
        for command in said["commands"]:
            month = journey.say(AMIRA, command)
            assert title in month["text"]
            assert christmas in month["text"]
        assert journey.click(AMIRA, month, "plan.after", channel=PLAN)["ok"]
        journey.await_whisper(AMIRA, said["january"])

        command, this, following = said["week"]
        week = journey.say(AMIRA, command)
        assert this in week["text"]
        assert journey.click(AMIRA, week, "plan.after", channel=PLAN)["ok"]
        journey.await_whisper(AMIRA, following)

        command, planned = said["planned"]
        assert planned in journey.ask(AMIRA, command)
