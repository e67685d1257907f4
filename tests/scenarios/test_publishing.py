"""Publishing on the page over real sockets: allowed, confirmed, torn, and still out only once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.sandbox.page import PageChange
from tests.scenarios.journey import Journey
from tests.scenarios.reading import Json, offered
from tests.scenarios.world import AMIRA, ELIN, JONAS, PLAN

TEXT = "Nu kan du boka tid för vaccin mot influensa."
SAID = {
    "sv": {
        "settings": "/lucka inställningar",
        "off": "Av. Ni publicerar själva på Facebook",
        "on": "På, för kanalen Facebook. Får publicera: huvudansvarig och ersättare",
        "plan": "/plan i dag 11.00 Facebook Influensavaccin",
        "planned": "Planerat: *Influensavaccin*",
        "not_yours": "Du får inte publicera på Facebook härifrån",
        "waits": "Går ut på Facebook i dag kl. 11.00.",
        "decided": "*Influensavaccin* går ut i dag kl. 11.00.",
        "out": "Ute på Facebook: *Influensavaccin*",
        "published": "publicerat",
        "same": "Är det samma?",
        "linked": "Jonas Berg länkade det.",
        "stopped": "Jag saknar en rättighet på sidan (200)",
    },
    "en": {
        "settings": "/lucka settings",
        "off": "Off. You publish on Facebook yourselves",
        "on": "On, for the outlet Facebook. May publish: the lead and the deputies",
        "plan": "/plan today 11:00 Facebook Influensavaccin",
        "planned": "Planned: *Influensavaccin*",
        "not_yours": "You may not publish on Facebook from here",
        "waits": "Goes out on Facebook today at 11:00.",
        "decided": "*Influensavaccin* goes out today at 11:00.",
        "out": "Out on Facebook: *Influensavaccin*",
        "published": "published",
        "same": "Is it the same?",
        "linked": "Jonas Berg linked it.",
        "stopped": "I lack a permission on the page (200)",
    },
}


@pytest.fixture(params=["sv", "en"])
def journey(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Journey]:
    with Journey(tmp_path, request.param, start="2026-11-24T09:00") as begun:
        yield begun
        assert "Traceback" not in begun.last_words(1000)


swedish = pytest.mark.parametrize("journey", ["sv"], indirect=True)


def allow(journey: Journey) -> None:
    """Name Amira the lead, and let the team publish from Slack."""
    said = SAID[journey.language]
    shown = journey.say(AMIRA, said["settings"])
    assert said["off"] in shown["text"]
    journey.click(AMIRA, shown, "team.change")
    assert journey.submit(AMIRA, lead=AMIRA, deputies=[JONAS])["ok"]
    journey.click(AMIRA, shown, "publishing.change")
    answer = journey.submit(AMIRA, state="on", outlet="1")
    assert answer["ok"], answer
    journey.await_whisper(AMIRA, said["on"])


def planned(journey: Journey) -> Json:
    """Plan a post for eleven today, write its text, and make it ready; return the plan."""
    said = SAID[journey.language]
    shown = journey.say(AMIRA, said["plan"])
    assert said["planned"] in shown["text"]
    journey.click(AMIRA, shown, "post.change")
    form = journey.form(AMIRA)
    assert form
    assert journey.submit(AMIRA, text=TEXT, status="ready")["ok"]
    journey.settled()
    return journey.say(AMIRA, "/plan")


def go_out(journey: Journey, who: str, shown: Json) -> None:
    """Choose to publish in the menu of the first row."""
    (value,) = [v for v in offered(shown, "post.menu") if v.startswith("go_out")]
    journey.click(who, shown, "post.menu", value=value)


def visible(journey: Journey) -> list[str]:
    """Return the texts of the page's visible posts."""
    return [post["message"] for post in journey.get("/ui/page")["posts"]]


def state(journey: Journey) -> list[str]:
    return [row[0] for row in journey.sql("select state from publications order by id")]


def told(journey: Journey) -> list[str]:
    """Return what the bot has told Amira directly."""
    user = journey.sandbox.slack.workspace
    channels = [c for c in user.channels.values() if c.is_im and c.user == AMIRA]
    return [m["text"] for c in channels for m in journey.messages(c.id) if m.get("bot_id")]


