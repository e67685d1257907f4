"""Hiding and removing: by whom, for what, and what follows."""

from dataclasses import replace
from datetime import timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import comments, moderation_acts
from bot.domain import moderation as domain
from bot.domain.calendar import WorkingCalendar
from bot.domain.comment_acts import decide
from bot.domain.comment_rules import Rule, RuleKind
from bot.domain.comments import Act, CommentModerated, Relay
from bot.domain.errors import Refusal
from bot.domain.moderation import Case, Deed, State
from bot.domain.presence import Absence, Presence
from bot.domain.rights import Grant, Level, Right
from bot.domain.team import Team
from tests import page
from tests.make import AMIRA, ELIN, JONAS, NOW

LAW = Rule(1, "hets mot folkgrupp", RuleKind.LAW)
PAGE = Rule(2, "spam", RuleKind.PAGE)
COMMENT = page.comment(1)
LOCAL = NOW.replace(tzinfo=None).replace(hour=10)


def case(rule: Rule | None = PAGE, words: str = "", *, second: bool = False) -> Case:
    return moderation_acts.decided(
        COMMENT, Deed.HIDE, rule, words, AMIRA, is_second_there=second, now=NOW
    )


@pytest.mark.parametrize(
    ("rule", "second", "state"),
    [
        (LAW, True, State.WAITING),
        (LAW, False, State.WAITING),
        (PAGE, True, State.ASKED),
        (PAGE, False, State.WAITING),
        (None, True, State.ASKED),
    ],
    ids=["law-with-another", "law-alone", "rule-with-another", "rule-alone", "other-with-another"],
)
def test_only_the_law_waits_for_nobody_who_is_there(rule, second, state):
    assert case(rule, "reklam för bilar", second=second).state is state


def test_the_law_suggests_to_remove_and_the_page_to_hide():
    assert domain.proposed(RuleKind.LAW) is Deed.REMOVE
    assert domain.proposed(RuleKind.PAGE) is Deed.HIDE


@pytest.mark.parametrize("words", ["", "  ", "\n\u200b"])
def test_another_rule_has_to_be_written(words):
    with pytest.raises(moderation_acts.ReasonMissing):
        case(None, words)


def test_the_reason_is_the_rule_and_the_words():
    assert case().reason == "spam"
    assert case(words=" säljer\nbilar ").reason == "spam: säljer bilar"
    assert case(None, "säljer bilar").reason == "säljer bilar"


TEAM = Team(AMIRA, (JONAS,), (ELIN,))


@pytest.mark.parametrize(
    ("team", "away", "hour", "there"),
    [
        (TEAM, (), 10, (JONAS, ELIN)),
        (TEAM, (JONAS,), 10, (ELIN,)),
        (TEAM, (JONAS, ELIN), 10, ()),
        (TEAM, (), 22, ()),
        (Team(AMIRA), (), 10, ()),
        (Team(JONAS), (), 10, ()),
        (Team(), (), 10, ()),
    ],
    ids=["all", "one-away", "both-away", "at-night", "alone", "another-alone", "nobody-named"],
)
def test_who_can_be_the_second_person(team, away, hour, there):
    day = LOCAL.date()
    absences = [Absence(n, who, day, day + timedelta(days=1)) for n, who in enumerate(away)]
    presence = Presence(WorkingCalendar(), absences)
    local = LOCAL.replace(hour=hour)
    assert domain.second_people(team, presence, AMIRA, local=local) == there


def test_only_who_might_hide_it_is_a_second_person():
    team = Team(AMIRA, (JONAS,), (ELIN,), rights={Right.REMOVE: Grant(Level.LEADS)})
    there = Presence(WorkingCalendar())
    assert domain.second_people(team, there, AMIRA, local=LOCAL) == (JONAS,)
    assert domain.second_people(Team(AMIRA, (), (ELIN,)), there, AMIRA, local=LOCAL) == (ELIN,)


def test_nobody_is_their_own_second_person():
    with pytest.raises(moderation_acts.NotOwnCase):
        moderation_acts.confirmed(case(second=True), COMMENT, AMIRA, now=NOW)
    with pytest.raises(moderation_acts.NotOwnCase):
        moderation_acts.reviewed(replace(case(), state=State.DONE), AMIRA, now=NOW)


