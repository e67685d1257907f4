"""The emulator's webhooks: two levels, a handshake, signed bytes, and all that goes wrong on the way."""

import hashlib
import hmac
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from bot.sandbox.graph_tokens import APP_ID, APP_TOKEN
from bot.sandbox.identity import PAGE, PAGE_APP_SECRET
from tests.page_server import PageServer, page_server, wait_for

WORD = "a-word"


class Ear(BaseHTTPRequestHandler):
    """Somebody who is told: keeps what was posted, and answers what it was told to."""

    told: list[tuple[bytes, str]] = []  # noqa: RUF012 -- emptied before each test
    answers: list[int] = []  # noqa: RUF012

    def do_GET(self) -> None:
        asked = parse_qs(urlsplit(self.path).query)
        is_known = asked["hub.verify_token"] == [WORD]
        self._answer(200 if is_known else 403, asked["hub.challenge"][0])

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        self.told.append((body, self.headers["x-hub-signature-256"]))
        self._answer(self.answers.pop(0) if self.answers else 200)

    def _answer(self, status: int, text: str = "") -> None:
        self.send_response(status)
        self.send_header("content-length", str(len(text)))
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def ear() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Ear)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/facebook/webhook"
    server.shutdown()
    thread.join(5)
    server.server_close()


@pytest.fixture
def site() -> Iterator[PageServer]:
    Ear.told.clear()
    Ear.answers.clear()
    with page_server() as server:
        yield server.start_over()


def as_app(site: PageServer, method: str, **params: str) -> httpx.Response:
    headers = {"Authorization": f"Bearer {APP_TOKEN}"}
    path = f"/graph/v26.0/{APP_ID}/subscriptions"
    return site.http.request(method, path, params=params, headers=headers)


def subscribe(site: PageServer, ear: str, word: str = WORD, **more: str) -> httpx.Response:
    wanted = {"object": "page", "callback_url": ear, "fields": "feed", "verify_token": word}
    return as_app(site, "POST", **wanted, **more)


def both(site: PageServer, ear: str, **switches: Any) -> str:
    """Subscribe at both levels and return a post."""
    assert subscribe(site, ear).json() == {"success": True}
    assert site.write(f"{PAGE}/subscribed_apps", subscribed_fields="feed").json()["success"]
    assert site.http.post("/__emulator/hooks", json=switches).json()["ok"]
    return site.page.add_post("Öppet hus")


def changes(count: int) -> list[dict[str, Any]]:
    """Wait for *count* bodies about comments and return what they say."""

    def told() -> list[dict[str, Any]]:
        found = [json.loads(body)["entry"][0]["changes"] for body, _ in list(Ear.told)]
        values = [change["value"] for body in found for change in body]
        return [value for value in values if value["item"] == "comment"]

    wait_for(lambda: len(told()) >= count)
    return told()


def test_the_handshake_fails_with_another_word(site: PageServer, ear: str) -> None:
    answer = subscribe(site, ear, "guessed")
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, 2200)
    assert as_app(site, "GET").json() == {"data": []}


def test_both_levels_are_shown_and_one_alone_is_silent(site: PageServer, ear: str) -> None:
    assert subscribe(site, ear).is_success
    post = site.page.add_post("Öppet hus")
    site.page.add_comment(post, "Hör någon?", author="Maja Forsberg")
    (shown,) = as_app(site, "GET").json()["data"]
    assert (shown["callback_url"], shown["fields"][0]["name"]) == (ear, "feed")
    assert site.graph(f"{PAGE}/subscribed_apps").json() == {"data": []}
    site.write(f"{PAGE}/subscribed_apps", subscribed_fields="feed")
    (app,) = site.graph(f"{PAGE}/subscribed_apps").json()["data"]
    assert app["subscribed_fields"] == ["feed"]
    site.page.add_comment(post, "Och nu?", author="Maja Forsberg")
    assert [value["message"] for value in changes(1)] == ["Och nu?"]


