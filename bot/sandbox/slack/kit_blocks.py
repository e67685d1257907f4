"""Blocks: which fields each has, their limits and the surfaces it may stand on.

Limits are Slack's (reference/block-kit and its TypeScript types); the newest blocks are checked
for their outer limits only.
"""

from typing import Any

from bot.sandbox.slack.kit import (
    Rule,
    Shape,
    Spot,
    anything,
    at_least_one,
    boolean,
    choice,
    exactly_one,
    items,
    nullable,
    one_of_type,
    plain,
    string,
    text,
)
from bot.sandbox.slack.kit_elements import (
    BUTTON,
    ELEMENTS,
    IMAGE,
    IN_ACTIONS,
    IN_CONTEXT_ACTIONS,
    IN_INPUT,
    IN_SECTION,
    LINK,
    MESSAGE,
    MODAL,
)

MESSAGE_OR_HOME = frozenset(("message", "home"))
ID: dict[str, Rule] = {"block_id": string(1, 255)}
TEXTS = {
    kind: Shape({"text": string(1, 3000)}, {extra: boolean})
    for kind, extra in (("plain_text", "emoji"), ("mrkdwn", "verbatim"))
}
RICH_PARTS = {
    "rich_text_section": Shape({"elements": items(anything)}),
    "rich_text_list": Shape(
        {"elements": items(anything), "style": choice("bullet", "ordered")},
        {"indent": anything, "border": anything, "offset": anything},
    ),
    "rich_text_preformatted": Shape(
        {"elements": items(anything)}, {"border": anything, "language": string()}
    ),
    "rich_text_quote": Shape({"elements": items(anything)}, {"border": anything}),
}
RICH_TEXT = Shape({"elements": items(one_of_type(RICH_PARTS), 1)}, ID)
CELLS = {
    "raw_text": Shape({"text": string()}),
    "raw_number": Shape({"value": anything, "text": string()}),
    "rich_text": RICH_TEXT,
}
CARD = Shape(
    {},
    {
        **ID,
        "hero_image": IMAGE,
        "icon": IMAGE,
        "title": text(150),
        "subtitle": text(150),
        "body": text(200),
        "actions": items(BUTTON, 1, 3),
    },
    (at_least_one("hero_image", "title", "actions", "body"),),
)
TASK = Shape(
    {
        "task_id": string(1),
        "title": string(1),
        "status": choice("pending", "in_progress", "complete", "error"),
    },
    {**ID, "details": RICH_TEXT, "output": RICH_TEXT, "sources": items(anything)},
    (),
    MESSAGE,
)


def _child(value: Any, spot: Spot) -> None:  # noqa: ANN401
    kind = value.get("type") if isinstance(value, dict) else None
    if kind in ("card", "carousel", "data_table", "container"):
        spot.at("type").say(f"unsupported type: {kind}")
    else:
        BLOCK(value, spot)


BLOCKS: dict[str, Shape] = {
    "section": Shape(
        {},
        {
            **ID,
            "text": text(3000),
            "fields": items(text(2000), 1, 10),
            "accessory": IN_SECTION,
            "expand": boolean,
        },
        (at_least_one("text", "fields"),),
    ),
    "divider": Shape({}, ID),
    "header": Shape({"text": plain(150)}, ID),
    "context": Shape({"elements": items(one_of_type({**TEXTS, "image": IMAGE}), 1, 10)}, ID),
    "actions": Shape({"elements": items(IN_ACTIONS, 1, 25)}, ID),
    "context_actions": Shape({"elements": items(IN_CONTEXT_ACTIONS, 1, 5)}, ID, (), MESSAGE),
    "input": Shape(
        {"label": plain(2000), "element": IN_INPUT},
        {**ID, "hint": plain(2000), "optional": boolean, "dispatch_action": boolean},
    ),
    "image": Shape(
        {"alt_text": string(1, 2000)},
        {**ID, "image_url": LINK, "slack_file": anything, "title": plain(2000)},
        (exactly_one("image_url", "slack_file"),),
    ),
    "video": Shape(
        {
            "alt_text": string(1),
            "title": plain(199),
            "thumbnail_url": LINK,
            "video_url": LINK,
        },
        {
            **ID,
            "author_name": string(1, 49),
            "description": plain(200),
            "provider_icon_url": LINK,
            "provider_name": string(1),
            "title_url": LINK,
        },
    ),
    "rich_text": RICH_TEXT,
    "markdown": Shape({"text": string(1, 12_000)}, ID, (), MESSAGE),
    "table": Shape(
        {"rows": items(items(one_of_type(CELLS), 1, 20), 1, 100)},
        {**ID, "column_settings": items(nullable(anything), 0, 20)},
        (),
        MESSAGE_OR_HOME,
    ),
    "data_table": Shape(
        {"caption": anything, "rows": items(items(anything, 1, 20), 1, 201)},
        {
            **ID,
            "page_size": anything,
            "row_header_column_index": anything,
            "column_settings": anything,
        },
        (),
        MESSAGE_OR_HOME,
    ),
    "data_visualization": Shape(
        {}, {**ID, "title": anything, "chart": anything}, (), MESSAGE_OR_HOME
    ),
    "alert": Shape(
        {"text": text(200)},
        {**ID, "level": choice("default", "info", "warning", "error", "success")},
        (),
        MODAL,
    ),
    "card": CARD,
    "carousel": Shape(
        {"elements": items(one_of_type({"card": CARD}), 1, 10)}, ID, (), MESSAGE_OR_HOME
    ),
    "container": Shape(
        {"child_blocks": items(_child, 1, 10)},
        {
            **ID,
            "title": plain(150),
            "rich_text_title": RICH_TEXT,
            "subtitle": text(150),
            "width": choice("narrow", "standard", "wide", "full"),
            "icon": IMAGE,
            "is_collapsible": boolean,
            "default_collapsed": boolean,
            "has_header_divider": boolean,
        },
        (at_least_one("title", "rich_text_title"),),
        MESSAGE_OR_HOME,
    ),
    "task_card": TASK,
    "plan": Shape(
        {"title": string(1)},
        {**ID, "tasks": items(one_of_type({"task_card": TASK}), 0, 50)},
        (),
        MESSAGE,
    ),
}
BLOCK: Rule = one_of_type(BLOCKS)
INTERACTIVE = frozenset(ELEMENTS) - {"image"}
