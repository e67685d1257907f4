"""The Web API's own rules: tokens, scopes, arguments, forms and JSON, and Slack's words of refusal."""

from collections.abc import Iterator
from typing import Any

import pytest
from slack_sdk import WebClient

from bot.sandbox.identity import APP_TOKEN, BOT_TOKEN
from bot.sandbox.slack.manifest import Manifest
from bot.sandbox.slack.slack_api import METHODS
from tests.sandbox.slack_kit import SCOPES, World, refusal, without_scope, world


@pytest.fixture(scope="module")
def shared() -> Iterator[World]:
    with world() as found:
        yield found


def call(world: World, method: str, token: str | None = BOT_TOKEN, **args: Any) -> dict[str, Any]:
    headers = {"authorization": f"Bearer {token}"} if token else {}
    answer: dict[str, Any] = world.http.post(f"/api/{method}", json=args, headers=headers).json()
    return answer


def test_auth_test_says_who_the_bot_is_and_what_it_may(shared: World) -> None:
    answer = shared.client.auth_test()

    assert answer["bot_id"] == "B0LUCKA"
    assert answer["user_id"] == "U0LUCKA"
    assert answer["team_id"] == "T0LUCKA"
    assert answer["url"] == f"{shared.address}/"
    assert answer.headers["x-oauth-scopes"].split(",") == SCOPES


def test_every_answer_says_that_this_is_an_emulator(shared: World) -> None:
    paths = ("/", "/api/api.test", "/ui/world", "/graph/v26.0/me", "/no-such-thing")

    assert [shared.http.get(path).headers["x-emulator"] for path in paths] == ["1"] * len(paths)


@pytest.mark.parametrize(
    ("method", "token", "error"),
    [
        pytest.param("auth.test", None, "not_authed", id="no token"),
        pytest.param("auth.test", "xoxb-wrong", "invalid_auth", id="a wrong token"),
        pytest.param("chat.postMessage", APP_TOKEN, "not_allowed_token_type", id="app token"),
        pytest.param("apps.connections.open", BOT_TOKEN, "not_allowed_token_type", id="bot token"),
        pytest.param("chat.mumble", BOT_TOKEN, "unknown_method", id="an unknown method"),
    ],
)
def test_a_call_needs_the_right_token(
    shared: World, method: str, token: str | None, error: str
) -> None:
    assert call(shared, method, token)["error"] == error


def test_a_token_may_stand_in_the_form(shared: World) -> None:
    answer = shared.http.post("/api/auth.test", data={"token": BOT_TOKEN}).json()

    assert answer["ok"]


def test_form_and_json_do_the_same(shared: World) -> None:
    form = {"token": BOT_TOKEN, "channel": "C0PLAN", "text": "i formulär", "unfurl_links": "0"}
    form["blocks"] = '[{"type": "divider"}]'

    by_form = shared.http.post("/api/chat.postMessage", data=form).json()
    by_json = call(shared, "chat.postMessage", channel="C0PLAN", text="i formulär",
                   blocks=[{"type": "divider"}])  # fmt: skip

    assert by_form["message"]["blocks"][0]["type"] == by_json["message"]["blocks"][0]["type"]
    assert by_form["message"]["text"] == by_json["message"]["text"]


@pytest.mark.parametrize(
    ("body", "error"),
    [
        pytest.param(b"{", "invalid_json", id="half a body"),
        pytest.param(b"[]", "json_not_object", id="a list"),
    ],
)
def test_a_broken_json_body_is_named(shared: World, body: bytes, error: str) -> None:
    headers = {"content-type": "application/json", "authorization": f"Bearer {BOT_TOKEN}"}

    answer = shared.http.post("/api/chat.postMessage", content=body, headers=headers).json()

    assert answer["error"] == error


@pytest.mark.parametrize("name", sorted(n for n, m in METHODS.items() if m.required))
def test_required_arguments_are_required(shared: World, name: str) -> None:
    answer = call(shared, name)

    assert answer["error"] == "invalid_arguments"
    assert "missing required field" in answer["response_metadata"]["messages"][0]


