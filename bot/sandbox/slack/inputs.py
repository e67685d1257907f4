"""What a person chose or typed in an element, in the shapes that Slack sends.

The page hands plain values (`"2026-12-01"`, an option's value, a list of ids). An element that
does not offer such a value refuses it.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from bot.sandbox.slack.workspace import Refused
from bot.sandbox.state import Json

Offers = dict[str, list[Json]]  # by action_id: options that the app itself offered


@dataclass(frozen=True, slots=True)
class Field:
    """How one kind of element reports: under which key, from which initial key, read by what."""

    key: str
    initial: str
    read: Callable[[Json, Any, list[Json]], Any]


def _text(_element: Json, value: Any, _offers: list[Json]) -> str | None:  # noqa: ANN401
    if not isinstance(value, str):
        raise Refused("invalid_action")
    return value or None


def _pattern(pattern: str) -> Callable[[Json, Any, list[Json]], str]:
    def read(_element: Json, value: Any, _offers: list[Json]) -> str:  # noqa: ANN401
        if not isinstance(value, str) or not re.fullmatch(pattern, value):
            raise Refused("invalid_action")
        return value

    return read


def _seconds(_element: Json, value: Any, _offers: list[Json]) -> int:  # noqa: ANN401
    if not re.fullmatch(r"\d{10}", str(value)):
        raise Refused("invalid_action")
    return int(value)


def _option(element: Json, value: Any, offers: list[Json]) -> Json:  # noqa: ANN401
    begun_with: list[Json] = [
        *element.get("initial_options", ()),
        element.get("initial_option", {}),
    ]
    for option in [*options_of(element), *offers, *begun_with]:
        if option.get("value") == value:
            return option
    raise Refused("invalid_action")


def _options(element: Json, value: Any, offers: list[Json]) -> list[Json]:  # noqa: ANN401
    if not isinstance(value, list):
        raise Refused("invalid_action")
    return [_option(element, one, offers) for one in value]


def _ids(_element: Json, value: Any, _offers: list[Json]) -> list[str]:  # noqa: ANN401
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise Refused("invalid_action")
    return value


def _files(element: Json, value: Any, _offers: list[Json]) -> list[Json]:  # noqa: ANN401
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise Refused("invalid_action")
    if len(value) > element.get("max_files", 10):
        raise Refused("invalid_action")
    return value


def _rich(_element: Json, value: Any, _offers: list[Json]) -> Json:  # noqa: ANN401
    if isinstance(value, dict):
        return value
    section = {"type": "rich_text_section", "elements": [{"type": "text", "text": str(value)}]}
    return {"type": "rich_text", "elements": [section]}


_DATE = _pattern(r"\d{4}-\d{2}-\d{2}")
_TIME = _pattern(r"([01]\d|2[0-3]):[0-5]\d")
_ID = _pattern(r"[UWCDG][A-Z0-9]+")

FIELDS: dict[str, Field] = {
    "plain_text_input": Field("value", "initial_value", _text),
    "email_text_input": Field("value", "initial_value", _text),
    "url_text_input": Field("value", "initial_value", _text),
    "number_input": Field("value", "initial_value", _text),
    "rich_text_input": Field("rich_text_value", "initial_value", _rich),
    "static_select": Field("selected_option", "initial_option", _option),
    "external_select": Field("selected_option", "initial_option", _option),
    "radio_buttons": Field("selected_option", "initial_option", _option),
    "overflow": Field("selected_option", "", _option),
    "checkboxes": Field("selected_options", "initial_options", _options),
    "multi_static_select": Field("selected_options", "initial_options", _options),
    "multi_external_select": Field("selected_options", "initial_options", _options),
    "users_select": Field("selected_user", "initial_user", _ID),
    "conversations_select": Field("selected_conversation", "initial_conversation", _ID),
    "channels_select": Field("selected_channel", "initial_channel", _ID),
    "multi_users_select": Field("selected_users", "initial_users", _ids),
    "multi_conversations_select": Field("selected_conversations", "initial_conversations", _ids),
    "multi_channels_select": Field("selected_channels", "initial_channels", _ids),
    "datepicker": Field("selected_date", "initial_date", _DATE),
    "timepicker": Field("selected_time", "initial_time", _TIME),
    "file_input": Field("files", "", _files),
    "datetimepicker": Field("selected_date_time", "initial_date_time", _seconds),
}
STATELESS = frozenset(("overflow",))  # sends what was chosen, but keeps nothing
LISTS = frozenset(
    ("checkboxes", "file_input", *(name for name in FIELDS if name.startswith("multi_")))
)


def options_of(element: Json) -> list[Json]:
    """Return the options of an element, those in groups included."""
    groups = element.get("option_groups", ())
    return [*element.get("options", ()), *(o for group in groups for o in group["options"])]


def elements(block: Json) -> Iterator[Json]:
    """Yield the interactive elements of a block."""
    for name in ("accessory", "element"):
        if isinstance(block.get(name), dict):
            yield block[name]
    for name in ("elements", "actions"):
        parts = block.get(name, ()) if block["type"] != "rich_text" else ()
        yield from (part for part in parts if isinstance(part, dict))


def find_element(blocks: list[Json], block_id: str, action_id: str) -> Json | None:
    """Return the element that a click names, or None when it is not there."""
    for block in blocks:
        if block.get("block_id") == block_id:
            found = (e for e in elements(block) if e.get("action_id") == action_id)
            return next(found, None)
    return None


def entry(element: Json, value: Any, offers: list[Json] | None = None) -> Json:  # noqa: ANN401
    """Return what Slack reports for *element* holding *value*; None or empty is nothing chosen."""
    field = FIELDS[element["type"]]
    result: Json = {"type": element["type"]}
    if value is None or value in ("", []):
        return result | {field.key: _nothing(element)}
    result[field.key] = field.read(element, value, offers or [])
    return result | ({"timezone": element["timezone"]} if "timezone" in element else {})


def _nothing(element: Json) -> list[Json] | None:
    return [] if element["type"] in LISTS else None


def initial_entry(element: Json) -> Json:
    """Return what Slack reports for an element that nobody touched."""
    field = FIELDS[element["type"]]
    result = {"type": element["type"], field.key: element.get(field.initial, _nothing(element))}
    return result | ({"timezone": element["timezone"]} if "timezone" in element else {})


def state_values(blocks: list[Json], given: Json, offers: Offers | None = None) -> Json:
    """Return `state.values`: every element that holds something, as given or as it began."""
    values: Json = {}
    for block in blocks:
        for element in elements(block):
            if element["type"] in FIELDS and element["type"] not in STATELESS:
                held = values.setdefault(block["block_id"], {})
                held[element["action_id"]] = _held(block, element, given, offers or {})
    return values


def _held(block: Json, element: Json, given: Json, offers: Offers) -> Json:
    typed = given.get(block["block_id"], {})
    action_id = element["action_id"]
    if action_id not in typed:
        return initial_entry(element)
    return entry(element, typed[action_id], offers.get(action_id))
