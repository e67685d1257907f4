"""Answering as the page over real sockets: allowed, asked, sent once, changed and removed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.scenarios.journey import Journey
from tests.scenarios.reading import Json, places
from tests.scenarios.test_publishing import strike, told
from tests.scenarios.world import AMIRA, COMMENTS, ELIN, JONAS

SAID = {
    "sv": {
        "settings": "/lucka inställningar",
        "off": "Av. Ni svarar själva på Facebook",
        "on": "På. Får svara: huvudansvarig och ersättare",
        "not_yours": "Du får inte svara som sidan härifrån",
        "public": "Det du skickar blir offentligt på Facebook",
        "care": "bekräftar att personen har varit i kontakt med vården",
        "deciding": "Jag skickar svaret nu",
        "out": "*Amira Haddad* svarade som sidan:",
        "state": "Amira Haddad svarade som sidan",
        "waits": "Väntar på svar",
        "removed": "Sidans svar är borttaget",
        "stopped": "Jag saknar en rättighet på sidan (200)",
    },
    "en": {
        "settings": "/lucka settings",
        "off": "Off. You answer on Facebook yourselves",
        "on": "On. May answer: the lead and the deputies",
        "not_yours": "You may not answer as the page from here",
        "public": "What you send becomes public on Facebook",
        "care": "confirms that the person has been in contact with health care",
        "deciding": "I am sending the answer now",
        "out": "*Amira Haddad* answered as the page:",
        "state": "Amira Haddad answered as the page",
        "waits": "Waiting for an answer",
        "removed": "The page’s answer is removed",
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
    """Name Amira the lead, and let the team answer from Slack."""
    said = SAID[journey.language]
    shown = journey.say(AMIRA, said["settings"])
    assert said["off"] in shown["text"]
    journey.click(AMIRA, shown, "team.change")
    assert journey.submit(AMIRA, lead=AMIRA, deputies=[JONAS], members=[ELIN])["ok"]
    journey.click(AMIRA, shown, "answering.change")
    answer = journey.submit(AMIRA, state="on")
    assert answer["ok"], answer
    journey.await_whisper(AMIRA, said["on"])


def relayed(journey: Journey) -> Json:
    """Let a resident ask something; return the message in Slack."""
    journey.comment(journey.publish("Öppet hus"), "Måste man boka?")
    return journey.await_message(COMMENTS, "Måste man boka?")


def write(journey: Journey, relay: Json, text: str) -> Json:
    """Open the form and send *text*; return what Slack says to that."""
    journey.click(AMIRA, relay, "comment.answer", channel=COMMENTS)
    form = journey.form(AMIRA)
    assert SAID[journey.language]["public"] in str(form["blocks"])
    return journey.submit(AMIRA, **{text_block(form): text})


def text_block(form: Json) -> str:
    ids = [str(block["block_id"]) for block in form["blocks"]]
    return next(each for each in ids if each.startswith("text-"))


def on_page(journey: Journey) -> list[str]:
    """Return what the page has answered."""
    posts = journey.get("/ui/page")["posts"]
    comments = [comment for post in posts for comment in post["comments"]]
    return [reply["message"] for comment in comments for reply in comment["replies"]]


def in_thread(journey: Journey, relay: Json, text: str) -> Json:
    """Wait for a word in the thread of the comment's message."""

    def found() -> list[Json]:
        said = journey.ours(COMMENTS, text)
        return [each for each in said if each.get("thread_ts") == relay["ts"]]

    return dict(journey.wait_for(found, f"a word in the thread: {text}")[-1])


def click_in_thread(journey: Journey, said: Json, action_id: str) -> None:
    """Click on a button in a thread, which the channel itself does not show."""
    now = journey.message(COMMENTS, said["ts"])
    journey.do(
        "/ui/actions",
        **{"as": AMIRA},
        container={"type": "message", "channel": COMMENTS, "ts": said["ts"]},
        block_id=places(now["blocks"], action_id)[0],
        action_id=action_id,
    )


