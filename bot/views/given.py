"""The field in which a file is given."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.domain.given import Brought
from bot.domain.text import tidy
from bot.locales import Words
from bot.views.blocks import Block, Message, cut, field, simple

FILE = "file"
NAME_LIMIT = 60


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
    held: Mapping[str, Any] = next(iter(state["values"].get(FILE, {}).values()), {})
    found = next(iter(held.get("files") or ()), None)
    if found is None:
        return None
    name = " ".join(tidy(str(found.get("name") or found.get("title") or "")).split())
    file = tidy(str(found["id"]))
    return Brought(file, cut(name or file, NAME_LIMIT), int(found.get("size") or 0))


def on_way(words: Words) -> Message:
    """Say that a file is being read."""
    return simple(words("given-on-way"))
