"""Messages that stand under another one: after it, and alone where it is not."""

from bot.integrations.slack import Outcome, SlackTrouble
from bot.store import outbox
from tests.jobs.sending import drain, unknown
from tests.make import COMMENTS, NOW, PLAN


def put(store, key, thread=None, channel=COMMENTS):
    with store.transaction() as db:
        body = {"text": key, "blocks": []}
        outbox.put(db, key, channel, body, now=NOW, thread=thread)


def standing(world):
    """Return what stands in Slack, each with the message under which it does."""
    return {
        world.keys[place]: world.keys.get((place[0], thread or ""))
        for place, thread in world.threads.items()
    }


def test_a_message_stands_under_the_one_that_it_belongs_to(store, sender, world):
    put(store, "relay:1")
    put(store, "relay:2", thread="relay:1")
    drain(sender)
    assert standing(world) == {"relay:1": None, "relay:2": "relay:1"}


def test_without_that_one_it_stands_alone(store, sender, world):
    put(store, "relay:2", thread="relay:1")
    drain(sender)
    assert standing(world) == {"relay:2": None}


def test_it_stands_alone_in_another_channel(store, sender, world):
    put(store, "relay:1", channel=PLAN)
    put(store, "relay:2", thread="relay:1")
    drain(sender)
    assert standing(world) == {"relay:1": None, "relay:2": None}


def test_it_waits_for_that_one(store, sender, world):
    put(store, "relay:1")
    put(store, "relay:2", thread="relay:1")
    world.plan = [unknown()]
    drain(sender)
    assert standing(world) == {"relay:1": None, "relay:2": "relay:1"}


def test_where_that_one_was_deleted_in_slack_it_stands_alone(store, sender, world):
    put(store, "relay:1")
    drain(sender)
    put(store, "relay:2", thread="relay:1")
    world.plan = [SlackTrouble(Outcome.REFUSED, "thread_not_found")]
    drain(sender)
    assert standing(world) == {"relay:1": None, "relay:2": None}
    with store.reading() as db:
        assert outbox.backlog(db).dead == 0


def test_after_a_doubtful_attempt_it_is_looked_for_in_the_thread(store, sender, world):
    put(store, "relay:1")
    put(store, "relay:2", thread="relay:1")
    world.after = [None, unknown()]
    drain(sender)
    assert standing(world) == {"relay:1": None, "relay:2": "relay:1"}
    assert world.calls.count("post relay:2") == 1
    assert "find relay:2 under 1.0" in world.calls


def test_a_thread_that_is_gone_when_it_is_looked_for_does_not_hold_it_up(store, sender, world):
    put(store, "relay:1")
    put(store, "relay:2", thread="relay:1")
    drain(sender, 1)
    world.plan = [unknown(), SlackTrouble(Outcome.REFUSED, "thread_not_found")]
    drain(sender)
    assert standing(world) == {"relay:1": None, "relay:2": None}
