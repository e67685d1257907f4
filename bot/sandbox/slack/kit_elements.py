"""Block elements: which fields each has, their limits and where it may stand.

Limits are Slack's (reference/block-kit and its TypeScript types).
"""

from collections.abc import Mapping
from datetime import date

from bot.sandbox.slack.inputs import options_of
from bot.sandbox.slack.kit import (
    Check,
    Rule,
    Shape,
    Spot,
    anything,
    at_least_one,
    boolean,
    choice,
    exactly_one,
    integer,
    items,
    one_of_type,
    plain,
    string,
    text,
)
from bot.sandbox.state import Json

MODAL = frozenset(("modal",))
MESSAGE = frozenset(("message",))
LINK = string(1, 3000)

CONFIRM = Shape(
    {"title": plain(100), "text": text(300), "confirm": plain(30), "deny": plain(30)},
    {"style": choice("primary", "danger")},
)
PLAIN_OPTION = Shape(
    {"text": plain(75), "value": string(1, 150)}, {"description": plain(75), "url": LINK}
)
RICH_OPTION = Shape({"text": text(75), "value": string(1, 150)}, {"description": text(75)})
GROUP = Shape({"label": plain(75), "options": items(PLAIN_OPTION, 1, 100)})
FILTER = Shape(
    {},
    {
        "include": items(choice("im", "mpim", "private", "public"), 1),
        "exclude_external_shared_channels": boolean,
        "exclude_bot_users": boolean,
    },
    (at_least_one("include", "exclude_external_shared_channels", "exclude_bot_users"),),
)
DISPATCH = Shape(
    {}, {"trigger_actions_on": items(choice("on_enter_pressed", "on_character_entered"), 1)}
)
IMAGE = Shape(
    {"alt_text": string(0, 2000)},
    {"image_url": LINK, "slack_file": anything, "fallback": anything},
    (exactly_one("image_url", "slack_file"),),
)

ACTION: Mapping[str, Rule] = {"action_id": string(1, 255)}
CLICK: Mapping[str, Rule] = {**ACTION, "confirm": CONFIRM}
FOCUS: Mapping[str, Rule] = {"focus_on_load": boolean}
HINT: Mapping[str, Rule] = {"placeholder": plain(150)}
CHOSEN: Mapping[str, Rule] = {**CLICK, **FOCUS, **HINT}
TYPED: Mapping[str, Rule] = {**ACTION, **FOCUS, **HINT, "dispatch_action_config": DISPATCH}
STATIC: Mapping[str, Rule] = {
    "options": items(PLAIN_OPTION, 1, 100),
    "option_groups": items(GROUP, 1, 100),
}
MANY: Mapping[str, Rule] = {"max_selected_items": integer(1, 1_000_000)}


def _initial_is_offered(value: Json, spot: Spot) -> None:
    chosen = [value["initial_option"]] if "initial_option" in value else []
    for option in [*chosen, *value.get("initial_options", [])]:
        if option not in options_of(value):
            spot.say("initial option must match one of the provided options")


def _date_exists(value: Json, spot: Spot) -> None:
    try:
        date.fromisoformat(value.get("initial_date", "2026-01-01"))
    except (TypeError, ValueError):
        spot.at("initial_date").say("must be a valid date in the format YYYY-MM-DD")


def _id_list(many: str) -> Mapping[str, Rule]:
    return {f"initial_{many}": items(string(1)), **MANY}


def _shape(
    optional: Mapping[str, Rule],
    *checks: Check,
    required: Mapping[str, Rule] | None = None,
    surfaces: frozenset[str] | None = None,
) -> Shape:
    """Return a shape; most elements have little that is required and may stand anywhere."""
    if surfaces is None:
        return Shape(required or {}, optional, checks)
    return Shape(required or {}, optional, checks, surfaces)


_STATIC_CHECKS = (exactly_one("options", "option_groups"), _initial_is_offered)
_OPTIONS = {"options": items(RICH_OPTION, 1, 10)}
_LINES = integer(1, 100)

