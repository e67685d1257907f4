"""The year wheel as a table (CSV) that Swedish Excel opens right, and that comes back in unchanged."""

import csv
from collections.abc import Mapping, Sequence
from io import StringIO

from bot.domain.tables import safe
from bot.domain.wheel import Item
from bot.domain.wheel_table import Column, LineProblem, WheelLinesUnfit
from bot.locales import Words
from bot.views import wheel


def table(words: Words, items: Sequence[Item], outlets: Mapping[int, str]) -> bytes:
    """Write *items* with a byte order mark and semicolons, which is how Excel knows it."""
    out = StringIO(newline="")
    writer = csv.writer(out, delimiter=";")
    writer.writerow(words(f"wheel-head-{column}") for column in Column)
    for item in items:
        writer.writerow(safe(cell) for cell in _cells(words, item, outlets))
    return out.getvalue().encode("utf-8-sig")


def refused(words: Words, error: WheelLinesUnfit) -> str:
    """Say on the command line why nothing of a file was taken, a line each."""
    head = words("refusal-import-rows", count=len(error.problems))
    return f"{head}\n{problems(words, error.problems)}"


def problems(words: Words, found: Sequence[LineProblem]) -> str:
    """Say what is wrong with a file, a line of it each; plain text."""
    return "\n".join(
        words("wheel-line", line=each.line, why=words(each.kind, **dict(each.values)))
        for each in found
    )


def _cells(words: Words, item: Item, outlets: Mapping[int, str]) -> list[str]:
    said = item.entry
    return [
        said.label,
        wheel.when(words, said.when),
        wheel.lead(words, said.lead),
        outlets.get(said.outlet or 0, ""),
        " ".join(said.tags),
        said.note,
    ]
