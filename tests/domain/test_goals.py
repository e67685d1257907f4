"""Modest goals out of own figures, when they are proposed, and what a milestone is."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.fill import FillRate
from bot.domain.gaps import Runway
from bot.domain.goals import (
    MOST,
    Aim,
    Goal,
    GoalUnfit,
    State,
    declined,
    has_everyone,
    is_due,
    is_unbroken,
    own,
    proposal,
    propose,
    taken,
)
from bot.domain.measures import Share
from tests.reporting import PLAN, full

DAY = date(2026, 11, 27)
NOW = full().comments.now


@pytest.mark.parametrize(
    ("aim", "figure", "goal"),
    [
        (Aim.WITHIN, 86, 90),
        (Aim.WITHIN, 90, 90),
        (Aim.RATE, 97, 95),
        (Aim.RATE, 0, 5),
        (Aim.RUNWAY, 12, 14),
        (Aim.RUNWAY, 0, 7),
        (Aim.RUNWAY, 60, 28),
    ],
)
def test_a_proposal_is_the_own_figure_rounded_up_and_never_all(aim, figure, goal):
    assert propose(aim, figure) == goal


@given(st.sampled_from(Aim), st.integers(0, 100))
def test_every_proposal_can_be_taken(aim, figure):
    made = proposal(aim, figure, None, DAY)
    assert taken(made, made.proposed).target == made.proposed


@pytest.mark.parametrize(
    ("last", "since", "due"),
    [
        pytest.param(None, None, False, id="nothing seen"),
        pytest.param(None, DAY - timedelta(days=27), False, id="still learning"),
        pytest.param(None, DAY - timedelta(days=28), True, id="four weeks"),
        pytest.param(DAY - timedelta(days=40), date(2026, 1, 1), False, id="same quarter"),
        pytest.param(date(2026, 9, 20), date(2026, 1, 1), True, id="next quarter"),
    ],
)
def test_goals_are_proposed_after_four_weeks_and_once_a_quarter(last, since, due):
    assert is_due(last, since, DAY) is due


def test_a_quarter_that_begins_soon_after_waits_four_weeks():
    last = date(2026, 9, 28)
    assert not is_due(last, date(2026, 1, 1), date(2026, 10, 1))
    assert is_due(last, date(2026, 1, 1), date(2026, 10, 26))


def test_own_figures_of_too_few_are_none():
    assert own(Aim.RATE, NOW, PLAN) == NOW.rate.percent
    assert own(Aim.WITHIN, replace(NOW, within=Share(9, 9)), PLAN) is None
    assert own(Aim.RATE, None, PLAN) is None
    assert own(Aim.RUNWAY, None, PLAN) == 34
    assert own(Aim.RUNWAY, None, replace(PLAN, rates=(FillRate(60, 0, 0, 0),))) is None


def test_a_goal_that_was_taken_stays_at_the_review_and_a_no_is_asked_again():
    kept = taken(proposal(Aim.RATE, 80, None, DAY), 85)
    later = proposal(Aim.RATE, 92, kept, DAY + timedelta(days=90))
    assert (later.state, later.target, later.proposed) == (State.ACCEPTED, 85, 95)
    assert later.is_higher
    again = proposal(Aim.RATE, 92, declined(kept), DAY)
    assert (again.state, again.target) == (State.PROPOSED, None)


@pytest.mark.parametrize("aim", Aim)
@pytest.mark.parametrize("over", [0, -1, 1])
def test_a_goal_that_cannot_be_is_refused(aim, over):
    target = MOST[aim] + 1 if over > 0 else over
    with pytest.raises(GoalUnfit):
        taken(Goal(aim, 1, 5, DAY), target)


def test_an_unbroken_plan_reaches_thirty_days_and_has_slots():
    assert is_unbroken(PLAN)
    assert not is_unbroken(replace(PLAN, runway=Runway(29, PLAN.runway.first_gap)))
    assert is_unbroken(replace(PLAN, runway=Runway(None, None)))
    assert not is_unbroken(replace(PLAN, rates=(FillRate(30, 0, 0, 0),)))


def test_everyone_got_an_answer_where_nobody_waits_and_there_were_enough():
    every = replace(NOW, rate=Share(12, 12), ongoing=0)
    assert has_everyone(every)
    assert not has_everyone(replace(every, ongoing=1))
    assert not has_everyone(replace(every, rate=Share(11, 12)))
    assert not has_everyone(replace(every, rate=Share(9, 9)))
    assert not has_everyone(None)
