"""What is drawn: weeks as rows, days as columns, boxes in them; every word already said."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


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


def dump(chart: Chart) -> bytes:
    """Write *chart* for the process that draws it."""
    return json.dumps(asdict(chart)).encode()


def load(data: bytes) -> Chart:
    """Read what `dump` wrote."""
    found = json.loads(data)
    return Chart(
        found["title"],
        found["subtitle"],
        tuple(found["weekdays"]),
        tuple(Row(r["label"], r["span"], tuple(map(_day, r["days"]))) for r in found["rows"]),
        tuple((Look(look), word) for look, word in found["legend"]),
    )


def _day(found: Mapping[str, Any]) -> Day:
    boxes = tuple(Box(**{**box, "look": Look(box["look"])}) for box in found["boxes"])
    return Day(**{**found, "boxes": boxes})
