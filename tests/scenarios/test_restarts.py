"""Restarts in the middle of everything: nothing is lost, and nothing is said twice."""

import signal
from collections.abc import Iterator

import pytest

from tests.scenarios.journey import Journey
from tests.scenarios.world import AMIRA, COMMENTS, ELIN, JONAS, PLAN


@pytest.fixture(scope="module")
def journey(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journey]:
    with Journey(tmp_path_factory.mktemp("restarts"), start="2026-11-24T07:30") as begun:
        yield begun
        assert "Traceback" not in begun.last_words(1000)


@pytest.fixture
def post(journey: Journey) -> str:
    """A new post on the page."""
    return journey.publish("Boka vaccin mot influensa")


@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGTERM], ids=["killed", "asked to go"])
def test_what_a_command_answered_is_kept(journey: Journey, sign: signal.Signals) -> None:
    idea, planned = f"Idé före {sign.name}", f"Inlägg före {sign.name}"
    assert idea in journey.ask(AMIRA, f"/idea {idea}")
    assert planned in journey.ask(AMIRA, f"/plan fredag 11.00 {planned}")
    code = journey.stop_bot(sign)
    assert code == (0 if sign is signal.SIGTERM else -sign)
    journey.start_bot()
    assert idea in journey.ask(JONAS, f"/idea list {idea}")
    assert journey.ask(JONAS, "/plan").count(planned) == 1


def test_comments_under_way_arrive_once_and_in_order(journey: Journey, post: str) -> None:
    texts = [f"Kommentar {n} på väg" for n in "abc"]
    journey.kill_at_post(texts[1])
    for text in texts:
        journey.comment(post, text)
    journey.await_death()
    journey.start_bot()
    journey.await_message(COMMENTS, texts[2])
    journey.settled()
    said = [m["text"] for m in journey.ours(COMMENTS, "på väg")]
    assert [next(t for t in texts if t in line) for line in said] == texts


def test_what_happened_while_it_was_down_is_taken_up(journey: Journey, post: str) -> None:
    taken, answered = journey.comment(post, "Tar du den?"), journey.comment(post, "Svarar sidan?")
    first = journey.await_message(COMMENTS, "Tar du den?")
    second = journey.await_message(COMMENTS, "Svarar sidan?")
    journey.kill_bot()
    journey.react(ELIN, first, "eyes")
    journey.comment(post, "Ja", None, under=answered)
    journey.comment(post, "Hörs jag?", under=taken)
    journey.start_bot()
    journey.await_words(first, COMMENTS, "Elin Lindqvist har den")
    journey.await_words(second, COMMENTS, "Besvarad på Facebook")
    journey.await_message(COMMENTS, "Hörs jag?")
    journey.settled()
    assert len(journey.ours(COMMENTS, "Hörs jag?")) == 1


def test_a_claim_outlives_a_kill_at_once(journey: Journey, post: str) -> None:
    journey.comment(post, "Vem tar mig?")
    relay = journey.await_message(COMMENTS, "Vem tar mig?")
    journey.react(JONAS, relay, "eyes")
    journey.wait_for(lambda: journey.sql("select 1 from relays where owner = ?", JONAS))
    journey.restart()
    journey.await_words(relay, COMMENTS, "Jonas Berg har den")
    assert "Vem tar mig?" in journey.ask(JONAS, "/comments mina")


def test_a_digest_that_is_killed_in_the_act_is_sent_once(journey: Journey) -> None:
    journey.kill_at_post("God morgon!")
    journey.clock_to("2026-11-24T08:15")
    journey.await_death()
    assert len(journey.ours(PLAN, "God morgon!")) == 1
    journey.start_bot()
    journey.await_message(PLAN, "luckor de närmaste två veckorna")
    journey.restart()
    journey.settled()
    assert journey.keys(PLAN) == ["digest:2026-11-24", "nag:2026-11-24"]
    assert "Kommer sent" not in journey.ours(PLAN)[0]["text"]


def test_a_click_before_a_kill_shows_in_the_nag_after_it(journey: Journey) -> None:
    journey.settled()
    nag = journey.ours(PLAN, "luckor de närmaste")[0]
    assert journey.click(ELIN, nag, "gap.leave_empty")["ok"]
    journey.restart()
    journey.await_words(nag, PLAN, "Lämnas tom (Elin Lindqvist)")


def test_a_morning_slept_through_is_made_up_for_late_and_once(journey: Journey) -> None:
    journey.settled()
    journey.kill_bot()
    journey.clock_to("2026-11-26T10:00")  # all of Wednesday is over: its digest helps nobody
    journey.start_bot()
    journey.await_message(PLAN, "Torsdag 26 november")
    journey.restart()
    journey.settled()
    assert journey.keys(PLAN, "digest:2026-11-2")[-1:] == ["digest:2026-11-26"]
    assert "digest:2026-11-25" not in journey.keys(PLAN)
    assert "Kommer sent i dag" in journey.ours(PLAN, "Torsdag 26 november")[0]["text"]
