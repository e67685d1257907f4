"""Whole messages and views: what Slack refuses in them, and the ids it gives to what has none."""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from secrets import choice
from string import ascii_letters, digits
from typing import Any

from bot.sandbox.slack.inputs import elements
from bot.sandbox.slack.kit import Rule, Shape, Spot, boolean, items, nullable, plain, string
from bot.sandbox.slack.kit import choice as words
from bot.sandbox.slack.kit_blocks import BLOCK, INTERACTIVE
from bot.sandbox.state import Json

MOST_IN_MESSAGE = 50
MOST_IN_VIEW = 100
MOST_MARKDOWN = 12_000
MOST_VIEW_BYTES = 250_000
MOST_TABLE_CHARACTERS = 10_000

_COMMON: dict[str, Rule] = {
    "callback_id": string(0, 255),
    "private_metadata": string(0, 3000),
    "external_id": string(0, 255),
}
_BLOCKS = items(BLOCK, 0, MOST_IN_VIEW)
MODAL = Shape(
    {"title": plain(24), "blocks": _BLOCKS},
    {
        **_COMMON,
        "close": nullable(plain(24)),
        "submit": nullable(plain(24)),
        "clear_on_close": boolean,
        "notify_on_close": boolean,
        "submit_disabled": boolean,
    },
)
HOME = Shape({"blocks": _BLOCKS}, _COMMON)


def message_problems(blocks: Any) -> list[str]:  # noqa: ANN401
    """Return everything Slack would object to in a message's blocks."""
    spot = Spot("/blocks", "message", [])
    items(BLOCK, 0, MOST_IN_MESSAGE)(blocks, spot)
    if not spot.problems:
        _check_ids(blocks, spot)
        _check_totals(blocks, spot)
    return spot.problems


def view_problems(view: Any, *kinds: str) -> list[str]:  # noqa: ANN401
    """Return everything Slack would object to in a view of one of *kinds*."""
    kind = view.get("type") if isinstance(view, dict) else None
    spot = Spot("/view", kind if kind in kinds else "modal", [])
    words(*kinds)(kind, spot.at("type"))
    if spot.problems:
        return spot.problems
    (MODAL if kind == "modal" else HOME)(view, spot)
    if not spot.problems:
        _check_ids(view["blocks"], spot.at("blocks"))
        _check_view(view, spot)
    return spot.problems


def is_too_large(view: Json) -> bool:
    """Return whether the whole view is over Slack's 250 KB."""
    return len(json.dumps(view, ensure_ascii=False).encode()) > MOST_VIEW_BYTES


def _check_ids(blocks: list[Json], spot: Spot) -> None:
    """Refuse a block_id twice in a payload, or an action_id twice in a block."""
    for block_id in _repeated(b.get("block_id") for b in blocks):
        spot.say(f"block_id `{block_id}` already exists")
    for index, block in enumerate(blocks):
        for action_id in _repeated(e.get("action_id") for e in elements(block)):
            spot.at(index).say(f"action_id `{action_id}` already exists")


def _repeated(values: Iterator[Any]) -> list[Any]:
    counted = Counter(value for value in values if value is not None)
    return [value for value, times in counted.items() if times > 1]


def _check_totals(blocks: list[Json], spot: Spot) -> None:
    """Refuse what a message may hold only so much of."""
    markdown = sum(len(b["text"]) for b in blocks if b["type"] == "markdown")
    if markdown > MOST_MARKDOWN:
        spot.say(f"markdown blocks must be less than {MOST_MARKDOWN + 1} characters together")
    tables = [b for b in blocks if b["type"] == "table"]
    if len(tables) > 1:
        spot.say("only_one_table_allowed")
    if sum(len(text) for table in tables for text in _texts(table)) > MOST_TABLE_CHARACTERS:
        spot.say(f"table cells must be less than {MOST_TABLE_CHARACTERS + 1} characters together")


def _texts(part: Any) -> Iterator[str]:  # noqa: ANN401
    """Yield every `text` that stands anywhere inside."""
    if isinstance(part, dict):
        if isinstance(part.get("text"), str):
            yield part["text"]
        part = list(part.values())
    if isinstance(part, list):
        for one in part:
            yield from _texts(one)


def _check_view(view: Json, spot: Spot) -> None:
    blocks = view["blocks"]
    has_input = any(block["type"] == "input" for block in blocks)
    if view["type"] == "modal" and has_input and not view.get("submit"):
        spot.say("missing required field: submit (the view has an input block)")
    focused = [e for block in blocks for e in elements(block) if e.get("focus_on_load")]
    if len(focused) > 1:
        spot.at("blocks").say("only one element may set focus_on_load")


def with_ids(blocks: list[Json]) -> list[Json]:
    """Return *blocks* with the random ids that Slack gives to what came without."""
    return [_with_ids(block) for block in blocks]


def _with_ids(block: Json) -> Json:
    filled = block | {"block_id": block.get("block_id") or _random_id()}
    for name, change in _PARTS.items():
        if name in block:
            filled[name] = change(block[name])
    return filled


def _identified(element: Any) -> Any:  # noqa: ANN401
    if isinstance(element, dict) and element.get("type") in INTERACTIVE:
        return {"action_id": _random_id()} | element
    return element


def _all_identified(parts: Any) -> Any:  # noqa: ANN401
    return [_identified(part) for part in parts] if isinstance(parts, list) else parts


_PARTS: dict[str, Callable[[Any], Any]] = {
    "accessory": _identified,
    "element": _identified,
    "elements": _all_identified,
    "actions": _all_identified,
}


def _random_id() -> str:
    return "".join(choice(ascii_letters + digits) for _ in range(5))
