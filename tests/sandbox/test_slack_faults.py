"""Faults on order: what they do to the call, and whether the work was done all the same."""

from collections.abc import Iterator
from http.client import IncompleteRead, RemoteDisconnected
from urllib.error import URLError

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.sandbox.identity import BOT_TOKEN
from tests.sandbox.slack_kit import World, refusal, world


@pytest.fixture(scope="module")
def running() -> Iterator[World]:
    with world() as found:
        yield found


@pytest.fixture
def here(running: World) -> World:
    running.ui("reset")
    running.faults(clear=True)
    return running


def texts(world: World) -> list[str]:
    return [m["text"] for m in world.messages("C0PLAN")]


@pytest.mark.parametrize(
    ("kind", "status", "error"),
    [
        ("429", 429, "ratelimited"),
        ("error:not_in_channel", 200, "not_in_channel"),
    ],
)
def test_a_refusal_on_order(here: World, kind: str, status: int, error: str) -> None:
    here.faults(method="chat.postMessage", kind=kind, retry_after=7)
    with pytest.raises(SlackApiError) as refused:
        here.post()

    assert refused.value.response.status_code == status
    assert refused.value.response["error"] == error
    if status == 429:
        assert refused.value.response.headers["retry-after"] == "7"
    assert texts(here) == []


@pytest.mark.parametrize("kind", ["500", "502", "503", "504", "not_json"])
def test_an_answer_that_is_no_answer(here: World, kind: str) -> None:
    here.faults(method="chat.postMessage", kind=kind)
    error = refusal(here.client.chat_postMessage, channel="C0PLAN", text="x")["error"]

    assert "unexpected" in error or "Received a response in a non-JSON format" in error
    assert texts(here) == []


@pytest.mark.parametrize(
    ("kind", "done"), [("drop_after", ["Hej"]), ("drop_before", [])], ids=["after", "before"]
)
def test_a_dropped_connection(here: World, kind: str, done: list[str]) -> None:
    here.faults(method="chat.postMessage", kind=kind)
    with pytest.raises((RemoteDisconnected, URLError, ConnectionResetError)):
        here.post()

    assert texts(here) == done


def test_a_failure_is_told_though_the_work_was_done(here: World) -> None:
    here.faults(method="chat.postMessage", kind="500_after")
    refusal(here.client.chat_postMessage, channel="C0PLAN", text="Hej")

    assert texts(here) == ["Hej"]


def test_an_answer_ends_in_the_middle_though_the_work_was_done(here: World) -> None:
    here.faults(method="chat.postMessage", kind="truncated")
    with pytest.raises(IncompleteRead):
        here.post()

    assert texts(here) == ["Hej"]


def test_silence_without_any_work(here: World) -> None:
    hasty = WebClient(BOT_TOKEN, base_url=f"{here.address}/api/", timeout=1, retry_handlers=[])
    here.faults(method="chat.postMessage", kind="timeout_before")
    with pytest.raises(TimeoutError):
        hasty.chat_postMessage(channel="C0PLAN", text="Hej")

    assert texts(here) == []


def test_silence_after_the_work_was_done(here: World) -> None:
    hasty = WebClient(BOT_TOKEN, base_url=f"{here.address}/api/", timeout=1, retry_handlers=[])
    here.faults(method="chat.postMessage", kind="timeout_after")
    with pytest.raises(TimeoutError):
        hasty.chat_postMessage(channel="C0PLAN", text="Hej")

    assert texts(here) == ["Hej"]


def test_a_slow_answer_comes_in_the_end(here: World) -> None:
    here.faults(method="chat.postMessage", kind="slow", seconds=0.05)

    assert here.post()


def test_a_fault_meets_only_its_method_and_so_many_calls(here: World) -> None:
    here.faults(method="chat.postMessage", kind="500", times=2)

    here.client.auth_test()
    for _ in range(2):
        refusal(here.client.chat_postMessage, channel="C0PLAN", text="x")
    here.post()

    assert texts(here) == ["Hej"]


def test_an_unknown_fault_is_refused(here: World) -> None:
    order = {"method": "chat.postMessage", "kind": "earthquake"}

    assert not here.http.post("/__emulator/faults", json=order).json()["ok"]


def test_a_test_can_read_messages_with_their_metadata(here: World) -> None:
    metadata = {"event_type": "lucka", "event_payload": {"key": "1"}}
    here.post(metadata=metadata)
    answer = here.http.get("/__emulator/messages", params={"channel": "C0PLAN"}).json()

    assert answer["messages"][0]["metadata"] == metadata
