"""Blocking: somebody cannot write on the page for a while, by a decision of people and no longer.

It follows on a comment that was hidden or removed, so that there is a rule and a snapshot. It needs a
reason of its own and an end; when the end has come a person looks again, lifts it or goes on with a
new reason. One person at a time, and there is no list but that of those who are blocked now.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.domain import moderation
from bot.domain.errors import Refusal
from bot.domain.moderation import Case, Problem
from bot.domain.moderation_acts import NotOwnCase, OverAlready
from bot.domain.page import PageComment
from bot.domain.text import is_blank, tidy

USUAL = timedelta(days=30)
LONGEST = timedelta(days=365)
REASON_LIMIT = 300


class AuthorWithheld(Refusal):
    """Refuse where the page does not say who wrote it."""

    kind = "refusal-block-author"


class ReasonMissing(Refusal):
    """Refuse to block, or to go on with it, without a reason."""

    kind = "refusal-block-reason"
    field = "reason"


class EndUnreadable(Refusal):
    """Refuse a last day that is not ahead, or too far."""

    kind = "refusal-block-until"
    field = "until"


class BlockedAlready(Refusal):
    """Refuse to block somebody who is blocked, or about whom somebody is asked."""

    kind = "refusal-block-already"


class NothingDone(Refusal):
    """Refuse to block for a comment to which nothing was done."""

    kind = "refusal-block-first"


class State(StrEnum):
    """How far it has come."""

    ASKED = "asked"  # a second person is to confirm it
    DECLINED = "declined"  # by somebody, or by nobody: then it lapsed
    WAITING = "waiting"  # for the page
    ACTIVE = "active"
    ENDING = "ending"  # the page is to lift it
    ENDED = "ended"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Block:
    """A decision of *who* that the author of the comment of a case is blocked up to and with *until*.

    *person* is the page's id of the author. *since* is when the page was to be written on, *trail* the
    happening in which it was last decided about.
    """

    id: int
    case_id: int
    comment_id: str
    person: str
    reason: str
    until: date
    who: str
    decided_at: datetime
    since: datetime
    next_at: datetime
    state: State
    second: str | None = None
    seconded_at: datetime | None = None
    ended_by: str | None = None
    ended_at: datetime | None = None
    problem: Problem | None = None
    code: str = ""
    trail: str = ""

    @property
    def is_lapsed(self) -> bool:
        """Tell whether nobody answered the question for a second person in time."""
        return self.state is State.DECLINED and self.second is None

    def people(self) -> set[str]:
        """Return all who had to do with it."""
        return {person for person in (self.who, self.second, self.ended_by) if person}


def decided(
    case: Case,
    comment: PageComment,
    reason: str,
    until: date | None,
    who: str,
    *,
    is_second_there: bool,
    today: date,
    now: datetime,
) -> Block:
    """Return the decision of *who* to block the author of *comment*, on which *case* was decided."""
    person = author(case, comment)
    return Block(
        id=0,
        case_id=case.id,
        comment_id=comment.id,
        person=person,
        reason=read_reason(reason),
        until=read_until(until, today=today),
        who=who,
        decided_at=now,
        since=now,
        next_at=now,
        state=State.ASKED if is_second_there else State.WAITING,
    )


def author(case: Case, comment: PageComment) -> str:
    """Return the page's id of who wrote *comment*; refuse where there is none, or nothing was done."""
    if case.state is not moderation.State.DONE:
        raise NothingDone
    if comment.author_id is None:
        raise AuthorWithheld
    return comment.author_id


def read_reason(text: str) -> str:
    """Return the reason that somebody wrote; there must be one."""
    said = " ".join(tidy(text).split())[:REASON_LIMIT]
    if is_blank(said):
        raise ReasonMissing
    return said


def read_until(until: date | None, *, today: date) -> date:
    """Return the last day; it must be ahead, and no more than a year."""
    if until is None or not today < until <= today + LONGEST:
        raise EndUnreadable(last=today + LONGEST)
    return until


def confirmed(block: Block, who: str, *, now: datetime) -> Block:
    """Let it be done: *who* agrees."""
    _check(block, State.ASKED)
    if who == block.who:
        raise NotOwnCase
    agreed = replace(block, second=who, seconded_at=now)
    return replace(agreed, state=State.WAITING, since=now, next_at=now)


def declined(block: Block, who: str, *, now: datetime) -> Block:
    """Let the person write; whoever asked may take it back like this, too."""
    _check(block, State.ASKED)
    return replace(block, state=State.DECLINED, second=who, seconded_at=now)


def lapsed(block: Block) -> Block:
    """Let the person write: nobody answered in time."""
    _check(block, State.ASKED)
    return replace(block, state=State.DECLINED)


def lifted(block: Block, who: str, *, now: datetime) -> Block:
    """Let the page lift it, by the word of *who*; what is not done yet is not done at all."""
    if block.state is State.WAITING:
        return replace(block, state=State.ENDED, ended_by=who, ended_at=now)
    _check(block, State.ACTIVE)
    lifting = replace(block, state=State.ENDING, ended_by=who, since=now, next_at=now)
    return replace(lifting, problem=None, code="")


def extended(block: Block, reason: str, until: date | None, *, today: date) -> Block:
    """Let it go on, for a *reason* of its own and not for ever."""
    _check(block, State.ACTIVE)
    return replace(block, reason=read_reason(reason), until=read_until(until, today=today))


def again(block: Block, *, now: datetime) -> Block:
    """Try once more what the page had refused."""
    _check(block, State.FAILED)
    return replace(block, state=State.WAITING, since=now, next_at=now, problem=None, code="")


def _check(block: Block, state: State) -> None:
    if block.state is not state:
        raise OverAlready
