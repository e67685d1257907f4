"""What a block needs: a comment that was acted upon, an author, a reason and an end; and who ends it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.domain import blocking as domain
from bot.domain.blocking import Block, State
from bot.domain.comment_rules import Rule, RuleKind
from bot.domain.errors import Refusal
from bot.domain.moderation import Case, Deed
from bot.domain.moderation import State as CaseState
from bot.domain.moderation_acts import NotOwnCase, OverAlready
from bot.domain.moderation_acts import decided as moderated
from tests import page
from tests.make import AMIRA, JONAS, NOW

TODAY = date(2026, 11, 24)
MONTH = TODAY + timedelta(days=30)
RULE = Rule(1, "spam", RuleKind.PAGE)
COMMENT = page.comment(1)


def a_case(state: CaseState = CaseState.DONE) -> Case:
    made = moderated(COMMENT, Deed.HIDE, RULE, "", AMIRA, is_second_there=False, now=NOW)
    return replace(made, id=1, state=state)


def a_block(**said: object) -> Block:
    usual: dict[str, object] = {"is_second_there": False, "today": TODAY, "now": NOW}
    asked = {"case": a_case(), "comment": COMMENT, "reason": "hotar", "until": MONTH}
    return domain.decided(who=AMIRA, **{**asked, **usual, **said})  # type: ignore[arg-type]


def test_without_a_second_person_it_is_done_at_once_and_else_asked():
    assert a_block().state is State.WAITING
    assert a_block(is_second_there=True).state is State.ASKED
    assert a_block().person == COMMENT.author_id


REFUSED = {
    "nothing was done to the comment": (
        {"case": a_case(CaseState.FAILED)}, domain.NothingDone,
    ),
    "nobody knows who wrote it": (
        {"comment": replace(COMMENT, author_id=None)}, domain.AuthorWithheld,
    ),
    "no reason": ({"reason": "  \u200b "}, domain.ReasonMissing),
    "no end": ({"until": None}, domain.EndUnreadable),
    "it would end today": ({"until": TODAY}, domain.EndUnreadable),
    "more than a year": ({"until": TODAY + timedelta(days=366)}, domain.EndUnreadable),
}  # fmt: skip


@pytest.mark.parametrize(("said", "why"), REFUSED.values(), ids=REFUSED.keys())
def test_what_is_no_decision_is_refused(said: dict[str, object], why: type[Refusal]):
    with pytest.raises(why):
        a_block(**said)


def test_a_year_is_the_longest_and_a_long_reason_is_cut():
    made = a_block(until=TODAY + timedelta(days=365), reason="x" * 1000)
    assert len(made.reason) == domain.REASON_LIMIT


def test_a_second_person_is_another_one_and_answers_once():
    asked = a_block(is_second_there=True)
    with pytest.raises(NotOwnCase):
        domain.confirmed(asked, AMIRA, now=NOW)
    agreed = domain.confirmed(asked, JONAS, now=NOW)
    assert (agreed.state, agreed.second) == (State.WAITING, JONAS)
    with pytest.raises(OverAlready):
        domain.declined(agreed, JONAS, now=NOW)
    assert domain.declined(asked, AMIRA, now=NOW).state is State.DECLINED
    assert domain.lapsed(asked).is_lapsed


def test_it_is_lifted_by_a_person_and_taken_back_before_it_is_done():
    waiting = a_block()
    assert domain.lifted(waiting, AMIRA, now=NOW).state is State.ENDED
    active = replace(waiting, state=State.ACTIVE)
    lifting = domain.lifted(active, JONAS, now=NOW)
    assert (lifting.state, lifting.ended_by) == (State.ENDING, JONAS)
    with pytest.raises(OverAlready):
        domain.lifted(lifting, JONAS, now=NOW)


def test_it_goes_on_for_a_new_reason_and_not_for_ever():
    active = replace(a_block(), state=State.ACTIVE)
    later = domain.extended(active, "fortsätter", MONTH + timedelta(days=30), today=MONTH)
    assert (later.reason, later.until) == ("fortsätter", MONTH + timedelta(days=30))
    with pytest.raises(domain.ReasonMissing):
        domain.extended(active, "", MONTH, today=TODAY)
    with pytest.raises(OverAlready):
        domain.extended(a_block(), "x", MONTH, today=TODAY)
