"""The fields in which files are given."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.domain.given import Brought
from bot.domain.text import tidy
from bot.locales import Words
from bot.views.blocks import Block, Message, cut, field, simple

FILE = "file"
NAME_LIMIT = 60

_ID = re.compile(r"F[A-Z0-9]{1,30}")


def file_field(words: Words, label: str, types: Sequence[str], *, optional: bool = False) -> Block:
    """Return a field for one file whose name ends in one of *types*."""
    element = {
        "type": "file_input",
        "action_id": "value",
        "filetypes": list(types),
        "max_files": 1,
    }
    hint = words("given-hint", types=", ".join(f".{each}" for each in types))
    return field(label, element, block_id=FILE, hint=hint, optional=optional)


def brought(state: Mapping[str, Any]) -> Brought | None:
    """Return the file that a submitted form has, if it has one."""
    return next(files(state, FILE), None)


def files(state: Mapping[str, Any], block_id: str) -> Iterator[Brought]:
    """Yield the files in the field *block_id* of a submitted form; what is no file is passed over."""
    held: Mapping[str, Any] = next(iter(state["values"].get(block_id, {}).values()), {})
    for found in held.get("files") or ():
        if isinstance(found, Mapping) and _ID.fullmatch(str(found.get("id"))):
            yield _brought(found)


def _brought(found: Mapping[str, Any]) -> Brought:
    name = " ".join(tidy(str(found.get("name") or found.get("title") or "")).split())
    size = found.get("size")
    return Brought(
        found["id"],
        cut(name or found["id"], NAME_LIMIT),
        size if isinstance(size, int) else 0,
        str(found.get("mimetype") or ""),
    )


def on_way(words: Words) -> Message:
    """Say that a file is being read."""
    return simple(words("given-on-way"))
