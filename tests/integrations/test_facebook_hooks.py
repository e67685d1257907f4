"""What Facebook posts: whose it is by its bytes, and where it points; the traps of its payloads."""

import hashlib
import hmac
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.hints import ANYWHERE, Hint
from bot.integrations.facebook_hooks import challenge, hints_in, is_signed

PAYLOADS = Path(__file__).parents[1] / "payloads" / "facebook"
PAGE = "100200300400500"
POST = f"{PAGE}_122000000000001001"
FIRST = "122000000000001001_880000000000001"
SECRET = "synthetic-app-secret-0001"
WORD = "a-word-of-our-own"


def payload(name: str) -> bytes:
    return (PAYLOADS / f"webhook_{name}.json").read_bytes()


def signature(body: bytes, secret: str = SECRET) -> str:
    return "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


@pytest.mark.parametrize(
    ("name", "hints"),
    [
        ("new_comment_whose_parent_is_the_post", [Hint(POST, FIRST, "comment", "add")]),
        ("reply_by_the_page_itself", [Hint(POST, FIRST[:-1] + "2", "comment", "add")]),
        (
            "edited_hidden_shown_and_removed_in_one_batch",
            [Hint(POST, FIRST, "comment", "edited")],
        ),
        ("reaction_that_carries_a_comment_id", []),
        ("posts_photos_shares_and_a_mention", []),
        (
            "comment_on_an_advertisement",
            [Hint(f"{PAGE}_122000000000009999", FIRST[:-1] + "7", "comment", "add")],
        ),
        ("of_another_page", []),
        ("ids_as_numbers", [Hint("122000000000001001", "880000000000001", "comment", "add")]),
        ("without_values", [ANYWHERE]),
        ("signed_with_escaped_letters", []),
    ],
)
def test_a_payload_points_at_a_post_and_at_nothing_else(name: str, hints: list[Hint]) -> None:
    assert hints_in(payload(name), PAGE) == hints


def test_no_text_and_no_name_is_kept() -> None:
    for file in PAYLOADS.glob("webhook_*.json"):
        kept = str(hints_in(file.read_bytes(), PAGE))
        assert "Maja" not in kept
        assert "badet" not in kept
        assert "24000000000000011" not in kept


def test_a_thousand_comments_on_a_post_are_one_hint() -> None:
    value = {"item": "comment", "verb": "add", "post_id": POST}
    changes = [{"field": "feed", "value": value | {"comment_id": f"1_{n}"}} for n in range(1000)]
    changes[500]["value"] |= {"verb": "remove"}  # type: ignore[operator]
    body = json.dumps({"object": "page", "entry": [{"id": PAGE, "changes": changes}]}).encode()
    ((hint),) = hints_in(body, PAGE)
    assert (hint.post_id, hint.verb) == (POST, "remove")


def test_the_signature_is_that_of_the_bytes_with_their_escaped_letters() -> None:
    body = payload("signed_with_escaped_letters")
    told = "sha256=b678a4666de1ffe073aafe65c27cc8177255b02fefad53698e5c796f552f482b"
    assert is_signed(body, told, SECRET)
    again = json.dumps(json.loads(body), ensure_ascii=False, separators=(",", ":")).encode()
    assert not is_signed(again, told, SECRET)


@pytest.mark.parametrize(
    "told",
    [
        "",
        "sha256=",
        signature(b"{}", "another secret"),
        signature(b"{ }"),
        signature(b"{}").removeprefix("sha256="),
        signature(b"{}").upper(),
        "sha1=" + hmac.new(SECRET.encode(), b"{}", hashlib.sha1).hexdigest(),
        "sha256=å\ud800",
    ],
)
def test_whatever_is_not_signed_by_us_is_refused(told: str) -> None:
    assert not is_signed(b"{}", told, SECRET)


def test_without_a_secret_of_ours_nothing_is_signed() -> None:
    assert not is_signed(b"{}", signature(b"{}", ""), "")


def test_the_handshake_echoes_the_challenge_to_who_knows_our_word() -> None:
    query = {"hub.mode": "subscribe", "hub.challenge": "1158201444", "hub.verify_token": WORD}
    assert challenge(query, WORD) == "1158201444"


@pytest.mark.parametrize(
    "change",
    [
        {"hub.verify_token": "guessed"},
        {"hub.verify_token": ""},
        {"hub.mode": "unsubscribe"},
        {"hub.mode": ""},
    ],
)
def test_a_stranger_gets_no_answer(change: dict[str, str]) -> None:
    query = {"hub.mode": "subscribe", "hub.challenge": "1", "hub.verify_token": WORD}
    assert challenge({**query, **change}, WORD) is None
    assert challenge({**query, "hub.verify_token": ""}, "") is None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ["object", "entry", "id", "changes", "field", "value", "item", "verb", "post_id"]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=30,
)


@given(JSON)
def test_whatever_is_signed_is_read_without_a_stumble(told: object) -> None:
    body = {
        "object": "page",
        "entry": [{"id": PAGE, "changes": [{"field": "feed", "value": told}]}],
    }
    hints_in(json.dumps(body).encode(), PAGE)
    hints_in(json.dumps({"object": "page", "entry": told}).encode(), PAGE)
    hints_in(json.dumps(told).encode(), PAGE)


@pytest.mark.parametrize("body", [b"", b"<html>", b"\xff\xfe", b"[" * 100_000, b"1" * 5000])
def test_what_is_no_json_points_nowhere(body: bytes) -> None:
    assert hints_in(body, PAGE) == []


@pytest.mark.parametrize("post_id", ["../me", "1/comments", "a b", "", "x" * 129, "å"])
def test_an_id_that_could_lead_an_address_astray_is_none(post_id: str) -> None:
    value = {"item": "comment", "verb": "add", "post_id": post_id, "comment_id": "1"}
    body = {
        "object": "page",
        "entry": [{"id": PAGE, "changes": [{"field": "feed", "value": value}]}],
    }
    assert hints_in(json.dumps(body).encode(), PAGE) == []
