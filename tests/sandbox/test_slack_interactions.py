"""People act, a real Bolt app answers: commands, clicks and shortcuts."""

from typing import Any

import pytest

from bot.sandbox.slack import delivery
from tests.sandbox.slack_kit import (
    BUTTON,
    INPUTS,
    OPTIONS,
    Json,
    Recorder,
    World,
    click,
    plain,
    with_button,
    world,
)

# -- commands


def test_a_command_arrives_as_slack_sends_it(here: World, app: Recorder) -> None:
    here.ui("commands", channel="C0PLAN", command="/idea", text=" höst <b> & @Jonas ")
    body = app.last("command")

    assert body["command"] == "/idea"
    assert body["text"] == "höst <b> & @Jonas"
    assert (body["user_id"], body["channel_id"], body["channel_name"]) == (
        "U0AMIRA", "C0PLAN", "innehållsplan",
    )  # fmt: skip
    assert body["response_url"].startswith(here.address)
    assert body["trigger_id"]
    assert "thread_ts" not in body


def test_should_escape_turns_names_into_mentions(here: World, app: Recorder) -> None:
    here.ui("commands", channel="C0PLAN", command="/plan", text="<b> @Jonas Berg #kommentarer")

    assert app.last("command")["text"] == "&lt;b&gt; <@U0JONAS> <#C0KOMMENT|kommentarer>"


def test_the_acknowledgement_is_shown_to_the_person_alone(here: World, app: Recorder) -> None:
    app.on("command", lambda ack, **_: ack("Sparat"))
    here.ui("commands", channel="C0ALLMANT", command="/idea", text="x")

    assert [(m["text"], m["ephemeral"]) for m in here.messages("C0ALLMANT")] == [("Sparat", True)]
    assert here.messages("C0ALLMANT", "U0JONAS") == []


def test_an_answer_in_channel_shows_the_command_too(here: World, app: Recorder) -> None:
    app.on("command", lambda ack, **_: ack(response_type="in_channel", text="Planen"))
    here.ui("commands", channel="C0PLAN", command="/plan", text="v. 48")

    seen = [(m["user"], m["text"]) for m in here.messages("C0PLAN", "U0JONAS")]
    assert seen == [("U0AMIRA", "/plan v. 48"), ("U0LUCKA", "Planen")]


def test_an_answer_with_bad_blocks_is_not_shown(here: World, app: Recorder) -> None:
    app.on("command", lambda ack, **_: ack(text="x", blocks=[{"type": "sektion"}]))

    answer = here.ui("commands", channel="C0PLAN", command="/idea", text="x")

    assert answer["error"] == "invalid_response"
    assert here.messages("C0PLAN") == []


def test_an_unknown_command_is_slacks_own_affair(here: World) -> None:
    assert here.ui("commands", channel="C0PLAN", command="/none", text="")["error"] == (
        "unknown_command"
    )


def test_guests_and_strangers_may_try(here: World, app: Recorder) -> None:
    for person in ("U0GAST", "U0FRAMMANDE", "U0ENKANAL"):
        here.ui("commands", **{"as": person}, channel="C0PLAN", command="/idea", text="x")

    assert [b["user_id"] for b in app.bodies("command")] == ["U0GAST", "U0FRAMMANDE", "U0ENKANAL"]


def test_no_answer_in_time_is_said_so(
    here: World, app: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivery, "ACK_SECONDS", 0.1)
    app.on("command", lambda **_: None)

    answer = here.ui("commands", channel="C0PLAN", command="/idea", text="x")

    assert answer == {"ok": False, "error": "operation_timeout"}


def test_without_a_bot_there_is_nobody_to_ask() -> None:
    with world() as alone:
        answer = alone.ui("commands", channel="C0PLAN", command="/idea", text="x")

        assert answer == {"ok": False, "error": "bot_offline"}
        assert not alone.read("world")["bot"]["connected"]


# -- clicks


