"""Modest goals out of the team's own figures, and milestones: off until there are four weeks of both.

A goal is proposed, and a person takes it, changes it or says no. Each quarter it is looked at anew.
Nothing is marked as bad: a goal stands beside its figure, and that is all.
"""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum

from bot.domain.errors import Refusal
from bot.domain.gaps import HORIZON
from bot.domain.measures import Measures
from bot.domain.periods import Kind, Period
from bot.domain.plan_measures import PlanMeasures

LEARNING = timedelta(days=28)
"""How long the bot only looks, and how much of the past a proposal is made of."""

UNBROKEN = 30
"""Days that a plan reaches when it is worth a word."""

ANSWERED = 100
"""The answer that is worth a word."""


class Aim(StrEnum):
    """What a goal is about."""

    WITHIN = "within"  # answers within the promise, in percent
    RATE = "rate"  # answered comments, in percent
    RUNWAY = "runway"  # days to the first gap


class State(StrEnum):
    """What the team said to a proposal."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    DECLINED = "declined"


class Milestone(StrEnum):
    """What is worth a word, once."""

    UNBROKEN = "unbroken"
    HUNDRED = "hundred"
    EVERYONE = "everyone"


MOST = {Aim.WITHIN: 100, Aim.RATE: 100, Aim.RUNWAY: HORIZON}
_STEP = {Aim.WITHIN: 5, Aim.RATE: 5, Aim.RUNWAY: 7}
_HIGHEST = {Aim.WITHIN: 95, Aim.RATE: 95, Aim.RUNWAY: 28}
"""Above this nothing is proposed: all of it, always, is no modest goal."""


class GoalUnfit(Refusal):
    """Refuse a goal that is no number, or one that cannot be reached."""

    kind = "refusal-goal-unfit"
    field = "target"


class GoalGone(Refusal):
    """Refuse to decide about a goal that was never proposed."""

    kind = "refusal-goal-gone"


@dataclass(frozen=True, slots=True)
class Goal:
    """One goal: *proposed* out of the *own* figure of some day (*on*); *target* once it is taken.

    *among* is of how many comments the own figure is a share. It is counted anew, and not kept.
    """

    aim: Aim
    own: int
    proposed: int
    on: date
    state: State = State.PROPOSED
    target: int | None = None
    among: int | None = field(default=None, compare=False)

    @property
    def is_higher(self) -> bool:
        """Tell whether more is proposed than the goal that is taken."""
        return self.target is not None and self.proposed > self.target


@dataclass(frozen=True, slots=True)
class Switches:
    """What the team wants to hear of; both until somebody says otherwise."""

    goals: bool = True
    milestones: bool = True


def own(aim: Aim, comments: Measures | None, plan: PlanMeasures) -> int | None:
    """Return the team's own figure; None where there are too few comments to tell, or no slots."""
    if aim is Aim.RUNWAY:
        is_planned = any(rate.wanted for rate in plan.rates)
        days = HORIZON if plan.runway.days is None else plan.runway.days
        return days if is_planned else None
    if comments is None:
        return None
    return (comments.within if aim is Aim.WITHIN else comments.rate).percent


def with_among(goal: Goal, comments: Measures) -> Goal:
    """Return *goal* with how many *comments* of its four weeks its own figure is a share of."""
    if goal.aim is Aim.RUNWAY:
        return goal
    share = comments.within if goal.aim is Aim.WITHIN else comments.rate
    return replace(goal, among=share.among or None)


def looked_at(day: date) -> Period:
    """Return the days whose figures are what is proposed on *day* is made of."""
    return Period(Kind.DAYS, day - LEARNING, day)


def propose(aim: Aim, figure: int) -> int:
    """Return a modest goal: the own figure, rounded up.

    >>> propose(Aim.WITHIN, 86), propose(Aim.RATE, 99), propose(Aim.RUNWAY, 12)
    (90, 95, 14)
    """
    step = _STEP[aim]
    return min(max(step, -(-figure // step) * step), _HIGHEST[aim])


def proposal(aim: Aim, figure: int, former: Goal | None, today: date) -> Goal:
    """Return what is put to the team; a goal that was taken stays until somebody changes it."""
    made = Goal(aim, figure, propose(aim, figure), today)
    if former is None or former.state is not State.ACCEPTED:
        return made
    return replace(made, state=State.ACCEPTED, target=former.target)


def taken(goal: Goal, target: int) -> Goal:
    """Return *goal* with the number that a person chose."""
    if not 1 <= target <= MOST[goal.aim]:
        raise GoalUnfit(most=MOST[goal.aim])
    return replace(goal, state=State.ACCEPTED, target=target)


def declined(goal: Goal) -> Goal:
    """Return *goal* as one that the team does not want."""
    return replace(goal, state=State.DECLINED, target=None)


def is_due(last: date | None, since: date | None, today: date) -> bool:
    """Tell whether goals are to be proposed: after four weeks, then once in each quarter.

    *last* is the day of the last proposal, *since* when the bot began to see comments.
    """
    if since is None or today - since < LEARNING:
        return False
    return last is None or (quarter(last) != quarter(today) and today - last >= LEARNING)


def quarter(day: date) -> tuple[int, int]:
    """Return the year and the quarter in which *day* lies.

    >>> quarter(date(2026, 11, 27))
    (2026, 4)
    """
    return day.year, (day.month + 2) // 3


def is_unbroken(plan: PlanMeasures) -> bool:
    """Tell whether the plan reaches over the next thirty days without a gap."""
    wanted = any(rate.wanted for rate in plan.rates if rate.days <= UNBROKEN)
    return wanted and (plan.runway.days is None or plan.runway.days >= UNBROKEN)


def has_everyone(comments: Measures | None) -> bool:
    """Tell whether everyone who needed an answer got one; of too few that says nothing."""
    if comments is None or comments.ongoing or comments.rate.percent is None:
        return False
    return comments.rate.count == comments.rate.among
