"""Block Kit by surface: modals as a whole, messages as a whole, and which block stands where."""

from typing import Any

import pytest

from bot.sandbox.slack.blocks import is_too_large, message_problems, view_problems, with_ids
from bot.sandbox.slack.kit import SURFACES
from bot.sandbox.slack.kit_blocks import BLOCKS
from tests.sandbox.block_kit import (
    ROW,
    TEXT_INPUT,
    Json,
    actions,
    button,
    field,
    modal,
    plain,
    section,
)
from tests.sandbox.slack_kit import refusal, world

MODAL_EDGES = {
    "title": (modal(title=plain("x" * 24)), modal(title=plain("x" * 25)), "less than 25"),
    "submit": (modal(submit=plain("x" * 24)), modal(submit=plain("x" * 25)), "less than 25"),
    "close": (modal(close=plain("x" * 24)), modal(close=plain("x" * 25)), "less than 25"),
    "private metadata": (
        modal(private_metadata="x" * 3000),
        modal(private_metadata="x" * 3001),
        "less than 3001",
    ),
    "callback_id": (
        modal(callback_id="x" * 255),
        modal(callback_id="x" * 256),
        "less than 256",
    ),
    "external_id": (
        modal(external_id="x" * 255),
        modal(external_id="x" * 256),
        "less than 256",
    ),
    "blocks": (modal(*[section()] * 100), modal(*[section()] * 101), "no more than 100"),
    "a form needs submit": (
        modal(field(TEXT_INPUT)),
        modal(field(TEXT_INPUT), submit=None),
        "missing required field: submit",
    ),
    "label": (
        modal(field(TEXT_INPUT, label=plain("x" * 2000))),
        modal(field(TEXT_INPUT, label=plain("x" * 2001))),
        "less than 2001",
    ),
    "hint": (
        modal(field(TEXT_INPUT, hint=plain("x" * 2000))),
        modal(field(TEXT_INPUT, hint=plain("x" * 2001))),
        "less than 2001",
    ),
    "shortest text": (
        modal(field(TEXT_INPUT | {"min_length": 3000})),
        modal(field(TEXT_INPUT | {"min_length": 3001})),
        "between 0 and 3000",
    ),
    "one focus": (
        modal(field(TEXT_INPUT | {"focus_on_load": True})),
        modal(*[field(TEXT_INPUT | {"focus_on_load": True})] * 2),
        "focus_on_load",
    ),
    "decimals must be decided": (
        modal(field({"type": "number_input", "is_decimal_allowed": False})),
        modal(field({"type": "number_input"})),
        "is_decimal_allowed",
    ),
    "bounds are strings": (
        modal(field({"type": "number_input", "is_decimal_allowed": False, "min_value": "1"})),
        modal(field({"type": "number_input", "is_decimal_allowed": False, "min_value": 1})),
        "must provide a string",
    ),
    "no button in an input": (
        modal(field(TEXT_INPUT)),
        modal(field(button())),
        "unsupported type: button",
    ),
    "alert": (
        modal({"type": "alert", "text": plain("x" * 200)}),
        modal({"type": "alert", "text": plain("x" * 201)}),
        "less than 201",
    ),
    "files": (
        modal(field({"type": "file_input", "max_files": 10})),
        modal(field({"type": "file_input", "max_files": 11})),
        "between 1 and 10",
    ),
    "a modal needs a title": (
        modal(),
        {k: v for k, v in modal().items() if k != "title"},
        "missing required field: title",
    ),
    "an unknown field": (modal(), modal(colour="red"), "additional property: colour"),
}  # fmt: skip


@pytest.mark.parametrize("name", MODAL_EDGES)
def test_a_modal_at_its_limit_passes_and_one_beyond_is_refused(name: str) -> None:
    fits, too_much, word = MODAL_EDGES[name]

    assert view_problems(fits, "modal") == []
    assert any(word in problem for problem in view_problems(too_much, "modal"))


