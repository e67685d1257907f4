"""What is urgent is asked about, one person after the other, until somebody says what it was."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.scenarios.journey import Journey
from tests.scenarios.reading import Json, key_of, pings
from tests.scenarios.world import AMIRA, COMMENTS, ELIN, JONAS, PLAN

SAID = {
    "sv": {
        "settings": "/lucka inställningar",
        "team": "Sparat. Så här ser teamet ut nu",
        "words": "ord flaggar en kommentar som akut",
        "by_words": "Akut: flaggad av ordlistan",
        "asks": "den här kommentaren är akut",
        "channel": "Ingen har bedömt den här kommentaren än",
        "standing": "Akut, obedömd sedan i dag kl. 8.15",
        "over": "Klart: kommentaren är bedömd.",
        "judged": "Bedömd: kvar, inte regelbrott",
        "what": "Vad blev det?",
        "flagged": "Akut: flaggad av Jonas Berg",
    },
    "en": {
        "settings": "/lucka settings",
        "team": "Saved. This is the team now",
        "words": "words flag a comment as urgent",
        "by_words": "Urgent: flagged by the word list",
        "asks": "this comment is urgent",
        "channel": "Nobody has judged this comment yet",
        "standing": "Urgent, not judged since today at 08:15",
        "over": "Done: the comment is judged.",
        "judged": "Judged: kept, breaks no rule",
        "what": "What came of it?",
        "flagged": "Urgent: flagged by Jonas Berg",
    },
}


@pytest.fixture(params=["sv", "en"])
def journey(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Journey]:
    with Journey(tmp_path, request.param, start="2026-11-24T08:10") as begun:
        yield begun
        assert "Traceback" not in begun.last_words(1000)


def questions(journey: Journey) -> list[Json]:
    """The messages that ask, in order."""
    return [m for m in journey.messages(COMMENTS) if (key_of(m) or "").startswith("urgent:")]


def await_question(journey: Journey, number: int) -> Json:
    journey.wait_for(lambda: len(questions(journey)) >= number, f"question {number}")
    return questions(journey)[number - 1]


def test_a_threat_is_asked_about_until_somebody_judges_it(journey: Journey) -> None:
    said = SAID[journey.language]
    set_up(journey, said)
    post = journey.publish("Öppet hus")
    journey.clock_to("2026-11-24T08:15")
    journey.comment(post, "Jag vet var du bor")
    relay = journey.await_message(COMMENTS, said["by_words"])

    first = await_question(journey, 1)
    assert said["asks"] in first["text"]
    assert set(pings(first)) == {f"<@{ELIN}>"}
    journey.await_message(PLAN, said["standing"])
    journey.react(ELIN, relay, "white_check_mark")
    journey.settled()

    journey.kill_bot()
    journey.clock_to("2026-11-24T08:31")
    journey.start_bot()
    assert set(pings(await_question(journey, 2))) == {f"<@{AMIRA}>"}
    journey.restart()
    journey.clock_to("2026-11-24T09:02")
    assert set(pings(await_question(journey, 3))) == {f"<@{JONAS}>"}
    journey.clock_to("2026-11-24T10:03")
    last = await_question(journey, 4)
    assert said["channel"] in last["text"]
    assert not pings(last)
    assert len(questions(journey)) == 4

    journey.click(JONAS, last, "comment.judge", channel=COMMENTS)
    assert journey.submit(JONAS, outcome="kept", reason="Bara hård ton")["ok"]
    journey.await_words(relay, COMMENTS, said["judged"], "Jonas Berg", "Bara hård ton")
    for message in questions(journey):
        journey.await_words(message, COMMENTS, said["over"])
    journey.clock_to("2026-11-24T15:00")
    journey.settled()
    assert len(questions(journey)) == 4


def test_a_flag_is_not_taken_back_but_judged(journey: Journey) -> None:
    said = SAID[journey.language]
    set_up(journey, said)
    journey.comment(journey.publish("Öppet hus"), "Ni är hopplösa")
    relay = journey.await_message(COMMENTS, "Ni är hopplösa")
    journey.react(JONAS, relay, "triangular_flag_on_post")
    journey.await_words(relay, COMMENTS, said["flagged"])
    journey.clock_to("2026-11-24T08:45")
    assert set(pings(await_question(journey, 1))) == {f"<@{ELIN}>"}

    journey.react(JONAS, relay, "triangular_flag_on_post", "remove")
    asked = journey.await_whisper(JONAS, said["what"], COMMENTS)
    journey.click(JONAS, asked, "comment.judge", channel=COMMENTS)
    assert journey.submit(JONAS, outcome="kept", reason="Missnöje, inget hot")["ok"]
    journey.await_words(relay, COMMENTS, said["judged"])
    journey.await_words(questions(journey)[0], COMMENTS, said["over"])


@pytest.mark.parametrize("journey", ["sv"], indirect=True)
def test_a_question_whose_answer_from_slack_was_lost_is_asked_once(journey: Journey) -> None:
    said = SAID[journey.language]
    set_up(journey, said)
    post = journey.publish("Öppet hus")
    journey.kill_at_post(said["asks"])
    journey.comment(post, "Jag vet var du bor")
    journey.await_death()
    journey.start_bot()
    await_question(journey, 1)
    journey.settled()
    journey.clock_to("2026-11-24T08:26")
    assert set(pings(await_question(journey, 2))) == {f"<@{AMIRA}>"}
    journey.settled()
    keys = journey.keys(COMMENTS, "urgent:")
    assert [key.rsplit(":", 1)[1] for key in keys] == ["1", "2"]


def set_up(journey: Journey, said: dict[str, str]) -> None:
    """Amira leads, Jonas is the deputy, Elin watches; the words that flag are there."""
    settings = journey.say(AMIRA, said["settings"])
    assert said["words"] in settings["text"]
    journey.click(AMIRA, settings, "team.change")
    assert journey.submit(AMIRA, lead=AMIRA, deputies=[JONAS], members=[ELIN])["ok"]
    journey.await_whisper(AMIRA, said["team"])
    journey.click(AMIRA, settings, "roster.show")
    turns = journey.wait_for(lambda: with_turns(journey), "who watches")
    journey.click(AMIRA, turns[-1], "roster.turns")
    assert journey.submit(AMIRA, people=[ELIN])["ok"]
    journey.await_whisper(AMIRA, "Elin Lindqvist")


def with_turns(journey: Journey) -> list[Json]:
    return [w for w in journey.whispers(AMIRA) if "roster.turns" in str(w["blocks"])]
