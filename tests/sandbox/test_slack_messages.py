"""Messages through the Web API: what an update keeps and wipes, history, threads, metadata."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.sandbox.slack_kit import World, refusal, world

BLOCKS: list[dict[str, Any]] = [
    {"type": "section", "block_id": "b", "text": {"type": "mrkdwn", "text": "Hej"}}
]
KEY = {"event_type": "lucka", "event_payload": {"key": "digest:2026-11-24"}}


@pytest.fixture(scope="module")
def running() -> Iterator[World]:
    with world() as found:
        yield found


@pytest.fixture
def here(running: World) -> World:
    running.ui("reset")
    return running


def history(world: World, **how: Any) -> list[dict[str, Any]]:
    answer = world.client.conversations_history(channel="C0PLAN", **how)
    found: list[dict[str, Any]] = answer["messages"]
    return found


def test_a_message_is_the_bots_and_comes_back_as_posted(here: World) -> None:
    answer = here.client.chat_postMessage(channel="C0PLAN", text="Hej", blocks=BLOCKS)
    message = history(here)[0]

    assert message["ts"] == answer["ts"]
    assert (message["user"], message["bot_id"], message["app_id"]) == (
        "U0LUCKA", "B0LUCKA", "A0LUCKA",
    )  # fmt: skip
    assert message["blocks"] == BLOCKS
    assert here.messages("C0PLAN")[0]["is_bot"]


def test_text_is_made_of_the_blocks_where_none_was_sent(here: World) -> None:
    with pytest.warns(UserWarning, match="missing in the request payload"):
        here.client.chat_postMessage(channel="C0PLAN", blocks=BLOCKS)

    assert history(here)[0]["text"] == "Hej"


def test_too_long_a_text_is_cut_when_posted_and_refused_when_updated(here: World) -> None:
    ts = here.post(text="x" * 40_001)

    assert len(history(here)[0]["text"]) == 40_000
    assert refusal(here.client.chat_update, channel="C0PLAN", ts=ts, text="x" * 4001)["error"] == (
        "msg_too_long"
    )


@pytest.mark.parametrize(
    ("change", "blocks", "edited"),
    [
        pytest.param({"text": "Ny"}, None, True, id="text alone wipes the blocks and marks it"),
        pytest.param({"text": "Ny", "blocks": []}, None, True, id="no blocks at all"),
        pytest.param({"text": "Ny", "blocks": BLOCKS}, BLOCKS, False, id="blocks leave no mark"),
        pytest.param({"metadata": KEY}, BLOCKS, False, id="metadata alone keeps the blocks"),
    ],
)
def test_what_an_update_does_to_the_blocks(
    here: World, change: dict[str, Any], blocks: Any, edited: bool
) -> None:
    ts = here.post(blocks=BLOCKS)

    here.client.api_call("chat.update", json={"channel": "C0PLAN", "ts": ts} | change)

    message = history(here)[0]
    assert message.get("blocks") == blocks
    assert ("edited" in message) == edited


def test_an_update_keeps_metadata_unless_told_otherwise(here: World) -> None:
    ts = here.post(metadata=KEY)

    here.client.chat_update(channel="C0PLAN", ts=ts, text="Ny")
    kept = history(here, include_all_metadata=True)[0]["metadata"]
    here.client.chat_update(channel="C0PLAN", ts=ts, text="Ny", metadata={})

    assert kept == KEY
    assert "metadata" not in history(here, include_all_metadata=True)[0]


def test_metadata_is_told_only_to_those_who_ask(here: World) -> None:
    here.post(metadata=KEY)

    assert history(here)[0]["metadata"] == {"event_type": "lucka"}
    assert history(here, include_all_metadata=True)[0]["metadata"] == KEY


@pytest.mark.parametrize(
    ("metadata", "error"),
    [
        ({"event_type": "x"}, "invalid_metadata_format"),
        ({"event_type": "å ä", "event_payload": {}}, "invalid_metadata_format"),
        ({"event_type": "x", "event_payload": {"Key": 1}}, "invalid_metadata_schema"),
        ({"event_type": "x", "event_payload": {"k": "x" * 9000}}, "metadata_too_large"),
    ],
)
def test_metadata_has_a_form(here: World, metadata: Any, error: str) -> None:
    answer = refusal(here.client.chat_postMessage, channel="C0PLAN", text="x", metadata=metadata)

    assert answer["error"] == error


def test_nobody_elses_message_can_be_changed(here: World) -> None:
    ts = here.ui("messages", channel="C0PLAN", text="Mitt")["ts"]

    update = refusal(here.client.chat_update, channel="C0PLAN", ts=ts, text="Ditt")
    delete = refusal(here.client.chat_delete, channel="C0PLAN", ts=ts)

    assert update["error"] == "cant_update_message"
    assert delete["error"] == "cant_delete_message"


def test_a_deleted_message_is_gone(here: World) -> None:
    ts = here.post()
    here.client.chat_delete(channel="C0PLAN", ts=ts)

    assert history(here) == []
    assert refusal(here.client.chat_delete, channel="C0PLAN", ts=ts)["error"] == (
        "message_not_found"
    )


def test_a_parent_that_goes_leaves_a_tombstone_for_its_replies(here: World) -> None:
    ts = here.post()
    here.post(text="Svar", thread_ts=ts)
    here.client.chat_delete(channel="C0PLAN", ts=ts)

    thread = here.client.conversations_replies(channel="C0PLAN", ts=ts)["messages"]
    assert [m.get("subtype") for m in thread] == ["tombstone", None]


def test_ephemeral_messages_are_in_nobodys_history(here: World) -> None:
    answer = here.client.chat_postEphemeral(channel="C0PLAN", user="U0AMIRA", text="Bara du")
    ts = answer["message_ts"]

    assert history(here) == []
    assert [(m["text"], m["ephemeral"]) for m in here.messages("C0PLAN")] == [("Bara du", True)]
    assert here.messages("C0PLAN", "U0JONAS") == []
    assert refusal(here.client.chat_update, channel="C0PLAN", ts=ts, text="x")["error"] == (
        "message_not_found"
    )


def test_replies_stay_in_their_thread_and_are_counted(here: World) -> None:
    ts = here.post()
    first = here.post(text="Ett", thread_ts=ts)
    second = here.ui("messages", channel="C0PLAN", text="Två", thread_ts=ts)["ts"]

    parent = history(here)[0]
    thread = here.client.conversations_replies(channel="C0PLAN", ts=ts)["messages"]
    assert [m["ts"] for m in history(here)] == [ts]
    assert (parent["reply_count"], parent["latest_reply"]) == (2, second)
    assert parent["reply_users"] == ["U0LUCKA", "U0AMIRA"]
    assert [m["ts"] for m in thread] == [ts, first, second]
    assert here.messages("C0PLAN")[0]["reply_count"] == 2


def test_a_deleted_reply_is_no_longer_counted(here: World) -> None:
    ts = here.post()
    reply = here.post(text="Ett", thread_ts=ts)
    here.client.chat_delete(channel="C0PLAN", ts=reply)

    assert "reply_count" not in history(here)[0]
    assert "thread_ts" not in history(here)[0]


def test_the_ts_of_a_reply_reads_that_reply_and_takes_no_reply_itself(here: World) -> None:
    ts = here.post()
    reply = here.post(text="Ett", thread_ts=ts)

    found = here.client.conversations_replies(channel="C0PLAN", ts=reply)["messages"]
    nested = refusal(here.client.chat_postMessage, channel="C0PLAN", text="x", thread_ts=reply)
    assert [m["ts"] for m in found] == [reply]
    assert nested["error"] == "cannot_reply_to_message"


def test_a_broadcast_reply_is_also_in_the_channel(here: World) -> None:
    ts = here.post()
    reply = here.post(text="Till alla", thread_ts=ts, reply_broadcast=True)

    assert [m["ts"] for m in history(here)] == [reply, ts]
    assert [m["ts"] for m in here.messages("C0PLAN")] == [ts, reply]


def test_history_comes_newest_first_page_by_page(here: World) -> None:
    posted = [here.post(text=str(n)) for n in range(7)]

    pages, cursor = [], None
    while cursor != "":
        answer = here.client.conversations_history(channel="C0PLAN", limit=3, cursor=cursor)
        pages.append([m["ts"] for m in answer["messages"]])
        cursor = (answer.get("response_metadata") or {}).get("next_cursor", "")

    assert [len(page) for page in pages] == [3, 3, 1]
    assert [ts for page in pages for ts in page] == posted[::-1]


def test_history_between_two_moments_leaves_the_ends_out_unless_told(here: World) -> None:
    first, middle, last = (here.post(text=str(n)) for n in range(3))

    inside = history(here, oldest=first, latest=last)
    whole = history(here, oldest=first, latest=last, inclusive=True)
    one = history(here, latest=middle, inclusive=True, limit=1)

    assert [m["ts"] for m in inside] == [middle]
    assert [m["ts"] for m in whole] == [last, middle, first]
    assert [m["ts"] for m in one] == [middle]


def test_a_bound_may_be_a_plain_number_of_seconds(here: World) -> None:
    ts = here.post()
    second = int(ts.partition(".")[0])

    assert [m["ts"] for m in history(here, oldest=str(second - 60))] == [ts]
    assert history(here, latest=f"{second - 60}.5") == []


def test_every_message_has_a_ts_of_its_own_and_they_grow(here: World) -> None:
    posted = [here.post(text=str(n)) for n in range(20)]

    assert len(set(posted)) == 20
    assert posted == sorted(posted)


def test_a_permalink_leads_to_the_page_of_the_sandbox(here: World) -> None:
    ts = here.post()
    reply = here.post(text="Svar", thread_ts=ts)

    link = here.client.chat_getPermalink(channel="C0PLAN", message_ts=ts)["permalink"]
    nested = here.client.chat_getPermalink(channel="C0PLAN", message_ts=reply)["permalink"]

    assert link == f"{here.address}/archives/C0PLAN/p{ts.replace('.', '')}"
    assert f"thread_ts={ts}" in nested
    assert here.http.get(link).headers["content-type"].startswith("text/html")
    assert here.messages("C0PLAN")[0]["permalink"] == link


def test_reactions_are_put_once_each_and_taken_off(here: World) -> None:
    ts = here.post()
    item = {"channel": "C0PLAN", "timestamp": ts, "name": "eyes"}

    here.client.reactions_add(**item)
    twice = refusal(here.client.reactions_add, **item)
    shown = here.client.reactions_get(channel="C0PLAN", timestamp=ts)["message"]["reactions"]
    here.client.reactions_remove(**item)
    gone = refusal(here.client.reactions_remove, **item)

    assert shown == [{"name": "eyes", "users": ["U0LUCKA"], "count": 1}]
    assert (twice["error"], gone["error"]) == ("already_reacted", "no_reaction")
    assert "reactions" not in history(here)[0]
    here.client.reactions_add(**item | {"name": "wave::skin-tone-3"})


def test_what_people_write_is_stored_with_mentions_and_links(here: World) -> None:
    text = "@Jonas Berg se #kommentarer, https://example.org/x. @here a &lt; b"
    here.ui("messages", channel="C0PLAN", text=text)

    assert history(here)[0]["text"] == (
        "<@U0JONAS> se <#C0KOMMENT|kommentarer>, <https://example.org/x>. <!here> a &lt; b"
    )