SAMPLES: dict[str, Json] = {
    "alert": {"type": "alert", "text": plain()},
    "markdown": {"type": "markdown", "text": "x"},
    "table": {"type": "table", "rows": [ROW]},
    "carousel": {"type": "carousel", "elements": [{"type": "card", "title": plain()}]},
    "container": {"type": "container", "title": plain(), "child_blocks": [section()]},
    "data_table": {"type": "data_table", "caption": "x", "rows": [ROW]},
    "data_visualization": {"type": "data_visualization"},
    "task_card": {"type": "task_card", "task_id": "1", "title": "x", "status": "pending"},
    "plan": {"type": "plan", "title": "x"},
    "context_actions": {
        "type": "context_actions",
        "elements": [{"type": "icon_button", "icon": "trash", "text": plain()}],
    },
    "card": {"type": "card", "title": plain()},
    "section": section(),
    "header": {"type": "header", "text": plain()},
    "email": field({"type": "email_text_input"}),
    "link": field({"type": "url_text_input"}),
    "number": field({"type": "number_input", "is_decimal_allowed": True}),
    "files": field({"type": "file_input"}),
    "rich text input": field({"type": "rich_text_input"}),
    "date and time": actions({"type": "datetimepicker"}),
}
WHERE = {
    "alert": {"modal"},
    "markdown": {"message"},
    "table": {"message", "home"},
    "carousel": {"message", "home"},
    "container": {"message", "home"},
    "data_table": {"message", "home"},
    "data_visualization": {"message", "home"},
    "task_card": {"message"},
    "plan": {"message"},
    "context_actions": {"message"},
    "email": {"modal"},
    "link": {"modal"},
    "number": {"modal"},
    "files": {"modal"},
    "rich text input": {"modal", "home"},
    "date and time": {"message", "modal"},
}


@pytest.mark.parametrize("name", SAMPLES)
def test_a_block_stands_only_where_it_may(name: str) -> None:
    block = SAMPLES[name]
    home = {"type": "home", "blocks": [block]}
    found = {
        "message": message_problems([block]),
        "modal": view_problems(modal(block), "modal"),
        "home": view_problems(home, "home"),
    }

    allowed = {surface for surface, problems in found.items() if not problems}
    assert allowed == WHERE.get(name, set(SURFACES))


def test_every_block_type_has_limits_that_refuse_an_empty_one() -> None:
    empty_is_fine = {"divider", "data_visualization"}

    assert {k for k in BLOCKS if not message_problems([{"type": k}])} == empty_is_fine


@pytest.mark.parametrize(
    ("blocks", "word"),
    [
        pytest.param([section()] * 51, "no more than 50", id="51 blocks"),
        pytest.param([section(block_id="a")] * 2, "block_id `a` already", id="a block_id twice"),
        pytest.param([actions(button(action_id="a"), button(action_id="a"))],
                     "action_id `a` already", id="an action_id twice in a block"),
        pytest.param([{"type": "table", "rows": [ROW]}] * 2, "only_one_table", id="two tables"),
        pytest.param([{"type": "markdown", "text": "x" * 6001}] * 2, "together",
                     id="too much markdown together"),
        pytest.param({}, "array", id="not a list"),
    ],
)  # fmt: skip
def test_a_message_as_a_whole_has_limits(blocks: Any, word: str) -> None:
    assert any(word in problem for problem in message_problems(blocks))


def test_the_same_action_id_may_stand_in_two_blocks() -> None:
    blocks = [actions(button(action_id="a")), actions(button(action_id="a"))]

    assert message_problems(blocks) == []


def test_ids_are_given_to_what_has_none_and_kept_where_there_are_some() -> None:
    filled = with_ids([section(block_id="mine"), actions(button(), button(action_id="b"))])

    assert filled[0]["block_id"] == "mine"
    assert filled[1]["block_id"]
    assert [e["action_id"] for e in filled[1]["elements"]][1] == "b"
    assert filled[1]["elements"][0]["action_id"]


def test_a_view_may_weigh_250_kilobytes() -> None:
    heavy = modal(*[section("å" * 1450)] * 85)

    assert not is_too_large(modal(*[section("å" * 1400)] * 85))
    assert is_too_large(heavy)


def test_bad_blocks_are_told_by_pointer_over_the_wire() -> None:
    with world() as here:
        answer = refusal(
            here.client.chat_postMessage, channel="C0PLAN", text="x", blocks=[actions(button(""))]
        )
        view = modal(title=plain("x" * 25))
        opened = refusal(here.client.views_open, trigger_id="x", view=view)

    assert answer["error"] == "invalid_blocks"
    assert answer["errors"] == answer["response_metadata"]["messages"]
    assert answer["errors"] == [
        "[ERROR] must be more than 0 characters [json-pointer:/blocks/0/elements/0/text/text]"
    ]
    assert opened["error"] == "invalid_arguments"
    assert "[json-pointer:/view/title/text]" in opened["response_metadata"]["messages"][0]
