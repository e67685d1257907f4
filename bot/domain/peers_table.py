"""A table of other pages' counts (CSV, or cells copied from Excel): read whole, or refused by the row."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import date
from io import StringIO

from bot.domain import tables
from bot.domain.errors import Refusal
from bot.domain.peers import MOST, Peer, PeerNameUnfit, TooManyPeers, Written, peer
from bot.domain.tables import unsafe
from bot.domain.text import fold

TEXT_LIMIT = 3000

_HEADS = {
    "name": ("sida", "namn", "page", "name"),
    "period": ("period",),
    "followers": ("följare", "followers"),
    "posts": ("inlägg", "posts"),
    "comments": ("kommentarer", "comments"),
    "answered": ("besvarade", "answered"),
    "median": ("mediantid", "mediantid (timmar)", "median", "median (hours)"),
    "counted": ("räknad", "räknat", "counted"),
    "counted_by": ("av", "räknad av", "by", "counted by"),
    "how": ("hur", "how"),
}
_BY_HEAD = {head: name for name, heads in _HEADS.items() for head in heads}
_NEEDED = ("name", "period")


class TableUnfit(Refusal):
    """Refuse a table that has no heads, or no rows."""

    kind = "refusal-peers-table"
    field = "table"


class TableTwice(Refusal):
    """Refuse a table that is both pasted and given as a file: nobody knows which is meant."""

    kind = "refusal-peers-twice"
    field = "file"


class RowUnfit(Refusal):
    """Refuse a table for one of its rows; its cause is the Refusal that says why."""

    kind = "refusal-peers-row"
    field = "table"


def read(text: str, *, today: date, who: str) -> list[Peer]:
    """Return the counts of a table; *who* counted where it does not say."""
    made: list[Peer] = []
    for line, row in _rows(text):
        try:
            made.append(_peer(row, made, today, who))
        except Refusal as reason:
            raise RowUnfit(line=line, reason=str(reason)) from reason
        if len(made) > MOST:  # a file may have many thousand rows more
            raise TooManyPeers(most=MOST)
    if not made:
        raise TableUnfit
    return made


def _rows(text: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Yield the rows with their line; the first one holds the heads."""
    lines = csv.reader(StringIO(text.strip(), newline=""), delimiter=_delimiter(text))
    heads: Sequence[str] = ()
    try:
        for cells in lines:
            if not heads:
                heads = [_BY_HEAD.get(fold(cell).lstrip("\ufeff"), "") for cell in cells]
                if not set(_NEEDED) <= set(heads):
                    raise TableUnfit
            elif any(cell.strip() for cell in cells):
                yield lines.line_num, dict(zip(heads, map(unsafe, cells), strict=False))
    except csv.Error:
        raise TableUnfit from None


def _peer(row: Mapping[str, str], others: Sequence[Peer], today: date, who: str) -> Peer:
    """Read a row; refuse a page that an earlier row is about: nobody knows which is meant."""
    made = peer(_written(row, today, who), today=today)
    if fold(made.name) in {fold(other.name) for other in others}:
        raise PeerNameUnfit
    return made


def _written(row: Mapping[str, str], today: date, who: str) -> Written:
    said = {each.name: row.get(each.name, "") for each in fields(Written)}
    day = tables.day(said.pop("counted")) or today
    return Written(**{**said, "counted_by": said["counted_by"] or who}, counted=day)


def _delimiter(text: str) -> str:
    """Return what parts the heads: the sign that there is most of in the first line."""
    first = text.strip().split("\n", 1)[0]
    return max(";\t,", key=first.count)