@pytest.mark.parametrize(
    ("scope", "method", "arguments"),
    [
        ("chat:write", "chat_postMessage", {"channel": "C0PLAN", "text": "x"}),
        ("channels:history", "conversations_history", {"channel": "C0PLAN"}),
        ("channels:read", "conversations_info", {"channel": "C0PLAN"}),
        ("channels:read", "conversations_list", {}),
        ("channels:join", "conversations_join", {"channel": "C0ALLMANT"}),
        ("im:write", "conversations_open", {"users": "U0AMIRA"}),
        ("users:read", "users_info", {"user": "U0AMIRA"}),
        ("reactions:write", "reactions_add", {"channel": "C0PLAN", "timestamp": "1", "name": "x"}),
        ("team:read", "team_info", {}),
    ],
)  # fmt: skip
def test_a_missing_scope_is_named(
    shared: World,
    monkeypatch: pytest.MonkeyPatch,
    scope: str,
    method: str,
    arguments: dict[str, Any],
) -> None:
    monkeypatch.setattr(shared.slack, "manifest", Manifest(without_scope(scope)))

    answer = refusal(getattr(shared.client, method), **arguments)

    assert answer["error"] == "missing_scope"
    assert answer["needed"] == scope
    assert scope not in answer["provided"].split(",")


@pytest.mark.parametrize(
    ("method", "arguments", "error"),
    [
        ("chat_postMessage", {"channel": "C0NONE", "text": "x"}, "channel_not_found"),
        ("chat_postMessage", {"channel": "C0ALLMANT", "text": "x"}, "not_in_channel"),
        ("chat_postMessage", {"channel": "C0PLAN", "text": "x", "thread_ts": "1.000000"},
         "thread_not_found"),
        ("chat_postMessage", {"channel": "C0PLAN", "blocks": "nej", "text": "x"},
         "invalid_blocks_format"),
        ("chat_postMessage", {"channel": "C0PLAN", "text": "x", "markdown_text": "x"},
         "markdown_text_conflict"),
        ("chat_postMessage", {"channel": "C0PLAN", "text": "x", "attachments": [{}] * 101},
         "too_many_attachments"),
        ("chat_update", {"channel": "C0PLAN", "ts": "1.000000", "text": "x"}, "message_not_found"),
        ("chat_update", {"channel": "innehållsplan", "ts": "1.0", "text": "x"},
         "channel_not_found"),
        ("chat_delete", {"channel": "C0PLAN", "ts": "1.000000"}, "message_not_found"),
        ("chat_postEphemeral", {"channel": "C0PLAN", "user": "U0NOBODY", "text": "x"},
         "user_not_in_channel"),
        ("chat_postEphemeral", {"channel": "C0ALLMANT", "user": "U0AMIRA", "text": "x"},
         "not_in_channel"),
        ("chat_getPermalink", {"channel": "C0PLAN", "message_ts": "1.000000"},
         "message_not_found"),
        ("conversations_history", {"channel": "C0ALLMANT"}, "not_in_channel"),
        ("conversations_history", {"channel": "C0PLAN", "limit": 1000}, "invalid_limit"),
        ("conversations_history", {"channel": "C0PLAN", "cursor": "xyz"}, "invalid_cursor"),
        ("conversations_history", {"channel": "C0PLAN", "oldest": "i går"}, "invalid_ts_oldest"),
        ("conversations_replies", {"channel": "C0PLAN", "ts": "1.000000"}, "thread_not_found"),
        ("conversations_info", {"channel": "C0NONE"}, "channel_not_found"),
        ("conversations_list", {"types": "secret"}, "invalid_types"),
        ("conversations_open", {"users": "U0NOBODY"}, "user_not_found"),
        ("conversations_open", {"users": "U0SLUTAT"}, "user_disabled"),
        ("conversations_open", {"users": "U0AMIRA,U0JONAS"}, "too_many_users"),
        ("reactions_add", {"channel": "C0PLAN", "timestamp": "1.000000", "name": "eyes"},
         "message_not_found"),
        ("reactions_add", {"channel": "C0PLAN", "timestamp": "1.000000", "name": "öga"},
         "invalid_name"),
        ("reactions_get", {}, "no_item_specified"),
        ("users_info", {"user": "U0NOBODY"}, "user_not_found"),
        ("bots_info", {"bot": "B0NONE"}, "bot_not_found"),
        ("views_open", {"trigger_id": "x", "view": {"type": "modal"}}, "invalid_arguments"),
        ("views_publish", {"user_id": "U0NOBODY", "view": {"type": "home", "blocks": []}},
         "user_not_found"),
    ],
)  # fmt: skip
def test_slack_says_no_in_its_own_words(
    shared: World, method: str, arguments: dict[str, Any], error: str
) -> None:
    assert refusal(getattr(shared.client, method), **arguments)["error"] == error


