"""Hiding and removing over real sockets: the dialogue, a colleague's yes, the way back, a kill."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from bot.sandbox.page import PageChange
from tests.scenarios.journey import Journey
from tests.scenarios.reading import Json
from tests.scenarios.world import AMIRA, COMMENTS, ELIN, JONAS

POST = "Öppet hus på ambulansen"
SAID = {
    "sv": {
        "new": f"Ny kommentar på {POST}",
        "question": "Kritik är tillåten. Vilken regel bryter kommentaren mot?",
        "asked": "Jag har frågat i kommentarens tråd",
        "asks": "Amira Haddad vill dölja kommentaren. Skäl: spam eller reklam: säljer bilar",
        "own": "Det behöver vara någon mer än du",
        "agreed": "Jonas Berg sa ja. Kommentaren är dold.",
        "hidden": "Skäl: spam eller reklam: säljer bilar",
        "message": "Vi har dolt din kommentar till ”Öppet hus på ambulansen”",
        "goes": "Jag tar bort kommentaren nu",
        "list": "/comments granskade",
        "listed": "Dolda: 1 · borttagna: 0 · 100,0 % av 1 kommentarer",
        "right": "Jonas Berg sa ja",
        "waits": "Väntar på svar",
        "removed": "Borttagen: Amira Haddad",
        "no_hide": "Facebook låter ingen dölja just den här",
        "history": "dolde den",
        "reminder": "En påminnelse: det väntar fortfarande",
        "lapsed": "jag tog tillbaka frågan. Kommentaren står kvar.",
        "lapsed_told": "Ingen mer hann svara, så kommentaren står kvar.",
        "copied": "En kopia av bilden är sparad",
        "block_asks": "Amira Haddad vill blockera den som skrev kommentaren",
        "block_agreed": "Jonas Berg sa ja. Det är gjort.",
        "blocked": "Den som skrev är blockerad till och med",
        "blocks": "/comments blockerade",
        "blocks_title": "Blockerade just nu",
        "not_lead": "huvudansvarig",
        "over": "En blockering har nått sin sista dag",
    },
    "en": {
        "new": f"New comment on {POST}",
        "question": "Criticism is allowed. Which rule does the comment break?",
        "asked": "I have asked in the comment’s thread",
        "asks": "Amira Haddad wants to hide the comment. Reason: spam or advertising: säljer bilar",
        "own": "It has to be somebody else than you",
        "agreed": "Jonas Berg said yes. The comment is hidden.",
        "hidden": "Reason: spam or advertising: säljer bilar",
        "message": "We have hidden your comment on “Öppet hus på ambulansen”",
        "goes": "I am removing the comment now",
        "list": "/comments moderated",
        "listed": "Hidden: 1 · removed: 0 · 100.0 % of 1 comments",
        "right": "Jonas Berg said yes",
        "waits": "Waiting for an answer",
        "removed": "Removed: Amira Haddad",
        "no_hide": "Facebook lets nobody hide this one",
        "history": "hid it",
        "reminder": "A reminder: this still waits",
        "lapsed": "I took the question back. The comment stays.",
        "lapsed_told": "Nobody else answered in time, so the comment stays.",
        "copied": "A copy of the picture is saved",
        "block_asks": "Amira Haddad wants to block the author of the comment",
        "block_agreed": "Jonas Berg said yes. It is done.",
        "blocked": "The author is blocked up to and with",
        "blocks": "/comments blocked",
        "blocks_title": "Blocked just now",
        "not_lead": "lead",
        "over": "A block has come to its last day",
    },
}
LAW, SPAM = "1", "10"


@pytest.fixture(params=["sv", "en"])
def journey(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Journey]:
    with Journey(tmp_path, request.param, start="2026-11-24T09:00") as begun:
        yield begun
        assert "Traceback" not in begun.last_words(1000)


swedish = pytest.mark.parametrize("journey", ["sv"], indirect=True)


def written(journey: Journey) -> tuple[str, Json]:
    """Let a resident write; return the comment's id and its message in Slack."""
    comment = journey.comment(journey.publish(POST), "Billiga bilar, ring mig!")
    return comment, journey.await_message(COMMENTS, SAID[journey.language]["new"])


