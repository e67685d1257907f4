"""The project's own source, read and parsed once a process for all the rules that are read off it."""

import ast
import gc
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
FILES = sorted([*(ROOT / "bot").rglob("*.py"), *(ROOT / "handlers").rglob("*.py"), ROOT / "bot.py"])


@cache
def text(file: Path) -> str:
    """All that *file* says."""
    return file.read_text(encoding="utf-8")


@cache
def nodes(file: Path) -> tuple[ast.AST, ...]:
    """All that *file* says, parsed; its tree comes first.

    Nothing of it is ever garbage: looking for some after every few nodes takes longer than parsing.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        return tuple(ast.walk(ast.parse(text(file))))
    finally:
        if was_on:
            gc.enable()
