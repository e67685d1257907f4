"""What the team may decide about a comment."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.comment_acts import answered, decide, promised, unanswered
from bot.domain.comments import (
    FACEBOOK,
    LAPSED,
    NEEDS_COLLEAGUE,
    SIGNED,
    UNCOUNTED,
    Act,
    AnswerTaken,
    CommentClosed,
    CommentTaken,
    CommentVanished,
    HandedToSelf,
    Relay,
    State,
    Unneeded,
)
from bot.domain.errors import Refusal
from bot.domain.page import merged
from tests import page
from tests.examples import costly
from tests.make import AMIRA, JONAS, NOW

NEW = Relay("1_1", relayed_at=NOW)
CLAIMED = replace(NEW, state=State.CLAIMED, owner=AMIRA, claimed_at=NOW)
ANSWERED = replace(NEW, state=State.ANSWERED, closed_by="facebook", closed_at=NOW, answer_id="1_2")
HANDLED = replace(NEW, state=State.HANDLED, closed_by=AMIRA, closed_at=NOW)
HANDLED_CLAIM = replace(CLAIMED, state=State.HANDLED, closed_by=JONAS, closed_at=NOW)
FLAGGED = replace(NEW, flagged_by=AMIRA, flagged_at=NOW)
PRAISED = replace(ANSWERED, praised_by=AMIRA, praised_at=NOW)
TEST = replace(
    CLAIMED, state=State.UNNEEDED, closed_by=JONAS, closed_at=NOW, reason=UNCOUNTED,
    uncounted_by=JONAS, uncounted_at=NOW,
)  # fmt: skip
ANSWERED_TEST = replace(ANSWERED, uncounted_by=JONAS, uncounted_at=NOW)
LATER = NOW + timedelta(minutes=5)


@pytest.mark.parametrize(
    ("before", "act", "who", "after"),
    [
        pytest.param(NEW, Act.CLAIM, AMIRA, CLAIMED, id="take it"),
        pytest.param(CLAIMED, Act.RELEASE, AMIRA, NEW, id="put it back"),
        pytest.param(NEW, Act.HANDLE, AMIRA, HANDLED, id="finish what nobody had"),
        pytest.param(CLAIMED, Act.HANDLE, JONAS, HANDLED_CLAIM, id="finish what a colleague has"),
        pytest.param(HANDLED, Act.REOPEN, JONAS, NEW, id="reopen"),
        pytest.param(HANDLED_CLAIM, Act.REOPEN, AMIRA, CLAIMED, id="reopen for its owner"),
        pytest.param(ANSWERED, Act.REOPEN, AMIRA, NEW, id="reopen what Facebook answered"),
        pytest.param(HANDLED, Act.UNHANDLE, AMIRA, NEW, id="take back that it is done"),
        pytest.param(NEW, Act.FLAG, AMIRA, FLAGGED, id="flag"),
        pytest.param(FLAGGED, Act.UNFLAG, AMIRA, NEW, id="take the flag back"),
        pytest.param(ANSWERED, Act.PRAISE, AMIRA, PRAISED, id="praise what is answered"),
        pytest.param(PRAISED, Act.UNPRAISE, AMIRA, ANSWERED, id="take the praise back"),
        pytest.param(CLAIMED, Act.UNCOUNT, JONAS, TEST, id="a test waits for nothing"),
        pytest.param(TEST, Act.COUNT, AMIRA, CLAIMED, id="it is no test"),
        pytest.param(TEST, Act.REOPEN, AMIRA, CLAIMED, id="a test that wants an answer is none"),
        pytest.param(ANSWERED, Act.UNCOUNT, JONAS, ANSWERED_TEST, id="an answered test"),
        pytest.param(ANSWERED_TEST, Act.COUNT, AMIRA, ANSWERED, id="count an answer again"),
    ],
)
def test_an_act_changes_the_relay(before: Relay, act: Act, who: str, after: Relay) -> None:
    assert decide(before, act, who, now=NOW) == after


@pytest.mark.parametrize(
    ("relay", "act", "who"),
    [
        pytest.param(CLAIMED, Act.CLAIM, AMIRA, id="take what I have"),
        pytest.param(NEW, Act.RELEASE, AMIRA, id="put back what nobody has"),
        pytest.param(ANSWERED, Act.RELEASE, AMIRA, id="put back what is answered"),
        pytest.param(HANDLED, Act.HANDLE, AMIRA, id="finish twice"),
        pytest.param(NEW, Act.REOPEN, AMIRA, id="reopen what is open"),
        pytest.param(HANDLED, Act.UNHANDLE, JONAS, id="take back a colleague's word"),
        pytest.param(ANSWERED, Act.UNHANDLE, AMIRA, id="take back Facebook's answer"),
        pytest.param(FLAGGED, Act.FLAG, JONAS, id="flag what is flagged"),
        pytest.param(FLAGGED, Act.UNFLAG, JONAS, id="take a colleague's flag"),
        pytest.param(PRAISED, Act.PRAISE, JONAS, id="praise twice"),
        pytest.param(PRAISED, Act.UNPRAISE, JONAS, id="take a colleague's praise"),
        pytest.param(TEST, Act.UNCOUNT, AMIRA, id="leave out twice"),
        pytest.param(ANSWERED, Act.COUNT, AMIRA, id="count what counts"),
    ],
)
def test_an_act_without_an_effect_changes_nothing(relay: Relay, act: Act, who: str) -> None:
    assert decide(relay, act, who, now=LATER) == relay


@pytest.mark.parametrize(
    ("relay", "act", "refusal"),
    [
        pytest.param(CLAIMED, Act.CLAIM, CommentTaken, id="take a colleague's"),
        pytest.param(CLAIMED, Act.RELEASE, CommentTaken, id="release a colleague's"),
        pytest.param(ANSWERED, Act.CLAIM, CommentClosed, id="take what is answered"),
        pytest.param(HANDLED, Act.CLAIM, CommentClosed, id="take what is done"),
        pytest.param(HANDLED, Act.HANDLE, CommentClosed, id="finish what a colleague finished"),
        pytest.param(ANSWERED, Act.HANDLE, CommentClosed, id="finish what is answered"),
    ],
)
def test_an_act_against_a_colleague_is_refused(
    relay: Relay, act: Act, refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        decide(relay, act, JONAS, now=LATER)


def test_a_refused_claim_says_who_has_it() -> None:
    with pytest.raises(CommentTaken) as refused:
        decide(CLAIMED, Act.CLAIM, JONAS, now=LATER)
    assert refused.value.values == {"who": AMIRA}


JONAS_HAS = replace(CLAIMED, owner=JONAS)
PROMISED = replace(CLAIMED, state=State.PROMISED, promised_at=NOW, answer_id="1_2")
FREE_PROMISE = replace(PROMISED, owner=None, claimed_at=None)
WAITS = replace(NEW, reason=NEEDS_COLLEAGUE)
UNNEEDED = replace(NEW, state=State.UNNEEDED, closed_by=AMIRA, closed_at=NOW, reason="emoji")
SIGNED_ANSWER = replace(ANSWERED, closed_by=AMIRA, reason=SIGNED)
SENT_ANSWER = replace(ANSWERED, closed_by=AMIRA)  # from Slack: it is known who wrote it


@pytest.mark.parametrize(
    ("promise", "after"),
    [
        pytest.param(None, CLAIMED, id="nothing stands there"),
        pytest.param("1_2", PROMISED, id="we still said that we will get back"),
    ],
)
def test_without_its_answer_it_is_open_as_before(promise: str | None, after: Relay) -> None:
    closed = answered(PROMISED, AMIRA, "1_3", now=LATER)
    assert unanswered(closed, "1_3", promise) == after
    assert unanswered(closed, "1_2", promise) == closed


@pytest.mark.parametrize(
    ("before", "act", "who", "said", "after"),
    [
        pytest.param(CLAIMED, Act.HAND_OVER, AMIRA, JONAS, JONAS_HAS, id="hand over"),
        pytest.param(NEW, Act.HAND_OVER, AMIRA, JONAS, JONAS_HAS, id="hand over what nobody has"),
        pytest.param(WAITS, Act.CLAIM, AMIRA, "", CLAIMED, id="take what needs a colleague"),
        pytest.param(
            PROMISED, Act.HAND_OVER, AMIRA, JONAS, replace(PROMISED, owner=JONAS), id="a promise"
        ),
        pytest.param(CLAIMED, Act.DECLINE, AMIRA, "", NEW, id="say no"),
        pytest.param(JONAS_HAS, Act.DECLINE, AMIRA, "", JONAS_HAS, id="say no too late"),
        pytest.param(CLAIMED, Act.SOS, AMIRA, "", WAITS, id="pass on"),
        pytest.param(NEW, Act.SOS, AMIRA, "", NEW, id="pass on what nobody has"),
        pytest.param(
            PROMISED,
            Act.SOS,
            AMIRA,
            "",
            replace(FREE_PROMISE, reason=NEEDS_COLLEAGUE),
            id="pass on a promise",
        ),
        pytest.param(FREE_PROMISE, Act.CLAIM, AMIRA, "", PROMISED, id="take a promise"),
        pytest.param(PROMISED, Act.RELEASE, AMIRA, "", FREE_PROMISE, id="release a promise"),
        pytest.param(JONAS_HAS, Act.TAKE_OVER, AMIRA, JONAS, CLAIMED, id="take from a colleague"),
        pytest.param(NEW, Act.TAKE_OVER, AMIRA, JONAS, CLAIMED, id="take what was released"),
        pytest.param(CLAIMED, Act.TAKE_OVER, AMIRA, JONAS, CLAIMED, id="take it twice"),
        pytest.param(CLAIMED, Act.GIVE_BACK, AMIRA, JONAS, JONAS_HAS, id="give back"),
        pytest.param(JONAS_HAS, Act.GIVE_BACK, AMIRA, JONAS, JONAS_HAS, id="give back twice"),
        pytest.param(
            CLAIMED, Act.LAPSE, "lucka", "", replace(NEW, reason=LAPSED), id="a claim lapses"
        ),
        pytest.param(PROMISED, Act.LAPSE, "lucka", "", PROMISED, id="a promise does not"),
        pytest.param(ANSWERED, Act.LAPSE, "lucka", "", ANSWERED, id="an answer does not"),
        pytest.param(WAITS, Act.UNNEED, AMIRA, "emoji", UNNEEDED, id="no answer needed"),
        pytest.param(UNNEEDED, Act.REOPEN, JONAS, "", NEW, id="but it is"),
        pytest.param(ANSWERED, Act.WAS_ME, AMIRA, "", SIGNED_ANSWER, id="it was me"),
        pytest.param(SIGNED_ANSWER, Act.WAS_NOT_ME, AMIRA, "", ANSWERED, id="it was not me"),
        pytest.param(SIGNED_ANSWER, Act.WAS_NOT_ME, JONAS, "", SIGNED_ANSWER, id="nor Jonas"),
        pytest.param(SENT_ANSWER, Act.WAS_NOT_ME, AMIRA, "", SENT_ANSWER, id="sent from Slack"),
        pytest.param(NEW, Act.WAS_ME, AMIRA, "", NEW, id="no answer to sign"),
    ],
)
def test_an_act_on_whose_it_is_changes_the_relay(
    before: Relay, act: Act, who: str, said: str, after: Relay
) -> None:
    assert decide(before, act, who, now=NOW, said=said) == after


@pytest.mark.parametrize(
    ("relay", "act", "said", "refusal"),
    [
        pytest.param(CLAIMED, Act.HAND_OVER, "U0ELIN", CommentTaken, id="a colleague's"),
        pytest.param(NEW, Act.HAND_OVER, JONAS, HandedToSelf, id="to oneself"),
        pytest.param(ANSWERED, Act.HAND_OVER, AMIRA, CommentClosed, id="what is answered"),
        pytest.param(CLAIMED, Act.SOS, "", CommentTaken, id="pass on a colleague's"),
        pytest.param(CLAIMED, Act.TAKE_OVER, "U0ELIN", CommentTaken, id="changed hands meanwhile"),
        pytest.param(HANDLED, Act.TAKE_OVER, AMIRA, CommentClosed, id="take what is done"),
        pytest.param(HANDLED, Act.UNNEED, "emoji", CommentClosed, id="what is done needs none"),
        pytest.param(SIGNED_ANSWER, Act.WAS_ME, "", AnswerTaken, id="another's answer"),
    ],
)
def test_an_act_on_whose_it_is_may_be_refused(
    relay: Relay, act: Act, said: str, refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        decide(relay, act, JONAS, now=LATER, said=said)


def said_with(act: Act) -> st.SearchStrategy[str]:
    if act is Act.UNNEED:
        return st.sampled_from([str(reason) for reason in Unneeded])
    return st.sampled_from([AMIRA, JONAS]) if act.says else st.just("")


steps = st.sampled_from(Act).flatmap(
    lambda act: st.tuples(st.just(act), st.sampled_from([AMIRA, JONAS]), said_with(act))
)
begun = st.sampled_from([NEW, PROMISED, FREE_PROMISE, ANSWERED, SENT_ANSWER])


@costly
@given(begun, st.lists(steps, max_size=30))
def test_a_relay_is_whole_after_any_history(
    relay: Relay, history: list[tuple[Act, str, str]]
) -> None:
    for act, who, said in history:
        try:
            relay = decide(relay, act, who, now=NOW, said=said)
        except Refusal:
            continue
    assert (relay.owner is None) == (relay.claimed_at is None)
    assert relay.state.is_open == (relay.closed_by is None) == (relay.closed_at is None)
    assert relay.state is not State.CLAIMED or relay.owner
    assert relay.state is not State.NEW or relay.owner is None
    assert (relay.state is State.PROMISED) <= (relay.promised_at is not None)
    assert (relay.closed_by == FACEBOOK) <= (relay.state is State.ANSWERED)
    assert (relay.reason in {*Unneeded, UNCOUNTED}) == (relay.state is State.UNNEEDED)
    assert (relay.reason == UNCOUNTED) <= (relay.uncounted_by is not None)
    assert (relay.uncounted_by is None) == (relay.uncounted_at is None)
    assert (relay.reason == SIGNED) <= (relay.state is State.ANSWERED)
    waits = relay.state.is_open and relay.owner is None
    assert (relay.reason in {LAPSED, NEEDS_COLLEAGUE}) <= waits


def test_reopening_is_one_word_in_the_log_whichever_way_it_is_done() -> None:
    assert Act.UNHANDLE.recorded == Act.REOPEN.recorded == "comment.reopened"


def test_people_are_everybody_but_facebook() -> None:
    assert replace(ANSWERED, owner=AMIRA, flagged_by=JONAS).people() == {AMIRA, JONAS}


def test_what_the_page_withholds_the_second_time_is_kept() -> None:
    known = page.comment(under=7)
    bare = page.comment(author_id=None, author_name=None, permalink=None)
    assert merged(known, bare) == known


def test_an_edit_and_hiding_are_taken_over() -> None:
    later = page.comment(text="Behöver man boka?", is_hidden=True)
    assert merged(page.comment(), later) == later


@pytest.mark.parametrize("act", [Act.CLAIM, Act.HANDLE, Act.REOPEN])
def test_what_is_gone_from_the_page_cannot_be_worked_on(act: Act) -> None:
    gone = Relay("1_1", NOW, state=State.GONE, closed_by=FACEBOOK, closed_at=NOW)
    with pytest.raises(CommentVanished):
        decide(gone, act, AMIRA, now=NOW)
    assert decide(gone, Act.UNHANDLE, AMIRA, now=NOW) == gone


@pytest.mark.parametrize("change", [answered, promised])
def test_what_is_answered_does_not_wait_for_a_reason_any_more(change) -> None:
    waiting = replace(NEW, reason=LAPSED)
    assert change(waiting, AMIRA, "4711", now=NOW).reason is None
