"""Refusals and surprises become replies; every event is decided once."""

from dataclasses import replace

import pytest
from slack_bolt import BoltRequest

from bot.domain.errors import Refusal
from bot.store import inbox, ledger, outbox
from handlers.answering import Repeated, deciding, replying, submitting, whisper, whispering
from handlers.app import create
from handlers.gate import NotAMember
from tests import make
from tests.commands import say
from tests.fakes import FakeAck
from tests.make import AMIRA


class Boom(Exception):
    """Nobody foresaw this; its message holds what a resident wrote."""


class Stale(Refusal):
    kind = "refusal-stale"
    field = "day"


@pytest.fixture
def ack():
    return FakeAck()


def form(*fields):
    return {"view": {"state": {"values": {field: {} for field in fields}}}}


def whispers(deps):
    with deps.reading() as db:
        return [(item.channel, item.user, item.body["text"]) for item in outbox.pending(db)]


@pytest.fixture
def command(deps):
    """A command that was kept."""
    made = make.command("plan")
    with deps.transaction() as db:
        inbox.keep(db, made, now=deps.now())
    return made


def left(deps):
    with deps.reading() as db:
        return inbox.waiting(db)


def test_a_refused_command_is_answered_with_the_reason(deps, command):
    with replying(deps, command):
        raise NotAMember

    ((_, _, text),) = whispers(deps)
    assert "Bara medlemmar" in text
    assert left(deps) == []


def test_a_command_that_fails_apologises_and_keeps_quiet_about_the_reason(deps, command):
    with replying(deps, command):
        raise Boom("hemligt")

    ((_, _, text),) = whispers(deps)
    assert "Oj" in text
    assert "hemligt" not in text
    assert left(deps) == []


def test_a_command_that_fails_while_it_is_decided_leaves_nothing_half_done(deps, command):
    with replying(deps, command), deciding(deps, command) as db:
        ledger.record(db, AMIRA, "post.planned", "post:1", now=deps.now())
        raise Boom

    with deps.reading() as db:
        assert ledger.acts(db, "post:1") == []
    assert "Oj" in whispers(deps)[0][2]


def test_a_command_is_decided_once(deps, command):
    for _ in range(2):
        with replying(deps, command), deciding(deps, command) as db:
            ledger.record(db, AMIRA, "post.planned", "post:1", now=deps.now())

    with deps.reading() as db:
        assert len(ledger.acts(db, "post:1")) == 1


def test_a_refused_click_is_told_to_who_clicked(deps, ack):
    with whispering(deps, ack, make.click("post.cancel")):
        raise Stale

    ((channel, user, text),) = whispers(deps)
    assert (channel, user) == (make.PLAN, AMIRA)
    assert "finns inte längre" in text
    assert ack.answer == {}


def test_a_click_that_fails_apologises(deps, ack):
    with whispering(deps, ack, make.click("post.cancel")):
        raise Boom

    assert "Oj" in whispers(deps)[0][2]


def test_an_event_that_fails_is_not_acknowledged_so_that_slack_repeats_it(deps, ack):
    body = make.reaction("eyes", "1.1")

    with pytest.raises(Boom), whispering(deps, ack, body), deciding(deps, body):
        raise Boom

    assert ack.calls == []
    with deps.reading() as db:
        assert not ledger.seen(db, body["event_id"])


def test_an_event_that_comes_twice_is_decided_once(deps, ack):
    body, decided = make.reaction("eyes", "1.1"), []
    for _ in range(2):
        with whispering(deps, ack, body), deciding(deps, body):
            decided.append(1)

    assert decided == [1]
    assert len(ack.calls) == 2


def test_a_click_has_no_id_and_each_one_counts(deps, ack):
    body, decided = make.click("idea.undo"), []
    for _ in range(2):
        with whispering(deps, ack, body), deciding(deps, body):
            decided.append(1)

    assert decided == [1, 1]


def test_a_refused_form_shows_the_reason_beside_the_field(deps, ack):
    with submitting(deps, ack, form("title", "day"), "title"):
        raise Stale

    assert ack.answer["response_action"] == "errors"
    assert list(ack.answer["errors"]) == ["day"]


def test_a_refusal_about_a_field_that_the_form_has_not_is_shown_all_the_same(deps, ack):
    with submitting(deps, ack, form("title"), "title"):
        raise Stale

    assert list(ack.answer["errors"]) == ["title"]


def test_a_form_that_fails_keeps_what_was_typed(deps, ack):
    with submitting(deps, ack, form("title"), "title"):
        raise Boom

    assert list(ack.answer["errors"]) == ["title"]


def test_on_a_home_tab_the_word_comes_as_a_direct_message(deps):
    whisper(deps, make.click("gap.fill", channel=None), {"text": "hej", "blocks": []})

    assert whispers(deps) == [(AMIRA, None, "hej")]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (make.click("gap.take", "1 2026-11-27 11:00"), "Planerat"),
        (make.click("gap.leave_empty", "1 2026-11-27 11:00"), "lämnas tom"),
        (make.click("gap.later", "1 2026-11-27 11:00 tomorrow"), "påminner igen"),
        (make.click("idea.undo", "1"), "Ångrat"),
        (make.click("post.ready", "1"), "är klart att publicera"),
        (make.click("post.restore", "1 1"), "Ångrat"),
        (make.click("outbox.retry", "dead"), "inget att skicka igen"),
    ],
    ids=lambda value: value["actions"][0]["action_id"] if isinstance(value, dict) else "",
)
def test_what_was_decided_is_confirmed_in_the_same_transaction(deps, body, said):
    say(deps, "idea", "Höstlov")
    say(deps, "plan", "v. 50 Luciatåg")
    with deps.transaction() as db:
        db.execute("update posts set text = 'Välkommen!'")  # which a ready one needs
    units = [deps.transaction]

    def only_one():
        return units.pop()()

    send(replace(deps, transaction=only_one), body)

    ((_, user, text),) = whispers(deps)
    assert user == AMIRA
    assert said in text


def test_an_event_that_was_refused_is_not_decided_anew_when_slack_repeats_it(deps, ack):
    body = make.reaction("eyes", "1.1")
    with whispering(deps, ack, body), deciding(deps, body):
        raise Stale

    with pytest.raises(Repeated), deciding(deps, body):
        pytest.fail("decided anew")
    assert len(whispers(deps)) == 1


def send(deps, body):
    assert (
        create(deps, lambda: None).dispatch(BoltRequest(body=body, mode="socket_mode")).status
        == 200
    )
