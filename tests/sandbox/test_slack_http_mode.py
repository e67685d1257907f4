"""HTTP mode: the same payloads as signed posts, and what their answers mean."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

import pytest
from slack_sdk.signature import SignatureVerifier

from bot.sandbox.identity import SIGNING_SECRET
from bot.sandbox.slack import http_mode
from tests.sandbox.slack_kit import World, until, world


class Endpoint:
    """A request URL that answers as the test says."""

    def __init__(self) -> None:
        self.heard: list[tuple[dict[str, str], str]] = []
        self.status = 200
        self.body = ""
        self.headers: dict[str, str] = {}
        endpoint = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["content-length"])).decode()
                endpoint.heard.append(({k.lower(): v for k, v in self.headers.items()}, body))
                self.send_response(endpoint.status)
                for name, value in endpoint.headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(endpoint.body.encode())

            def log_message(self, *_: Any) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}/slack/events"
        self._thread = threading.Thread(target=self.server.serve_forever, args=(0.01,))
        self._thread.start()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()
        self._thread.join()


@pytest.fixture
def endpoint() -> Iterator[Endpoint]:
    found = Endpoint()
    yield found
    found.close()


@pytest.fixture
def here(endpoint: Endpoint) -> Iterator[World]:
    with world(request_url=endpoint.url) as found:
        yield found


def test_an_event_is_posted_signed(here: World, endpoint: Endpoint) -> None:
    here.ui("messages", channel="C0PLAN", text="Hej åäö")
    headers, body = until(lambda: endpoint.heard)[0]

    assert headers["content-type"] == "application/json"
    assert SignatureVerifier(SIGNING_SECRET).is_valid_request(body, headers)
    assert json.loads(body)["event"]["text"] == "Hej åäö"
    assert "x-slack-retry-num" not in headers
    until(lambda: len(here.slack.events) == 0)


@pytest.mark.parametrize(("status", "reason"), [(500, "http_error"), (404, "http_error")])
def test_a_bad_answer_brings_the_event_back(
    here: World, endpoint: Endpoint, status: int, reason: str
) -> None:
    endpoint.status = status
    here.ui("messages", channel="C0PLAN", text="Hej")
    until(lambda: len(endpoint.heard) == 4)

    retries = [
        (h.get("x-slack-retry-num"), h.get("x-slack-retry-reason")) for h, _ in endpoint.heard
    ]
    assert retries == [(None, None), *((str(n), reason) for n in (1, 2, 3))]


def test_an_app_may_ask_for_no_retry(here: World, endpoint: Endpoint) -> None:
    endpoint.status, endpoint.headers = 500, {"x-slack-no-retry": "1"}
    here.ui("messages", channel="C0PLAN", text="Hej")
    until(lambda: endpoint.heard and len(here.slack.events) == 0)

    assert len(endpoint.heard) == 1


def test_a_command_is_a_form_and_its_answer_is_shown(here: World, endpoint: Endpoint) -> None:
    endpoint.body = "Sparat"
    assert here.ui("commands", channel="C0PLAN", command="/idea", text="höst & vår")["ok"]
    headers, body = endpoint.heard[0]

    assert headers["content-type"] == "application/x-www-form-urlencoded"
    assert SignatureVerifier(SIGNING_SECRET).is_valid_request(body, headers)
    assert parse_qs(body)["text"] == ["höst & vår"]
    assert [m["text"] for m in here.messages("C0PLAN")] == ["Sparat"]


def test_a_click_is_a_payload_in_a_form(here: World, endpoint: Endpoint) -> None:
    button = {"type": "button", "action_id": "a", "text": {"type": "plain_text", "text": "x"}}
    ts = here.post(blocks=[{"type": "actions", "block_id": "b", "elements": [button]}])
    container = {"type": "message", "channel": "C0PLAN", "ts": ts}

    assert here.ui("actions", container=container, block_id="b", action_id="a")["ok"]

    forms = [
        parse_qs(body) for headers, body in endpoint.heard if "form" in headers["content-type"]
    ]
    payload = json.loads(forms[0]["payload"][0])
    assert payload["type"] == "block_actions"


def test_a_failing_app_is_a_failed_dispatch(here: World, endpoint: Endpoint) -> None:
    endpoint.status = 500

    answer = here.ui("commands", channel="C0PLAN", command="/idea", text="x")

    assert answer["error"] == "dispatch_failed"


def test_nobody_at_the_address_is_a_failed_dispatch() -> None:
    with world(request_url="http://127.0.0.1:9/slack/events") as here:
        answer = here.ui("commands", channel="C0PLAN", command="/idea", text="x")

    assert answer["error"] == "dispatch_failed"


def test_the_signature_is_slacks_own_example() -> None:
    """https://docs.slack.dev/authentication/verifying-requests-from-slack"""
    body = (
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
        "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
        "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2F"
        "commands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
        "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c"
    )

    assert http_mode.signature("1531420618", body, "8f742231b10e8888abcd99yyyzzz85a5") == (
        "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"
    )