def named(journey: Journey) -> None:
    """Name Amira the lead and Jonas her deputy."""
    word = "inställningar" if journey.language == "sv" else "settings"
    shown = journey.say(AMIRA, f"/lucka {word}")
    journey.click(AMIRA, shown, "team.change")
    assert journey.submit(AMIRA, lead=AMIRA, deputies=[JONAS])["ok"]
    journey.settled()


def decide(journey: Journey, relayed: Json, rule: str, words: str = "", **said: str) -> None:
    """Go through the dialogue, from the comment's message on."""
    journey.click(AMIRA, relayed, "comment.more", channel=COMMENTS)
    journey.settled()
    card = journey.whispers(AMIRA, COMMENTS)[-1]
    journey.click(AMIRA, card, "moderation.open", channel=COMMENTS)
    assert SAID[journey.language]["question"] in str(journey.form(AMIRA)["blocks"])
    assert journey.submit(AMIRA, rule=rule, words=words)["ok"]
    journey.wait_for(lambda: "moderation.save" in str(journey.form(AMIRA)), "the second form")
    assert journey.submit(AMIRA, **said)["ok"]


def hidden(journey: Journey, comment: str) -> bool:
    found = journey.sandbox.page.comment(comment)
    return bool(found and found.hidden)


def told(journey: Journey) -> list[Json]:
    """Return what the bot has told Amira directly."""
    mine = journey.sandbox.slack.workspace.channels.values()
    channels = [c.id for c in mine if c.is_im and c.user == AMIRA]
    found = [{**m, "channel": c} for c in channels for m in journey.messages(c)]
    return [m for m in found if m.get("bot_id")]


def test_a_colleague_says_yes_it_is_hidden_listed_and_shown_again(journey: Journey) -> None:
    said = SAID[journey.language]
    named(journey)
    comment, relayed = written(journey)
    decide(journey, relayed, SPAM, "säljer bilar")
    journey.await_whisper(AMIRA, said["asked"], COMMENTS)
    asks = journey.await_message(COMMENTS, said["asks"])
    assert asks["thread_ts"] == relayed["ts"]
    assert f"<@{JONAS}>" in asks["text"]
    journey.click(AMIRA, asks, "moderation.confirm", channel=COMMENTS)
    journey.await_whisper(AMIRA, said["own"], COMMENTS)
    assert not hidden(journey, comment)
    journey.click(JONAS, asks, "moderation.confirm", channel=COMMENTS)
    journey.wait_for(lambda: hidden(journey, comment), "the comment hidden")
    journey.await_words(asks, COMMENTS, said["agreed"])
    journey.await_words(relayed, COMMENTS, said["hidden"])
    journey.wait_for(lambda: any(said["message"] in m["text"] for m in told(journey)), "a message")
    listed = journey.say(ELIN, said["list"])
    assert said["listed"] in listed["text"]
    assert said["right"] in listed["text"]
    (outcome,) = [m for m in told(journey) if said["message"] in m["text"]]
    journey.click(AMIRA, outcome, "moderation.undo", channel=outcome["channel"])
    journey.wait_for(lambda: not hidden(journey, comment), "the comment shown again")
    journey.await_words(relayed, COMMENTS, said["waits"])
    journey.click(JONAS, relayed, "comment.more", channel=COMMENTS)
    journey.await_whisper(JONAS, said["history"], COMMENTS)


def test_what_the_law_forbids_is_removed_at_once_with_a_copy(journey: Journey) -> None:
    said = SAID[journey.language]
    named(journey)
    comment = journey.sandbox.page.add_comment(
        journey.publish(POST), "Billiga bilar, ring mig!", author="Berit Ek", attachment="photo"
    )
    relayed = journey.await_message(COMMENTS, said["new"])
    decide(journey, relayed, LAW)
    journey.await_whisper(AMIRA, said["goes"], COMMENTS)
    journey.wait_for(lambda: journey.sandbox.page.comment(comment) is None, "the comment gone")
    journey.await_words(relayed, COMMENTS, said["removed"])
    ((text,),) = journey.sql("select text from moderation_snapshots")
    assert text == "Billiga bilar, ring mig!"
    outcome = await_told(journey, said["copied"])
    ((fingerprint, data),) = journey.sql("select fingerprint, data from moderation_copies")
    assert fingerprint == sha256(data).hexdigest()
    assert fingerprint in outcome["text"]


