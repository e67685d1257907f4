"""The outbox's rows: one a message, in order, newest state only."""

from datetime import timedelta

from bot.store import outbox
from bot.store.outbox import Kind
from tests.make import AMIRA, COMMENTS, NOW, PLAN

BODY = {"text": "God morgon!", "blocks": []}


def keys(db):
    return [item.key for item in outbox.pending(db)]


def test_a_message_waits_until_it_is_sent(db):
    outbox.put(db, "digest:1", PLAN, BODY, now=NOW)
    (item,) = outbox.pending(db)

    outbox.sent(db, item, "1.1", revision=item.revision, now=NOW)

    assert (item.kind, item.channel, item.body, item.ts) == (Kind.POST, PLAN, BODY, None)
    assert outbox.pending(db) == []
    assert outbox.place(db, "digest:1") == (PLAN, "1.1")
    assert outbox.key_at(db, PLAN, "1.1") == "digest:1"
    assert outbox.key_at(db, PLAN, "9.9") is None


def test_putting_the_same_again_changes_nothing(db):
    outbox.put(db, "digest:1", PLAN, BODY, now=NOW)
    (item,) = outbox.pending(db)
    outbox.sent(db, item, "1.1", revision=1, now=NOW)

    outbox.put(db, "digest:1", PLAN, dict(reversed(BODY.items())), now=NOW)

    assert outbox.pending(db) == []


def test_updates_coalesce_to_the_newest_state(db):
    outbox.put(db, "digest:1", PLAN, BODY, now=NOW)
    for number in range(5):
        outbox.put(db, "digest:1", PLAN, {"text": str(number)}, now=NOW)

    (item,) = outbox.pending(db)

    assert (item.body, item.revision) == ({"text": "4"}, 6)


def test_what_changed_while_it_was_sent_is_still_pending(db):
    outbox.put(db, "digest:1", PLAN, BODY, now=NOW)
    (item,) = outbox.pending(db)
    outbox.put(db, "digest:1", PLAN, {"text": "newer"}, now=NOW)

    outbox.sent(db, item, "1.1", revision=item.revision, now=NOW)

    (again,) = outbox.pending(db)
    assert (again.ts, again.body) == ("1.1", {"text": "newer"})


def test_new_messages_of_a_channel_go_one_by_one_in_order(db):
    for key in ("relay:1", "relay:2"):
        outbox.put(db, key, COMMENTS, BODY, now=NOW)
    outbox.put(db, "digest:1", PLAN, BODY, now=NOW)

    assert keys(db) == ["relay:1", "digest:1"]


def test_updates_and_private_words_do_not_wait_for_new_messages(db):
    outbox.put(db, "relay:1", COMMENTS, BODY, now=NOW)
    (first,) = outbox.pending(db)
    outbox.sent(db, first, "1.1", revision=1, now=NOW)
    outbox.put(db, "relay:2", COMMENTS, BODY, now=NOW)
    outbox.put(db, "relay:1", COMMENTS, {"text": "Amira har den"}, now=NOW)
    outbox.note(db, "note:1", COMMENTS, AMIRA, BODY, now=NOW)
    outbox.home(db, AMIRA, {"type": "home", "blocks": []}, now=NOW)

    assert keys(db) == ["note:1", f"home:{AMIRA}", "relay:2", "relay:1"]


def test_the_dead_do_not_hold_up_the_living_and_can_be_revived(db):
    for key in ("relay:1", "relay:2"):
        outbox.put(db, key, COMMENTS, BODY, now=NOW)
    (first,) = outbox.pending(db)

    outbox.died(db, first, "invalid_blocks")

    assert keys(db) == ["relay:2"]
    backlog = outbox.backlog(db)
    assert (backlog.pending, backlog.dead, backlog.errors) == (1, 1, ("invalid_blocks",))
    assert outbox.revive(db) == 1
    assert keys(db) == ["relay:1"]


def test_an_attempt_keeps_the_time_of_the_first_try(db):
    outbox.put(db, "digest:1", PLAN, BODY, now=NOW)
    (item,) = outbox.pending(db)

    outbox.trying(db, item, now=NOW)
    outbox.trying(db, item, now=NOW + timedelta(minutes=1))

    (tried,) = outbox.pending(db)
    assert (tried.attempts, tried.tried_at) == (2, NOW)
    outbox.not_sent(db, tried)
    assert outbox.pending(db)[0].tried_at is None


def test_old_private_words_are_forgotten_and_nothing_else(db):
    outbox.note(db, "note:1", COMMENTS, AMIRA, BODY, now=NOW - timedelta(days=3))
    outbox.put(db, "digest:1", PLAN, BODY, now=NOW - timedelta(days=3))

    assert outbox.forget_notes(db, before=NOW) == 1
    assert keys(db) == ["digest:1"]


def test_the_backlog_of_an_empty_outbox_is_empty(db):
    assert outbox.backlog(db) == outbox.Backlog(pending=0, oldest=None, dead=0, errors=())


def test_a_new_message_does_not_wait_behind_any_number_of_updates(db):
    for number in range(5):
        outbox.put(db, f"relay:{number}", COMMENTS, BODY, now=NOW)
        (item,) = outbox.pending(db)
        outbox.sent(db, item, f"{number}.0", revision=1, now=NOW)
    for number in range(5):
        outbox.put(db, f"relay:{number}", COMMENTS, {"text": "Amira har den"}, now=NOW)
    outbox.put(db, "digest:2026-11-24", PLAN, BODY, now=NOW)

    assert [item.key for item in outbox.pending(db, limit=1)] == ["digest:2026-11-24"]


def test_what_goes_ahead_is_posted_before_all_that_waits_for_its_channel(db):
    for number in range(3):
        outbox.put(db, f"relay:{number}", COMMENTS, BODY, now=NOW)
    outbox.put(db, "digest:2026-11-24", PLAN, BODY, now=NOW)
    outbox.put(db, "relay:2", COMMENTS, BODY, now=NOW, ahead=True)
    outbox.put(db, "relay:2", COMMENTS, BODY, now=NOW)

    assert keys(db) == ["relay:2", "digest:2026-11-24"]
    outbox.sent(db, outbox.pending(db)[0], "1.1", revision=1, now=NOW)
    assert keys(db) == ["relay:0", "digest:2026-11-24"]


def test_what_is_withdrawn_is_what_surely_was_not_posted(db):
    for number in range(3):
        outbox.put(db, f"relay:{number}", COMMENTS, BODY, now=NOW)
    outbox.put(db, "relay:9", PLAN, BODY, now=NOW)
    outbox.put(db, "storm:1:1", COMMENTS, BODY, now=NOW)
    standing, *_ = outbox.pending(db)
    outbox.sent(db, standing, "1.1", revision=1, now=NOW)
    doubtful = next(item for item in outbox.pending(db) if item.key == "relay:1")
    assert outbox.trying(db, doubtful, now=NOW)

    outbox.withdraw(db, outbox.untried(db, "relay:", COMMENTS))

    left = ["relay:0", "relay:1", "relay:9", "storm:1:1"]
    assert outbox.decided(db, [f"relay:{n}" for n in range(10)] + ["storm:1:1"]) == set(left)


def test_what_was_withdrawn_before_it_was_tried_is_not_tried(db):
    outbox.put(db, "relay:1", COMMENTS, BODY, now=NOW)
    (item,) = outbox.pending(db)
    outbox.withdraw(db, outbox.untried(db, "relay:", COMMENTS))

    assert not outbox.trying(db, item, now=NOW)