def test_a_message_needs_something_to_say(shared: World) -> None:
    assert call(shared, "chat.postMessage", channel="C0PLAN")["error"] == "no_text"
    assert call(shared, "chat.postMessage", channel="C0PLAN", blocks=[])["error"] == "no_text"


def test_everybody_is_known_by_what_they_are(shared: World) -> None:
    people = {m["id"]: m for m in shared.client.users_list()["members"]}
    stranger = shared.client.users_info(user="U0FRAMMANDE")["user"]

    assert people["U0AMIRA"]["is_admin"]
    assert people["U0GAST"]["is_restricted"]
    assert not people["U0GAST"]["is_ultra_restricted"]
    assert people["U0ENKANAL"]["is_ultra_restricted"]
    assert people["U0SLUTAT"]["deleted"]
    assert people["U0ROBOT"]["is_bot"]
    assert "U0FRAMMANDE" not in people
    assert stranger["is_stranger"]
    assert stranger["team_id"] != "T0LUCKA"


def test_users_info_tells_zone_and_locale(shared: World) -> None:
    user = shared.client.users_info(user="U0AMIRA", include_locale=True)["user"]

    assert user["tz"] == "Europe/Stockholm"
    assert user["tz_offset"] in (3600, 7200)
    assert user["locale"] == "sv-SE"


def test_a_private_channel_without_the_bot_does_not_exist_for_it() -> None:
    with world() as here:
        channel = here.slack.workspace.channels["C0PLAN"]
        hidden = type(channel)("C0HEMLIG", "hemlig", is_private=True, members=("U0AMIRA",))
        here.slack.workspace.save_channel(hidden)

        listed = here.client.conversations_list(types="public_channel,private_channel")["channels"]
        info = refusal(here.client.conversations_info, channel="C0HEMLIG")
        post = refusal(here.client.chat_postMessage, channel="C0HEMLIG", text="x")

    assert "C0HEMLIG" not in [c["id"] for c in listed]
    assert info["error"] == post["error"] == "channel_not_found"


def test_an_archived_channel_takes_no_messages() -> None:
    with world() as here:
        here.slack.workspace.save_channel(
            type(here.slack.workspace.channels["C0PLAN"])(
                "C0GAMMAL", "gammal", is_archived=True, members=("U0LUCKA",)
            )
        )

        assert refusal(here.client.chat_postMessage, channel="C0GAMMAL", text="x")["error"] == (
            "is_archived"
        )


def test_channels_are_found_page_by_page(shared: World) -> None:
    types = "public_channel,private_channel"
    first = shared.client.conversations_list(limit=2, types=types)
    cursor = first["response_metadata"]["next_cursor"]
    second = shared.client.conversations_list(limit=2, types=types, cursor=cursor)

    found = [c["id"] for c in first["channels"] + second["channels"]]
    assert sorted(found) == ["C0ALLMANT", "C0KOMMENT", "C0PLAN"]
    assert second["response_metadata"]["next_cursor"] == ""


def test_the_bot_joins_a_public_channel_by_itself() -> None:
    with world() as here:
        assert here.client.conversations_join(channel="C0ALLMANT")["channel"]["is_member"]
        again = here.client.conversations_join(channel="C0ALLMANT")

        assert again["warning"] == "already_in_channel"
        here.client.chat_postMessage(channel="#allmänt", text="Hej")


def test_posting_to_a_person_opens_their_conversation(shared: World) -> None:
    answer = shared.client.chat_postMessage(channel="U0JONAS", text="Bara till dig")
    opened = shared.client.conversations_open(users="U0JONAS")["channel"]["id"]

    assert answer["channel"] == opened == "D0JONAS"
    assert shared.messages("D0JONAS", "U0JONAS")[-1]["text"] == "Bara till dig"
    assert shared.read("channels/D0JONAS", "U0AMIRA")["error"] == "channel_not_found"


def test_the_app_token_opens_a_socket_and_says_whose_it_is(shared: World) -> None:
    app = WebClient(APP_TOKEN, base_url=f"{shared.address}/api/")

    assert app.auth_test()["app_id"] == "A0LUCKA"
    assert app.apps_connections_open(app_token=APP_TOKEN)["url"].startswith("ws://127.0.0.1:")


def test_api_test_answers_what_it_was_given(shared: World) -> None:
    assert shared.client.api_test()["ok"]
    assert refusal(shared.client.api_test, error="my_error")["error"] == "my_error"