def test_a_click_arrives_as_slack_sends_it(here: World, app: Recorder) -> None:
    ts = with_button(here)

    assert click(here, ts) == {"ok": True}
    body = app.last("action")

    assert body["type"] == "block_actions"
    assert body["user"] == {
        "id": "U0AMIRA", "username": "amira", "name": "amira", "team_id": "T0LUCKA",
    }  # fmt: skip
    assert body["team"] == {"id": "T0LUCKA", "domain": "lucka-sandbox"}
    assert body["channel"] == {"id": "C0PLAN", "name": "innehållsplan"}
    assert body["container"] == {
        "type": "message", "message_ts": ts, "channel_id": "C0PLAN", "is_ephemeral": False,
    }  # fmt: skip
    assert body["message"]["ts"] == ts
    assert body["actions"] == [
        BUTTON | {"block_id": "b", "action_ts": body["actions"][0]["action_ts"]}
    ]
    assert body["state"] == {"values": {}}
    assert body["response_url"].startswith(here.address)


def test_a_link_button_is_told_as_well(here: World, app: Recorder) -> None:
    assert click(here, with_button(here, url="https://example.org"))["ok"]
    assert app.last("action")["actions"][0]["url"] == "https://example.org"


def test_a_click_in_an_ephemeral_message_carries_no_message(here: World, app: Recorder) -> None:
    block = {"type": "actions", "block_id": "b", "elements": [BUTTON]}
    ts = here.client.chat_postEphemeral(channel="C0PLAN", user="U0AMIRA", text="x", blocks=[block])[
        "message_ts"
    ]

    assert click(here, ts)["ok"]
    body = app.last("action")
    assert body["container"]["is_ephemeral"]
    assert "message" not in body
    assert click(here, ts, **{"as": "U0JONAS"})["error"] == "message_not_found"


def test_a_click_in_a_thread_names_the_thread(here: World, app: Recorder) -> None:
    parent = here.post()
    block = {"type": "actions", "block_id": "b", "elements": [BUTTON]}
    ts = here.post(thread_ts=parent, blocks=[block])

    click(here, ts)

    assert app.last("action")["container"]["thread_ts"] == parent


@pytest.mark.parametrize(
    "what",
    [
        pytest.param({"block_id": "other"}, id="a block that is not there"),
        pytest.param({"action_id": "other"}, id="an element that is not there"),
    ],
)
def test_only_what_is_there_can_be_clicked(here: World, app: Recorder, what: Json) -> None:
    assert click(here, with_button(here), **what)["error"] == "invalid_action"
    assert app.bodies("action") == []


def test_a_test_may_forge_a_click(here: World, app: Recorder) -> None:
    click(here, with_button(here), forge={"value": "666"})
    click(here, with_button(here), action_id="stale", forge={"value": "1"})

    first, second = app.bodies("action")
    assert first["actions"][0]["value"] == "666"
    assert second["actions"][0]["action_id"] == "stale"


ELEMENTS: dict[str, tuple[Json, Any, Json, Any]] = {
    "static_select": ({"options": OPTIONS}, "b", {"selected_option": OPTIONS[1]}, "c"),
    "overflow": ({"options": OPTIONS}, "a", {"selected_option": OPTIONS[0]}, "c"),
    "radio_buttons": ({"options": OPTIONS}, "a", {"selected_option": OPTIONS[0]}, "c"),
    "checkboxes": ({"options": OPTIONS}, ["a", "b"], {"selected_options": OPTIONS}, ["c"]),
    "multi_static_select": ({"options": OPTIONS}, ["b"], {"selected_options": OPTIONS[1:]}, "b"),
    "users_select": ({}, "U0JONAS", {"selected_user": "U0JONAS"}, "jonas"),
    "multi_users_select": ({}, ["U0JONAS"], {"selected_users": ["U0JONAS"]}, "U0JONAS"),
    "channels_select": ({}, "C0PLAN", {"selected_channel": "C0PLAN"}, "plan"),
    "conversations_select": ({}, "C0PLAN", {"selected_conversation": "C0PLAN"}, 7),
    "datepicker": ({}, "2026-12-01", {"selected_date": "2026-12-01"}, "1 december"),
    "timepicker": ({}, "11:00", {"selected_time": "11:00"}, "kl. 11"),
    "datetimepicker": ({}, 1795508100, {"selected_date_time": 1795508100}, "nu"),
}


