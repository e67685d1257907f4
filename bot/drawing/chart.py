"""What is drawn: weeks as rows, days as columns, boxes in them; every word already said."""

from dataclasses import dataclass
from enum import StrEnum


class Look(StrEnum):
    """How a box looks: each differs in shape and hatching too, and has its word beside it."""

    READY = "ready"
    DRAFT = "draft"
    LATE = "late"
    PUBLISHED = "published"
    GAP = "gap"
    ASKS = "asks"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Box:
    """One post or slot: *head* says when and where, *word* how it stands."""

    look: Look
    head: str
    title: str
    word: str


@dataclass(frozen=True, slots=True)
class Day:
    """One day: *label* is its date, *note* names a free day or today, *more* counts what is left out."""

    label: str
    note: str
    is_free: bool
    is_today: bool
    boxes: tuple[Box, ...]
    more: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One week: its number, its days in words, its seven days from Monday."""

    label: str
    span: str
    days: tuple[Day, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """The whole picture: two lines on top, the weekdays, the weeks, what the looks mean."""

    title: str
    subtitle: str
    weekdays: tuple[str, ...]
    rows: tuple[Row, ...]
    legend: tuple[tuple[Look, str], ...]
