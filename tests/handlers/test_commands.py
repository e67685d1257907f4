"""Slash commands: kept before they are acknowledged, answered once, whatever happens between."""

from contextlib import contextmanager
from dataclasses import replace

import pytest

from bot.domain.members import MemberKind
from bot.store import ideas, inbox, outbox
from bot.views.manifest import COMMANDS
from handlers import commands
from tests import make
from tests.commands import say
from tests.fakes import FakeAck
from tests.make import GUEST, JONAS


class Boom(Exception):
    """Its message holds what somebody wrote."""


@contextmanager
def broken():
    raise Boom("hemligt")
    yield


def keep(deps, command):
    woken, ack = [], FakeAck()
    commands.keep(deps, lambda: woken.append(1), ack, command)
    return ack.answer, woken


def waiting(deps):
    with deps.reading() as db:
        return [kept.command for kept in inbox.waiting(db)]


def whispers(deps):
    with deps.reading() as db:
        return [item.body["text"] for item in outbox.pending(db)]


def bank(deps):
    with deps.reading() as db:
        return [idea.title for idea in ideas.search(db, limit=100)]


def test_a_command_is_kept_acknowledged_with_nothing_and_its_answer_called_for(deps):
    assert keep(deps, make.command("idea", "Höstlov")) == ({}, [1])

    (kept,) = waiting(deps)
    assert (kept["command"], kept["text"], kept["user_id"]) == ("/idea", "Höstlov", make.AMIRA)
    assert bank(deps) == []
    assert whispers(deps) == []


def test_half_an_emoji_in_a_command_is_no_surprise(deps):
    assert "Höst?lov" in say(deps, "idea", "Höst\ud83dlov")["text"]


def test_of_a_command_only_what_is_of_use_is_kept(deps):
    keep(deps, make.command("idea", "Höstlov") | {"token": "hemligt", "user_name": "amira"})

    assert "hemligt" not in str(waiting(deps))


def test_commands_are_answered_in_the_order_in_which_they_came(deps):
    for title in ("Höstlov", "Bokbuss", "Vaccin"):
        keep(deps, make.command("idea", title))

    commands.drain(deps)

    assert waiting(deps) == []
    assert [text.split("*")[1] for text in whispers(deps)] == ["Höstlov", "Bokbuss", "Vaccin"]


def test_a_command_that_slack_sends_again_is_kept_and_answered_once(deps):
    command = make.command("idea", "Höstlov")
    for _ in range(2):
        keep(deps, command)
        keep(deps, command)
        commands.drain(deps)

    assert bank(deps) == ["Höstlov"]
    assert len(whispers(deps)) == 1


def test_a_command_that_cannot_be_kept_is_answered_with_an_apology(deps, caplog):
    answer, woken = keep(replace(deps, transaction=broken), make.command("idea", "Höstlov"))

    assert answer["response_type"] == "ephemeral"
    assert "Oj" in answer["text"]
    assert woken == []
    assert "hemligt" not in str(answer)


def test_a_command_stays_kept_while_the_database_cannot_be_written(deps):
    keep(deps, make.command("idea", "Höstlov"))
    with pytest.raises(Boom):
        commands.drain(replace(deps, transaction=broken))
    assert len(waiting(deps)) == 1

    commands.drain(deps)

    assert bank(deps) == ["Höstlov"]


def test_a_guest_is_told_that_only_members_act(deps):
    assert "Bara medlemmar" in say(deps, "idea", "Höstlov", user=GUEST)["text"]
    assert bank(deps) == []


def test_somebody_unknown_is_asked_to_try_again_while_slack_is_away(deps, slack):
    slack.down = "timeout"

    assert "Försök igen" in say(deps, "idea", "Höstlov", user="U404")["text"]
    assert bank(deps) == []


def test_a_guest_learns_nothing_from_any_command(deps, slack):
    slack.kinds[JONAS] = MemberKind.GUEST
    for name in commands.ANSWERS:
        assert "Bara medlemmar" in say(deps, name, user=GUEST)["text"]


def test_what_was_written_long_ago_is_not_done_but_handed_back(deps, hand):
    keep(deps, make.command("plan", "i morgon <!channel> Öppet hus"))
    hand.on(minutes=15)

    commands.drain(deps)

    (said,) = whispers(deps)
    assert "/plan i morgon &lt;!channel&gt; Öppet hus" in said
    assert "Skriv det gärna igen" in said
    assert waiting(deps) == []


def test_a_command_of_a_former_prefix_is_told_so(deps):
    keep(deps, make.command("gammal-plan"))

    commands.drain(deps)

    assert "finns inte längre" in whispers(deps)[0]


def test_every_command_of_the_manifest_has_an_answer():
    assert set(commands.ANSWERS) == set(COMMANDS)
