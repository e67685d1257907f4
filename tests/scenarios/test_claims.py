"""Whose a comment is, from hand to hand, in both languages; and what nobody was told of."""

from collections.abc import Iterator

import pytest

from bot.locales import Words
from tests.scenarios.journey import Journey
from tests.scenarios.reading import Json
from tests.scenarios.world import AMIRA, COMMENTS, ELIN, GUEST, JONAS, MIKKO

SAID = {
    "sv": {
        "has": "{} har den sedan",
        "refused": "{} har redan tagit den",
        "unneeded": "Inget svar behövs (bara en emoji): Elin Lindqvist",
        "signed": "Besvarad på Facebook av Mikko Niemi",
        "back": "En kommentar är tillbaka i kanalen",
        "guest": "inte är gäst eller app",
        "settings": "/lucka inställningar",
    },
    "en": {
        "has": "{} has had it since",
        "refused": "{} has taken it already",
        "unneeded": "No answer needed (only an emoji): Elin Lindqvist",
        "signed": "Answered on Facebook by Mikko Niemi",
        "back": "A comment is back in the channel",
        "guest": "no guest and no app",
        "settings": "/lucka settings",
    },
}


@pytest.fixture(scope="module", params=["sv", "en"])
def journey(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Journey]:
    folder = tmp_path_factory.mktemp(f"claims-{request.param}")
    with Journey(folder, request.param, start="2026-11-24T08:30") as begun:
        yield begun
        assert "Traceback" not in begun.last_words(1000)


@pytest.fixture
def said(journey: Journey) -> dict[str, str]:
    return SAID[journey.language]


@pytest.fixture
def words(journey: Journey) -> Words:
    return Words(journey.language)


@pytest.fixture
def relay(journey: Journey, request: pytest.FixtureRequest) -> Json:
    """A new comment's message, to which nobody has done anything."""
    text = f"Kommentar: {request.node.name}"
    journey.comment(journey.publish("Hej"), text)
    return journey.await_message(COMMENTS, text)


def direct(journey: Journey, who: str, text: str) -> Json:
    """Wait for what the bot says to *who* directly, with *text* in it."""

    def found() -> list[Json]:
        every = journey.get("/ui/world")["channels"]
        channels = [c["id"] for c in every if c["id"].startswith("D") and who in c["members"]]
        return [m | {"channel": c} for c in channels for m in journey.ours(c, text)]

    return journey.wait_for(found, f"direct word: {text}")[-1]


def card(journey: Journey, who: str, relay: Json, words: Words) -> Json:
    """Open what is behind *More* and return it."""
    before = {w["ts"] for w in journey.whispers(who, COMMENTS)}
    journey.click(who, relay, "comment.more", channel=COMMENTS)

    def shown() -> list[Json]:
        every = journey.whispers(who, COMMENTS)
        title = words("comment-card-happened")
        return [w for w in every if w["ts"] not in before and title in w["text"]]

    return journey.wait_for(shown, "a card")[-1]


def test_from_hand_to_hand(
    journey: Journey, relay: Json, words: Words, said: dict[str, str]
) -> None:
    journey.react(ELIN, relay, "eyes")
    journey.await_words(relay, COMMENTS, said["has"].format("Elin Lindqvist"))

    journey.react(JONAS, relay, "eyes")
    refused = said["refused"].format("Elin Lindqvist")
    word = journey.await_whisper(JONAS, refused, COMMENTS)
    journey.click(JONAS, word, "comment.take_over", channel=COMMENTS)
    journey.await_words(relay, COMMENTS, said["has"].format("Jonas Berg"))
    direct(journey, ELIN, words("comment-taken-from", who="Jonas Berg"))

    undo = journey.await_whisper(JONAS, words("comment-took", who="Elin Lindqvist"), COMMENTS)
    journey.click(JONAS, undo, "comment.give_back", channel=COMMENTS)
    journey.await_words(relay, COMMENTS, said["has"].format("Elin Lindqvist"))
    direct(journey, ELIN, words("comment-regained", who="Jonas Berg"))

    mine = card(journey, ELIN, relay, words)
    journey.click(ELIN, mine, "comment.hand_over", channel=COMMENTS)
    assert said["guest"] in str(journey.submit(ELIN, person=GUEST))
    journey.submit(ELIN, person=AMIRA)
    journey.await_words(relay, COMMENTS, said["has"].format("Amira Haddad"))
    given = direct(journey, AMIRA, words("comment-handed", who="Elin Lindqvist"))
    journey.click(AMIRA, given, "comment.decline", channel=given["channel"])
    journey.await_words(relay, COMMENTS, words("comments-state-new"))
    direct(journey, ELIN, words("comment-returned", who="Amira Haddad"))
    direct(journey, AMIRA, words("comment-declined"))

    journey.click(MIKKO, relay, "comment.claim", channel=COMMENTS)
    journey.await_words(relay, COMMENTS, said["has"].format("Mikko Niemi"))
    mine = card(journey, MIKKO, relay, words)
    journey.click(MIKKO, mine, "comment.sos", channel=COMMENTS)
    now = journey.await_words(relay, COMMENTS, words("comments-waits-needs-colleague"))
    assert "Mikko" not in now["text"]

    nobodys = card(journey, ELIN, relay, words)
    journey.click(ELIN, nobodys, "comment.unneed", channel=COMMENTS)
    journey.submit(ELIN, reason="emoji")
    journey.await_words(relay, COMMENTS, said["unneeded"])
    journey.click(JONAS, relay, "comment.reopen", channel=COMMENTS)
    journey.await_words(relay, COMMENTS, words("comments-state-new"))


