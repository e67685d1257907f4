"""Fetching a resident's picture: from where, how much of it, and what is refused."""

import gzip
import socket
from collections.abc import Callable

import httpx
import pytest

from bot.domain.copies import MOST_BYTES, PictureUnread
from bot.integrations import facebook_pictures
from bot.integrations.facebook import GraphPage
from bot.integrations.facebook_pictures import download

GRAPH, HOME = "https://graph.example.invalid/v26.0", "http://127.0.0.1:8400/graph/v26.0"
SRC = "https://scontent.example.invalid/foto.jpg"
Answer = Callable[[httpx.Request], httpx.Response]


@pytest.fixture(autouse=True)
def names(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Who lives where, without asking anybody."""
    known = {"scontent.example.invalid": "93.184.216.34"}

    def lookup(host: str, port: int) -> list[tuple[object, ...]]:
        if host not in known and not host[0].isdigit() and ":" not in host:
            raise socket.gaierror
        return [(0, 0, 0, "", (known.get(host, host), port))]

    monkeypatch.setattr(facebook_pictures.socket, "getaddrinfo", lookup)
    return known


def answering(status: int = 200, kind: str = "image/jpeg", data: bytes = b"jpeg") -> Answer:
    return lambda _: httpx.Response(status, headers={"content-type": kind}, content=data)


def zipped(_: httpx.Request) -> httpx.Response:
    headers = {"content-type": "image/jpeg", "content-encoding": "gzip"}
    return httpx.Response(200, headers=headers, content=gzip.compress(bytes(MOST_BYTES)))


def fetched(answer: Answer, address: str = SRC, base: str = GRAPH) -> tuple[str, bytes]:
    found = download(address, base_url=base, transport=httpx.MockTransport(answer))
    return found.kind, found.data


def test_a_picture_is_fetched_without_the_token() -> None:
    asked: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return httpx.Response(200, headers={"content-type": "image/jpeg; x=y"}, content=b"jpeg")

    assert fetched(answer) == ("image/jpeg", b"jpeg")
    assert "authorization" not in asked[0].headers


REFUSED = {
    "gone": (answering(404), "404"),
    "a page in the place of a picture": (answering(kind="text/html"), "kind"),
    "zipped, though nobody asked for it": (zipped, "encoding"),
    "a drawing that may hold a program": (answering(kind="image/svg+xml"), "kind"),
    "too large": (answering(data=b"x" * (MOST_BYTES + 1)), "size"),
    "empty": (answering(data=b""), "empty"),
    "a redirect": (
        lambda _: httpx.Response(302, headers={"location": "http://127.0.0.1/"}), "302",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("answer", "code"), REFUSED.values(), ids=REFUSED.keys())
def test_what_is_no_picture_of_ours_is_refused(answer: Answer, code: str) -> None:
    with pytest.raises(PictureUnread, match=f"^{code}$"):
        fetched(answer)


def test_a_host_that_does_not_answer_is_a_code_without_its_address() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectTimeout("secret address", request=request)

    with pytest.raises(PictureUnread, match=r"^ConnectTimeout$") as caught:
        fetched(answer)
    assert caught.value.__cause__ is None


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("http://scontent.example.invalid/foto.jpg", "address"),
        ("ftp://scontent.example.invalid/foto.jpg", "address"),
        ("https:///foto.jpg", "address"),
        ("https://scontent.example.invalid:x/foto.jpg", "address"),
        ("not an address", "address"),
        ("https://127.0.0.1/foto.jpg", "private"),
        ("https://10.1.2.3/foto.jpg", "private"),
        ("https://169.254.169.254/latest", "private"),
        ("https://[::1]/foto.jpg", "private"),
        ("https://[fd00::1]/foto.jpg", "private"),
        ("https://[::ffff:10.0.0.1]/foto.jpg", "private"),
        ("https://[64:ff9b::7f00:1]/foto.jpg", "private"),
        ("https://[2002:a00:1::]/foto.jpg", "private"),
        ("https://224.0.0.1/foto.jpg", "private"),
        ("https://100.64.0.1/foto.jpg", "private"),
        ("https://0.0.0.0/foto.jpg", "private"),
        ("https://nowhere.example.invalid/foto.jpg", "host"),
        ("http://127.0.0.1:8400/foto.jpg", "address"),
    ],
)
def test_only_the_open_network_is_asked(address: str, code: str) -> None:
    with pytest.raises(PictureUnread, match=f"^{code}$"):
        fetched(answering(), address)


def test_a_name_that_leads_into_our_own_network_is_refused(names: dict[str, str]) -> None:
    names["scontent.example.invalid"] = "192.168.1.1"
    with pytest.raises(PictureUnread, match=r"^private$"):
        fetched(answering())


def test_a_name_that_leads_elsewhere_once_it_was_checked_is_told_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in (
        "http_proxy",
        "https_proxy",
        "all_proxy",
        "HTTP_PROXY",
        "HTTPS_PROXY",
        "ALL_PROXY",
    ):
        monkeypatch.delenv(name, raising=False)
    with socket.create_server(("127.0.0.1", 0)) as inside:
        address = f"https://scontent.example.invalid:{inside.getsockname()[1]}/foto.jpg"

        def connect(*_args: object, **_more: object) -> socket.socket:
            line = socket.socket()
            line.connect(inside.getsockname())
            return line

        monkeypatch.setattr(socket, "create_connection", connect)
        with pytest.raises(PictureUnread, match=r"^private$"):
            download(address, base_url=GRAPH)
        reached, _ = inside.accept()
        reached.settimeout(5)
        assert reached.recv(1) == b""  # not even a greeting
        reached.close()


def test_the_sandbox_may_name_its_own_machine() -> None:
    assert fetched(answering(), "http://127.0.0.1:8400/foto", HOME)[0] == "image/jpeg"
    with pytest.raises(PictureUnread, match=r"^private$"):
        fetched(answering(), "https://10.1.2.3/foto", HOME)


ATTACHED = {
    "none": ({}, None),
    "a link": ({"type": "share", "url": "https://x.example"}, None),
    "a photo": ({"type": "photo", "media": {"image": {"src": SRC}}}, b"jpeg"),
    "a film's picture": ({"type": "video_inline", "media": {"image": {"src": SRC}}}, b"jpeg"),
}


def page(attached: object) -> GraphPage:
    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.host == "graph.example.invalid":
            return httpx.Response(200, json={"id": "1_2", "attachment": attached})
        return answering()(request)

    return GraphPage(
        base_url="https://graph.example.invalid",
        version="v26.0",
        page_id="1",
        token="EAAsynthetic",
        transport=httpx.MockTransport(answer),
    )


@pytest.mark.parametrize(("attached", "data"), ATTACHED.values(), ids=ATTACHED.keys())
def test_what_came_with_a_comment_is_asked_for_anew(attached: object, data: bytes | None) -> None:
    found = page(attached).picture_of("1_2")
    assert (found.data if found else None) == data


def test_a_photo_that_stands_nowhere_is_missing() -> None:
    with pytest.raises(PictureUnread, match=r"^nowhere$"):
        page({"type": "photo"}).picture_of("1_2")
