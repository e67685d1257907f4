"""The plan as a table: its columns, and the words that people put into it in either language."""

import re
from datetime import date, time
from enum import StrEnum

from bot.domain.plan import Status
from bot.domain.text import fold

FORMULA = frozenset("=+-@\t\r\n＝＋－＠")
"""What a spreadsheet takes for a formula at the beginning of a cell."""


def safe(cell: str) -> str:
    """Return *cell* so that a spreadsheet shows it and never runs it as a formula.

    >>> safe("=1+1"), safe("v. 7–9")
    ("'=1+1", 'v. 7–9')
    """
    return f"'{cell}" if cell[:1] in FORMULA else cell


def unsafe(cell: str) -> str:
    """Return what `safe` was given."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in FORMULA else cell


class Column(StrEnum):
    """A column; only the day and the title must be there."""

    ID = "id"
    DAY = "day"
    AT = "at"
    OUTLET = "outlet"
    TITLE = "title"
    TEXT = "text"
    OWNER = "owner"
    STATUS = "status"


_HEADS = {
    Column.ID: ("id",),
    Column.DAY: ("datum", "dag", "date", "day"),
    Column.AT: ("tid", "kl", "klockslag", "time"),
    Column.OUTLET: ("kanal", "outlet", "channel"),
    Column.TITLE: ("rubrik", "titel", "title"),
    Column.TEXT: ("text", "beskrivning", "description"),
    Column.OWNER: ("ansvarig", "owner"),
    Column.STATUS: ("status", "läge"),
}
_BY_HEAD = {head: column for column, heads in _HEADS.items() for head in heads}

_STATUSES = {
    Status.DRAFT: ("", "utkast", "draft"),
    Status.READY: ("klart", "klar", "ready"),
    Status.PUBLISHED: ("publicerat", "publicerad", "published"),
    Status.CANCELLED: ("inställt", "inställd", "cancelled", "canceled"),
}
_BY_STATUS = {word: status for status, words in _STATUSES.items() for word in words}

_DATE = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ][0:.]+)?", re.ASCII)
_DATE_TURNED = re.compile(r"(\d\d?)[/.](\d\d?)[/.](\d{4})", re.ASCII)
_TIME = re.compile(r"(?:kl\.? ?)?(\d\d?)(?:[.:](\d\d)(?:[.:]\d\d)?)?", re.ASCII)


def column(head: str) -> Column | None:
    """Return the column that *head* names, or None.

    >>> column("Datum"), column("TITLE"), column("färg")
    (<Column.DAY: 'day'>, <Column.TITLE: 'title'>, None)
    """
    return _BY_HEAD.get(fold(head).strip("."))


def status(word: str) -> Status | None:
    """Return the status that *word* means, or None."""
    return _BY_STATUS.get(fold(word))


def day(text: str) -> date | None:
    """Read a date as Excel writes it, Swedish or British, or None.

    >>> day("2026-12-01"), day("1/12/2026"), day("2026-02-30")
    (datetime.date(2026, 12, 1), datetime.date(2026, 12, 1), None)
    """
    found, turned = _DATE.fullmatch(text.strip()), _DATE_TURNED.fullmatch(text.strip())
    numbers = found.groups() if found else turned.groups()[::-1] if turned else None
    try:
        return date(*map(int, numbers)) if numbers else None
    except ValueError:
        return None


def clock(text: str) -> time | None:
    """Read a time of day, or None.

    >>> clock("11.00"), clock("9"), clock("25:00")
    (datetime.time(11, 0), datetime.time(9, 0), None)
    """
    found = _TIME.fullmatch(fold(text))
    try:
        return time(int(found[1]), int(found[2] or 0)) if found else None
    except ValueError:
        return None
