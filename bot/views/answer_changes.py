"""Changing and removing an answer of the page's: the forms that ask first, and what went wrong."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.domain.answer_changes import Change
from bot.domain.answer_checks import Warned
from bot.domain.answers import LIMIT, Answer
from bot.locales import Words
from bot.views.answers import DELETE, EDIT, risk_lines, text_block
from bot.views.blocks import (
    Message,
    actions,
    button,
    context,
    cut,
    escape,
    field,
    message,
    modal,
    quotation,
    quote,
    section,
    text_input,
    values,
)
from bot.views.forms import CommentOrigin

EDIT_SAVE = "answer.edit_save"
DELETE_SAVE = "answer.delete_save"


def edit_form(
    words: Words, answer: Answer, text: str, origin: CommentOrigin, *, warned: Sequence[Warned] = ()
) -> dict[str, Any]:
    """Return the form in which an answer is changed where everybody can see it."""
    element = text_input("value", cut(text, LIMIT), multiline=True, limit=LIMIT)
    lines = risk_lines(words, warned)
    advice = [section("\n".join([words("answer-warned"), *lines]))] if lines else []
    blocks = [
        *advice,
        context(words("answer-edit-intro")),
        quotation(answer.text),
        field(words("answer-text"), element, block_id=text_block(origin)),
    ]
    submit = words("answer-edit-anyway" if lines else "answer-edit-submit")
    labels = (words("answer-edit-title"), submit, words("plan-close"))
    return modal(EDIT_SAVE, *labels, blocks, private_metadata=origin.pack())


def read_text(state: Mapping[str, Any], origin: CommentOrigin) -> str:
    """Read the text of the form."""
    return values(state).get(text_block(origin)) or ""


def delete_form(words: Words, answer: Answer, origin: CommentOrigin) -> dict[str, Any]:
    """Return the question that stands before removing an answer."""
    blocks = [section(words("answer-delete-intro")), quotation(answer.text)]
    labels = (words("answer-delete-title"), words("answer-delete-submit"), words("plan-close"))
    return modal(DELETE_SAVE, *labels, blocks, private_metadata=origin.pack())


def failed(words: Words, change: Change) -> Message:
    """Tell whoever decided it that an answer was not changed, with their words."""
    why = words(f"answer-problem-{change.problem}", code=change.code or "–")
    said = words(f"answer-not-{change.act}", problem=why)
    act = EDIT if change.text else DELETE
    again = actions(button(words("answer-again"), act, str(change.answer_id)))
    if not change.text:
        return message(said, [section(said), again])
    text = "\n".join([said, quote(escape(change.text))])
    return message(text, [section(said), quotation(change.text), again])
