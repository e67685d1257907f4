"""What only some may do, and who may: the lead and the deputies, or the team, and whom they name."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

MOST_NAMED = 20
"""How many people may be named for one right besides those who have it anyway."""


class Right(StrEnum):
    """An act on what residents have written that cannot be taken back by those it concerns.

    Who publishes and who answers is set where that is switched on.
    """

    REMOVE = "remove"  # hide a comment, or take it away
    DISCLOSE = "disclose"
    DISPOSE = "dispose"


class Level(StrEnum):
    """Who has a right without being named for it."""

    LEADS = "leads"
    TEAM = "team"


@dataclass(frozen=True, slots=True)
class Grant:
    """Who has a right: all of *level*, and *users* besides."""

    level: Level
    users: tuple[str, ...] = ()


DEFAULTS: Mapping[Right, Grant] = {
    Right.REMOVE: Grant(Level.TEAM),
    Right.DISCLOSE: Grant(Level.LEADS),
    Right.DISPOSE: Grant(Level.LEADS),
}
