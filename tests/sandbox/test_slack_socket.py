"""Socket Mode on the wire: hello, acknowledgements, retries, and every way a socket can end."""

import json
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest
from slack_sdk import WebClient
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect

from bot.sandbox.identity import APP_TOKEN
from bot.sandbox.slack import delivery, socket_mode
from tests.sandbox.slack_kit import World, until, world

Json = dict[str, Any]


@pytest.fixture(scope="module")
def running() -> Iterator[World]:
    with world() as found:
        yield found


@pytest.fixture
def here(running: World) -> World:
    until(lambda: running.slack.sockets.count == 0)
    running.ui("reset")
    return running


def url(world: World) -> str:
    client = WebClient(APP_TOKEN, base_url=f"{world.address}/api/")
    return str(client.apps_connections_open(app_token=APP_TOKEN)["url"])


@contextmanager
def socket_to(world: World) -> Iterator[ClientConnection]:
    """An open connection whose hello was read."""
    with connect(url(world), proxy=None) as line:
        assert frame(line)["type"] == "hello"
        yield line


def frame(line: ClientConnection, timeout: float = 5) -> Json:
    found: Json = json.loads(line.recv(timeout))
    return found


def acknowledge(line: ClientConnection, envelope: Json, payload: Json | None = None) -> None:
    answer = {"envelope_id": envelope["envelope_id"]} | ({"payload": payload} if payload else {})
    line.send(json.dumps(answer))


