"""Disposal (gallring): what may be disposed of, when, by which decision; and what stops it.

Everything is off until a person has entered the decision that allows it. What is disposed of loses
its words and names and keeps its row: when it was written, how it ended. So the figures of a month
stay what they were, and what the page still shows is not taken for new.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum

from dateutil.relativedelta import relativedelta

from bot.domain.errors import Refusal

MOST_DAYS, MOST_MONTHS = 36_500, 1_200
DECISION_LIMIT, REASON_LIMIT = 150, 300


class Class(StrEnum):
    """What is disposed of together, because it is needed for the same reason.

    ROUTINE: comments that were answered, or needed no answer, with the page's replies: of little
    importance once the matter is over. A thread is one matter; all in it must be over.

    KEPT: threads in which something was hidden, removed or registered. They may begin a case or be
    asked for as evidence, so they wait until a person says that they were handed over.

    WORKING: ideas that were taken out of the bank and posts that were cancelled: working material
    that led to nothing. What is in the bank or the plan is in use.

    COPIES: the bot's own copies of what it told Slack. They serve to write a message anew.
    """

    ROUTINE = "routine"
    KEPT = "kept"
    WORKING = "working"
    COPIES = "copies"


class Unit(StrEnum):
    """In what a period is counted."""

    DAYS = "days"
    MONTHS = "months"


class Scope(StrEnum):
    """What a hold keeps: everything, what is on one post, what came in a time, one comment."""

    ALL = "all"
    POST = "post"
    PERIOD = "period"
    COMMENT = "comment"


class State(StrEnum):
    """How a disposal stands: listed, turned down, under way step by step, done."""

    LISTED = "listed"
    DECLINED = "declined"
    DECIDED = "decided"  # what is due now is to be written down
    COPIES = "copies"  # the messages in Slack first, while it is known what they say
    RUNNING = "running"
    CLEANING = "cleaning"  # no byte of it is to be left in the file
    DONE = "done"


class DecisionMissing(Refusal):
    """Refuse half a decision: it has a reference and a date."""

    kind = "refusal-disposal-decision"
    field = "decision"


class DecisionToCome(Refusal):
    """Refuse a decision of a day that is still to come."""

    kind = "refusal-disposal-decision-to-come"
    field = "decided"


class PeriodUnread(Refusal):
    """Refuse a period that is no number of days or months."""

    kind = "refusal-disposal-period"
    field = "amount"


class HoldUnread(Refusal):
    """Refuse a hold that does not say what it keeps."""

    kind = "refusal-hold-unread"
    field = "link"


class HoldTimes(Refusal):
    """Refuse a hold on a time without two days in order."""

    kind = "refusal-hold-times"
    field = "last"


class DisposalOver(Refusal):
    """Somebody has decided about that list already, or it counts no more."""

    kind = "refusal-disposal-over"


class RuleChanged(Refusal):
    """What was listed is not what the decision says now."""

    kind = "refusal-disposal-rule-changed"


class Disposed(Refusal):
    """It was disposed of: there is nothing to bring back."""

    kind = "refusal-disposed"


@dataclass(frozen=True, slots=True)
class Rule:
    """The decision that allows a class to be disposed of, and how long after its end.

    *decision* is the reference as people write it, *decided* the day of the decision.
    """

    decision: str
    decided: date
    amount: int
    unit: Unit

    def cutoff(self, today: date, zone: tzinfo) -> datetime:
        """Return the instant before which it must have ended to be due on *today*.

        >>> from zoneinfo import ZoneInfo
        >>> rule = Rule("KS 2026/14", date(2026, 1, 8), 3, Unit.MONTHS)
        >>> rule.cutoff(date(2026, 5, 31), ZoneInfo("Europe/Stockholm")).isoformat()
        '2026-02-28T00:00:00+01:00'
        """
        span = (
            timedelta(days=self.amount)
            if self.unit is Unit.DAYS
            else relativedelta(months=self.amount)
        )
        return datetime.combine(today - span, time(), zone)


def read_rule(
    decision: str, decided: date | None, amount: str, unit: Unit, *, today: date
) -> Rule | None:
    """Read what a form says; None for no decision, which switches the class off."""
    reference = " ".join(decision.split())
    if not reference and decided is None:
        return None
    if not reference or decided is None:
        raise DecisionMissing
    if decided > today:
        raise DecisionToCome
    return Rule(reference, decided, _amount(amount, unit), unit)


def _amount(text: str, unit: Unit) -> int:
    said = text.strip()
    most = MOST_DAYS if unit is Unit.DAYS else MOST_MONTHS
    if not (said.isascii() and said.isdigit() and len(said) <= 6 and 1 <= int(said) <= most):
        raise PeriodUnread
    return int(said)


@dataclass(frozen=True, slots=True)
class Hold:
    """A stop to disposal, for a reason, until somebody lifts it.

    *subject* is the id of the post or the comment; *start* and *end* are half-open.
    """

    scope: Scope
    reason: str
    set_by: str
    set_at: datetime
    subject: str | None = None
    start: date | None = None
    end: date | None = None
    id: int = 0


def period_hold(first: date | None, last: date | None) -> tuple[date, date]:
    """Return the half-open days of a hold on a time, of which both days are named."""
    if first is None or last is None or last < first:
        raise HoldTimes
    return first, last + timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Found:
    """What is due of a class: how many, from when to when they are, how many a hold keeps."""

    count: int = 0
    held: int = 0
    first: datetime | None = None
    last: datetime | None = None


@dataclass(frozen=True, slots=True)
class Disposal:
    """One list of what was due, and what a person decided about it; counts and never content.

    *message* is the key of the message that lists it. *disposed* counts what lost its words,
    *skipped* what a hold kept or what was opened again, *copies* the messages in Slack.
    """

    id: int
    kind: Class
    rule: Rule
    cutoff: datetime
    found: Found
    listed_at: datetime
    message: str
    state: State = State.LISTED
    who: str | None = None
    decided_at: datetime | None = None
    disposed: int = 0
    skipped: int = 0
    copies: int = 0
    finished_at: datetime | None = None


def check_decidable(disposal: Disposal, rule: Rule | None) -> None:
    """Refuse to decide twice, or by a decision that has changed since it was listed."""
    if disposal.state is not State.LISTED:
        raise DisposalOver
    if rule != disposal.rule:
        raise RuleChanged
