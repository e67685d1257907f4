"""Forms as a person fills them in: what was there from the start, changed where a test says so."""

from itertools import count
from typing import Any

from tests.make import AMIRA

_numbers = count(1)
_HELD = {
    "plain_text_input": ("value", "initial_value"),
    "multi_static_select": ("selected_options", "initial_options"),
    "static_select": ("selected_option", "initial_option"),
    "checkboxes": ("selected_options", "initial_options"),
    "conversations_select": ("selected_conversation", "initial_conversation"),
    "users_select": ("selected_user", "initial_user"),
    "multi_users_select": ("selected_users", "initial_users"),
    "file_input": ("files", "initial_files"),
    "datepicker": ("selected_date", "initial_date"),
    "timepicker": ("selected_time", "initial_time"),
}


def submission(view: dict[str, Any], *, user: str = AMIRA, **said: Any) -> dict[str, Any]:
    """Return what Slack sends when *view* is submitted; *said* is by block id.

    What is chosen in a menu of several is written with spaces between.
    """
    inputs = {block["block_id"]: block for block in view["blocks"] if block["type"] == "input"}
    assert said.keys() <= inputs.keys(), "the form has no such field"
    values = {name: _state(block["element"], name, said) for name, block in inputs.items()}
    return {
        "type": "view_submission",
        "user": {"id": user},
        "team": {"id": "T0LUCKA"},
        "trigger_id": f"submitted-{next(_numbers)}",
        "view": {
            "id": f"V{next(_numbers):08}",
            "type": "modal",
            "callback_id": view["callback_id"],
            "private_metadata": view["private_metadata"],
            "state": {"values": values},
        },
    }


def filled(view: dict[str, Any], block_id: str) -> str | None:
    """Return what a field of *view* holds from the start."""
    block = next(block for block in view["blocks"] if block.get("block_id") == block_id)
    found = block["element"].get(_HELD[block["element"]["type"]][1])
    if isinstance(found, list):
        return " ".join(each["value"] for each in found)
    return found["value"] if isinstance(found, dict) else found


def _state(element: dict[str, Any], name: str, said: dict[str, Any]) -> dict[str, Any]:
    key, initial = _HELD[element["type"]]
    value: Any = element.get(initial, [] if key in ("selected_options", "files") else None)
    if name in said:
        value = said[name]
        if element["type"] == "multi_static_select":
            value = [o for o in element["options"] if o["value"] in (value or "").split()]
        if element["type"] == "static_select" and value is not None:
            value = next(o for o in element["options"] if o["value"] == value)
        if element["type"] == "checkboxes" and isinstance(value, bool):  # the one box, or none
            value = element["options"] if value else []
        elif element["type"] == "checkboxes":
            value = [o for o in element["options"] if o["value"] in value]
    return {element["action_id"]: {"type": element["type"], key: value}}