def test_an_answer_goes_out_once_is_changed_and_removed(journey: Journey) -> None:
    said = SAID[journey.language]
    relay = relayed(journey)
    allow(journey)
    relay = journey.await_words(relay, COMMENTS, said["waits"])
    journey.wait_for(
        lambda: "comment.answer" in str(journey.message(COMMENTS, relay["ts"])), "the button"
    )
    journey.click(ELIN, relay, "comment.answer", channel=COMMENTS)
    journey.await_whisper(ELIN, said["not_yours"], COMMENTS)
    write(journey, relay, "Vi ser i din journal att du var här.")
    form = journey.form(AMIRA)
    assert said["care"] in str(form["blocks"])
    assert on_page(journey) == []
    assert journey.submit(AMIRA, **{text_block(form): "Nej, kom när du vill!"})["ok"]
    journey.await_whisper(AMIRA, said["deciding"], COMMENTS)
    journey.wait_for(lambda: on_page(journey) == ["Nej, kom när du vill! /Amira"], "the answer")
    journey.await_words(relay, COMMENTS, said["state"])
    told_so = in_thread(journey, relay, said["out"])
    journey.settled()
    click_in_thread(journey, told_so, "answer.edit")
    form = journey.form(AMIRA)
    assert journey.submit(AMIRA, **{text_block(form): "Kom på fredag! /Amira"})["ok"]
    journey.wait_for(lambda: on_page(journey) == ["Kom på fredag! /Amira"], "the change")
    journey.await_words(told_so, COMMENTS, "Kom på fredag!")
    click_in_thread(journey, told_so, "answer.delete")
    assert journey.submit(AMIRA)["ok"]
    journey.wait_for(lambda: on_page(journey) == [], "the removal")
    journey.await_words(relay, COMMENTS, said["waits"])
    journey.await_words(told_so, COMMENTS, said["removed"])


@swedish
def test_a_chosen_text_is_put_into_the_open_form(journey: Journey) -> None:
    allow(journey)
    relay = relayed(journey)
    journey.click(AMIRA, relay, "comment.answer", channel=COMMENTS)
    form = journey.form(AMIRA)
    block = next(b for b in form["blocks"] if b["block_id"] == "fill")
    groups = block["element"]["option_groups"]
    choice = next(o for o in groups[0]["options"] if o["text"]["text"] == "1177")
    journey.do(
        "/ui/actions",
        **{"as": AMIRA},
        container={"type": "view", "view_id": form["id"]},
        block_id="fill",
        action_id="answer.fill",
        value=choice["value"],
    )
    journey.wait_for(lambda: "Hej Berit!" in str(journey.form(AMIRA)["blocks"]), "the text")
    form = journey.form(AMIRA)
    assert text_block(form) == "text-1"
    answer = journey.submit(AMIRA)
    assert answer["ok"], answer
    if journey.get("/ui/views", **{"as": AMIRA})["stack"]:  # advice, once
        journey.submit(AMIRA)
    journey.wait_for(lambda: on_page(journey), "the answer")
    (answered,) = on_page(journey)
    assert answered.startswith("Hej Berit! Frågor om din egen hälsa")
    routed = "select 1 from audit where act = 'comment.routed'"
    journey.wait_for(lambda: journey.sql(routed), "the hand-over in the log")


@swedish
def test_killed_in_the_instant_in_which_the_page_has_it_it_stands_there_once(
    journey: Journey,
) -> None:
    allow(journey)
    relay = relayed(journey)
    strike(journey, "page comment")
    write(journey, relay, "Nej, kom när du vill!")
    journey.await_death()
    assert len(on_page(journey)) == 1
    journey.start_bot()
    journey.await_words(relay, COMMENTS, SAID["sv"]["state"])
    in_thread(journey, relay, SAID["sv"]["out"])
    assert len(on_page(journey)) == 1
    assert journey.sql("select state from answers") == [("sent",)]


def test_a_missing_permission_is_told_and_can_be_mended(journey: Journey) -> None:
    said = SAID[journey.language]
    allow(journey)
    relay = relayed(journey)
    journey.graph(lacking=["pages_manage_engagement"])
    write(journey, relay, "Nej, kom när du vill!")
    journey.wait_for(lambda: any(said["stopped"] in text for text in told(journey)), "the reason")
    journey.graph(lacking=[])
    write(journey, relay, "Nej, kom när du vill!")
    journey.wait_for(lambda: len(on_page(journey)) == 1, "the answer")
