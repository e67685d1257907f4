"""When comments come faster than Slack takes messages or people can read, they are gathered.

A storm is about one post. While it lasts, new comments on it stand together in one message that
is changed in place; one that somebody takes or flags gets a message of its own. It ends when few
have come for a while, and what was gathered stays where it is.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

PREFIX = "storm:"
"""How the keys of the messages begin in which comments are gathered."""

WINDOW = timedelta(minutes=10)

WAITING = 20
"""Unsent messages about all posts together: at Slack's one a second and channel, so late is the last."""

FEW_ON_POST = 3
"""So few about one post are not gathered: it would save nobody anything."""

RECENT_ON_POST = 60
"""New comments on one post within the window: one in ten seconds, which nobody reads one by one."""

CALM_ON_POST = 10
"""New comments within the window at which it is over: one a minute can be met one at a time.

Far below what begins a storm, so that one that hesitates does not begin anew all the time.
"""


SHORTEST = timedelta(minutes=1)
"""No storm is over sooner: what is one of many posts in a flood would begin one after the other."""


@dataclass(frozen=True, slots=True)
class Pressure:
    """How much there is about a post, what is new now included.

    *waiting* counts unsent messages about it, *queued* those about all posts of the channel;
    *recent* counts its comments of the last window.
    """

    waiting: int
    queued: int
    recent: int


@dataclass(frozen=True, slots=True)
class Storm:
    """A time of many comments on one post, and the message in which they are gathered."""

    id: int
    post_id: str
    began_at: datetime
    ended_at: datetime | None = None

    @property
    def key(self) -> str:
        """Return the key of its message in the outbox."""
        return f"{PREFIX}{self.post_id}:{self.id}"


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a storm's message says in numbers: gathered there now, open among them, gone out."""

    count: int
    open: int
    out: int


def begins(pressure: Pressure) -> bool:
    """Tell whether it is too much for one message a comment."""
    return (
        pressure.queued > WAITING and pressure.waiting > FEW_ON_POST
    ) or pressure.recent > RECENT_ON_POST


def is_over(storm: Storm, recent: int, *, now: datetime) -> bool:
    """Tell whether it has calmed down: *recent* comments came within the last window."""
    return recent <= CALM_ON_POST and now - storm.began_at >= SHORTEST
