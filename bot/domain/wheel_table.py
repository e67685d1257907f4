"""The year wheel as a table (CSV): its columns, and how it is read, whole or not at all."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from io import StringIO
from typing import Self

from bot.domain.errors import Refusal
from bot.domain.outlets import Outlet
from bot.domain.tables import unsafe
from bot.domain.text import fold, title_of
from bot.domain.wheel import MOST_ITEMS, Entry, entry

MOST_CHARACTERS = 1_000_000


class Column(StrEnum):
    """A column; only the label and the time must be there."""

    LABEL = "label"
    WHEN = "when"
    LEAD = "lead"
    OUTLET = "outlet"
    TAGS = "tags"
    NOTE = "note"


_HEADS = {
    Column.LABEL: ("temadag", "namn", "rubrik", "theme day", "name", "title"),
    Column.WHEN: ("när", "datum", "when", "date"),
    Column.LEAD: ("framförhållning", "lead time", "lead"),
    Column.OUTLET: ("kanal", "outlet", "channel"),
    Column.TAGS: ("taggar", "ämnesområde", "tags", "pillar"),
    Column.NOTE: ("anteckning", "note"),
}
_BY_HEAD = {head: column for column, heads in _HEADS.items() for head in heads}


class WheelTableUnfit(Refusal):
    """Refuse a table in which no line with the heads can be found, or that is far too large."""

    kind = "refusal-wheel-table"


@dataclass(frozen=True, slots=True)
class LineProblem:
    """What is wrong with the line *line* of a file: the kind of a refusal, and its values."""

    line: int
    kind: str
    values: Mapping[str, str | float]

    @classmethod
    def of(cls, line: int, refusal: Refusal) -> Self:
        """Return what *refusal* says about *line*."""
        values = {k: v for k, v in refusal.values.items() if isinstance(v, str | int | float)}
        return cls(line, refusal.kind, values)


class WheelLinesUnfit(Exception):
    """Some lines of a file cannot be read; nothing of it is taken."""

    def __init__(self, problems: Sequence[LineProblem]) -> None:
        super().__init__(problems)
        self.problems = tuple(problems)


class WheelOutletUnknown(Refusal):
    """Refuse a theme day of an outlet that is not there."""

    kind = "refusal-wheel-outlet"


class WheelLabelTwice(Refusal):
    """Refuse a table that says two things about one theme day."""

    kind = "refusal-wheel-twice"


def read(text: str, outlets: Sequence[Outlet]) -> list[Entry]:
    """Read a table with semicolons, commas or tabs; raise WheelLinesUnfit with every bad line."""
    if len(text) > MOST_CHARACTERS:
        raise WheelTableUnfit
    known = {fold(outlet.name): outlet.id for outlet in outlets}
    problems: list[LineProblem] = []
    found: dict[str, Entry] = {}
    for line, row in _rows(text.removeprefix("\ufeff")):
        try:
            made = _entry(row, known)
            if made.name in found or len(found) >= MOST_ITEMS:
                raise WheelLabelTwice(label=made.label, most=MOST_ITEMS)
            found[made.name] = made
        except Refusal as refusal:
            problems.append(LineProblem.of(line, refusal))
    if problems:
        raise WheelLinesUnfit(problems)
    return [*found.values()]


def _entry(row: Mapping[Column, str], outlets: Mapping[str, int]) -> Entry:
    name = row[Column.OUTLET].strip()
    if name and fold(name) not in outlets:
        raise WheelOutletUnknown(outlet=title_of(name, 60))
    return entry(
        row[Column.LABEL],
        row[Column.WHEN],
        lead=row[Column.LEAD],
        outlet=outlets.get(fold(name)),
        tags=row[Column.TAGS],
        note=row[Column.NOTE],
    )


def _rows(text: str) -> Iterator[tuple[int, Mapping[Column, str]]]:
    """Yield the rows with the line on which each begins; empty ones are passed over."""
    first = text.split("\n", 1)[0]
    reader = csv.reader(StringIO(text, newline=""), delimiter=max(";,\t", key=first.count))
    heads: list[Column | None] = []
    line = 1
    try:
        for cells in reader:
            if not heads:
                heads = _heads(cells)
            elif any(cell.strip() for cell in cells):
                said = zip(heads, map(unsafe, cells), strict=False)
                yield line, {**dict.fromkeys(Column, ""), **{h: cell for h, cell in said if h}}
            line = reader.line_num + 1
    except csv.Error:
        raise WheelTableUnfit from None
    if not heads:
        raise WheelTableUnfit


def _heads(cells: Sequence[str]) -> list[Column | None]:
    heads = [_BY_HEAD.get(fold(cell)) for cell in cells]
    if not {Column.LABEL, Column.WHEN} <= set(heads):
        raise WheelTableUnfit
    return heads
