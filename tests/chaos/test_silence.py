"""Calls into silence and lines that look alive: too slow to be waited for in every test run."""

from collections.abc import Iterator

import pytest

from tests.scenarios.journey import Journey
from tests.scenarios.world import COMMENTS, ELIN, JONAS, PLAN

pytestmark = pytest.mark.chaos

SLOW = 45.0  # seconds: a call that times out takes ten, and is looked up five later


@pytest.fixture(scope="module")
def journey(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journey]:
    with Journey(tmp_path_factory.mktemp("silence"), start="2026-11-24T08:00") as begun:
        yield begun
        assert "Traceback" not in begun.last_words(1000)


def test_what_was_posted_into_silence_is_found_and_not_repeated(journey: Journey) -> None:
    journey.fault("chat.postMessage", "timeout_after")
    journey.fault("chat.postMessage", "drop_before")
    journey.fault("chat.update", "timeout_after")
    post = journey.publish("Hej")
    for n in range(3):
        journey.comment(post, f"Tyst {n}")
    journey.clock_to("2026-11-24T08:15")
    relay = journey.await_message(COMMENTS, "Tyst 2", SLOW)
    journey.react(ELIN, relay, "eyes")
    journey.wait_for(lambda: journey.keys(PLAN, "nag"), "nag", SLOW)
    journey.await_words(relay, COMMENTS, "Elin Lindqvist har den")
    journey.wait_for(journey.is_settled, "peace", SLOW)
    said = [m["text"] for m in journey.ours(COMMENTS)]
    assert [f"Tyst {n}" in text for n, text in enumerate(said)] == [True] * 3
    assert journey.keys(PLAN) == ["digest:2026-11-24", "nag:2026-11-24"]


@pytest.mark.parametrize("kind", ["fin", "half_open"])
def test_a_dead_line_is_noticed_and_nothing_is_lost(journey: Journey, kind: str) -> None:
    journey.comment(journey.publish("Hej"), f"Hörs det ({kind})?")
    relay = journey.await_message(COMMENTS, f"Hörs det ({kind})?")
    journey.trouble(kind)
    journey.react(JONAS, relay, "eyes")
    journey.await_words(relay, COMMENTS, "Jonas Berg har den", seconds=SLOW)
