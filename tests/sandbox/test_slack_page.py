"""The JSON behind the page in the browser: the world, writing, the stream, the clock, starting over."""

import asyncio
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.clock import Clock
from bot.sandbox import hub as hub_module
from bot.sandbox.hub import Hub
from bot.sandbox.working_days import next_working_morning
from tests.sandbox.slack_kit import MANIFEST, World, until, world

STOCKHOLM = ZoneInfo("Europe/Stockholm")


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    with world(clock=Clock(tmp_path_factory.mktemp("clock") / "offset")) as found:
        yield found


@pytest.fixture
def here(running: World) -> World:
    running.ui("reset")
    return running


def test_the_world_has_its_people_channels_and_commands(here: World) -> None:
    found = here.read("world")

    assert found["bot"] == {"user_id": "U0LUCKA", "name": "Lucka", "connected": False}
    assert {u["id"]: u["kind"] for u in found["users"]} == {
        "U0AMIRA": "member", "U0JONAS": "member", "U0ELIN": "member", "U0MIKKO": "member",
        "U0GAST": "guest", "U0ENKANAL": "guest", "U0LUCKA": "bot", "U0ROBOT": "bot",
    }  # fmt: skip
    channels = {c["id"]: c for c in found["channels"]}
    assert channels["C0PLAN"]["name"] == "innehållsplan"
    assert "U0LUCKA" in channels["C0KOMMENT"]["members"]
    assert "U0LUCKA" not in channels["C0ALLMANT"]["members"]
    assert [c["command"] for c in found["commands"]] == ["/idea", "/plan"]
    assert [s["type"] for s in found["shortcuts"]] == ["message", "global"]
    assert found["has_home"]


def test_the_world_speaks_english_too() -> None:
    with world(language="en") as here:
        assert [c["name"] for c in here.read("world")["channels"]] == [
            "content-plan", "comments", "general",
        ]  # fmt: skip


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_planted_world_has_a_page_and_some_chatter(language: str) -> None:
    with world(planted=True, language=language) as here:
        found = here.read("world")
        page = here.http.get("/ui/page").json()

        assert found["page"]["name"]
        assert found["residents"]
        assert page["posts"]
        assert here.messages("C0PLAN") or here.messages("C0ALLMANT")
        assert len(here.slack.events) == 0


def test_a_message_is_shown_in_the_pages_shape(here: World) -> None:
    ts = here.ui("messages", channel="C0PLAN", text="Hej")["ts"]
    message = here.messages("C0PLAN")[0]

    assert set(message) == {
        "ts", "user", "username", "text", "blocks", "thread_ts", "reply_count", "latest_reply",
        "reactions", "edited", "ephemeral", "is_bot", "at", "local", "permalink",
    }  # fmt: skip
    assert (message["ts"], message["username"]) == (ts, "Amira Haddad")
    at, local = datetime.fromisoformat(message["at"]), datetime.fromisoformat(message["local"])
    assert at.astimezone(STOCKHOLM).replace(tzinfo=None) == local


def test_at_most_two_hundred_messages_are_shown(here: World) -> None:
    for number in range(205):
        here.ui("messages", channel="C0PLAN", text=str(number))

    assert [m["text"] for m in here.messages("C0PLAN")] == [str(n) for n in range(5, 205)]


def test_a_thread_has_its_parent_first(here: World) -> None:
    ts = here.ui("messages", channel="C0PLAN", text="Hej")["ts"]
    here.ui("messages", channel="C0PLAN", text="Svar", thread_ts=ts)
    here.client.chat_postEphemeral(channel="C0PLAN", user="U0AMIRA", text="Psst", thread_ts=ts)

    mine = here.read(f"channels/C0PLAN/threads/{ts}")["messages"]
    theirs = here.read(f"channels/C0PLAN/threads/{ts}", "U0JONAS")["messages"]
    assert [m["text"] for m in mine] == ["Hej", "Svar", "Psst"]
    assert [m["text"] for m in theirs] == ["Hej", "Svar"]
    assert [m["text"] for m in here.messages("C0PLAN")] == ["Hej"]


