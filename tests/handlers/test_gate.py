"""The door: members act; everybody else is refused kindly or passed over."""

from contextlib import contextmanager
from dataclasses import replace

import pytest
from slack_bolt import BoltResponse

from bot.domain.members import MemberKind
from bot.store import ledger, outbox
from handlers import gate
from tests import make
from tests.make import AMIRA, GUEST, JONAS


class Boom(Exception):
    pass


LET_IN = BoltResponse(status=200, body="let in")


def enter(deps, body):
    return gate.enter(deps, body, lambda: LET_IN)


def whispers(deps):
    with deps.reading() as db:
        return [(item.user, item.body["text"]) for item in outbox.pending(db)]


@pytest.mark.parametrize("user", [AMIRA, GUEST, "U404"])
def test_a_command_is_let_in_whoever_wrote_it_for_it_is_kept_first(deps, slack, user):
    slack.down = "timeout"

    assert enter(deps, make.command("plan", user=user)) is LET_IN


def test_a_member_is_let_in(deps):
    assert enter(deps, make.click("post.cancel", "1")) is LET_IN


@pytest.mark.parametrize(
    "kind", [MemberKind.GUEST, MemberKind.STRANGER, MemberKind.BOT, MemberKind.GONE]
)
def test_whoever_is_no_member_may_not_click(deps, slack, kind):
    slack.kinds["U0NEW"] = kind

    answer = enter(deps, make.click("post.cancel", "1", user="U0NEW"))

    assert answer.status == 200
    assert answer is not LET_IN
    assert [user for user, _ in whispers(deps)] == ["U0NEW"]


def test_a_guests_reaction_is_passed_over(deps):
    answer = enter(deps, make.reaction("eyes", "1.1", user=GUEST))

    assert answer is not LET_IN
    assert whispers(deps) == []


def test_the_bots_own_reaction_is_passed_over(deps):
    assert enter(deps, make.reaction("eyes", "1.1", user=make.BOT)) is not LET_IN


def test_talk_is_let_through_without_asking_who_it_is(deps, slack):
    slack.down = "timeout"
    body = {"event_id": "Ev1", "event": {"type": "message", "user": "U404"}}

    assert enter(deps, body) is LET_IN


def test_an_event_that_was_decided_is_not_decided_again(deps):
    body = make.reaction("eyes", "1.1")
    with deps.transaction() as db:
        ledger.first_time(db, body["event_id"], now=deps.now())

    assert enter(deps, body) is not LET_IN


def test_what_was_known_counts_while_slack_is_away(deps, slack, hand):
    slack.down = "timeout"
    hand.on(hours=5)

    assert enter(deps, make.click("post.cancel", "1", user=JONAS)) is LET_IN


def test_somebody_unknown_is_asked_to_try_again_while_slack_is_away(deps, slack):
    slack.down = "timeout"

    assert enter(deps, make.click("post.cancel", "1", user="U404")) is not LET_IN

    ((user, text),) = whispers(deps)
    assert user == "U404"
    assert "Försök igen" in text


def test_a_member_who_became_a_guest_is_noticed_after_an_hour(deps, slack, hand):
    assert enter(deps, make.click("post.cancel", "1")) is LET_IN
    slack.kinds[AMIRA] = MemberKind.GUEST
    assert enter(deps, make.click("post.cancel", "1")) is LET_IN

    hand.on(hours=1)

    assert enter(deps, make.click("post.cancel", "1")) is not LET_IN


@contextmanager
def broken():
    raise Boom
    yield


def test_who_cannot_be_remembered_is_let_in_all_the_same(deps):
    full = replace(deps, transaction=broken)

    assert enter(full, make.click("post.cancel", "1", user=JONAS)) is LET_IN


def test_an_event_that_cannot_be_looked_into_comes_again(deps):
    with pytest.raises(Boom):
        enter(replace(deps, reading=broken), make.reaction("eyes", "1.1"))
