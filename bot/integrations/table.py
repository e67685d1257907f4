"""A table of posts (CSV), as Excel and the bot itself write it: read whole, or refused by the row."""

import csv
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from io import StringIO

from bot.domain import tables
from bot.domain.ideas import TITLE_LIMIT
from bot.domain.import_files import (
    MOST_EVENTS,
    ColumnMissing,
    FileTooLarge,
    LineUnfit,
    RowProblem,
    RowsUnfit,
    shown,
)
from bot.domain.imports import Event
from bot.domain.outlets import Outlet
from bot.domain.plan import FARTHEST, TEXT_LIMIT, Status, default_outlet
from bot.domain.tables import Column, unsafe
from bot.domain.text import fold, is_blank
from bot.integrations.foreign import text_of

_NEEDED = (Column.DAY, Column.TITLE)
_OVER = (Status.PUBLISHED, Status.CANCELLED)

Row = Mapping[Column, str]


def read(
    data: bytes, *, outlets: Sequence[Outlet], namespace: str, today: date
) -> tuple[Event, ...]:
    """Return the posts of a table from *today* on, in its order; refuse one that is not fit.

    Rows that this database wrote (*namespace*) are taken as they are: they come back unread.
    """
    reader = _Rows(outlets, namespace, today)
    events, problems = [], []
    for line, row in _rows(text_of(data)):
        found = reader.event(row, line)
        if isinstance(found, RowProblem):
            problems.append(found)
        elif found:
            events.append(found)
    if problems:
        raise RowsUnfit(tuple(problems), count=len(problems))
    return tuple(events)


class _Rows:
    """Read the rows of one table."""

    def __init__(self, outlets: Sequence[Outlet], namespace: str, today: date) -> None:
        self._outlets = {fold(outlet.name): outlet for outlet in outlets}
        self._default = default_outlet(outlets)
        self._namespace = namespace
        self._today = today
        self._seen: Counter[str] = Counter()

    def event(self, row: Row, line: int) -> Event | RowProblem | None:
        """Return what a row says, what is wrong with it, or None for what is over."""
        day = tables.day(row[Column.DAY])
        uid = row[Column.ID].strip()
        if day and uid and Event(uid, "", day).is_own(self._namespace):
            return Event(uid, row[Column.TITLE], day)
        problem = self._problem(row, day)
        if problem or day is None:
            return RowProblem(line, *(problem or ("import-row-day", shown(row[Column.DAY]))))
        status = tables.status(row[Column.STATUS]) or Status.DRAFT
        if day < self._today or status in _OVER:
            return None
        return Event(
            uid=uid or self._name(row, day),
            title=row[Column.TITLE],
            day=day,
            at=tables.clock(row[Column.AT]),
            text=row[Column.TEXT],
            places=(row[Column.OUTLET],),
            owner=row[Column.OWNER].strip(),
            status=status,
        )

    def _problem(self, row: Row, day: date | None) -> tuple[str, str] | None:
        """Return the first thing that is wrong with a row, as a message and what it quotes."""
        at, outlet = row[Column.AT], row[Column.OUTLET]
        checks = (
            (day is None, "import-row-day", row[Column.DAY]),
            (day is not None and day > self._today + FARTHEST, "import-row-far", row[Column.DAY]),
            (bool(at.strip()) and tables.clock(at) is None, "import-row-time", at),
            (is_blank(row[Column.TITLE]), "import-row-title", ""),
            (len(row[Column.TITLE]) > TITLE_LIMIT, "import-row-title-long", row[Column.TITLE]),
            (len(row[Column.TEXT]) > TEXT_LIMIT, "import-row-text-long", row[Column.TITLE]),
            (
                bool(outlet.strip()) and fold(outlet) not in self._outlets,
                "import-row-outlet",
                outlet,
            ),
            (tables.status(row[Column.STATUS]) is None, "import-row-status", row[Column.STATUS]),
        )
        return next(((kind, shown(value)) for wrong, kind, value in checks if wrong), None)

    def _name(self, row: Row, day: date) -> str:
        """Return a name for a row without an id: its day, outlet and title, and which of such."""
        outlet = self._outlets.get(fold(row[Column.OUTLET]), self._default)
        name = f"row {day} {outlet.id} {fold(row[Column.TITLE])}"
        self._seen[name] += 1
        return name if self._seen[name] == 1 else f"{name} {self._seen[name]}"


def _rows(text: str) -> Iterator[tuple[int, Row]]:
    """Yield the rows with the line on which each begins; empty ones are passed over."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    line, heads = 1, None
    try:
        for count, cells in enumerate(reader):
            if count > MOST_EVENTS:
                raise FileTooLarge
            if heads is None:
                heads = _heads(cells)
            elif any(cell.strip() for cell in cells):
                yield line, _row(heads, cells)
            line = reader.line_num + 1
    except csv.Error:
        raise LineUnfit(line=line, text="") from None
    if heads is None:
        _heads([])


def _heads(cells: Sequence[str]) -> Sequence[Column | None]:
    heads = [tables.column(cell) for cell in cells]
    for needed in _NEEDED:
        if needed not in heads:
            raise ColumnMissing(column=needed.value)
    return heads


def _row(heads: Sequence[Column | None], cells: Sequence[str]) -> Row:
    named = {head: unsafe(cell) for head, cell in zip(heads, cells, strict=False) if head}
    return {column: named.get(column, "") for column in Column}


def _delimiter(text: str) -> str:
    """Return what parts the heads: the sign that there is most of in the first line."""
    first = text.lstrip("\ufeff").split("\n", 1)[0]
    return max(";,\t", key=first.count)
