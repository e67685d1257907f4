"""Facebook's door over HTTP: the handshake, the signature, and everything kept before it is heard."""

import asyncio
import hashlib
import hmac
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette

from bot import web
from bot.deps import Deps
from bot.store import hints
from handlers import hooks

PAYLOADS = Path(__file__).parents[1] / "payloads" / "facebook"
COMMENT = (PAYLOADS / "webhook_new_comment_whose_parent_is_the_post.json").read_bytes()
PAGE = "100200300400500"
SECRET, WORD = "synthetic-app-secret-0001", "a-word-of-our-own"
ADDRESS = "/facebook/webhook"


@pytest.fixture
def deps(deps: Deps) -> Deps:
    settings = replace(
        deps.settings,
        facebook_page_id=PAGE,
        facebook_page_token="EAAexample",
        facebook_app_secret=SECRET,
        facebook_verify_token=WORD,
    )
    return replace(deps, settings=settings)


@pytest.fixture
def woken() -> list[int]:
    return []


class Client:
    """Somebody who knocks at the door of *app*."""

    def __init__(self, app: Starlette) -> None:
        self._app = app

    def get(self, **query: str) -> httpx.Response:
        return self._send("GET", params=query)

    def post(self, body: bytes, headers: Mapping[str, str] | None = None) -> httpx.Response:
        return self._send("POST", content=body, headers=headers)

    def _send(self, method: str, **more: Any) -> httpx.Response:
        async def send() -> httpx.Response:
            transport = httpx.ASGITransport(self._app, raise_app_exceptions=False)
            async with httpx.AsyncClient(transport=transport, base_url="http://lucka") as client:
                return await client.request(method, ADDRESS, **more)

        return asyncio.run(send())


@pytest.fixture
def door(deps: Deps, woken: list[int]) -> Client:
    return opened(deps, woken)


def opened(deps: Deps, woken: list[int]) -> Client:
    take = partial(hooks.take, deps, lambda: woken.append(1))
    return Client(web.create(deps.health, None, None, web.Hook(partial(hooks.greet, deps), take)))


def signed(body: bytes, secret: str = SECRET) -> dict[str, str]:
    made = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
    return {"X-Hub-Signature-256": f"sha256={made}"}


def kept(deps: Deps) -> list[str]:
    with deps.reading() as db:
        return [one.hint.post_id for one in hints.pending(db)]


def test_the_challenge_is_answered_as_plain_text_and_nothing_else(door: Client) -> None:
    query = {"hub.mode": "subscribe", "hub.challenge": "1158201444", "hub.verify_token": WORD}
    answer = door.get(**query)
    assert (answer.status_code, answer.text) == (200, "1158201444")
    assert answer.headers["content-type"].startswith("text/plain")
    assert door.get(**{**query, "hub.verify_token": "guessed"}).status_code == 403
    assert door.get().status_code == 403


def test_what_is_signed_is_kept_and_the_reader_woken(
    deps: Deps, door: Client, woken: list[int]
) -> None:
    for _ in range(3):
        assert door.post(COMMENT, signed(COMMENT)).status_code == 200
    assert kept(deps) == [f"{PAGE}_122000000000001001"]
    assert len(woken) == 3


@pytest.mark.parametrize(
    "headers",
    [
        {},
        signed(COMMENT, "another secret"),
        signed(COMMENT + b" "),
        {"X-Hub-Signature": signed(COMMENT)["X-Hub-Signature-256"]},
    ],
)
def test_what_is_not_signed_is_refused_and_not_kept(
    deps: Deps, door: Client, woken: list[int], headers: dict[str, str]
) -> None:
    assert door.post(COMMENT, headers).status_code == 403
    assert (kept(deps), woken) == ([], [])


def test_a_body_beyond_all_reason_is_not_read(door: Client) -> None:
    answer = door.post(b" " * (web.HOOK_LIMIT + 1))
    assert answer.status_code == 413


def test_what_cannot_be_kept_is_not_acknowledged_so_that_it_comes_again(
    deps: Deps, woken: list[int]
) -> None:
    @contextmanager
    def full() -> Iterator[None]:
        raise OSError("the disk is full")
        yield

    broken = replace(deps, transaction=full)  # type: ignore[arg-type]
    answer = opened(broken, woken).post(COMMENT, signed(COMMENT))
    assert answer.status_code == 500
    assert woken == []


def test_what_points_nowhere_is_acknowledged_and_wakes_nobody(
    deps: Deps, door: Client, woken: list[int]
) -> None:
    body = (PAYLOADS / "webhook_reaction_that_carries_a_comment_id.json").read_bytes()
    assert door.post(body, signed(body)).status_code == 200
    assert (kept(deps), woken) == ([], [])


def test_without_a_door_the_address_does_not_exist(deps: Deps) -> None:
    client = Client(web.create(deps.health, None))
    assert client.post(COMMENT, signed(COMMENT)).status_code == 404


@pytest.mark.parametrize(
    "unset", ["facebook_app_secret", "facebook_verify_token", "facebook_page_token"]
)
def test_there_is_a_door_only_where_strangers_can_be_told_apart(deps: Deps, unset: str) -> None:
    assert hooks.is_open(deps.settings)
    assert not hooks.is_open(replace(deps.settings, **{unset: ""}))
