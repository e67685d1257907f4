"""The web server as a stranger meets it: what stands over every answer, and how long it waits."""

import socket
from collections.abc import Iterator

import httpx
import pytest

from bot import web
from bot.health import Health
from tests.make import NOW

SECRET = "xoxb-what-nobody-may-read"


@pytest.fixture
def port(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """The port of a server that has little patience, and a part in trouble."""
    monkeypatch.setattr(web, "HEAD_SECONDS", 0.2)
    monkeypatch.setattr(web, "BODY_SECONDS", 0.2)
    health = Health()
    health.trouble("outbox", "trouble-slack", SECRET, now=NOW)
    hook = web.Hook(lambda _query: None, lambda _body, _signature: False)
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        number = held.getsockname()[1]
    server = web.WebServer(web.create(health, None, lambda *_: b"x", hook), "127.0.0.1", number)
    server.start()
    while True:
        try:
            socket.create_connection(("127.0.0.1", number), 5).close()
        except ConnectionRefusedError:
            continue
        break
    yield number
    server.stop(5)


def said(port: int, *pieces: bytes) -> bytes:
    """Say *pieces*, then nothing, and return what is heard until the server hangs up."""
    with socket.create_connection(("127.0.0.1", port), 10) as line:
        for piece in pieces:
            line.sendall(piece)
        heard = b""
        while more := line.recv(65_536):
            heard += more
        return heard


def test_every_answer_is_sealed_and_none_says_a_secret(port: int) -> None:
    asked = [("GET", "/healthz"), ("GET", "/nowhere"), ("GET", "/calendar/x/plan.ics"),
             ("GET", "/facebook/webhook"), ("POST", "/facebook/webhook"), ("PUT", "/healthz")]  # fmt: skip
    for method, path in asked:
        answer = httpx.request(method, f"http://127.0.0.1:{port}{path}", trust_env=False)
        assert {(name.lower(), value) for name, value in web.HEADERS} <= {
            *((name.lower(), value) for name, value in answer.headers.items())
        }, path
        assert "server" not in answer.headers
        assert SECRET not in answer.text
    answer = httpx.get(f"http://127.0.0.1:{port}/healthz", trust_env=False)
    assert answer.json() == {
        "ok": False,
        "troubles": {"outbox": "trouble-slack"},
        "parts": ["outbox"],
    }
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "begun", [b"", b"GET /healthz HTT", b"GET /healthz HTTP/1.1\r\nX-A: b\r\n"]
)
def test_who_does_not_say_what_they_want_is_not_waited_for(port: int, begun: bytes) -> None:
    assert said(port, begun) == b""


def test_a_body_that_does_not_come_is_not_waited_for(port: int) -> None:
    head = b"POST /facebook/webhook HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n"
    assert said(port, head, b"{").startswith(b"HTTP/1.1 408")


def test_what_all_strangers_together_send_is_not_held_without_end(
    port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web, "MOST_HELD", 1000)
    head = b"POST /facebook/webhook HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n"
    assert said(port, head % 1001, b"x" * 1001).startswith(b"HTTP/1.1 503")
    with socket.create_connection(("127.0.0.1", port), 10) as slow:
        slow.sendall(head % 901 + b"x" * 900)
        assert said(port, head % 901, b"x" * 900).startswith((b"HTTP/1.1 503", b"HTTP/1.1 408"))
        while slow.recv(65_536):
            """Wait until the room is given back."""
    last = head.replace(b"Host: x", b"Host: x\r\nConnection: close") % 900
    assert said(port, last, b"x" * 900).startswith(b"HTTP/1.1 403")


def test_one_who_talks_on_is_heard(port: int) -> None:
    ask = b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"
    last = b"GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    assert said(port, ask, ask, last).count(b"HTTP/1.1 503") == 3
