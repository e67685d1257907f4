"""The day that the bot is for, in both languages: from an idea on Sunday to an answer on Monday."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.scenarios.journey import Journey
from tests.scenarios.reading import Json, offered, pings
from tests.scenarios.world import AMIRA, COMMENTS, ELIN, JONAS, MIKKO, PLAN

SAID = {
    "sv": {
        "kept": "Sparad: *Höstlov på museet*",
        "plan": "/plan i morgon 11.00 Facebook Öppet hus på ambulansen",
        "planned": "*Öppet hus på ambulansen*, måndag 23 november (v. 48) kl. 11.00 · Facebook",
        "morning": "God morgon! Måndag 23 november (v. 48)",
        "today": "*kl. 11.00 · Öppet hus på ambulansen*\nFacebook · Amira Haddad · utkast",
        "six": "6 luckor de närmaste två veckorna",
        "five": "5 luckor de närmaste två veckorna",
        "three": "3 luckor de närmaste två veckorna",
        "two": "2 luckor de närmaste två veckorna",
        "runway": "Planen räcker till onsdag 25 november",
        "reaches": "Planen räcker till fredag 27 november",
        "named": "*Onsdag 25 november (v. 48)*, Facebook kl. 11.00",
        "filled": "Fylld: Höstlov på museet (Jonas Berg)",
        "taken": "Fylld: Inlägg av Mikko Niemi (Mikko Niemi)",
        "empty": "Lämnas tom (Elin Lindqvist)",
        "later": "Påminner igen i morgon",
        "out": "Facebook · Amira Haddad · publicerat",
        "none": "Inga kommentarer väntar på svar",
        "new": "Ny kommentar på Lilla vinterskolan",
        "waits": "Väntar på svar",
        "has": "Elin Lindqvist har den sedan kl. 8.15",
        "too_late": "Elin Lindqvist har redan tagit den.",
        "mine": "Du har 1 kommentar",
        "answered": "Besvarad på Facebook",
        "no_more": "Inga kommentarer väntar. Skönt!",
        "undo": "Ångrat: *Höstlov på museet* är borta ur planen.",
    },
    "en": {
        "kept": "Kept: *Höstlov på museet*",
        "plan": "/plan tomorrow 11:00 Facebook Öppet hus på ambulansen",
        "planned": "*Öppet hus på ambulansen*, Monday 23 November (week 48) at 11:00 on Facebook",
        "morning": "Good morning! Monday 23 November (week 48)",
        "today": "*11:00 · Öppet hus på ambulansen*\nFacebook · Amira Haddad · draft",
        "six": "6 gaps in the next two weeks",
        "five": "5 gaps in the next two weeks",
        "three": "3 gaps in the next two weeks",
        "two": "2 gaps in the next two weeks",
        "runway": "The plan lasts until Wednesday 25 November",
        "reaches": "The plan lasts until Friday 27 November",
        "named": "*Wednesday 25 November (week 48)*, Facebook at 11:00",
        "filled": "Filled: Höstlov på museet (Jonas Berg)",
        "taken": "Filled: Post by Mikko Niemi (Mikko Niemi)",
        "empty": "Left empty (Elin Lindqvist)",
        "later": "Reminding again tomorrow",
        "out": "Facebook · Amira Haddad · published",
        "none": "No comments are waiting for an answer",
        "new": "New comment on Lilla vinterskolan",
        "waits": "Waiting for an answer",
        "has": "Elin Lindqvist has had it since 08:15",
        "too_late": "Elin Lindqvist has taken it already.",
        "mine": "You have 1 comment",
        "answered": "Answered on Facebook",
        "no_more": "No comments are waiting. Lovely!",
        "undo": "Undone: *Höstlov på museet* is out of the plan.",
    },
}


@pytest.fixture(params=["sv", "en"])
def journey(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Journey]:
    with Journey(tmp_path, request.param, start="2026-11-22T18:00", is_new=True) as begun:
        yield begun
        assert "Traceback" not in begun.last_words(1000)


def test_a_day_from_the_idea_to_the_answer(journey: Journey) -> None:
    said = SAID[journey.language]
    sunday(journey, said)
    journey.next_working_morning()
    digest = journey.await_message(PLAN, said["morning"])
    assert said["today"] in digest["text"]
    assert said["none"] in digest["text"]
    assert said["runway"] in digest["text"]
    nag = journey.await_message(PLAN, said["six"])
    assert said["named"] in nag["text"]
    fill_gaps(journey, said, digest, nag)
    publish(journey, said, digest)
    answer_a_comment(journey, said)
    undo(journey, said, nag)
    journey.settled()
    assert journey.keys(PLAN) == ["digest:2026-11-23", "nag:2026-11-23"]
    relay, asked = journey.ours(COMMENTS)  # in its thread it is asked what the comment was
    assert asked["thread_ts"] == relay["ts"]


def sunday(journey: Journey, said: dict[str, str]) -> None:
    """Keep an idea and plan a post; nobody is disturbed with either."""
    assert said["kept"] in journey.ask(AMIRA, "/idea Höstlov på museet")
    assert said["planned"] in journey.ask(AMIRA, said["plan"])
    assert not journey.ours(PLAN)


def fill_gaps(journey: Journey, said: dict[str, str], digest: Json, nag: Json) -> None:
    """Fill, take, leave and postpone a gap each: the same two messages say so at once."""
    idea = offered(nag, "gap.plan_idea")[0]
    assert journey.click(JONAS, nag, "gap.plan_idea", value=idea)["ok"]
    nag = journey.await_words(nag, PLAN, said["five"], said["filled"])
    journey.await_words(digest, PLAN, said["reaches"])
    assert "Höstlov på museet" in journey.await_whisper(JONAS, "Höstlov på museet")["text"]

    assert journey.click(MIKKO, nag, "gap.take")["ok"]
    nag = journey.await_words(nag, PLAN, said["taken"])
    assert journey.click(ELIN, nag, "gap.leave_empty")["ok"]
    nag = journey.await_words(nag, PLAN, said["empty"])
    assert journey.click(AMIRA, nag, "gap.later", value=offered(nag, "gap.later")[0])["ok"]
    journey.await_words(nag, PLAN, said["later"], said["two"])


def publish(journey: Journey, said: dict[str, str], digest: Json) -> None:
    """Mark today's post as published, with its link."""
    assert journey.click(AMIRA, digest, "post.publish")["ok"]
    assert journey.submit(AMIRA, link="https://facebook.example/42")["ok"]
    journey.await_words(digest, PLAN, said["out"])