def speak(world: World, text: str = "Hej") -> None:
    assert world.ui("messages", channel="C0PLAN", text=text)["ok"]


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for acknowledgements a tenth of a second instead of three."""
    monkeypatch.setattr(delivery, "ACK_SECONDS", 0.1)


def test_a_connection_begins_with_hello(here: World) -> None:
    with connect(url(here), proxy=None) as line:
        hello = frame(line)

        assert hello["type"] == "hello"
        assert hello["num_connections"] == 1
        assert hello["connection_info"] == {"app_id": "A0LUCKA"}
        assert here.read("world")["bot"]["connected"]
    until(lambda: not here.read("world")["bot"]["connected"])


def test_a_ticket_opens_one_connection(here: World) -> None:
    address = url(here)
    with connect(address, proxy=None):
        pass

    with pytest.raises(InvalidStatus):
        connect(address, proxy=None)


def test_an_event_is_sent_once_when_it_is_acknowledged(here: World) -> None:
    with socket_to(here) as line:
        speak(here)
        envelope = frame(line)
        acknowledge(line, envelope)
        until(lambda: len(here.slack.events) == 0)

        assert envelope["type"] == "events_api"
        assert envelope["payload"]["event"]["text"] == "Hej"
        assert (envelope["retry_attempt"], envelope["retry_reason"]) == (0, "")
        assert not envelope["accepts_response_payload"]
        with pytest.raises(TimeoutError):
            frame(line, 0.3)


def test_an_event_nobody_acknowledges_is_sent_three_times_more(
    here: World, impatient: None
) -> None:
    with socket_to(here) as line:
        speak(here)
        envelopes = [frame(line) for _ in range(4)]
        until(lambda: len(here.slack.events) == 0)

        assert [e["retry_attempt"] for e in envelopes] == [0, 1, 2, 3]
        assert [e["retry_reason"] for e in envelopes] == ["", *["timeout"] * 3]
        assert len({e["envelope_id"] for e in envelopes}) == 4
        assert len({e["payload"]["event_id"] for e in envelopes}) == 1


def test_events_come_twice_late_and_at_the_second_attempt_only_on_order(here: World) -> None:
    with socket_to(here) as line:
        for kind in ("twice", "late", "retries_only"):
            here.faults(target="events", kind=kind)
        for text in ("två gånger", "sen", "andra försöket"):
            speak(here, text)
        told = []
        for _ in range(4):
            envelope = frame(line)
            acknowledge(line, envelope)
            told.append((envelope["payload"]["event"]["text"], envelope["retry_attempt"]))
        until(lambda: len(here.slack.events) == 0)

    assert sorted(told) == [
        ("andra försöket", 1),
        ("sen", 0),
        ("två gånger", 0),
        ("två gånger", 1),
    ]
    assert told[-1] == ("sen", 0)


def test_an_event_that_came_while_nobody_listened_is_kept_for_the_retries() -> None:
    with world(retry_delays=(0.0, 0.4)) as here:
        speak(here)
        with socket_to(here) as line:
            envelope = frame(line)
            acknowledge(line, envelope)

        assert envelope["retry_attempt"] == 2


def test_a_wrong_acknowledgement_is_none(here: World, impatient: None) -> None:
    with socket_to(here) as line:
        speak(here)
        first = frame(line)
        line.send("not json")
        line.send(json.dumps({"envelope_id": "somebody else's"}))
        again = frame(line)
        acknowledge(line, again)

        assert again["retry_attempt"] == 1
        assert again["payload"] == first["payload"]


def test_commands_and_forms_accept_an_answer_and_clicks_do_not(
    here: World, impatient: None
) -> None:
    block = {"type": "actions", "block_id": "b", "elements": [
        {"type": "button", "action_id": "a", "text": {"type": "plain_text", "text": "x"}}]}  # fmt: skip
    with socket_to(here) as line:
        here.ui("commands", channel="C0PLAN", command="/idea", text="x")
        command = frame(line)
        ts = here.post(blocks=[block])
        acknowledge(line, frame(line))  # of the bot's own message
        container = {"type": "message", "channel": "C0PLAN", "ts": ts}
        here.ui("actions", container=container, block_id="b", action_id="a")
        click = frame(line)

        assert (command["type"], command["accepts_response_payload"]) == ("slash_commands", True)
        assert (click["type"], click["accepts_response_payload"]) == ("interactive", False)
        with pytest.raises(TimeoutError):
            frame(line, 0.3)  # interactions are not sent again


def test_each_payload_goes_to_one_of_several_connections(here: World) -> None:
    with socket_to(here) as one, socket_to(here) as two:
        for number in range(6):
            speak(here, str(number))
        texts = []
        for line in (one, two):
            for _ in range(3):
                envelope = frame(line)
                acknowledge(line, envelope)
                texts.append(envelope["payload"]["event"]["text"])

        assert sorted(texts) == [str(n) for n in range(6)]


def test_the_eleventh_connection_is_one_too_many(here: World) -> None:
    with ExitStack() as lines:
        for _ in range(10):
            lines.enter_context(socket_to(here))
        with connect(url(here), proxy=None) as line:
            goodbye = frame(line)

            assert (goodbye["type"], goodbye["reason"]) == ("disconnect", "too_many_websockets")
            with pytest.raises(ConnectionClosed):
                line.recv(2)
        assert here.slack.sockets.count == 10


def test_a_client_is_told_to_reconnect(here: World) -> None:
    with socket_to(here) as line:
        here.faults(target="socket", kind="disconnect", reason="warning")

        assert frame(line)["reason"] == "warning"


def test_pings_are_answered(here: World) -> None:
    with socket_to(here) as line:
        assert line.ping("sdk-ping").wait(2)


def test_a_connection_can_end_without_a_word(here: World) -> None:
    with connect(url(here), proxy=None) as line:
        frame(line)
        here.faults(target="socket", kind="fin")
        with pytest.raises(ConnectionClosed) as ended:
            line.recv(2)

        assert ended.value.rcvd is None
        until(lambda: here.slack.sockets.count == 0)


def test_a_half_open_connection_swallows_everything_and_is_given_up(
    here: World, impatient: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket_mode, "HALF_OPEN_SECONDS", 0.5)
    with socket_to(here) as line:
        here.faults(target="socket", kind="half_open")
        pong = line.ping("anybody?")

        speak(here)

        assert not pong.wait(0.2)
        with pytest.raises(TimeoutError):
            frame(line, 0.1)
        with socket_to(here) as other:
            until(lambda: here.slack.sockets.count == 1)
            speak(here, "Igen")
            texts = set()
            while "Igen" not in texts:
                envelope = frame(other)
                acknowledge(other, envelope)
                texts.add(envelope["payload"]["event"]["text"])


def test_undelivered_events_survive_a_restart_and_wait_for_a_listener(tmp_path: Path) -> None:
    file = tmp_path / "sandbox.db"
    with world(state_file=file, retry_delays=(60.0,)) as here:
        speak(here)
        until(lambda: len(here.slack.events) == 1)
    with world(state_file=file, retry_delays=(60.0,)) as here, socket_to(here) as line:
        envelope = frame(line)
        acknowledge(line, envelope)
        until(lambda: len(here.slack.events) == 0)

        assert envelope["payload"]["event"]["text"] == "Hej"
    with world(state_file=file) as here:
        assert len(here.slack.events) == 0


def test_the_server_ends_quickly_with_sockets_and_streams_open() -> None:
    with ExitStack() as open_ends:
        with world() as here:
            open_ends.enter_context(socket_to(here))
            stream = open_ends.enter_context(here.http.stream("GET", "/ui/stream"))
            assert next(stream.iter_lines()).startswith(":")
            leaving = time.monotonic()
        assert time.monotonic() - leaving < 2
