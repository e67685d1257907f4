"""The sender: in order, paced, once; whatever goes wrong in between."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.clock import monotonic
from bot.health import Health
from bot.integrations.slack import Outcome, SlackTrouble
from bot.jobs.outbox import Sender
from bot.jobs.pace import Pace
from bot.store import outbox
from tests.make import AMIRA, COMMENTS, NOW, PLAN

AT_ONCE = Pace(
    channel_seconds=0,
    method_seconds=0,
    settle_seconds=0,
    hold_seconds=0,
    backoff_seconds=(0,),
)


def unknown():
    return SlackTrouble(Outcome.UNKNOWN, "timeout")


def unreached():
    return SlackTrouble(Outcome.UNREACHED, "ConnectionRefusedError")


@dataclass
class World:
    """A Slack in memory: `said` is what stands there; `plan` scripts what goes wrong, call by call.

    `lost` lists the posts that took effect though their answer was lost.
    """

    said: dict[tuple[str, str], Mapping[str, Any]] = field(default_factory=dict)
    keys: dict[tuple[str, str], str] = field(default_factory=dict)
    whispers: list[tuple[str, str]] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)
    plan: list[SlackTrouble | None] = field(default_factory=list)
    after: list[SlackTrouble | None] = field(default_factory=list)

    def post(self, channel: str, body: Mapping[str, Any], *, key: str) -> str:
        self._call(f"post {key}")
        ts = f"{len(self.said) + 1}.0"
        self.said[channel, ts] = body
        self.keys[channel, ts] = key
        if self.after and (trouble := self.after.pop(0)):
            raise trouble
        return ts

    def update(self, channel: str, ts: str, body: Mapping[str, Any]) -> None:
        self._call(f"update {self.keys[channel, ts]}")
        self.said[channel, ts] = body

    def note(self, channel: str, user: str, body: Mapping[str, Any]) -> None:
        self._call("note")
        self.whispers.append((user, body["text"]))

    def home(self, user: str, view: Mapping[str, Any]) -> None:
        self._call(f"home {user}")

    def find(self, channel: str, key: str, *, oldest: datetime) -> str | None:
        self._call(f"find {key}")
        return next((ts for (c, ts), k in self.keys.items() if (c, k) == (channel, key)), None)

    def texts(self, channel: str) -> list[str]:
        return [body["text"] for (c, _), body in self.said.items() if c == channel]

    def _call(self, name: str) -> None:
        self.calls.append(name)
        if self.plan and (trouble := self.plan.pop(0)):
            raise trouble


@pytest.fixture
def world():
    return World()


@pytest.fixture
def health():
    return Health()


@pytest.fixture
def sender(store, world, hand, health):
    return make_sender(store, world, hand, health)


def make_sender(store, world, hand, health, pace=AT_ONCE):
    return Sender(
        world,
        now=hand,
        transaction=store.transaction,
        reading=store.reading,
        health=health,
        pace=pace,
    )


def put(store, key, text="hej", channel=PLAN, now=NOW):
    with store.transaction() as db:
        outbox.put(db, key, channel, {"text": text, "blocks": []}, now=now)


def drain(sender, rounds=20):
    for _ in range(rounds):
        sender.drain()


def left(store):
    with store.reading() as db:
        return [item.key for item in outbox.pending(db)]


def test_messages_arrive_in_order_and_once(store, sender, world):
    for number in range(5):
        put(store, f"relay:{number}", str(number), COMMENTS)

    drain(sender)

    assert world.texts(COMMENTS) == ["0", "1", "2", "3", "4"]
    assert left(store) == []


def test_a_changed_message_is_updated_in_place(store, sender, world):
    put(store, "digest:1", "first")
    drain(sender)
    put(store, "digest:1", "second")
    put(store, "digest:1", "third")

    drain(sender)

    assert world.texts(PLAN) == ["third"]
    assert world.calls == ["post digest:1", "update digest:1"]


def test_an_answer_that_was_lost_is_looked_up_and_not_sent_twice(store, sender, world):
    world.after = [unknown()]
    put(store, "digest:1")

    drain(sender)

    assert world.texts(PLAN) == ["hej"]
    assert world.calls[:2] == ["post digest:1", "find digest:1"]
    assert left(store) == []


def test_a_post_that_never_arrived_is_sent_after_looking(store, sender, world):
    world.plan = [unknown()]
    put(store, "digest:1")

    drain(sender)

    assert world.calls == ["post digest:1", "find digest:1", "post digest:1"]
    assert world.texts(PLAN) == ["hej"]


def test_a_crash_between_sent_and_recorded_does_not_double(store, sender, world, hand, health):
    put(store, "digest:1", "before the crash")
    with store.transaction() as db:  # what the process that crashed had done
        (item,) = outbox.pending(db)
        outbox.trying(db, item, now=NOW)
    world.post(PLAN, item.body, key="digest:1")
    put(store, "digest:1", "decided since")

    drain(make_sender(store, world, hand, health))

    assert world.texts(PLAN) == ["decided since"]


def test_while_the_history_cannot_be_read_nothing_is_posted(store, sender, world):
    world.after = [unknown()]
    world.plan = [None, SlackTrouble(Outcome.WAIT, "ratelimited", wait=0), unknown(), unreached()]
    put(store, "digest:1")

    drain(sender)

    assert world.calls.count("post digest:1") == 1
    assert world.texts(PLAN) == ["hej"]
    assert left(store) == []


def test_a_server_that_was_never_reached_needs_no_look(store, sender, world):
    world.plan = [unreached(), unreached()]
    put(store, "digest:1")

    drain(sender)

    assert world.calls == ["post digest:1"] * 3


def test_a_rate_limit_is_waited_for(store, world, hand, health):
    sender = make_sender(store, world, hand, health, Pace(channel_seconds=0))
    world.plan = [SlackTrouble(Outcome.WAIT, "ratelimited", wait=3600)]
    put(store, "digest:1")
    put(store, "relay:1", channel=COMMENTS)

    drain(sender)

    assert world.calls.count("post digest:1") == 1
    assert 3500 < sender.drain() <= 3600
    assert world.texts(COMMENTS) == ["hej"], "the other channel is not blocked"


def test_a_channel_is_paced_to_one_message_a_second(store, world, hand, health):
    sender = make_sender(store, world, hand, health, Pace())
    for number in range(3):
        put(store, f"relay:{number}", str(number), COMMENTS)

    drain(sender)

    assert world.texts(COMMENTS) == ["0"]
    assert 0 < sender.drain() <= 1.0


def test_updates_come_in_a_burst_and_then_at_slacks_pace(store, world, hand, health):
    sender = make_sender(store, world, hand, health, Pace(channel_seconds=0))
    for number in range(15):
        put(store, f"relay:{number}", "new", COMMENTS)
    drain(sender, 40)
    for number in range(15):
        put(store, f"relay:{number}", "taken", COMMENTS)

    drain(sender, 40)

    assert 10 <= world.texts(COMMENTS).count("taken") <= 11
    assert 0 < sender.drain() <= 1.2


def test_a_channel_we_may_not_post_to_is_held_until_we_are_invited(store, world, hand, health):
    sender = make_sender(store, world, hand, health, Pace(channel_seconds=0))
    world.plan = [SlackTrouble(Outcome.CHANNEL, "not_in_channel")]
    put(store, "relay:1", channel=COMMENTS)
    put(store, "relay:2", channel=COMMENTS)
    drain(sender)
    assert world.said == {}
    assert [s.kind for s in health.states() if s.part == f"channel:{COMMENTS}"] == [
        "trouble-channel"
    ]

    sender.retry_now()
    drain(sender)

    assert world.keys == {(COMMENTS, "1.0"): "relay:1", (COMMENTS, "2.0"): "relay:2"}
    assert [s.kind for s in health.states() if s.part == f"channel:{COMMENTS}"] == [None]


def test_a_dead_token_stops_everything_and_loses_nothing(store, world, hand, health):
    sender = make_sender(store, world, hand, health, Pace(channel_seconds=0))
    world.plan = [SlackTrouble(Outcome.ACCOUNT, "token_revoked")]
    put(store, "digest:1")
    put(store, "relay:1", channel=COMMENTS)

    drain(sender)

    assert len(world.calls) == 1
    assert sorted(left(store)) == ["digest:1", "relay:1"]
    assert [s.kind for s in health.states()] == ["trouble-slack-account"]


def test_what_slack_will_never_take_is_put_aside_and_the_next_goes_on(store, sender, world):
    world.plan = [SlackTrouble(Outcome.REFUSED, "invalid_blocks")]
    put(store, "relay:1", channel=COMMENTS)
    put(store, "relay:2", channel=COMMENTS)

    drain(sender)

    with store.reading() as db:
        backlog = outbox.backlog(db)
    assert (backlog.pending, backlog.dead, backlog.errors) == (0, 1, ("invalid_blocks",))
    assert list(world.keys.values()) == ["relay:2"]


def test_an_update_of_a_message_that_somebody_deleted_is_over(store, sender, world):
    put(store, "digest:1", "first")
    drain(sender)
    put(store, "digest:1", "second")
    world.plan = [SlackTrouble(Outcome.REFUSED, "message_not_found")]

    drain(sender)

    assert left(store) == []
    with store.reading() as db:
        assert outbox.backlog(db).dead == 0


def whisper(store, now=NOW):
    with store.transaction() as db:
        outbox.note(db, "note:1", PLAN, AMIRA, {"text": "psst", "blocks": []}, now=now)


def test_a_private_word_is_said_at_most_once(store, sender, world):
    whisper(store)
    world.plan = [unknown()]

    drain(sender)

    assert world.calls == ["note"]
    assert left(store) == []


def test_a_private_word_is_tried_again_when_slack_was_not_reached(store, sender, world):
    whisper(store)
    world.plan = [unreached()]

    drain(sender)

    assert world.whispers == [(AMIRA, "psst")]


def test_a_private_word_that_comes_too_late_is_not_said(store, sender, world, hand):
    whisper(store)
    hand.on(minutes=20)

    drain(sender)

    assert world.calls == []
    assert left(store) == []


@pytest.mark.parametrize(
    "refusal",
    [
        SlackTrouble(Outcome.CHANNEL, "not_in_channel"),
        SlackTrouble(Outcome.REFUSED, "user_not_in_channel"),
    ],
    ids=lambda trouble: trouble.code,
)
def test_a_private_word_that_cannot_be_said_there_is_told_directly(
    store, sender, world, health, refusal
):
    whisper(store)
    world.plan = [refusal]

    drain(sender)

    assert world.texts(AMIRA) == ["psst"]
    assert [state.part for state in health.states() if state.kind] == []


def test_a_word_that_was_told_directly_does_not_end_the_trouble_of_its_channel(
    store, sender, world, health
):
    health.trouble(f"channel:{PLAN}", "trouble-channel", "not_in_channel", now=NOW)
    whisper(store)
    world.plan = [SlackTrouble(Outcome.CHANNEL, "not_in_channel")]

    drain(sender)

    assert [state.part for state in health.states() if state.kind] == [f"channel:{PLAN}"]


def test_a_home_tab_is_published(store, sender, world):
    with store.transaction() as db:
        outbox.home(db, AMIRA, {"type": "home", "blocks": []}, now=NOW)

    drain(sender)

    assert world.calls == [f"home {AMIRA}"]
    assert left(store) == []


def test_the_thread_sends_when_woken_and_stops(store, sender, world):
    sender.start()
    put(store, "digest:1")
    sender.wake()
    deadline = monotonic() + 5
    while not world.said and monotonic() < deadline:
        sender.wake()

    sender.stop(5)

    assert world.texts(PLAN) == ["hej"]


def test_the_thread_outlives_a_failing_database(store, world, hand, health):
    failing = [OSError("disk full")]

    def reading():
        if failing:
            raise failing.pop()
        return store.reading()

    sender = Sender(
        world,
        now=hand,
        transaction=store.transaction,
        reading=reading,
        health=health,
        pace=Pace(channel_seconds=0, hold_seconds=0),
    )
    put(store, "digest:1")
    sender.start()
    deadline = monotonic() + 5
    while not world.said and monotonic() < deadline:
        sender.wake()
    sender.stop(5)

    assert world.texts(PLAN) == ["hej"]
    assert [state.kind for state in health.states() if state.part == "database"] == [None]


def test_the_time_of_the_first_doubtful_attempt_is_where_the_search_begins(
    store, world, hand, health
):
    asked: list[datetime] = []
    find = world.find

    def spy(channel, key, *, oldest):
        asked.append(oldest)
        return find(channel, key, oldest=oldest)

    world.find = spy
    world.plan = [unknown(), None, unknown(), None]
    put(store, "digest:1")
    sender = make_sender(store, world, hand, health)
    drain(sender, 2)
    hand.on(hours=2)

    drain(sender)

    assert asked == [NOW - timedelta(minutes=5)] * 2
    assert world.texts(PLAN) == ["hej"]


def test_a_message_whose_time_is_over_is_never_posted(store, sender, world, hand):
    with store.transaction() as db:
        body = {"text": "God morgon", "blocks": []}
        outbox.put(db, "digest:1", PLAN, body, now=NOW, until=NOW + timedelta(hours=16))
    put(store, "digest:2")
    hand.to(NOW + timedelta(hours=16))
    drain(sender)
    assert world.texts(PLAN) == ["hej"]
    assert left(store) == []


def test_a_message_that_arrived_before_its_time_was_over_is_found(store, sender, world, hand):
    world.after = [unknown()]
    with store.transaction() as db:
        body = {"text": "God morgon", "blocks": []}
        outbox.put(db, "digest:1", PLAN, body, now=NOW, until=NOW + timedelta(hours=16))
    sender.drain()
    hand.to(NOW + timedelta(hours=16))
    drain(sender)
    assert world.texts(PLAN) == ["God morgon"]
    with store.reading() as db:
        assert outbox.place(db, "digest:1") is not None
