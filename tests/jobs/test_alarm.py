"""Alarms: once a trouble, after patience, taken back in place, where they can be read."""

from bot.jobs import alarm
from bot.store import outbox
from tests.make import COMMENTS, NOW, PLAN


def look(deps, hand, **span):
    alarm.run(deps, hand.on(**span))


def said(deps):
    with deps.reading() as db:
        rows = db.query(
            "select key, channel, body from outbox where key like 'alarm:%' order by id"
        )
        return [(row["key"], row["channel"], row["body"]) for row in rows]


def test_a_blip_says_nothing(deps, hand):
    deps.health.trouble("slack", "trouble-slack-unreachable", "timeout", now=NOW)
    look(deps, hand, seconds=30)
    deps.health.ok("slack", now=hand())
    look(deps, hand, minutes=5)

    assert said(deps) == []


def test_a_clock_that_is_moved_makes_no_trouble_long(deps, hand):
    deps.health.trouble("slack", "trouble-slack-unreachable", "timeout", now=NOW)
    hand.to(NOW.replace(day=30))

    look(deps, hand, seconds=30)

    assert said(deps) == []


def test_a_trouble_that_lasts_is_told_once_and_taken_back_in_place(deps, hand):
    deps.health.trouble("page", "trouble-job", "190", now=NOW)
    for _ in range(5):
        look(deps, hand, minutes=2)
    ((key, channel, body),) = said(deps)
    assert channel == PLAN
    assert "190" in body

    deps.health.ok("page", now=hand())
    look(deps, hand, minutes=1)

    ((again, _, over),) = said(deps)
    assert again == key
    assert "fungerar det igen" in over


def test_the_same_trouble_later_is_a_new_alarm(deps, hand):
    for _ in range(2):
        deps.health.trouble("page", "trouble-job", "190", now=hand())
        look(deps, hand, minutes=3)
        deps.health.ok("page", now=hand())
        look(deps, hand, minutes=3)

    assert len(said(deps)) == 2


def test_an_alarm_survives_a_restart(deps, hand):
    deps.health.trouble("page", "trouble-job", "190", now=NOW)
    look(deps, hand, minutes=3)
    deps.health.ok("page", now=hand())

    look(deps, hand, minutes=1)

    ((_, _, body),) = said(deps)
    assert "fungerar det igen" in body


def test_a_channel_we_may_not_post_to_is_reported_in_the_other_one(deps, hand):
    deps.health.trouble(f"channel:{PLAN}", "trouble-channel", "not_in_channel", now=NOW)
    deps.health.trouble(f"channel:{COMMENTS}", "trouble-channel", "not_in_channel", now=NOW)

    look(deps, hand, minutes=3)

    assert {channel for _, channel, _ in said(deps)} == {PLAN, COMMENTS}


def test_messages_that_wait_raise_no_alarm_that_would_wait_behind_them(deps, hand):
    with deps.transaction() as db:
        outbox.put(db, "digest:1", PLAN, {"text": "hej"}, now=NOW)
    for _ in range(5):
        look(deps, hand, minutes=10)

    assert said(deps) == []
    assert "trouble-outbox-late" in {state.kind for state in deps.health.states()}


def test_dead_letters_raise_an_alarm(deps, hand):
    with deps.transaction() as db:
        outbox.put(db, "digest:1", PLAN, {"text": "hej"}, now=NOW)
        (item,) = outbox.pending(db)
        outbox.died(db, item, "invalid_blocks")

    look(deps, hand, minutes=1)
    look(deps, hand, minutes=2)

    ((_, _, body),) = said(deps)
    assert "1 meddelande" in body
