"""Slack's door over HTTP: who cannot sign is not even read, and what was heard once is enough."""

import hashlib
import hmac
import json
import logging
import time
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import replace
from itertools import count
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from bot.deps import Deps
from bot.store import inbox
from handlers import app as door
from handlers.told import REMEMBERED_SECONDS, Told
from tests import make
from tests.fakes import Hand

SECRET = "0123456789abcdef-of-the-tests"
FORM = "application/x-www-form-urlencoded"

Headers = dict[str, str]


def signed(body: str, *, secret: str = SECRET, age: int = 0, kind: str = FORM) -> Headers:
    stamp = str(int(time.time()) - age)
    made = hmac.new(secret.encode(), f"v0:{stamp}:{body}".encode(), hashlib.sha256).hexdigest()
    names = ("content-type", "x-slack-request-timestamp", "x-slack-signature")
    return dict(zip(names, (kind, stamp, f"v0={made}"), strict=True))


@pytest.fixture
def post(deps: Deps) -> Callable[[str, Headers], int]:
    made = replace(deps, settings=replace(deps.settings, slack_signing_secret=SECRET))
    dispatch = door.dispatcher(door.create(made, lambda: None), SECRET)
    return lambda body, headers: dispatch(body, headers).status


FORGED: dict[str, Callable[[str], Headers]] = {
    "nothing": lambda _: {},
    "another secret": lambda body: signed(body, secret="another secret of the tests"),
    "no secret": lambda body: signed(body, secret=""),
    "for another body": lambda body: signed(body + " "),
    "an empty signature": lambda body: {**signed(body), "x-slack-signature": ""},
    "another version": lambda body: {
        **signed(body), "x-slack-signature": signed(body)["x-slack-signature"].replace("v0", "v1")
    },
    "letters that are none": lambda body: {**signed(body), "x-slack-signature": "v0=å\udcff"},
    "no time": lambda body: {**signed(body), "x-slack-request-timestamp": "nan"},
    "other digits": lambda body: {**signed(body), "x-slack-request-timestamp": "١٧"},
    "ten minutes old": lambda body: signed(body, age=600),
    "ten minutes ahead": lambda body: signed(body, age=-600),
}  # fmt: skip
BODIES = (
    "", "{", "[]", "null", "[" * 100_000, "payload={", "payload=1", "payload=%00", "ssl_check=1",
    '{"type":"url_verification","challenge":"x"}', urlencode(make.command("lucka")),
)  # fmt: skip


@pytest.mark.parametrize("headers", FORGED.values(), ids=FORGED.keys())
def test_what_slack_did_not_sign_now_is_refused_before_it_is_read(
    deps: Deps, post: Callable[[str, Headers], int], headers: Callable[[str], Headers],
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    for kind in (FORM, "application/json", "text/plain", "multipart/form-data; boundary=x", ""):
        for body in BODIES:
            assert post(body, {**headers(body), "content-type": kind}) == 401
    with deps.reading() as db:
        assert inbox.waiting(db) == []
    assert [r for r in caplog.records if r.levelno > logging.INFO] == []


@pytest.mark.parametrize("body", BODIES)
def test_another_type_over_what_was_signed_is_no_stumble(
    post: Callable[[str, Headers], int], caplog: pytest.LogCaptureFixture, body: str
) -> None:
    for kind in ("application/json", "text/plain", "multipart/form-data; boundary=x", ""):
        assert post(body, signed(body, kind=kind)) < 500
    assert [r for r in caplog.records if r.levelno > logging.WARNING] == []


@hypothesis_settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=st.text(), signature=st.text(), stamp=st.text())
def test_no_guess_opens(
    post: Callable[[str, Headers], int], body: str, signature: str, stamp: str
) -> None:
    headers = {"x-slack-signature": signature, "x-slack-request-timestamp": stamp}
    assert post(body, headers) == 401


def test_a_copy_of_what_was_heard_is_heard_no_more(
    deps: Deps, post: Callable[[str, Headers], int]
) -> None:
    body = urlencode(make.command("lucka"))
    headers = signed(body)
    assert [post(body, headers) for _ in range(3)] == [200, 200, 200]
    with deps.reading() as db:
        assert len(inbox.waiting(db)) == 1


def test_what_could_not_be_done_is_heard_again(deps: Deps) -> None:
    numbers = count()

    @contextmanager
    def full_at_first():  # type: ignore[no-untyped-def]
        if next(numbers) < 1:
            raise OSError("the disk is full")
        with deps.transaction() as db:
            yield db

    settings = replace(deps.settings, slack_signing_secret=SECRET)
    broken = replace(deps, settings=settings, transaction=full_at_first)
    dispatch = door.dispatcher(door.create(broken, lambda: None), SECRET)
    opened = {"type": "app_home_opened", "tab": "home", "user": make.AMIRA, "channel": "D0"}
    body = json.dumps(
        {"type": "event_callback", "event_id": "Ev1", "team_id": "T0LUCKA", "event": opened}
    )
    headers = signed(body, kind="application/json")
    assert [dispatch(body, headers).status for _ in range(2)] == [500, 200]


def test_a_signature_is_forgotten_when_it_is_too_old_to_count(hand: Hand) -> None:
    told = Told(hand.monotonic)
    assert told.is_new("a")
    assert not told.is_new("a")
    hand.on(seconds=REMEMBERED_SECONDS - 1)
    assert not told.is_new("a")
    hand.on(seconds=2)
    assert told.is_new("a")
