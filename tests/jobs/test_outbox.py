"""The sender: in order, paced, once; whatever goes wrong in between."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.clock import monotonic
from bot.integrations.slack import Outcome, SlackTrouble
from bot.jobs.looking import PAGES
from bot.jobs.outbox import STRANGE, Sender
from bot.jobs.pace import Pace
from bot.store import outbox
from tests.jobs.sending import AT_ONCE, drain, left, make_sender, put, unknown, unreached
from tests.make import AMIRA, COMMENTS, NOW, PLAN


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
    deadline = monotonic() + 60
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
    deadline = monotonic() + 60
    while not world.said and monotonic() < deadline:
        sender.wake()
    sender.stop(5)

    assert world.texts(PLAN) == ["hej"]
    assert [state.kind for state in health.states() if state.part == "database:outbox"] == [None]


def test_the_time_of_the_first_doubtful_attempt_is_where_the_search_begins(
    store, world, hand, health
):
    asked: list[datetime] = []
    find = world.find

    def spy(channel, key, *, oldest, **where):
        asked.append(oldest)
        return find(channel, key, oldest=oldest, **where)

    world.find = spy
    world.plan = [unknown(), None, unknown(), None]
    put(store, "digest:1")
    sender = make_sender(store, world, hand, health)
    drain(sender, 2)
    hand.on(hours=2)

    drain(sender)

    assert asked == [NOW - STRANGE] * 2, "nothing in the channel tells how far off the clock is"
    assert world.texts(PLAN) == ["hej"]


def test_a_channel_that_is_too_long_for_one_look_is_read_on_from_there(store, world, hand, health):
    sender = make_sender(store, world, hand, health)
    world.crowd, world.after = 3 * PAGES, [unknown()]
    put(store, "digest:1", channel=COMMENTS)
    put(store, "digest:2", channel=COMMENTS)
    sender.drain()
    sender.drain()
    assert world.pages_read == list(range(PAGES))
    assert [s.kind for s in health.states() if s.part == f"channel:{COMMENTS}"] == [
        "trouble-looking"
    ]
    assert world.texts(COMMENTS) == ["hej"], "what is new waits for the end of it"

    drain(sender)

    assert world.pages_read == list(range(3 * PAGES + 1)), "no page is read twice"
    assert list(world.keys.values()) == ["digest:1", "digest:2"]
    assert [s.kind for s in health.states() if s.part == f"channel:{COMMENTS}"] == [None]


def test_a_message_that_never_came_is_sent_once_the_whole_channel_is_read(store, sender, world):
    world.crowd, world.plan = 2 * PAGES, [unknown(), None, unreached(), unknown()]
    put(store, "digest:1")
    drain(sender)
    assert world.calls.count("post digest:1") == 2
    assert world.texts(PLAN) == ["hej"]
    assert sorted(set(world.pages_read)) == world.pages_read == list(range(2 * PAGES + 1))


def test_between_two_looks_there_is_a_pause_and_other_channels_go_on(store, world, hand, health):
    sender = make_sender(store, world, hand, health, replace(AT_ONCE, look_seconds=60, until={}))
    world.crowd, world.after = 2 * PAGES, [unknown()]
    put(store, "digest:1", channel=COMMENTS)
    drain(sender)
    put(store, "digest:2", channel=PLAN)
    drain(sender)
    assert len(world.pages_read) == PAGES
    assert 50 < sender.drain() <= 60
    assert world.texts(PLAN) == ["hej"]


def test_a_changed_message_in_a_channel_does_not_hide_that_it_is_read_back(
    store, sender, world, hand, health
):
    put(store, "digest:1", channel=COMMENTS)
    drain(sender)
    world.crowd, world.after = 2 * PAGES, [unknown()]
    put(store, "digest:2", channel=COMMENTS)
    sender.drain()
    put(store, "digest:1", "changed", channel=COMMENTS)
    sender.drain()
    assert world.texts(COMMENTS)[0] == "changed"
    assert [s.kind for s in health.states() if s.part == f"channel:{COMMENTS}"] == [
        "trouble-looking"
    ]


def test_where_the_thread_is_gone_the_channel_is_looked_through_and_others_go_on(
    store, sender, world
):
    gone = SlackTrouble(Outcome.REFUSED, "thread_not_found")
    world.plan = [unknown(), gone, None, gone]
    with store.transaction() as db:
        outbox.put(db, "answer:1", PLAN, {"text": "svar", "thread_ts": "1.0"}, now=NOW)
    put(store, "relay:2")
    drain(sender)
    assert world.texts(PLAN) == ["hej"]
    assert world.calls == [
        "post answer:1", "find answer:1 under 1.0", "find answer:1", "post answer:1", "post relay:2",
    ]  # fmt: skip


def test_a_search_for_what_is_over_is_forgotten(store, sender, world, health):
    world.crowd, world.after = 2 * PAGES, [unknown()]
    put(store, "digest:1", channel=COMMENTS)
    sender.drain()
    sender.drain()
    with store.transaction() as db:  # what it said was disposed of, for instance
        db.execute("update outbox set state = 'sent'")
    put(store, "digest:2", channel=COMMENTS)
    drain(sender)
    assert world.texts(COMMENTS) == ["hej", "hej"]
    assert [s.kind for s in health.states() if s.part == f"channel:{COMMENTS}"] == [None]


def test_a_page_that_slack_does_not_know_any_more_lets_the_look_begin_anew(store, sender, world):
    refused = SlackTrouble(Outcome.REFUSED, "invalid_cursor")
    world.crowd, world.after = 2, [unknown()]
    world.plan = [None, None, refused]
    put(store, "digest:1")
    drain(sender)
    assert world.pages_read == [0, 0, 1, 2]
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


@pytest.mark.parametrize(
    ("outcome", "code"),
    [(Outcome.CHANNEL, "channel_not_found"), (Outcome.REFUSED, "user_disabled")],
)
def test_a_word_to_somebody_who_has_left_is_put_aside_and_no_lasting_trouble(
    store, sender, world, health, outcome, code
):
    put(store, "told", channel="U0SLUTAT")
    world.plan = [SlackTrouble(outcome, code)]

    drain(sender)

    assert world.calls == ["post told"]
    assert [state.part for state in health.states() if state.kind] == []
    with store.reading() as db:
        assert (outbox.backlog(db).pending, outbox.backlog(db).dead) == (0, 0)


def test_an_answer_without_what_was_asked_for_holds_up_no_other_channel(
    store, sender, world, monkeypatch
):
    def stumbling(*_given, **_named):
        raise TypeError("'NoneType' object is not iterable")

    put(store, "doubtful")
    put(store, "other", channel=COMMENTS)
    with store.transaction() as db:
        db.execute("update outbox set tried_at = created_at where key = 'doubtful'")
    monkeypatch.setattr(world, "find", stumbling)

    drain(sender)

    assert world.calls == ["post other"]
    assert left(store) == ["doubtful"]