@pytest.mark.parametrize("kind", ELEMENTS)
def test_what_was_chosen_arrives_in_the_elements_own_shape(
    here: World, app: Recorder, kind: str
) -> None:
    fields, value, chosen, foreign = ELEMENTS[kind]
    element = {"type": kind, "action_id": "go"} | fields
    ts = here.post(blocks=[{"type": "actions", "block_id": "b", "elements": [element]}])

    assert click(here, ts, value=foreign)["error"] == "invalid_action"
    assert click(here, ts, value=value, state={"values": {"b": {"go": value}}})["ok"]

    body = app.last("action")
    where = {"action_id": "go", "block_id": "b", "type": kind}
    assert where.items() <= body["actions"][0].items()
    assert chosen.items() <= body["actions"][0].items()
    held = {} if kind == "overflow" else {"b": {"go": {"type": kind} | chosen}}
    assert body["state"]["values"] == held


def test_state_holds_what_nobody_touched_as_it_began(here: World, app: Recorder) -> None:
    ts = here.post(blocks=[*INPUTS[1:], {"type": "actions", "block_id": "b", "elements": [BUTTON]}])

    click(here, ts)

    assert app.last("action")["state"]["values"] == {
        "day": {"d": {"type": "datepicker", "selected_date": "2026-11-24"}},
        "outlet": {"o": {"type": "static_select", "selected_option": None}},
    }


def test_an_external_select_offers_what_the_app_says_and_nothing_else(
    here: World, app: Recorder
) -> None:
    begun = {"text": plain("Före"), "value": "z"}
    element = {"type": "external_select", "action_id": "go", "initial_option": begun}
    ts = here.post(blocks=[{"type": "actions", "block_id": "b", "elements": [element]}])
    container = {"type": "message", "channel": "C0PLAN", "ts": ts}
    app.on("options", lambda ack, **_: ack(options=OPTIONS))

    answer = here.ui("options", container=container, block_id="b", action_id="go", query="hö")

    assert answer["options"] == OPTIONS
    assert app.last("options")["value"] == "hö"
    assert click(here, ts, value="c")["error"] == "invalid_action"
    assert click(here, ts, value="b")["ok"]
    assert click(here, ts, value="z")["ok"]


# -- shortcuts


def test_a_message_shortcut_carries_the_message(here: World, app: Recorder) -> None:
    ts = here.ui("messages", channel="C0ALLMANT", text="En idé")["ts"]

    assert here.ui("shortcuts", callback_id="idea.save", channel="C0ALLMANT", ts=ts)["ok"]
    body = app.last("shortcut")

    assert body["type"] == "message_action"
    assert body["callback_id"] == "idea.save"
    assert (body["message"]["text"], body["message_ts"]) == ("En idé", ts)
    assert body["channel"]["id"] == "C0ALLMANT"
    assert body["response_url"]


def test_a_global_shortcut_knows_no_channel(here: World, app: Recorder) -> None:
    assert here.ui("shortcuts", callback_id="idea.new")["ok"]
    body = app.last("shortcut")

    assert body["type"] == "shortcut"
    assert "channel" not in body
    assert "response_url" not in body


@pytest.mark.parametrize(
    ("asked", "error"),
    [
        ({"callback_id": "none"}, "unknown_shortcut"),
        ({"callback_id": "idea.save"}, "message_not_found"),
        ({"callback_id": "idea.save", "channel": "C0PLAN", "ts": "1.0"}, "message_not_found"),
    ],
)
def test_a_shortcut_needs_to_exist_and_to_have_its_message(
    here: World, asked: Json, error: str
) -> None:
    assert here.ui("shortcuts", **asked)["error"] == error
