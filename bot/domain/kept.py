"""A list that the team keeps in the settings: what is archived is chosen no more, but stays."""

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol, TypeVar


class Kept(Protocol):
    """One entry of such a list."""

    @property
    def id(self) -> int:
        """Its number, which it keeps."""

    @property
    def archived_at(self) -> datetime | None:
        """Since when it is out of use; None while it is in use."""


K = TypeVar("K", bound=Kept)


def in_use(kept: Iterable[K]) -> list[K]:
    """Return the entries that can be chosen."""
    return [entry for entry in kept if entry.archived_at is None]
