"""One id for all that follows from one happening: a click, a command, a run of a job.

It is made at the door, stands in each log line, and is stored with what was decided and with what
is to be said, so that a message in Slack can be followed back to what caused it, also through a
restart. The id says nothing by itself.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from uuid import uuid4

_current: ContextVar[str] = ContextVar("trail", default="")


def current() -> str:
    """Return the id of what is worked on here; empty where nothing began."""
    return _current.get()


@contextmanager
def begun() -> Iterator[str]:
    """Let what is done inside be a happening of its own; yield its id."""
    with followed(uuid4().hex[:12]) as trail:
        yield trail


@contextmanager
def followed(trail: str) -> Iterator[str]:
    """Let what is done inside belong to the happening *trail*."""
    token = _current.set(trail)
    try:
        yield trail
    finally:
        _current.reset(token)
