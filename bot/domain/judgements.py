"""How an urgent comment may end: an outcome from a fixed list, a person, and a reason.

No other way closes a flag, so that everyone can see later that somebody looked, who, and why.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Outcome(StrEnum):
    """What came of a flag. It says what was done, and does none of it."""

    KEPT = "kept"  # it breaks no rule
    ANSWERED = "answered"  # kept, and answered
    HIDDEN = "hidden"
    REMOVED = "removed"
    REPORTED = "reported"  # removed, and reported to the police
    PASSED = "passed"  # handed to a lawyer or to security


@dataclass(frozen=True, slots=True)
class Judgement:
    """What *by* made of a flag, and why. People are Slack ids; `lucka` flags for a watch word."""

    comment_id: str
    flagged_by: str
    flagged_at: datetime
    by: str
    at: datetime
    outcome: Outcome
    reason: str
