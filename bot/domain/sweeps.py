"""One answer to many differences at once: somebody has shifted the whole calendar."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.plan import Entry, Post

FEW = 10
"""Questions that may wait in the channel, one a thing; what else differs is gathered in one."""


class State(StrEnum):
    """How far a gathered question has come."""

    ASKED = "asked"
    OVER = "over"
    WORKING = "working"
    DONE = "done"
    UNDOING = "undoing"
    UNDONE = "undone"


class Swept(StrEnum):
    """What an answer to many has come to for one event."""

    WAITING = "waiting"
    DONE = "done"
    PASSED = "passed"
    UNDONE = "undone"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Sweep:
    """A question that gathers many, with the answer of *who*: *take* Outlook's, or keep ours."""

    id: int
    state: State
    mark: str
    asked_at: datetime
    take: bool | None = None
    who: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """What one answer is about in one event: what it was at the answer, and what became of it."""

    key: str
    state: Swept
    agreed: Entry | None
    seen: Entry | None
    post_id: int | None
    made: int | None = None
    revision: int | None = None


def is_gathered(waiting: int, asked: int) -> bool:
    """Tell whether *waiting* things are asked about in one message, beside the *asked* ones.

    >>> is_gathered(10, 0), is_gathered(11, 0), is_gathered(1, 10), is_gathered(0, 20)
    (False, True, True, False)
    """
    return waiting > 0 and waiting + asked > FEW


def is_as_asked(sweep: Sweep, part: Part, seen: Entry | None, post: Post | None) -> bool:
    """Tell whether nobody has changed either side since the question was put."""
    return part.seen == seen and (post is None or post.updated_at <= sweep.asked_at)
