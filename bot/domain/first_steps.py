"""The first steps of a new team: computed from what it has done, gone once all are done."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Step(StrEnum):
    """Something to have done once, in the order in which it helps."""

    TEAM = "team"
    IDEA = "idea"
    PLAN = "plan"
    READY = "ready"
    FILL = "fill"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class FirstStep:
    """One line of the checklist."""

    step: Step
    is_done: bool


def first_steps(done: Mapping[Step, bool]) -> tuple[FirstStep, ...]:
    """List the steps that *done* knows of, in order; none where every one is done.

    >>> first_steps({Step.PLAN: True, Step.IDEA: True})
    ()
    """
    known = tuple(FirstStep(step, done[step]) for step in Step if step in done)
    return () if all(each.is_done for each in known) else known
