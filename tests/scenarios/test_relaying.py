"""How much Slack is told of comments, where, and what happens when there are very many."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.scenarios.journey import Journey
from tests.scenarios.reading import Json
from tests.scenarios.world import AMIRA, COMMENTS, ELIN, JONAS, PLAN

TEXT = "Ring mig på 070-123 45 67 om min tid, tack! "
WORDS = {
    "sv": {
        "masked": "[telefonnummer]",
        "waits": "Kommentarerna väntar",
        "over": "Nu kan bara de som är med",
        "allowed": "Amira Haddad har bestämt",
        "gathered": "Många kommentarer på",
        "calm": "Det har lugnat sig",
        "mine": "Amira Haddad har den",
        "refused": "dem som är med i innehållsteamet",
        "link": "Bara länken",
    },
    "en": {
        "masked": "[phone number]",
        "waits": "The comments wait",
        "over": "Now only those in",
        "allowed": "Amira Haddad decided",
        "gathered": "Many comments on",
        "calm": "It has calmed down",
        "mine": "Amira Haddad has had it",
        "refused": "those who are named in the content team",
        "link": "Only the link",
    },
}


@pytest.fixture(params=["sv", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def journey(tmp_path: Path, language: str) -> Iterator[Journey]:
    with Journey(tmp_path, language) as running:
        yield running


def open_up(journey: Journey, **how: bool) -> None:
    """Make the comments' channel private or not, shared or not."""
    journey.do("/__emulator/channels", channel=COMMENTS, **how)


def original(journey: Journey, who: str, message: Json) -> Json:
    """Press the button under a comment and return the private answer."""
    before = len(journey.whispers(who, COMMENTS))
    journey.click(who, message, "comment.original", channel=COMMENTS)
    journey.wait_for(lambda: len(journey.whispers(who, COMMENTS)) > before, "the original")
    return dict(journey.whispers(who, COMMENTS)[-1])


def test_what_is_private_is_masked_and_the_original_is_for_the_team(
    journey: Journey, language: str
) -> None:
    words, post = WORDS[language], journey.publish("Vaccin")
    journey.comment(post, TEXT + "<!channel> https://evil.example")
    shown = journey.await_message(COMMENTS, words["masked"])
    assert "070-123" not in str(shown)
    assert "070-123 45 67" in str(original(journey, ELIN, shown)["blocks"])
    settings = journey.say(AMIRA, "/lucka settings")
    journey.click(AMIRA, settings, "team.change")
    assert journey.submit(AMIRA, lead=AMIRA, deputies=[JONAS])["ok"]
    journey.settled()
    assert words["refused"] in original(journey, ELIN, shown)["text"]
    journey.settled()
    seen = journey.sql("select who from audit where act = 'comment.shown'")
    assert seen == [(ELIN,)]
    page = journey.click(AMIRA, settings, "relaying.show")
    assert page["ok"]
    listed = journey.wait_for(
        lambda: [w for w in journey.whispers(AMIRA) if "relaying.change" in str(w)], "the page"
    )[-1]
    journey.click(AMIRA, listed, "relaying.change")
    assert journey.submit(AMIRA, usual="link", delicate="link")["ok"]
    journey.wait_for(
        lambda: words["masked"] not in journey.message(COMMENTS, shown["ts"])["text"], "a link"
    )


def test_in_a_public_channel_comments_wait_until_it_is_private_or_the_lead_says_so(
    journey: Journey, language: str
) -> None:
    words, post = WORDS[language], journey.publish("Vaccin")
    journey.settled()
    open_up(journey, is_private=True, is_ext_shared=True)
    told = journey.await_message(PLAN, words["waits"])
    first = journey.comment(post, "Var bokar man?")
    journey.wait_for(lambda: journey.sql("select 1 from relays where comment_id = ?", first), "it")
    journey.settled()
    assert journey.ours(COMMENTS, "Var bokar man?") == []
    assert "Var bokar man?" in journey.ask(JONAS, "/comments")
    journey.click(AMIRA, told, "channel.allow")
    assert journey.submit(AMIRA, reason="Vi är ensamma här")["ok"]
    journey.await_message(COMMENTS, "Var bokar man?")
    allowed = journey.await_words(told, PLAN, words["allowed"], "Vi är ensamma här")
    journey.click(AMIRA, allowed, "channel.disallow")
    told = journey.await_words(told, PLAN, words["waits"])
    journey.comment(post, "Kostar det något?")
    journey.await_words(told, PLAN, "1 ")
    open_up(journey, is_private=True)
    journey.await_message(COMMENTS, "Kostar det något?")
    journey.await_words(told, PLAN, words["over"])
    assert len(journey.ours(COMMENTS, "Var bokar man?")) == 1


def test_made_public_behind_our_back_it_is_noticed_and_made_private_again_by_a_button(
    journey: Journey, language: str
) -> None:
    words, post = WORDS[language], journey.publish("Vaccin")
    journey.settled()
    open_up(journey)
    journey.clock_to("2026-11-24T07:45")
    told = journey.await_message(PLAN, words["waits"])
    journey.comment(post, "Var bokar man?")
    journey.await_words(told, PLAN, "1 ")
    open_up(journey, is_private=True)
    journey.click(ELIN, told, "channel.look")
    journey.await_message(COMMENTS, "Var bokar man?")
    journey.await_words(told, PLAN, words["over"])


def test_a_storm_is_gathered_and_each_comment_can_still_be_taken(
    journey: Journey, language: str
) -> None:
    words, post = WORDS[language], journey.publish("Vaccin")
    journey.settled()
    journey.stop_bot()
    ids = [journey.comment(post, f"Fråga nummer {n:03}") for n in range(40)]
    journey.start_bot()
    storm = journey.await_message(COMMENTS, words["gathered"])
    journey.settled()
    assert len(journey.ours(COMMENTS)) == 1
    journey.click(AMIRA, storm, "storm.list", channel=COMMENTS)
    listed = journey.await_whisper(AMIRA, "Fråga nummer 000", COMMENTS)
    journey.click(AMIRA, listed, "comment.claim", channel=COMMENTS)
    taken = journey.await_message(COMMENTS, words["mine"])
    assert "Fråga nummer 000" in taken["text"]
    journey.await_words(storm, COMMENTS, "39 ")
    journey.react(AMIRA, taken, "triangular_flag_on_post")
    journey.wait_for(
        lambda: journey.sql("select 1 from relays where flagged_by = ?", AMIRA), "the flag"
    )
    journey.clock_to("2026-11-24T07:59")
    journey.await_words(storm, COMMENTS, words["calm"])
    journey.comment(post, "En till")
    journey.await_message(COMMENTS, "En till")
    journey.settled()
    inside = {row[0] for row in journey.sql("select comment_id from gathered")}
    own = {key.removeprefix("relay:") for key in journey.keys(COMMENTS, "relay:")}
    assert (len(inside), len(own)) == (39, 2)
    assert set(ids) <= inside | own
    assert not inside & own
