"""The first steps of a new team, gone once all are done; and what every team has to decide.

Steps are computed from what the team has done. Decisions are computed from what is set: *not decided
yet* is a valid state, and so is *we do not decide this*.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.errors import Refusal
from bot.domain.text import is_blank, tidy


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


class Decision(StrEnum):
    """Something that a team with a page has to decide, in the order in which it is asked."""

    PURPOSE = "purpose"
    LEAD = "lead"
    DEPUTIES = "deputies"
    HOURS = "hours"
    PROMISE = "promise"
    ROSTER = "roster"
    REMINDERS = "reminders"
    MEETINGS = "meetings"
    RELAY = "relay"
    ABOUT = "about"
    RULES = "rules"
    REGISTRAR = "registrar"
    DISPOSAL = "disposal"


IN_WORDS = frozenset(
    {
        Decision.PURPOSE,
        Decision.ABOUT,
        Decision.RULES,
        Decision.REGISTRAR,
        Decision.DISPOSAL,
    }
)
"""What a team decides in words of its own; everything else is set where it has its effect."""

DECLINABLE = frozenset(Decision) - {Decision.LEAD}
"""What a team may decide not to decide."""

FACT_LIMIT = 300


class FactNotLink(Refusal):
    """Refuse what is no address where the page's rules are to be found."""

    kind = "refusal-fact-not-link"
    field = "fact"


class Standing(StrEnum):
    """How far a decision has come."""

    DECIDED = "decided"
    DECLINED = "declined"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Checklist:
    """How every decision stands, in order, and what was decided in words."""

    standings: Mapping[Decision, Standing]
    facts: Mapping[Decision, str]

    @property
    def open(self) -> tuple[Decision, ...]:
        """What is not decided yet."""
        return tuple(each for each, how in self.standings.items() if how is Standing.OPEN)

    @property
    def settled(self) -> int:
        """How many are decided, be it that they are not wanted."""
        return len(self.standings) - len(self.open)


def checklist(is_set: Mapping[Decision, bool], said: Mapping[Decision, str]) -> Checklist:
    """Tell how every decision stands: what *is_set* elsewhere, and what was *said* ('': declined).

    >>> found = checklist({Decision.LEAD: True}, {Decision.ABOUT: "Regionen", Decision.RULES: ""})
    >>> found.standings[Decision.RULES].value, found.settled, found.open[0].value
    ('declined', 3, 'purpose')
    """
    return Checklist(
        {each: _standing(is_set.get(each, False), said.get(each)) for each in Decision},
        {each: text for each, text in said.items() if text},
    )


def read_fact(decision: Decision, text: str) -> str | None:
    """Return the words of a decision as they are kept; None of nothing: it is open again."""
    said = " ".join(tidy(text).split())[:FACT_LIMIT]
    if is_blank(said):
        return None
    if decision is Decision.RULES and not said.startswith(("https://", "http://")):
        raise FactNotLink
    return said


def _standing(is_set: bool, said: str | None) -> Standing:  # noqa: FBT001 -- one of two facts
    if is_set or said:
        return Standing.DECIDED
    return Standing.OPEN if said is None else Standing.DECLINED