def test_it_was_me(journey: Journey, words: Words, said: dict[str, str]) -> None:
    post = journey.publish("Hej")
    comment = journey.comment(post, "Vem svarar?")
    relay = journey.await_message(COMMENTS, "Vem svarar?")
    journey.comment(post, "Jag!", None, under=comment)
    journey.wait_for(
        lambda: "comment.was_me" in str(journey.message(COMMENTS, relay["ts"])), "the question"
    )
    journey.click(MIKKO, relay, "comment.was_me", channel=COMMENTS)
    journey.await_words(relay, COMMENTS, said["signed"])
    mine = card(journey, MIKKO, relay, words)
    journey.click(MIKKO, mine, "comment.was_not_me", channel=COMMENTS)
    journey.wait_for(
        lambda: "Mikko" not in journey.message(COMMENTS, relay["ts"])["text"], "no name"
    )


def test_a_claim_lapses_by_the_setting(
    journey: Journey, relay: Json, words: Words, said: dict[str, str]
) -> None:
    shown = journey.say(JONAS, said["settings"])
    journey.click(JONAS, shown, "lapsing.change")
    journey.submit(JONAS, hours="4")
    journey.await_whisper(JONAS, words("lapsing-now", hours=4))
    journey.react(JONAS, relay, "eyes")
    journey.await_words(relay, COMMENTS, said["has"].format("Jonas Berg"))
    journey.clock_to("2026-11-24T13:30")
    journey.await_words(relay, COMMENTS, words("comments-waits-lapsed"))
    journey.await_message(COMMENTS, said["back"])
    told = direct(journey, JONAS, words("comment-lapsed-owner", count=1, hours=4))
    journey.click(JONAS, told, "comment.claim", channel=told["channel"])
    journey.await_words(relay, COMMENTS, said["has"].format("Jonas Berg"))
    journey.settled()
    assert len(journey.ours(COMMENTS, said["back"])) == 1


@pytest.mark.parametrize("language", ["sv", "en"])
def test_what_nobody_told_us_of_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, language: str
) -> None:
    said, words = SAID[language], Words(language)
    folder = tmp_path_factory.mktemp(f"missed-{language}")
    with Journey(folder, language, retry_delays=()) as journey:
        post = journey.publish("Hej")
        relays = []
        for text in ("Den första", "Den andra", "Den tredje", "Den fjärde"):
            journey.comment(post, text)
            relays.append(journey.await_message(COMMENTS, text))
        first, second, third, fourth = relays
        journey.react(ELIN, second, "eyes")
        journey.await_words(second, COMMENTS, said["has"].format("Elin Lindqvist"))
        journey.wait_for(
            lambda: journey.sql("select 1 from facts where name = 'reactions:read'"), "a look"
        )
        journey.kill_bot()
        journey.react(ELIN, first, "eyes")
        journey.react(JONAS, first, "eyes")
        journey.react(ELIN, second, "eyes", "remove")
        journey.react(MIKKO, third, "triangular_flag_on_post")
        journey.react(GUEST, fourth, "eyes")
        journey.clock_to("2026-11-25T10:00")
        journey.start_bot()
        journey.await_words(first, COMMENTS, said["has"].format("Elin Lindqvist"))
        refused = said["refused"].format("Elin Lindqvist")
        journey.await_whisper(JONAS, refused, COMMENTS)
        journey.await_words(second, COMMENTS, words("comments-state-new"))
        journey.await_words(third, COMMENTS, "Mikko Niemi")
        journey.restart()
        journey.settled()
        done = journey.sql("select who, act from audit where act like 'comment.%'")
        assert sorted(done) == [
            (ELIN, "comment.claimed"),
            (ELIN, "comment.claimed"),
            (ELIN, "comment.released"),
            (MIKKO, "comment.flagged"),
        ]
        assert "Traceback" not in journey.last_words(1000)