def answer_a_comment(journey: Journey, said: dict[str, str]) -> None:
    """See a resident's comment, take it, answer it on the page, see it close in place."""
    post = journey.publish("Lilla vinterskolan öppnar")
    comment = journey.comment(post, "Får man ta med <!channel> hunden & katten?")
    relay = journey.await_message(COMMENTS, said["new"])
    assert "Berit Ek" in relay["text"]
    assert "Får man ta med &lt;!channel&gt; hunden &amp; katten?" in relay["text"]
    assert said["waits"] in relay["text"]

    journey.react(ELIN, relay, "eyes")
    journey.await_words(relay, COMMENTS, said["has"])
    journey.react(JONAS, relay, "eyes")
    journey.await_whisper(JONAS, said["too_late"], COMMENTS)
    assert said["mine"] in journey.ask(ELIN, "/comments mine")

    journey.comment(post, "Ja, båda är välkomna!", None, under=comment)
    closed = journey.await_words(relay, COMMENTS, said["answered"])
    assert said["waits"] not in closed["text"]
    assert not pings(closed)
    assert said["no_more"] in journey.ask(ELIN, "/comments")


def undo(journey: Journey, said: dict[str, str], nag: Json) -> None:
    """Take back what filled the gap: it is a gap again, in the same message."""
    whisper = journey.await_whisper(JONAS, "Höstlov på museet")
    assert journey.click(JONAS, whisper, "post.restore")["ok"]
    journey.await_whisper(JONAS, said["undo"])
    again = journey.await_words(nag, PLAN, said["three"], said["named"])
    assert said["filled"] not in again["text"]
