"""Answering as the page: who may, what goes out, and what has become of it.

An answer goes out once. There is no first phase in which nobody sees it, as a post has, so that an
attempt whose outcome nobody told us is looked up on the page: what is found there is ours, and
what is not found twice is left to a person. Nothing is ever sent a second time by itself.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.page import PageComment
from bot.domain.publishing import deciders
from bot.domain.team import Team
from bot.domain.text import fold, tidy

LATE = timedelta(hours=1)
"""How long after it was decided an answer still goes out by itself; later, the person is asked."""

PATIENCE = timedelta(minutes=5)
"""How long the page may be unreadable before the person is told so."""

FIRST_LOOK = timedelta(seconds=15)  # after an attempt whose outcome nobody told us
BETWEEN_LOOKS = timedelta(seconds=60)  # the page's list may lag
ENOUGH_LOOKS = 2
SETTLED = timedelta(seconds=75)  # until a former attempt has had time to show

LIMIT = 2900  # characters of an answer; the signature must fit, too
SIGNATURE = "/{förnamn}"
NAME_PLACES = ("{förnamn}", "{fornamn}", "{firstname}")


class Kind(StrEnum):
    """What an answer is."""

    ANSWER = "answer"
    PROMISE = "promise"  # we will get back


class State(StrEnum):
    """How far an answer has come."""

    WAITING = "waiting"
    SENT = "sent"
    FAILED = "failed"
    DELETED = "deleted"  # it was out, and we took it away


class Problem(StrEnum):
    """Why an answer did not go out: what the person is told to do follows from it."""

    SLOW = "slow"
    TOKEN = "token"  # noqa: S105 -- not a secret
    PERMISSION = "permission"
    RULES = "rules"
    LINK = "link"
    DUPLICATE = "duplicate"
    GONE = "gone"
    REFUSED = "refused"
    LATE = "late"
    CLOSED = "closed"
    FORBIDDEN = "forbidden"
    ANSWERED = "answered"  # the page has answered meanwhile
    UNREADABLE = "unreadable"  # certainly not sent
    UNSURE = "unsure"  # it may be out: a person must look at the page
    NOWHERE = "nowhere"  # it may have been sent, and never came to stand there
    EDITED = "edited"  # the page changed something instead of answering


DOUBTS = frozenset({Problem.UNSURE, Problem.NOWHERE, Problem.DUPLICATE, Problem.EDITED})
"""After these a person has to look at the page before trying again."""


@dataclass(frozen=True, slots=True)
class Answering:
    """What the team has decided: whether, who (nobody named: the lead), and how they sign."""

    is_on: bool = False
    users: tuple[str, ...] = ()
    signature: str = SIGNATURE

    def allows(self, user: str, team: Team) -> bool:
        """Tell whether *user* may answer; without people named, the lead and the deputies may."""
        return self.is_on and user in (self.users or deciders(team)) and not team.reads(user)


@dataclass(frozen=True, slots=True)
class Answer:
    """One decision of *who* to let the page say *text*, signature and all, under `target_id`.

    *known* are the page's answers in that thread of which they knew, and from the attempt on all
    that stood there before it. *tried_at* is set once it may have been sent, *page_id* is the reply
    that came of it. *trail* is the happening it belongs to.
    """

    id: int
    comment_id: str
    target_id: str
    kind: Kind
    text: str
    who: str
    decided_at: datetime
    next_at: datetime
    route_id: int | None = None
    known: tuple[str, ...] = ()
    state: State = State.WAITING
    looks: int = 0
    tried_at: datetime | None = None
    page_id: str | None = None
    sent_at: datetime | None = None
    problem: Problem | None = None
    code: str = ""
    trail: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What the page has said in a thread: its *replies* as far as read, the *ids* with ours."""

    replies: tuple[PageComment, ...]
    ids: tuple[str, ...]

    @property
    def mark(self) -> str:
        """Return a short mark that changes when there is more."""
        return " ".join([str(len(self.ids)), *self.ids[-1:]])


def thread_of(comment: PageComment) -> str:
    """Return the comment under which an answer to *comment* stands: there are only two levels."""
    return comment.parent_id or comment.id


def is_ours(reply: PageComment, answer: Answer) -> bool:
    """Tell whether *reply* can have come of the attempt to send *answer*.

    What stood there before is known; our clock may be wrong, and so says nothing about it.
    """
    return (
        answer.tried_at is not None
        and reply.from_page
        and reply.parent_id == answer.target_id
        and reply.id not in answer.known
        and fold(tidy(reply.text)) == fold(tidy(answer.text))
    )


def own_reply(
    replies: Iterable[PageComment], answer: Answer, taken: Collection[str]
) -> PageComment | None:
    """Return which of *replies* came of *answer*; those *taken* stand for other answers."""
    fitting = (r for r in replies if r.id not in taken and is_ours(r, answer))
    return min(fitting, key=lambda reply: (reply.created_at, reply.id), default=None)


def news(
    replies: Iterable[PageComment], asked: PageComment, known: Collection[str]
) -> list[PageComment]:
    """Return what the page has answered in the thread since *asked* was written, but *known*."""
    return [
        reply
        for reply in replies
        if reply.from_page and reply.id not in known and reply.created_at >= asked.created_at
    ]


def signature_of(template: str, name: str) -> str:
    """Return how *name* signs.

    >>> signature_of("/{förnamn}", "Elin Lindqvist")
    '/Elin'
    """
    first = (name.split() or [""])[0]
    for place in NAME_PLACES:
        template = template.replace(place, first)
    return template.strip()


def signed(text: str, signature: str) -> str:
    """Return *text* as it goes out, signed once.

    >>> signed("Välkommen! ", "/Elin"), signed("Välkommen! /Elin", "/Elin")
    ('Välkommen! /Elin', 'Välkommen! /Elin')
    """
    whole = tidy(text)
    if not signature or fold(whole).endswith(fold(signature)):
        return whole
    return tidy(f"{whole} {signature}")