ELEMENTS: dict[str, Shape] = {
    "button": _shape(
        {
            **CLICK,
            "url": LINK,
            "value": string(0, 2000),
            "style": choice("primary", "danger"),
            "accessibility_label": string(1, 75),
            "visible_to_user_ids": items(string(1)),
            "agent_prompt": string(1, 4000),
        },
        required={"text": plain(75)},
    ),
    "image": IMAGE,
    "overflow": _shape(CLICK, required={"options": items(PLAIN_OPTION, 1, 5)}),
    "static_select": _shape(
        {**CHOSEN, **STATIC, "initial_option": PLAIN_OPTION}, *_STATIC_CHECKS
    ),
    "multi_static_select": _shape(
        {**CHOSEN, **STATIC, **MANY, "initial_options": items(PLAIN_OPTION, 1, 100)},
        *_STATIC_CHECKS,
    ),
    "external_select": _shape(
        {**CHOSEN, "initial_option": PLAIN_OPTION, "min_query_length": integer(0, 1000)}
    ),
    "multi_external_select": _shape(
        {
            **CHOSEN,
            **MANY,
            "initial_options": items(PLAIN_OPTION, 1, 100),
            "min_query_length": integer(0, 1000),
        }
    ),
    "users_select": _shape({**CHOSEN, "initial_user": string(1)}),
    "multi_users_select": _shape({**CHOSEN, **_id_list("users")}),
    "conversations_select": _shape(
        {
            **CHOSEN,
            "initial_conversation": string(1),
            "default_to_current_conversation": boolean,
            "response_url_enabled": boolean,
            "filter": FILTER,
        }
    ),
    "multi_conversations_select": _shape(
        {
            **CHOSEN,
            **_id_list("conversations"),
            "default_to_current_conversation": boolean,
            "filter": FILTER,
        }
    ),
    "channels_select": _shape(
        {**CHOSEN, "initial_channel": string(1), "response_url_enabled": boolean}
    ),
    "multi_channels_select": _shape({**CHOSEN, **_id_list("channels")}),
    "datepicker": _shape({**CHOSEN, "initial_date": string(10, 10)}, _date_exists),
    "timepicker": _shape(
        {
            **CHOSEN,
            "initial_time": string(pattern=r"([01]\d|2[0-3]):[0-5]\d"),
            "timezone": string(1),
        }
    ),
    "datetimepicker": _shape(
        {**CLICK, **FOCUS, "initial_date_time": integer(10**9, 10**10 - 1)},
        surfaces=frozenset(("message", "modal")),
    ),
    "checkboxes": _shape(
        {**CLICK, **FOCUS, "initial_options": items(RICH_OPTION, 1, 10)},
        _initial_is_offered,
        required=_OPTIONS,
    ),
    "radio_buttons": _shape(
        {**CLICK, **FOCUS, "initial_option": RICH_OPTION}, _initial_is_offered, required=_OPTIONS
    ),
    "plain_text_input": _shape(
        {
            **TYPED,
            "initial_value": string(0, 3000),
            "multiline": boolean,
            "min_length": integer(0, 3000),
            "max_length": integer(1, 3000),
        }
    ),
    "email_text_input": _shape({**TYPED, "initial_value": string()}, surfaces=MODAL),
    "url_text_input": _shape({**TYPED, "initial_value": string()}, surfaces=MODAL),
    "number_input": _shape(
        {**TYPED, "initial_value": string(), "min_value": string(), "max_value": string()},
        required={"is_decimal_allowed": boolean},
        surfaces=MODAL,
    ),
    "rich_text_input": _shape(
        {**TYPED, "initial_value": anything, "min_lines": _LINES, "max_lines": _LINES},
        surfaces=frozenset(("modal", "home")),
    ),
    "file_input": _shape(
        {**ACTION, "filetypes": items(string(1)), "max_files": integer(1, 10)}, surfaces=MODAL
    ),
    "workflow_button": _shape(
        {**ACTION, "style": choice("primary", "danger"), "accessibility_label": string(1, 75)},
        required={"text": plain(75), "workflow": anything},
    ),
    "feedback_buttons": _shape(
        ACTION, required={"positive_button": anything, "negative_button": anything},
        surfaces=MESSAGE,
    ),
    "icon_button": _shape(
        {
            **CLICK,
            "value": string(0, 2000),
            "accessibility_label": string(1, 75),
            "visible_to_user_ids": items(string(1)),
        },
        required={"icon": choice("trash"), "text": plain(75)},
        surfaces=MESSAGE,
    ),
}  # fmt: skip

_MENUS = tuple(name for name in ELEMENTS if name.endswith("_select"))
_PICKS = ("datepicker", "timepicker", "datetimepicker", "checkboxes", "radio_buttons")
_WRITING = tuple(name for name in ELEMENTS if name.endswith("_input"))

IN_SECTION = one_of_type(
    ELEMENTS, "button", "image", "overflow", "workflow_button", *_MENUS, *_PICKS
)
IN_ACTIONS = one_of_type(ELEMENTS, "button", "overflow", "workflow_button", *_MENUS, *_PICKS,
                         "rich_text_input")  # fmt: skip
IN_INPUT = one_of_type(ELEMENTS, *_WRITING, *_MENUS, *_PICKS)
IN_CONTEXT_ACTIONS = one_of_type(ELEMENTS, "feedback_buttons", "icon_button")
BUTTON = one_of_type(ELEMENTS, "button")
