"""Changing and removing an answer of the page's: both may be repeated at will until they are done."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.answers import Answer, Problem
from bot.domain.answers import State as Stand
from bot.domain.errors import Refusal
from bot.domain.text import tidy

MOST_TRIES = 3


class Act(StrEnum):
    """What is done to an answer that is out."""

    EDIT = "edit"
    DELETE = "delete"


class State(StrEnum):
    """How far a change has come."""

    WAITING = "waiting"
    DONE = "done"
    FAILED = "failed"


class AnswerNotOut(Refusal):
    """Refuse to change what does not stand on the page."""

    kind = "refusal-answer-not-out"


class ChangeUnderWay(Refusal):
    """Refuse a second change while one is on its way."""

    kind = "refusal-answer-change-under-way"


class SameAnswer(Refusal):
    """Refuse a change that changes nothing."""

    kind = "refusal-answer-same"


@dataclass(frozen=True, slots=True)
class Change:
    """One decision of *who* to let an answer say *text*, or to take it away.

    *before* is what it said until then, once it is done; *trail* the happening it belongs to.
    """

    id: int
    answer_id: int
    act: Act
    text: str
    who: str
    decided_at: datetime
    next_at: datetime
    state: State = State.WAITING
    tries: int = 0
    tried_at: datetime | None = None
    problem: Problem | None = None
    code: str = ""
    before: str = ""
    trail: str = ""


def check_out(answer: Answer | None) -> Answer:
    """Return *answer* if it stands on the page; refuse otherwise."""
    if answer is None or answer.state is not Stand.SENT:
        raise AnswerNotOut
    return answer


def check_differs(answer: Answer, text: str) -> None:
    """Refuse to let *answer* say what it says."""
    if tidy(answer.text) == tidy(text):
        raise SameAnswer
