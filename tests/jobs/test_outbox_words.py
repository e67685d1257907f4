"""Private words: said at most once, in time, and where they can be seen."""

import pytest

from bot.integrations.slack import Outcome, SlackTrouble
from bot.jobs.pace import Pace
from bot.store import outbox
from tests.jobs.sending import drain, left, make_sender, unknown, unreached
from tests.make import AMIRA, NOW, PLAN

URL = "https://hooks.slack.example/commands/1"


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


def reply(store):
    with store.transaction() as db:
        outbox.note(db, "note:1", PLAN, AMIRA, {"text": "psst", "blocks": []}, now=NOW, url=URL)


def test_a_command_is_answered_at_its_own_address(store, sender, world):
    reply(store)

    drain(sender)

    assert world.calls == [f"reply {URL}"]
    assert world.replies == ["psst"]
    assert left(store) == []


def test_an_answer_that_may_have_arrived_is_not_repeated(store, sender, world):
    reply(store)
    world.plan = [unknown()]

    drain(sender)

    assert world.calls == [f"reply {URL}"]
    assert left(store) == []


def test_an_answer_is_tried_again_when_slack_was_not_reached(store, sender, world):
    reply(store)
    world.plan = [unreached()]

    drain(sender)

    assert world.replies == ["psst"]


def test_an_answer_whose_address_is_spent_is_whispered(store, sender, world):
    reply(store)
    world.plan = [SlackTrouble(Outcome.REFUSED, "404")]

    drain(sender)

    assert world.whispers == [(AMIRA, "psst")]
    assert left(store) == []


def test_answers_are_not_held_back_by_the_pace_of_other_private_words(store, world, hand, health):
    sender = make_sender(store, world, hand, health, Pace())
    with store.transaction() as db:
        for n in range(30):
            outbox.note(db, f"note:{n}", PLAN, AMIRA, {"text": f"{n}"}, now=NOW, url=f"{URL}{n}")

    drain(sender, rounds=1)

    assert world.replies == [f"{n}" for n in range(30)]
