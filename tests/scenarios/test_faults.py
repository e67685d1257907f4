"""Slack and the page at their worst: every message arrives once, and in order."""

from collections.abc import Iterator

import pytest

from tests.scenarios.journey import Journey
from tests.scenarios.world import AMIRA, COMMENTS, ELIN, PLAN


@pytest.fixture(scope="module")
def journey(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journey]:
    with Journey(tmp_path_factory.mktemp("faults"), start="2026-11-24T08:00") as begun:
        yield begun
        assert "Traceback" not in begun.last_words(1000)


@pytest.fixture
def post(journey: Journey) -> str:
    """A new post on the page."""
    return journey.publish("Hej")


def written(journey: Journey, post: str, mark: str, count: int) -> list[str]:
    """Write some comments that begin with *mark*; return their texts."""
    texts = [f"{mark} {n}" for n in range(count)]
    for text in texts:
        journey.comment(post, text)
    return texts


def relayed(journey: Journey, mark: str) -> list[str]:
    """Return the texts of the relays with *mark*, in the order in which they stand."""
    lines = [line for m in journey.ours(COMMENTS) for line in m["text"].splitlines()]
    return [line for line in lines if line.startswith(mark)]


def test_what_cannot_be_posted_waits_for_an_invitation(journey: Journey, post: str) -> None:
    about = {"as": AMIRA, "channel": COMMENTS, "text": "@lucka"}
    journey.do("/ui/commands", **about, command="/remove")
    texts = written(journey, post, "Utanför", 2)
    journey.wait_for(lambda: "channel_not_found" in journey.last_words(), "refusal")
    assert not relayed(journey, "Utanför")
    journey.do("/ui/commands", **about, command="/invite")
    journey.wait_for(lambda: relayed(journey, "Utanför") == texts, "relays after an invitation")
    journey.settled()
    assert relayed(journey, "Utanför") == texts


def test_slack_recycles_the_connection_while_the_page_is_down(journey: Journey, post: str) -> None:
    journey.comment(post, "Byter vi tråd?")
    relay = journey.await_message(COMMENTS, "Byter vi tråd?")
    for kind in ("500", "not_json"):
        journey.graph(fault={"kind": kind})
    journey.trouble("disconnect")
    journey.react(ELIN, relay, "eyes")
    journey.comment(post, "Trots allt")
    journey.await_words(relay, COMMENTS, "Elin Lindqvist har den")
    journey.await_message(COMMENTS, "Trots allt")


def test_events_that_come_twice_late_or_at_the_second_attempt_count_once(
    journey: Journey, post: str
) -> None:
    kinds = ("twice", "late", "retries_only")
    for kind in kinds:
        journey.comment(post, f"Tar du den {kind}?")
    relays = [journey.await_message(COMMENTS, f"Tar du den {kind}?") for kind in kinds]
    for kind, relay in zip(kinds, relays, strict=True):
        journey.do("/__emulator/faults", target="events", kind=kind)
        journey.react(ELIN, relay, "eyes")
    for relay in relays:
        journey.await_words(relay, COMMENTS, "Elin Lindqvist har den")
    journey.settled()
    claims = "select subject, count(*) from audit where act = 'comment.claimed' group by subject"
    assert {number for _, number in journey.sql(claims)} == {1}
    assert not journey.whispers(ELIN, COMMENTS)


def test_on_the_worst_morning_everything_arrives_once(journey: Journey, post: str) -> None:
    """Hang up after taking a message, fail at the next, ask to wait, close the socket: at once."""
    journey.comment(post, "Före allt")
    relay = journey.await_message(COMMENTS, "Före allt")
    journey.fault("chat.postMessage", "drop_after")
    journey.fault("chat.postMessage", "500")
    journey.fault("chat.postMessage", "429", retry_after=1)
    journey.trouble("close")
    journey.react(ELIN, relay, "eyes")
    texts = written(journey, post, "Ovisst", 2)
    journey.clock_to("2026-11-24T08:15")
    journey.await_words(relay, COMMENTS, "Elin Lindqvist har den")
    journey.wait_for(lambda: relayed(journey, "Ovisst") == texts, "relays")
    journey.wait_for(lambda: journey.keys(PLAN, "nag"), "nag")
    journey.settled()
    assert relayed(journey, "Ovisst") == texts
    assert journey.keys(PLAN) == ["digest:2026-11-24", "nag:2026-11-24"]
