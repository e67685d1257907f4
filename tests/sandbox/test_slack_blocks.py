"""Block Kit as Slack checks it: each limit once at its edge and once beyond."""

import pytest

from bot.sandbox.slack.blocks import message_problems
from tests.sandbox.block_kit import (
    CONFIRM,
    ROW,
    TEXT_INPUT,
    actions,
    button,
    mrkdwn,
    option,
    plain,
    section,
    select,
)

# What fits, and what is one too much: (what fits, what does not, the word that tells why)
EDGES = {
    "section text": (section("x" * 3000), section("x" * 3001), "less than 3001"),
    "empty text": (section("x"), section(""), "more than 0"),
    "fields": (
        {"type": "section", "fields": [mrkdwn()] * 10},
        {"type": "section", "fields": [mrkdwn()] * 11},
        "no more than 10",
    ),
    "field text": (
        {"type": "section", "fields": [mrkdwn("x" * 2000)]},
        {"type": "section", "fields": [mrkdwn("x" * 2001)]},
        "less than 2001",
    ),
    "neither text nor fields": (section(), {"type": "section"}, "missing required field"),
    "header": (
        {"type": "header", "text": plain("x" * 150)},
        {"type": "header", "text": plain("x" * 151)},
        "less than 151",
    ),
    "header in mrkdwn": (
        {"type": "header", "text": plain()},
        {"type": "header", "text": mrkdwn()},
        "unsupported type: mrkdwn",
    ),
    "context": (
        {"type": "context", "elements": [mrkdwn()] * 10},
        {"type": "context", "elements": [mrkdwn()] * 11},
        "no more than 10",
    ),
    "empty context": (
        {"type": "context", "elements": [plain()]},
        {"type": "context", "elements": []},
        "no fewer than 1",
    ),
    "button in context": (
        {"type": "context", "elements": [mrkdwn()]},
        {"type": "context", "elements": [button()]},
        "unsupported type: button",
    ),
    "actions": (actions(*[button()] * 25), actions(*[button()] * 26), "no more than 25"),
    "button text": (
        actions(button("x" * 75)),
        actions(button("x" * 76)),
        "less than 76",
    ),
    "button text in mrkdwn": (
        actions(button()),
        actions({"type": "button", "text": mrkdwn()}),
        "unsupported type: mrkdwn",
    ),
    "button value": (
        actions(button(value="x" * 2000)),
        actions(button(value="x" * 2001)),
        "less than 2001",
    ),
    "button link": (
        actions(button(url="x" * 3000)),
        actions(button(url="x" * 3001)),
        "less than 3001",
    ),
    "button style": (
        actions(button(style="primary")),
        actions(button(style="pretty")),
        "valid value",
    ),
    "accessibility label": (
        actions(button(accessibility_label="x" * 75)),
        actions(button(accessibility_label="x" * 76)),
        "less than 76",
    ),
    "block_id": (section(block_id="x" * 255), section(block_id="x" * 256), "less than 256"),
    "action_id": (
        actions(button(action_id="x" * 255)),
        actions(button(action_id="x" * 256)),
        "less than 256",
    ),
    "options": (actions(select(100)), actions(select(101)), "no more than 100"),
    "no options": (actions(select(1)), actions(select(0)), "no fewer than 1"),
    "option text": (
        actions({"type": "static_select", "options": [option("x" * 75)]}),
        actions({"type": "static_select", "options": [option("x" * 76)]}),
        "less than 76",
    ),
    "option value": (
        actions({"type": "static_select", "options": [option(value="x" * 150)]}),
        actions({"type": "static_select", "options": [option(value="x" * 151)]}),
        "less than 151",
    ),
    "option description": (
        actions({"type": "static_select", "options": [option(description=plain("x" * 75))]}),
        actions({"type": "static_select", "options": [option(description=plain("x" * 76))]}),
        "less than 76",
    ),
    "initial option": (
        actions(select(2, initial_option=option(value="1"))),
        actions(select(2, initial_option=option(value="7"))),
        "initial option",
    ),
    "options and groups": (
        actions(select(1)),
        actions(select(1, option_groups=[])),
        "exactly one of",
    ),
    "option groups": (
        actions({"type": "static_select",
                 "option_groups": [{"label": plain(), "options": [option()]}] * 100}),
        actions({"type": "static_select",
                 "option_groups": [{"label": plain(), "options": [option()]}] * 101}),
        "no more than 100",
    ),
    "placeholder": (
        actions(select(1, placeholder=plain("x" * 150))),
        actions(select(1, placeholder=plain("x" * 151))),
        "less than 151",
    ),
    "overflow": (
        section(accessory={"type": "overflow", "options": [option()] * 5}),
        section(accessory={"type": "overflow", "options": [option()] * 6}),
        "no more than 5",
    ),
    "checkboxes": (
        actions({"type": "checkboxes", "options": [option()] * 10}),
        actions({"type": "checkboxes", "options": [option()] * 11}),
        "no more than 10",
    ),
    "radio buttons": (
        actions({"type": "radio_buttons", "options": [option()] * 10}),
        actions({"type": "radio_buttons", "options": [option()] * 11}),
        "no more than 10",
    ),
    "confirm title": (
        actions(button(confirm=CONFIRM | {"title": plain("x" * 100)})),
        actions(button(confirm=CONFIRM | {"title": plain("x" * 101)})),
        "less than 101",
    ),
    "confirm text": (
        actions(button(confirm=CONFIRM | {"text": plain("x" * 300)})),
        actions(button(confirm=CONFIRM | {"text": plain("x" * 301)})),
        "less than 301",
    ),
    "confirm button": (
        actions(button(confirm=CONFIRM | {"deny": plain("x" * 30)})),
        actions(button(confirm=CONFIRM | {"deny": plain("x" * 31)})),
        "less than 31",
    ),
    "date": (
        actions({"type": "datepicker", "initial_date": "2026-02-28"}),
        actions({"type": "datepicker", "initial_date": "2026-02-30"}),
        "valid date",
    ),
    "time": (
        actions({"type": "timepicker", "initial_time": "23:59"}),
        actions({"type": "timepicker", "initial_time": "24:00"}),
        "format",
    ),
    "date and time": (
        actions({"type": "datetimepicker", "initial_date_time": 1_795_508_100}),
        actions({"type": "datetimepicker", "initial_date_time": 17_955}),
        "between",
    ),
    "image text": (
        {"type": "image", "image_url": "https://x/y.png", "alt_text": "x" * 2000},
        {"type": "image", "image_url": "https://x/y.png", "alt_text": "x" * 2001},
        "less than 2001",
    ),
    "image without words": (
        {"type": "image", "image_url": "https://x/y.png", "alt_text": "x"},
        {"type": "image", "image_url": "https://x/y.png"},
        "missing required field: alt_text",
    ),
    "image address": (
        {"type": "image", "image_url": "x" * 3000, "alt_text": "x"},
        {"type": "image", "image_url": "x" * 3001, "alt_text": "x"},
        "less than 3001",
    ),
    "table rows": (
        {"type": "table", "rows": [ROW] * 100},
        {"type": "table", "rows": [ROW] * 101},
        "no more than 100",
    ),
    "table cells": (
        {"type": "table", "rows": [ROW * 20]},
        {"type": "table", "rows": [ROW * 21]},
        "no more than 20",
    ),
    "table characters": (
        {"type": "table", "rows": [[{"type": "raw_text", "text": "x" * 10_000}]]},
        {"type": "table", "rows": [[{"type": "raw_text", "text": "x" * 10_001}]]},
        "less than 10001",
    ),
    "markdown": (
        {"type": "markdown", "text": "x" * 12_000},
        {"type": "markdown", "text": "x" * 12_001},
        "less than 12001",
    ),
    "carousel": (
        {"type": "carousel", "elements": [{"type": "card", "title": plain()}] * 10},
        {"type": "carousel", "elements": [{"type": "card", "title": plain()}] * 11},
        "no more than 10",
    ),
    "card body": (
        {"type": "card", "body": plain("x" * 200)},
        {"type": "card", "body": plain("x" * 201)},
        "less than 201",
    ),
    "card in a container": (
        {"type": "container", "title": plain(), "child_blocks": [section()]},
        {"type": "container", "title": plain(), "child_blocks": [{"type": "card"}]},
        "unsupported type: card",
    ),
    "an unknown block": (section(), {"type": "sektion"}, "unsupported type: sektion"),
    "a file": (section(), {"type": "file", "external_id": "x"}, "unsupported type: file"),
    "no type": (section(), {"text": mrkdwn()}, "missing required field: type"),
    "not an object": (section(), "section", "must provide an object"),
    "an unknown field": (section(), section(colour="red"), "additional property: colour"),
    "emoji in mrkdwn": (
        section(),
        {"type": "section", "text": mrkdwn() | {"emoji": True}},
        "additional property: emoji",
    ),
    "a number as text": (section(), {"type": "section", "text": mrkdwn() | {"text": 7}}, "string"),
    "a word as boolean": (section(expand=True), section(expand="yes"), "boolean"),
    "text input in actions": (
        actions(button()),
        actions(TEXT_INPUT),
        "unsupported type: plain_text_input",
    ),
    "rich text": (
        {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": []}]},
        {"type": "rich_text", "elements": [{"type": "rich_text_poem", "elements": []}]},
        "unsupported type: rich_text_poem",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", EDGES)
def test_a_block_at_its_limit_passes_and_one_beyond_is_refused(name: str) -> None:
    fits, too_much, word = EDGES[name]

    assert message_problems([fits]) == []
    assert any(word in problem for problem in message_problems([too_much]))
