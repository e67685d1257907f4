"""The table of results, and its place in the docs."""

import os
import platform
import sqlite3
from collections.abc import Iterable
from datetime import date
from importlib.metadata import version
from pathlib import Path

from tests.bench.figures import Row

PAGE = Path(__file__).parent.parent.parent / "docs" / "measured.md"
BEGIN, END = "<!-- bench:begin -->", "<!-- bench:end -->"


_HEAD = ("| what", "| ---")


class NoPlaceError(Exception):
    """The page has no place for the table."""


def render(rows: Iterable[Row], *, today: date) -> str:
    """Return the table as Markdown, under a line that says where and when it was measured."""
    lines = ["| what | ours | floor | ratio | bar |", "| --- | --- | --- | --- | --- |"]
    lines += [f"| {r.what} | {r.ours} | {r.floor} | {r.ratio} | {_bar(r)} |" for r in rows]
    return f"{_machine(today)}\n\n" + "\n".join(lines)


def place(table: str, page: Path = PAGE) -> None:
    """Replace what stands between the markers of *page*; raise NoPlaceError without them."""
    text = page.read_text(encoding="utf-8")
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise NoPlaceError(f"{page.name} has no {BEGIN} … {END} to put the table between")
    page.write_text(f"{before}{begin}\n{table}\n{end}{after}", encoding="utf-8")


def merge(table: str, page: Path = PAGE) -> None:
    """Let the rows of *table* count instead of those of *page* with the same name; new ones follow.

    Raises NoPlaceError where the page's were measured on another day or machine.
    """
    before = page.read_text(encoding="utf-8").partition(BEGIN)[2].partition(END)[0]
    (machine, there), (measured, here) = _rows(before), _rows(table)
    if machine != measured:
        raise NoPlaceError(f"{page.name} was measured elsewhere: {machine}")
    head = [name for name in there if name in _HEAD]
    rest = {name: line for name, line in {**there, **here}.items() if name not in _HEAD}
    place(f"{machine}\n\n" + "\n".join([*(there[name] for name in head), *rest.values()]), page)


def _rows(table: str) -> tuple[str, dict[str, str]]:
    """Return the line about the machine, and the lines of the table by what they tell."""
    lines = [line for line in table.splitlines() if line]
    return lines[0], {line.split(" | ")[0]: line for line in lines[1:]}


def _bar(row: Row) -> str:
    if row.met is None:
        return row.bar
    return f"{row.bar}: {'met' if row.met else '**missed**'}"


def _machine(today: date) -> str:
    libraries = ", ".join(f"{name} {version(name)}" for name in ("slack-bolt", "slack-sdk"))
    return (
        f"{today.isoformat()}: {platform.system()}, {os.cpu_count()} cores, "
        f"Python {platform.python_version()}, {libraries}, SQLite {sqlite3.sqlite_version}. "
        "Milliseconds are p50 / p99."
    )