def test_what_was_changed_meanwhile_is_not_confirmed():
    changed = replace(COMMENT, text="Tack!")
    with pytest.raises(moderation_acts.CommentChanged):
        moderation_acts.confirmed(case(second=True), changed, JONAS, now=NOW)


def test_saying_no_leaves_the_comment_alone_also_by_who_asked():
    for who in (AMIRA, JONAS):
        after = moderation_acts.declined(case(second=True), who, now=NOW)
        assert (after.state, after.second) == (State.DECLINED, who)


@pytest.mark.parametrize(
    ("deed", "state", "tried", "result"),
    [
        (Deed.HIDE, State.WAITING, False, State.UNDONE),
        (Deed.REMOVE, State.WAITING, False, State.UNDONE),
        (Deed.HIDE, State.WAITING, True, State.UNDOING),
        (Deed.HIDE, State.DONE, True, State.UNDOING),
        (Deed.REMOVE, State.WAITING, True, moderation_acts.RemovedForGood),
        (Deed.REMOVE, State.DONE, True, moderation_acts.RemovedForGood),
        (Deed.HIDE, State.ASKED, False, moderation_acts.OverAlready),
        (Deed.HIDE, State.FAILED, True, moderation_acts.OverAlready),
        (Deed.HIDE, State.UNDONE, True, moderation_acts.OverAlready),
        (Deed.HIDE, State.UNDOING, True, moderation_acts.OverAlready),
    ],
)
def test_what_can_be_undone(deed, state, tried, result):
    it = replace(case(), deed=deed, state=state, tried_at=NOW if tried else None)
    if isinstance(result, State):
        assert moderation_acts.undone(it, JONAS, now=NOW).state is result
    else:
        with pytest.raises(result):
            moderation_acts.undone(it, JONAS, now=NOW)


@pytest.mark.parametrize("state", comments.State)
def test_what_can_be_hidden_or_removed(state):
    relay = Relay(COMMENT.id, NOW, state=state)
    gone = {comments.State.REMOVED, comments.State.GONE}
    for deed, refused in ((Deed.REMOVE, gone), (Deed.HIDE, gone | {comments.State.HIDDEN})):
        if state in refused:
            with pytest.raises(moderation_acts.AlreadyAway):
                moderation_acts.check_possible(relay, deed)
        else:
            moderation_acts.check_possible(relay, deed)


@pytest.mark.parametrize("deed", Deed)
def test_a_comment_that_is_put_away_is_not_reopened_by_an_old_button(deed):
    put_away = domain.closed(Relay(COMMENT.id, NOW), replace(case(), deed=deed), now=NOW)
    assert put_away.reason == "spam"
    with pytest.raises(CommentModerated):
        decide(put_away, Act.REOPEN, JONAS, now=NOW)


def test_what_nobody_has_looked_at_comes_first_then_the_newest():
    a, b, c = (replace(case(), id=n, decided_at=NOW + timedelta(hours=n)) for n in (1, 2, 3))
    b = replace(b, second=JONAS)
    assert [it.id for it in domain.in_order([a, b, c])] == [3, 1, 2]


STEPS = st.sampled_from(["confirm", "decline", "review", "undo", "again"])


@given(
    st.lists(st.tuples(STEPS, st.sampled_from([AMIRA, JONAS, ELIN])), max_size=8),
    st.sampled_from(list(product([LAW, PAGE], [True, False]))),
)
def test_whatever_people_press_nobody_agrees_with_themselves(steps, start):
    rule, second = start
    it = case(rule, second=second)
    for step, who in steps:
        try:
            match step:
                case "confirm":
                    it = moderation_acts.confirmed(it, COMMENT, who, now=NOW)
                case "decline":
                    it = moderation_acts.declined(it, who, now=NOW)
                case "review":
                    it = moderation_acts.reviewed(it, who, now=NOW)
                case "undo":
                    it = moderation_acts.undone(it, who, now=NOW)
                case _:
                    it = moderation_acts.again(it, COMMENT, now=NOW)
        except Refusal:
            continue
    assert it.reviewed_by != AMIRA
    assert it.second != AMIRA or it.state is State.DECLINED
    if rule is PAGE and second and it.state is State.WAITING:
        assert it.second in {JONAS, ELIN}
