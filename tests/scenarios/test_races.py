"""Two people at the same instant: the first wins, the other gets a private word."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from tests.scenarios.journey import Journey
from tests.scenarios.reading import Json, offered
from tests.scenarios.world import AMIRA, COMMENTS, ELIN, JONAS, MIKKO, PLAN

NAMES = {AMIRA: "Amira Haddad", ELIN: "Elin Lindqvist", JONAS: "Jonas Berg", MIKKO: "Mikko Niemi"}


@pytest.fixture(scope="module")
def journey(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journey]:
    with Journey(tmp_path_factory.mktemp("races"), start="2026-11-24T07:30") as begun:
        begun.ask(AMIRA, "/idea Bara en gång")
        begun.clock_to("2026-11-24T08:15")
        yield begun
        assert "Traceback" not in begun.last_words(1000)


@pytest.fixture
def relay(journey: Journey, request: pytest.FixtureRequest) -> Json:
    """A new comment's message, to which nobody has done anything."""
    text = f"Kommentar: {request.node.name}"
    journey.comment(journey.publish("Hej"), text)
    return journey.await_message(COMMENTS, text)


@pytest.fixture
def nag(journey: Journey) -> Json:
    return journey.await_message(PLAN, "de närmaste två veckorna")


def at_once(*acts: Callable[[], object]) -> None:
    """Do all *acts* at the same instant, each in a thread of its own."""
    barrier = Barrier(len(acts))

    def start(act: Callable[[], object]) -> object:
        barrier.wait()
        return act()

    with ThreadPoolExecutor(len(acts)) as pool:
        list(pool.map(start, acts))


@pytest.mark.parametrize("attempt", range(2))
def test_of_two_who_react_at_once_one_has_it(journey: Journey, relay: Json, attempt: int) -> None:
    at_once(
        lambda: journey.react(ELIN, relay, "eyes"),
        lambda: journey.react(JONAS, relay, "eyes"),
    )
    shown = journey.wait_for(lambda: owner_shown(journey, relay), "owner")
    winner, loser = (ELIN, JONAS) if shown == ELIN else (JONAS, ELIN)
    word = f"{NAMES[winner]} har redan tagit den."
    journey.wait_for(lambda: words_of(journey, loser).count(word) > lost[loser], "private word")
    lost[loser] += 1
    assert words_of(journey, winner).count(f"{NAMES[loser]} har redan tagit den.") == lost[winner]
    assert journey.sql(
        "select owner from relays join outbox on key = 'relay:' || comment_id where ts = ?",
        relay["ts"],
    ) == [(winner,)]


def test_of_two_who_react_and_click_at_once_one_has_it(journey: Journey, relay: Json) -> None:
    at_once(
        lambda: journey.react(MIKKO, relay, "eyes"),
        lambda: journey.click(AMIRA, relay, "comment.claim", channel=COMMENTS),
    )
    shown = journey.wait_for(lambda: owner_shown(journey, relay), "owner")
    loser = AMIRA if shown == MIKKO else MIKKO
    journey.await_whisper(loser, f"{NAMES[shown]} har redan tagit den.", COMMENTS)


def test_of_two_who_take_a_gap_at_once_one_fills_it(journey: Journey, nag: Json) -> None:
    before = journey.decided()["posts"]
    at_once(
        lambda: journey.click(ELIN, nag, "gap.take"),
        lambda: journey.click(JONAS, nag, "gap.take"),
    )
    journey.wait_for(lambda: heard(journey, "Den luckan är redan fylld"), "private word")
    journey.settled()
    assert journey.decided()["posts"] == before + 1


def test_of_two_who_plan_the_same_idea_at_once_one_gets_it(journey: Journey, nag: Json) -> None:
    here = offered(journey.message(PLAN, nag["ts"]), "gap.plan_idea")[0]
    there = {"selected_option": {"value": here.replace("2026-11-27", "2026-12-02")}}
    at_once(
        lambda: journey.click(ELIN, nag, "gap.plan_idea", value=here),
        lambda: journey.click(JONAS, nag, "gap.plan_idea", forge=there),
    )
    journey.wait_for(lambda: heard(journey, "Den idén är redan planerad"), "private word")
    assert journey.sql("select count(*) from posts where idea_id is not null") == [(1,)]


lost = dict.fromkeys(NAMES, 0)
"""How often each has heard that somebody else was first."""


def words_of(journey: Journey, who: str, channel: str = COMMENTS) -> str:
    """Return all private words that somebody got, in one text."""
    return "\n".join(w["text"] for w in journey.whispers(who, channel))


def heard(journey: Journey, word: str) -> bool:
    """Say whether one of the two who plan has been told *word*."""
    return any(word in words_of(journey, who, PLAN) for who in (ELIN, JONAS))


def owner_shown(journey: Journey, relay: Json) -> str | None:
    """Return whom a comment's message names as who has it."""
    text = journey.message(COMMENTS, relay["ts"])["text"]
    return next((who for who, name in NAMES.items() if f"{name} har den" in text), None)