def test_only_the_app_itself_may_ask_for_its_subscriptions(site: PageServer) -> None:
    answer = site.graph(f"{APP_ID}/subscriptions")
    assert (answer.status_code, answer.json()["error"]["code"]) == (403, 200)


def test_the_bytes_are_escaped_and_signed_as_they_are_sent(site: PageServer, ear: str) -> None:
    post = both(site, ear)
    site.page.add_comment(post, "Är det öppet? https://x.se/a", author="Maja Forsberg")
    (value,) = changes(1)
    body, told = Ear.told[-1]
    assert b"\\u00c4r det \\u00f6ppet? https:\\/\\/x.se\\/a" in body
    made = hmac.new(PAGE_APP_SECRET.encode(), body, hashlib.sha256).hexdigest()
    assert told == f"sha256={made}"
    assert value["parent_id"] == value["post_id"] == post
    assert isinstance(value["created_time"], int)


def test_hiding_names_the_moderator_and_removing_no_text(site: PageServer, ear: str) -> None:
    post = both(site, ear)
    asked = site.page.add_comment(post, "Billiga klockor", author="Maja Forsberg")
    changes(1)
    comment = site.page.comment(asked)
    assert comment
    site.clock.pass_by(minutes=5)
    site.page.hide_comment(comment, hidden=True)
    hidden = changes(2)[1]
    assert (hidden["verb"], hidden["from"]["id"]) == ("hide", PAGE)
    assert hidden["created_time"] == comment.created + 300
    site.page.delete_comment(comment)
    removed = changes(3)[2]
    assert removed["verb"] == "remove"
    assert not {"message", "created_time"} & removed.keys()


def test_a_batch_can_come_twice_and_the_other_way_round(site: PageServer, ear: str) -> None:
    post = both(site, ear, batch=3, duplicates=1, reorder=True, delay=0.2)
    wait_for(lambda: len(Ear.told) >= 2)
    for number in range(3):
        site.page.add_comment(post, f"Nr {number}", author="Maja Forsberg")
    said = [value["message"] for value in changes(6)]
    assert said == ["Nr 2", "Nr 1", "Nr 0"] * 2


def test_what_is_not_answered_with_200_comes_again(site: PageServer, ear: str) -> None:
    post = both(site, ear)
    wait_for(lambda: len(Ear.told) >= 1)
    Ear.answers[:] = [500, 503]
    site.page.add_comment(post, "Hör någon?", author="Maja Forsberg")
    assert [value["message"] for value in changes(3)] == ["Hör någon?"] * 3
    wait_for(lambda: site.http.get("/__emulator/hooks").json()["statuses"][-3:] == [500, 503, 200])


def test_what_is_dropped_never_comes(site: PageServer, ear: str) -> None:
    post = both(site, ear)
    assert site.http.post("/__emulator/hooks", json={"drop": 1}).json()["ok"]
    site.page.add_comment(post, "Borta", author="Maja Forsberg")
    site.page.add_comment(post, "Här", author="Maja Forsberg")
    assert [value["message"] for value in changes(1)] == ["Här"]


def test_without_values_only_the_field_is_named(site: PageServer, ear: str) -> None:
    assert subscribe(site, ear, include_values="false").is_success
    site.write(f"{PAGE}/subscribed_apps", subscribed_fields="feed")
    site.page.add_post("Öppet hus")
    wait_for(lambda: Ear.told)
    (entry,) = json.loads(Ear.told[0][0])["entry"]
    assert entry["changed_fields"] == ["feed"]
    assert "changes" not in entry


def test_an_advertisement_is_not_announced_but_its_comments_are(site: PageServer, ear: str) -> None:
    both(site, ear)
    wait_for(lambda: len(Ear.told) == 1)
    ad = site.page.add_post("Vaccinera dig!", published=False)
    site.page.add_comment(ad, "Gäller det alla?", author="Maja Forsberg")
    assert [value["post_id"] for value in changes(1)] == [ad]
    assert len(Ear.told) == 2


def test_an_unknown_switch_is_refused(site: PageServer) -> None:
    assert site.http.post("/__emulator/hooks", json={"speed": 3}).status_code == 400
