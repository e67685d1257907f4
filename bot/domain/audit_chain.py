"""The audit log as a chain: each line carries a hash over itself and the hash before it.

Whoever changes, removes, inserts or reorders a line breaks every hash from there on. The end of
the chain is kept apart (`Head`), or lines cut off at the end would not be missed.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

FIRST = ""
"""What stands before the first line."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the log as it is stored."""

    id: int
    at: str
    who: str
    act: str
    subject: str
    detail: str
    hash: str


@dataclass(frozen=True, slots=True)
class Head:
    """How many lines there are, and the hash of the last.

    >>> Head.read("2 ab"), str(Head(2, "ab")), Head.read("two ab")
    (Head(count=2, hash='ab'), '2 ab', None)
    """

    count: int = 0
    hash: str = FIRST

    def __str__(self) -> str:
        return f"{self.count} {self.hash}".strip()

    @classmethod
    def read(cls, text: str) -> "Head | None":
        """Read what `str` wrote, or None."""
        count, _, found = text.strip().partition(" ")
        is_number = count.isascii() and count.isdecimal() and len(count) < 19
        return cls(int(count), found.strip()) if is_number else None


class Break(StrEnum):
    """How a chain can be broken."""

    CHANGED = "changed"  # a line does not follow from the one before it
    CUT = "cut"  # the log ends before its head, or goes on after it
    NOTED = "noted"  # it is another log than the one whose head somebody noted


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a look at the whole chain found; *line* is the id of the first bad line, if any."""

    head: Head
    broken: Break | None = None
    line: int = 0


def chained(before: str, line_id: int, *fields: str) -> str:
    """Return the hash of a line: of the hash *before* it, its number, and its *fields* in order."""
    whole = json.dumps([before, line_id, *fields], ensure_ascii=False)
    return hashlib.sha256(whole.encode(errors="surrogatepass")).hexdigest()


def verify(lines: Iterable[Line], head: Head | None, noted: Head | None = None) -> Verdict:
    """Follow the chain from its first line; *head* is what was kept apart, *noted* elsewhere."""
    seen = Head()
    is_noted = noted in (None, seen)
    for line in lines:
        fields = (line.at, line.who, line.act, line.subject, line.detail)
        if line.hash != chained(seen.hash, line.id, *fields):
            return Verdict(seen, Break.CHANGED, line.id)
        seen = Head(seen.count + 1, line.hash)
        is_noted = is_noted or seen == noted
    if seen != head:
        return Verdict(seen, Break.CUT)
    return Verdict(seen, None if is_noted else Break.NOTED)
