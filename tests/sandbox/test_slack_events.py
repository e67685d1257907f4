"""Events as the app receives them: who hears of what, in which shape."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.sandbox.slack_kit import MANIFEST, SCOPES, Recorder, World, connected, until, world

Json = dict[str, Any]


@pytest.fixture(scope="module")
def running() -> Iterator[tuple[World, Recorder]]:
    with world() as found:
        recorder = Recorder(found)
        recorder.app._middleware_list = [
            m for m in recorder.app._middleware_list if type(m).__name__ != "IgnoringSelfEvents"
        ]
        with connected(found, recorder.app):
            yield found, recorder


@pytest.fixture
def here(running: tuple[World, Recorder]) -> World:
    until(lambda: len(running[0].slack.events) == 0)
    running[0].ui("reset")
    running[1].forget()
    return running[0]


@pytest.fixture
def app(running: tuple[World, Recorder], here: World) -> Recorder:
    return running[1]


def heard(app: Recorder, kind: str) -> Json:
    """Wait for an event of *kind* (type or type.subtype) and return the inner event."""

    def look() -> Json | None:
        for body in app.bodies("event"):
            event: Json = body["event"]
            name = ".".join(filter(None, (event["type"], event.get("subtype"))))
            if name == kind:
                return event
        return None

    found: Json = until(look)
    return found


def test_an_event_comes_in_slacks_envelope(here: World, app: Recorder) -> None:
    here.ui("messages", channel="C0PLAN", text="Hej")
    body = app.last("event")

    assert body["type"] == "event_callback"
    assert (body["team_id"], body["api_app_id"]) == ("T0LUCKA", "A0LUCKA")
    assert body["event_id"].startswith("Ev")
    assert body["event_time"] == int(body["event"]["ts"].partition(".")[0])
    assert body["authorizations"] == [
        {"enterprise_id": None, "team_id": "T0LUCKA", "user_id": "U0LUCKA", "is_bot": True,
         "is_enterprise_install": False}
    ]  # fmt: skip


def test_a_message_is_told_with_where_it_was(here: World, app: Recorder) -> None:
    ts = here.ui("messages", channel="C0PLAN", text="Hej")["ts"]
    event = heard(app, "message")

    assert (event["user"], event["text"], event["ts"]) == ("U0AMIRA", "Hej", ts)
    assert (event["channel"], event["channel_type"]) == ("C0PLAN", "channel")
    assert "thread_ts" not in event


def test_a_reply_names_its_thread(here: World, app: Recorder) -> None:
    parent = here.ui("messages", channel="C0PLAN", text="Hej")["ts"]
    heard(app, "message")
    app.forget()
    here.ui("messages", channel="C0PLAN", text="Svar", thread_ts=parent)

    assert heard(app, "message")["thread_ts"] == parent


def test_the_bots_own_messages_are_told_to_it_too(here: World, app: Recorder) -> None:
    here.post(metadata={"event_type": "lucka", "event_payload": {"key": "1"}})
    event = heard(app, "message")

    assert event["bot_id"] == "B0LUCKA"
    assert event["metadata"]["event_payload"] == {"key": "1"}


def test_changes_and_deletions_are_told_with_what_was(here: World, app: Recorder) -> None:
    ts = here.post(text="Gammalt")
    here.client.chat_update(channel="C0PLAN", ts=ts, text="Nytt")
    changed = heard(app, "message.message_changed")
    here.client.chat_delete(channel="C0PLAN", ts=ts)
    deleted = heard(app, "message.message_deleted")

    assert (changed["message"]["text"], changed["previous_message"]["text"]) == ("Nytt", "Gammalt")
    assert (deleted["deleted_ts"], deleted["previous_message"]["text"]) == (ts, "Nytt")
    assert changed["hidden"]


def test_reactions_are_told_with_the_message_they_stand_on(here: World, app: Recorder) -> None:
    ts = here.post()
    here.ui("reactions", channel="C0PLAN", ts=ts, name="eyes", action="add")
    here.ui("reactions", channel="C0PLAN", ts=ts, name="eyes", action="remove")
    added, removed = heard(app, "reaction_added"), heard(app, "reaction_removed")

    assert added["item"] == {"type": "message", "channel": "C0PLAN", "ts": ts}
    assert (added["user"], added["reaction"], added["item_user"]) == ("U0AMIRA", "eyes", "U0LUCKA")
    assert removed["item"] == added["item"]
    assert "text" not in added


def test_only_what_the_bot_can_see_is_told(here: World, app: Recorder) -> None:
    hidden = here.ui("messages", channel="C0ALLMANT", text="Inte för boten")["ts"]
    here.ui("reactions", channel="C0ALLMANT", ts=hidden, name="eyes", action="add")
    here.ui("messages", channel="C0PLAN", text="Sist")

    assert heard(app, "message")["text"] == "Sist"
    assert len(app.bodies("event")) == 1


def test_a_mention_is_an_event_of_its_own(here: World, app: Recorder) -> None:
    here.ui("messages", channel="C0PLAN", text="@Lucka hjälp")

    assert heard(app, "app_mention")["text"] == "<@U0LUCKA> hjälp"
    assert heard(app, "message")["text"] == "<@U0LUCKA> hjälp"


def test_a_direct_message_is_told_as_such(here: World, app: Recorder) -> None:
    here.client.chat_postMessage(channel="U0AMIRA", text="Hej")
    heard(app, "message")
    app.forget()
    here.ui("messages", channel="D0AMIRA", text="@Lucka hej")

    assert heard(app, "message")["channel_type"] == "im"
    until(lambda: len(here.slack.events) == 0)
    assert len(app.bodies("event")) == 1  # a mention in a direct conversation is none


def test_new_members_are_told_the_bot_itself_included(here: World, app: Recorder) -> None:
    here.ui("commands", channel="C0ALLMANT", command="/invite", text="@lucka")
    event = heard(app, "member_joined_channel")

    assert (event["user"], event["channel"], event["inviter"]) == (
        "U0LUCKA", "C0ALLMANT", "U0AMIRA",
    )  # fmt: skip
    here.client.chat_postMessage(channel="C0ALLMANT", text="Tack")


@pytest.mark.parametrize(
    ("events", "scopes"),
    [
        pytest.param([], SCOPES, id="not subscribed"),
        pytest.param(["reaction_added"], ["commands"], id="without the scope"),
    ],
)
def test_what_the_manifest_does_not_ask_for_is_not_told(
    events: list[str], scopes: list[str]
) -> None:
    settings = MANIFEST["settings"] | {"event_subscriptions": {"bot_events": events}}
    oauth = {"oauth_config": {"scopes": {"bot": scopes}}}
    with world(manifest=MANIFEST | {"settings": settings} | oauth) as quiet:
        ts = quiet.ui("messages", channel="C0PLAN", text="x")["ts"]
        quiet.ui("reactions", channel="C0PLAN", ts=ts, name="eyes", action="add")

        assert len(quiet.slack.events) == 0


def test_sharing_a_channel_is_told_and_making_it_public_is_not(here: World, app: Recorder) -> None:
    events = MANIFEST["settings"]["event_subscriptions"]["bot_events"]
    assert {"channel_shared", "channel_unshared"} <= set(events)
    body = {"channel": "C0KOMMENT", "is_private": True}
    here.http.post("/__emulator/channels", json=body | {"is_ext_shared": True})
    assert heard(app, "channel_shared")["channel"] == "C0KOMMENT"
    assert here.client.conversations_info(channel="C0KOMMENT")["channel"]["is_ext_shared"]
    here.http.post("/__emulator/channels", json=body)
    assert heard(app, "channel_unshared")["channel"] == "C0KOMMENT"
    app.forget()
    here.http.post("/__emulator/channels", json={"channel": "C0KOMMENT"})
    here.ui("messages", channel="C0PLAN", text="Hej")
    assert heard(app, "message")
    assert {event["event"]["type"] for event in app.bodies("event")} == {"message"}
    assert not here.client.conversations_info(channel="C0KOMMENT")["channel"]["is_private"]
