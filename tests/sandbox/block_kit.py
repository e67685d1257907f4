"""Short ways to write Block Kit, for the tests of its limits."""

from typing import Any

Json = dict[str, Any]


def plain(text: str = "x") -> Json:
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str = "x") -> Json:
    return {"type": "mrkdwn", "text": text}


def section(text: str = "x", **more: Any) -> Json:
    return {"type": "section", "text": mrkdwn(text)} | more


def button(text: str = "x", **more: Any) -> Json:
    return {"type": "button", "text": plain(text)} | more


def actions(*elements: Json) -> Json:
    return {"type": "actions", "elements": list(elements)}


def option(text: str = "x", value: str = "1", **more: Any) -> Json:
    return {"text": plain(text), "value": value} | more


def select(count: int, **more: Any) -> Json:
    return {"type": "static_select", "options": [option(value=str(n)) for n in range(count)]} | more


def field(element: Json, **more: Any) -> Json:
    return {"type": "input", "label": plain(), "element": element} | more


def modal(*blocks: Json, **more: Any) -> Json:
    kept = {"type": "modal", "title": plain(), "submit": plain("Spara"), "blocks": list(blocks)}
    return kept | more


TEXT_INPUT: Json = {"type": "plain_text_input", "action_id": "a"}
CONFIRM: Json = {"title": plain(), "text": plain(), "confirm": plain(), "deny": plain()}
ROW = [{"type": "raw_text", "text": "x"}]
