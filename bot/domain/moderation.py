"""Hiding and removing what a resident wrote: decided by people, for a rule, and never otherwise.

A case is one such decision with all that became of it. A rule of law is acted on at once; for the
page's own rules a second person confirms if one is there, else the case waits for a later look.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from zlib import crc32

from bot.domain import comments
from bot.domain.comment_rules import RuleKind
from bot.domain.comments import Relay
from bot.domain.presence import Presence
from bot.domain.rights import Right
from bot.domain.team import Team

FOLLOWED = timedelta(days=60)
"""How long the list shows what was done."""

PATIENCE = timedelta(hours=1)  # how long a page that does not answer is asked by itself
WORDS_LIMIT = 300


class Deed(StrEnum):
    """What is done to a comment."""

    HIDE = "hide"
    REMOVE = "remove"

    @property
    def recorded(self) -> str:
        """Return the audit log's word for it."""
        return "comment.hidden" if self is Deed.HIDE else "comment.removed"


class State(StrEnum):
    """How far a case has come."""

    ASKED = "asked"  # a second person is to confirm it
    DECLINED = "declined"  # by somebody, or by nobody: then it lapsed
    WAITING = "waiting"  # for the page
    DONE = "done"
    FAILED = "failed"
    UNDOING = "undoing"
    UNDONE = "undone"


ACTIVE = frozenset({State.ASKED, State.WAITING, State.UNDOING})


class Problem(StrEnum):
    """Why something was not done: what the person is told to do follows from it."""

    NO_HIDE = "no-hide"  # Facebook lets nobody hide this one
    TOKEN = "token"  # noqa: S105 -- not a secret
    PERMISSION = "permission"
    REFUSED = "refused"
    GONE = "gone"
    CHANGED = "changed"
    SILENT = "silent"
    UNCOPIED = "uncopied"  # its picture could not be kept first


@dataclass(frozen=True, slots=True)
class Case:
    """One decision of *who* to hide or remove a comment; people are Slack ids.

    *rule* and *kind* are the rule as it was then. *since* is when the page was to be written on,
    and *tried_at* is set while an attempt may have succeeded without our knowing. *trail* is the
    happening in which it was last decided about.
    """

    id: int
    comment_id: str
    deed: Deed
    rule_id: int | None
    rule: str
    kind: RuleKind
    words: str
    fingerprint: int
    who: str
    decided_at: datetime
    since: datetime
    next_at: datetime
    state: State
    second: str | None = None
    seconded_at: datetime | None = None
    reviewed_by: str | None = None
    reviewed_at: datetime | None = None
    tried_at: datetime | None = None
    done_at: datetime | None = None
    undone_by: str | None = None
    problem: Problem | None = None
    code: str = ""
    trail: str = ""

    @property
    def reason(self) -> str:
        """Say why, in the words of people."""
        return ": ".join(part for part in (self.rule, self.words) if part)

    @property
    def is_reviewed(self) -> bool:
        """Tell whether a second person has looked at it, before or after."""
        return bool(self.second or self.reviewed_by)

    @property
    def is_lapsed(self) -> bool:
        """Tell whether nobody answered the question for a second person in time."""
        return self.state is State.DECLINED and self.second is None

    def people(self) -> set[str]:
        """Return all who had to do with it."""
        named = (self.who, self.second, self.reviewed_by, self.undone_by)
        return {person for person in named if person}


def proposed(kind: RuleKind) -> Deed:
    """Return what is done for a rule, usually: what is hidden its author and friends still see."""
    return Deed.REMOVE if kind is RuleKind.LAW else Deed.HIDE


def fingerprint(text: str) -> int:
    """Return a number by which a text is known again."""
    return crc32(text.encode(errors="replace"))


def second_people(team: Team, presence: Presence, who: str, *, local: datetime) -> tuple[str, ...]:
    """Return who can confirm what *who* decides: all others there now who might decide it, too."""
    allowed = [user for user in team.everybody if team.may(user, Right.REMOVE)]
    others = tuple(user for user in allowed if user != who)
    if len(team.everybody) < 2:
        return ()
    return tuple(user for user in others if presence.may_disturb(user, local))


def closed(relay: Relay, case: Case, *, now: datetime) -> Relay:
    """Return *relay* after *case* was done."""
    state = comments.State.HIDDEN if case.deed is Deed.HIDE else comments.State.REMOVED
    return replace(relay, state=state, closed_by=case.who, closed_at=now, reason=case.reason)


def in_order(cases: Iterable[Case]) -> list[Case]:
    """Return what somebody should look at first, then the newest."""
    newest = sorted(cases, key=lambda case: (case.decided_at, case.id), reverse=True)
    return sorted(newest, key=lambda case: case.is_reviewed or case.state is State.UNDONE)