def test_a_ready_post_goes_out_at_its_time_and_comes_back_with_its_link(journey: Journey) -> None:
    said = SAID[journey.language]
    journey.sandbox.page.describe("Region Lillsjö", "", ())
    allow(journey)
    shown = planned(journey)
    theirs = journey.say(ELIN, "/plan")
    go_out(journey, ELIN, theirs)
    journey.await_whisper(ELIN, said["not_yours"])
    go_out(journey, AMIRA, shown)
    form = journey.form(AMIRA)
    assert TEXT in str(form["blocks"])
    assert "*Region Lillsjö*" in str(form["blocks"])
    assert journey.submit(AMIRA, link="https://www.1177.example/vaccin", when="planned")["ok"]
    journey.await_whisper(AMIRA, said["decided"])
    assert said["waits"] in journey.ask(AMIRA, "/plan")
    assert visible(journey) == []
    journey.clock_to("2026-11-24T11:00")
    journey.wait_for(lambda: visible(journey) == [TEXT], "the post on the page")
    (post,) = journey.get("/ui/page")["posts"]
    assert post["link"] == "https://www.1177.example/vaccin"
    journey.wait_for(lambda: any(said["out"] in text for text in told(journey)), "a message")
    ((status, link),) = journey.sql("select status, link from posts")
    assert status == "published"
    assert "/facebook/" in link
    assert said["published"] in journey.ask(AMIRA, "/plan")


def test_what_was_published_by_hand_is_recognised_and_linked(journey: Journey) -> None:
    said = SAID[journey.language]
    planned(journey)
    journey.publish(f"{TEXT} #vaccin")
    asked = journey.await_message(PLAN, said["same"])
    journey.click(JONAS, asked, "found.link")
    journey.await_words(asked, PLAN, said["linked"])
    ((status, link),) = journey.sql("select status, link from posts")
    assert status == "published"
    assert "/facebook/" in link


@swedish
def test_killed_while_it_is_created_it_still_shows_once(journey: Journey) -> None:
    allow(journey)
    go_out(journey, AMIRA, planned(journey))
    strike(journey, "page draft")
    journey.submit(AMIRA, when="now")
    journey.await_death()
    assert visible(journey) == []
    journey.start_bot()
    journey.wait_for(lambda: visible(journey) == [TEXT], "the post on the page")
    journey.wait_for(lambda: state(journey) == ["published"], "the end of it")
    assert len(journey.sandbox.page.posts(unpublished=True)) == 1


@swedish
def test_killed_when_it_has_just_become_visible_it_is_noticed_after_the_restart(
    journey: Journey,
) -> None:
    allow(journey)
    go_out(journey, AMIRA, planned(journey))
    strike(journey, "page post ")
    journey.submit(AMIRA, when="now")
    journey.await_death()
    assert visible(journey) == [TEXT]
    journey.start_bot()
    journey.wait_for(lambda: state(journey) == ["published"], "the end of it")
    assert visible(journey) == [TEXT]
    assert len(journey.sandbox.page.posts(unpublished=True)) == 1


@swedish
def test_an_answer_that_never_comes_is_looked_up_before_anything_is_repeated(
    journey: Journey,
) -> None:
    allow(journey)
    go_out(journey, AMIRA, planned(journey))
    journey.graph(fault={"kind": "timeout_after", "method": "POST"})
    journey.submit(AMIRA, when="now")
    tried = "select 1 from publications where next_at > tried_at"
    journey.wait_for(lambda: journey.sql(tried), "an attempt that was given up")
    journey.clock_to("2026-11-24T09:05")
    journey.wait_for(lambda: state(journey) == ["published"], "the end of it")
    assert visible(journey) == [TEXT]
    assert len(journey.sandbox.page.posts(unpublished=True)) == 1


def test_a_missing_permission_is_told_and_can_be_mended(journey: Journey) -> None:
    said = SAID[journey.language]
    allow(journey)
    go_out(journey, AMIRA, planned(journey))
    journey.graph(lacking=["pages_manage_posts"])
    journey.submit(AMIRA, when="now")
    journey.wait_for(lambda: any(said["stopped"] in text for text in told(journey)), "the reason")
    shown = journey.say(AMIRA, "/plan")
    assert said["stopped"] in shown["text"]
    journey.graph(lacking=[])
    go_out(journey, AMIRA, shown)
    journey.submit(AMIRA, when="now")
    journey.wait_for(lambda: visible(journey) == [TEXT], "the post on the page")


def strike(journey: Journey, line: str) -> None:
    """Kill the bot in the moment in which something happens on the page."""
    armed = [True]

    def hit(change: PageChange) -> None:
        if armed and change.line.startswith(line):
            armed.clear()
            assert journey.process is not None
            journey.process.kill()
            journey.process.wait(20)

    journey.sandbox.page.on_change(hit)