def test_a_question_that_nobody_answers_is_repeated_and_taken_back(journey: Journey) -> None:
    said = SAID[journey.language]
    named(journey)
    comment, relayed = written(journey)
    decide(journey, relayed, SPAM, "säljer bilar")
    asks = journey.await_message(COMMENTS, said["asks"])
    journey.clock_to("2026-11-24T13:05")
    reminder = journey.await_message(COMMENTS, said["reminder"])
    assert reminder["thread_ts"] == relayed["ts"]
    assert f"<@{JONAS}>" in reminder["text"]
    journey.clock_to("2026-11-25T10:00")
    for message in (asks, reminder):
        journey.await_words(message, COMMENTS, said["lapsed"])
    await_told(journey, said["lapsed_told"])
    assert not hidden(journey, comment)


def test_who_wrote_it_is_blocked_for_a_month_and_let_in_again(journey: Journey) -> None:
    said, page = SAID[journey.language], journey.sandbox.page
    comment, relayed = written(journey)
    decide(journey, relayed, SPAM, "säljer bilar")
    outcome = await_told(journey, said["message"])
    named(journey)
    journey.click(AMIRA, outcome, "block.open", channel=outcome["channel"])
    assert journey.submit(AMIRA, reason="ringer och hotar")["ok"]
    asks = journey.await_message(COMMENTS, said["block_asks"])
    assert page.blocked() == ()
    journey.click(JONAS, asks, "block.confirm", channel=COMMENTS)
    journey.wait_for(lambda: page.blocked() != (), "the author blocked")
    journey.await_words(asks, COMMENTS, said["block_agreed"])
    await_told(journey, said["blocked"])
    assert said["blocks_title"] in journey.say(AMIRA, said["blocks"])["text"]
    assert said["not_lead"] in journey.say(ELIN, said["blocks"])["text"]
    journey.clock_to("2026-12-28T09:00")
    over = await_told(journey, said["over"])
    assert page.blocked() != ()
    journey.click(AMIRA, over, "block.lift", channel=over["channel"])
    journey.wait_for(lambda: page.blocked() == (), "the author let in again")
    assert hidden(journey, comment)


def await_told(journey: Journey, text: str) -> Json:
    """Return what the bot has told Amira directly with *text* in it, once it has."""
    journey.wait_for(lambda: any(text in m["text"] for m in told(journey)), text)
    return next(m for m in told(journey) if text in m["text"])


@swedish
@pytest.mark.parametrize(("rule", "line"), [(SPAM, "page hidden"), (LAW, "page deleted")])
def test_killed_when_the_page_has_just_done_it_it_is_noticed_after_the_restart(
    journey: Journey, rule: str, line: str
) -> None:
    _, relayed = written(journey)
    strike(journey, line)
    decide(journey, relayed, rule)
    journey.await_death()
    assert journey.sql("select state from moderation") == [("waiting",)]
    journey.start_bot()
    done = "select 1 from moderation where state = 'done'"
    journey.wait_for(lambda: journey.sql(done), "the end of it")
    acts = "select act from audit where act in ('comment.hidden', 'comment.removed')"
    assert len(journey.sql(acts)) == 1


@swedish
def test_an_answer_that_never_comes_is_looked_up_before_anything_is_repeated(
    journey: Journey,
) -> None:
    comment, relayed = written(journey)
    journey.graph(fault={"kind": "timeout_after", "method": "DELETE"})
    decide(journey, relayed, LAW)
    tried = "select 1 from moderation where next_at > tried_at"
    journey.wait_for(lambda: journey.sql(tried), "an attempt that was given up")
    journey.clock_to("2026-11-24T09:05")
    done = "select 1 from moderation where state = 'done'"
    journey.wait_for(lambda: journey.sql(done), "the end of it")
    assert journey.sandbox.page.comment(comment) is None


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
