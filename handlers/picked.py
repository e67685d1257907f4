"""What somebody picked: the values of buttons and menus, which may be old or foreign."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.domain.errors import Refusal


class Stale(Refusal):
    """Refuse a click on something that says nothing to us (any more)."""

    kind = "refusal-stale"


def picked(body: Mapping[str, Any]) -> str:
    """Return the value of the button or menu that was clicked, as text that can be looked up."""
    action = body["actions"][0]
    found = action.get("selected_option")
    chosen = found if found and isinstance(found, dict) else action
    return str(chosen.get("value") or "").encode(errors="replace").decode()  # half an emoji cannot


def number(value: str | None) -> int:
    """Read an id; refuse what is none."""
    if not value or not value.isascii() or not value.isdigit() or len(value) > 18:
        raise Stale
    return int(value)


def day(value: str) -> date:
    """Read a day; refuse what is none."""
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise Stale from error