def test_an_ephemeral_message_can_be_dismissed_by_its_reader(here: World) -> None:
    ts = here.client.chat_postEphemeral(channel="C0PLAN", user="U0AMIRA", text="x")["message_ts"]

    assert here.ui("messages/delete", **{"as": "U0JONAS"}, channel="C0PLAN", ts=ts)["error"] == (
        "message_not_found"
    )
    assert here.ui("messages/delete", channel="C0PLAN", ts=ts)["ok"]
    assert here.messages("C0PLAN") == []


@pytest.mark.parametrize(
    ("path", "body", "error"),
    [
        ("messages", {"as": "U0NOBODY", "channel": "C0PLAN", "text": "x"}, "user_not_found"),
        ("messages", {"channel": "C0NONE", "text": "x"}, "channel_not_found"),
        ("messages", {"channel": "C0PLAN", "text": "  "}, "no_text"),
        ("messages", {"channel": "C0PLAN", "text": "x" * 40_001}, "msg_too_long"),
        ("messages", {"as": "U0FRAMMANDE", "channel": "C0PLAN", "text": "x"}, "not_in_channel"),
        ("messages", {"channel": "C0PLAN", "text": "x", "thread_ts": "1.0"}, "message_not_found"),
        ("messages/delete", {"channel": "C0PLAN", "ts": "1.0"}, "message_not_found"),
        ("reactions", {"channel": "C0PLAN", "ts": "1.0", "name": "x"}, "message_not_found"),
        ("actions", {}, "invalid_arguments"),
        ("actions", {"container": {"type": "view", "view_id": "V1"}, "block_id": "b",
                     "action_id": "a"}, "view_not_found"),
        ("actions", {"container": {"type": "home"}, "block_id": "b", "action_id": "a"},
         "view_not_found"),
        ("views/V1/submit", {"values": {}}, "view_not_found"),
        ("views/V1/close", {}, "view_not_found"),
        ("clock", {"advance_seconds": -5}, "only_forwards"),
        ("clock", {"to": "i morgon"}, "invalid_arguments"),
        ("clock", {}, "invalid_arguments"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_named(
    here: World, path: str, body: dict[str, Any], error: str
) -> None:
    assert here.ui(path, **body) == {"ok": False, "error": error}


def test_only_ones_own_messages_can_be_deleted(here: World) -> None:
    ts = here.ui("messages", channel="C0PLAN", text="Mitt")["ts"]

    other = here.ui("messages/delete", **{"as": "U0JONAS"}, channel="C0PLAN", ts=ts)
    assert other["error"] == "cant_delete_message"
    assert here.ui("messages/delete", channel="C0PLAN", ts=ts)["ok"]


# -- the stream


def test_the_stream_tells_what_to_fetch_again(here: World) -> None:
    with here.http.stream("GET", "/ui/stream") as stream:
        lines = stream.iter_lines()
        assert next(lines).startswith(":")
        assert stream.headers["content-type"].startswith("text/event-stream")
        here.client.chat_postEphemeral(channel="C0PLAN", user="U0AMIRA", text="x")
        ts = here.post()
        here.post(text="Svar", thread_ts=ts)
        found = []
        while len(found) < 4:
            line = next(lines)
            if line.startswith("data:"):
                found.append(json.loads(line.removeprefix("data: ")))

    assert found == [
        {"kind": "channel", "id": "C0PLAN", "for": "U0AMIRA"},
        {"kind": "channel", "id": "C0PLAN", "for": None},
        {"kind": "channel", "id": "C0PLAN", "for": None},
        {"kind": "thread", "id": ts, "for": None},
    ]


def test_a_reader_who_leaves_is_forgotten(here: World) -> None:
    for _ in range(5):
        with here.http.stream("GET", "/ui/stream") as stream:
            next(stream.iter_lines())

    until(lambda: here.slack.hub.readers == 0)


def test_a_reader_who_does_not_read_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hub_module, "BACKLOG", 3)

    async def scene() -> list[str]:
        hub = Hub()
        stream = hub.stream()
        seen = [await anext(stream)]
        for number in range(5):
            hub.publish("channel", str(number))
        return seen + [line async for line in stream]

    assert len(asyncio.run(scene())) <= 4


def test_a_quiet_stream_says_that_it_is_still_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hub_module, "COMMENT_SECONDS", 0.01)

    async def scene() -> str:
        stream = Hub().stream()
        await anext(stream)
        return await anext(stream)

    assert asyncio.run(scene()).startswith(":")


# -- the clock


def test_the_clock_moves_forwards_and_new_messages_with_it(here: World) -> None:
    before = datetime.fromisoformat(here.read("world")["now"]["at"])
    after = datetime.fromisoformat(here.ui("clock", advance_seconds=3600)["now"]["at"])
    ts = here.post()

    assert timedelta(minutes=59) < after - before < timedelta(minutes=61)
    assert abs(float(ts) - after.timestamp()) < 60


def test_answers_are_dated_by_the_steered_clock(here: World) -> None:
    now = datetime.fromisoformat(here.ui("clock", advance_seconds=86_400)["now"]["at"])
    date = parsedate_to_datetime(here.client.auth_test().headers["date"])

    assert abs((date - now).total_seconds()) < 60


def test_the_clock_can_be_set_to_a_local_time(here: World) -> None:
    moment = datetime.fromisoformat(here.read("world")["now"]["local"]) + timedelta(days=2)
    to = moment.replace(hour=8, minute=0, second=0, microsecond=0)
    now = here.ui("clock", to=to.isoformat(timespec="minutes"))["now"]

    assert now["local"].startswith(to.isoformat(timespec="minutes"))
    assert here.ui("clock", to=to.isoformat())["error"] == "only_forwards"


def test_a_clock_without_a_file_stands_its_ground() -> None:
    with world() as here:
        assert here.ui("clock", advance_seconds=5)["error"] == "clock_fixed"


@pytest.mark.parametrize(
    ("now", "morning"),
    [
        pytest.param("2026-11-24T08:14", "2026-11-24T08:15", id="a minute before"),
        pytest.param("2026-11-24T08:15", "2026-11-25T08:15", id="strictly later"),
        pytest.param("2026-11-27T16:00", "2026-11-30T08:15", id="over a weekend"),
        pytest.param("2026-12-23T16:00", "2026-12-28T08:15", id="over Christmas"),
        pytest.param("2026-12-30T16:00", "2027-01-04T08:15", id="over New Year"),
        pytest.param("2026-06-18T16:00", "2026-06-22T08:15", id="over Midsummer"),
        pytest.param("2026-10-23T16:00", "2026-10-26T08:15", id="over the change of clocks"),
    ],
)
def test_the_next_working_morning(now: str, morning: str) -> None:
    moment = datetime.fromisoformat(now).replace(tzinfo=STOCKHOLM).astimezone(UTC)

    found = next_working_morning(moment, STOCKHOLM)

    assert found.replace(tzinfo=None).isoformat(timespec="minutes") == morning


# -- the page itself


def test_the_page_may_load_from_this_server_only(here: World) -> None:
    for path in ("/", "/static/index.html", "/archives/C0PLAN/p1"):
        headers = here.http.get(path).headers
        assert headers["content-security-policy"].startswith("default-src 'self'")
        assert headers["cache-control"] == "no-store"


def test_the_manifest_may_leave_almost_everything_out() -> None:
    with world(manifest={"display_information": MANIFEST["display_information"]}) as here:
        found = here.read("world")

        assert found["bot"]["name"] == "Lucka"
        assert (found["commands"], found["shortcuts"], found["has_home"]) == ([], [], False)
