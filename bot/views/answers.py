"""Answering as the page: the form that shows what will be public, and what is said afterwards."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.domain.answer_checks import Warned
from bot.domain.answers import DOUBTS, LIMIT, Answer, Kind, Known, State
from bot.domain.comments import Relayed
from bot.domain.replies import Kind as Text
from bot.domain.replies import Reply
from bot.domain.text import is_blank, title_of
from bot.locales import Words
from bot.views.blocks import (
    Block,
    Message,
    actions,
    button,
    context,
    cut,
    defuse,
    escape,
    field,
    message,
    modal,
    option,
    plain,
    quotation,
    quote,
    section,
    select,
    simple,
    text_input,
    values,
)
from bot.views.comments import Reader, whole
from bot.views.forms import Origin

SEND = "answer.send"
FILL = "answer.fill"
KIND = "answer.kind"
AGAIN = "answer.again"
EDIT = "answer.edit"
DELETE = "answer.delete"

FILL_BLOCK, KIND_BLOCK, TEXT_BLOCK = "fill", "kind", "text"
SAID_LIMIT = 80
KNOWN_LIMIT = 150  # characters of an answer that stands there already
KNOWN_SHOWN = 2  # of the page's answers in the thread


@dataclass(frozen=True, slots=True)
class Draft:
    """An answer as the form holds it; *chosen* is the ready text, by its id."""

    text: str = ""
    kind: Kind = Kind.ANSWER
    chosen: str | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """What the form shows beside the answer: the comment, what the page has said, and advice."""

    shown: Relayed
    known: Known
    ready: Sequence[Reply]
    page: str | None
    signature: str
    warned: Sequence[Warned] = ()
    advice: Sequence[str] = ()
    is_news: bool = False


def form(
    reader: Reader, asked: Asked, draft: Draft, origin: Origin, *, today: date
) -> dict[str, Any]:
    """Return the form; its button is the act: nothing is public without it."""
    words = reader.words
    is_warned = bool(asked.warned or asked.advice or asked.is_news)
    blocks = [
        *_warnings(words, asked),
        *whole(reader, asked.shown),
        *_known(words, asked),
        _kind(words, draft),
        *_ready(words, asked.ready, draft, today),
        _text(words, asked, draft, origin),
        context(_public(words, asked)),
    ]
    submit = words("answer-submit-anyway" if is_warned else "answer-submit")
    labels = (words("answer-form-title"), submit, words("plan-close"))
    return modal(SEND, *labels, blocks, private_metadata=origin.pack())


def text_block(origin: Origin) -> str:
    """Return the block in which the answer is written.

    Slack keeps what is typed in a block that stays; a text that is put in needs another one.
    """
    return f"{TEXT_BLOCK}-{origin.revision or 0}"


def read(state: Mapping[str, Any], origin: Origin) -> Draft:
    """Read the form as it stands."""
    said = values(state)
    kind = Kind.PROMISE if said.get(KIND_BLOCK) == Kind.PROMISE else Kind.ANSWER
    return Draft(said.get(text_block(origin)) or "", kind, said.get(FILL_BLOCK))


def decided(words: Words, rows: Sequence[Block] = ()) -> Message:
    """Say what will happen; *rows* ask what the comment was."""
    return simple(words("answer-decided"), *rows)


def sent(
    words: Words, answer: Answer, names: Mapping[str, str], *, is_quoted: bool = True
) -> Message:
    """Say in the thread what the page has answered, and by whom; with the way back.

    Where others read along it is not *quoted*: an answer names whom it answers.
    """
    who = escape(names.get(answer.who, words("somebody")))
    if answer.state is State.DELETED:
        return simple(words("answer-deleted", who=who))
    said = words(f"answer-sent-{answer.kind}", who=who)
    told = answer.text if is_quoted else words("relaying-withheld")
    text = "\n".join([said, quote(escape(told))])
    acts = [
        button(words("answer-edit"), EDIT, str(answer.id)),
        button(words("answer-delete"), DELETE, str(answer.id)),
    ]
    return message(text, [section(said), quotation(told), actions(*acts)])


def outcome(words: Words, answer: Answer, shown: Relayed) -> Message:
    """Tell whoever decided it why it is not out, with their text; or that it is after all."""
    author = defuse(title_of(shown.comment.author_name or "", 60))
    values_of = {"author": author or words("comments-author-unknown")}
    if answer.state is State.SENT:
        return simple(words("answer-out-after-all", **values_of))
    why = words(f"answer-problem-{answer.problem}", code=answer.code or "–")
    said = words("answer-failed", **values_of, problem=why)
    label = "answer-again-anyway" if answer.problem in DOUBTS else "answer-again"
    again = button(words(label), AGAIN, str(answer.id))
    text = "\n".join([said, quote(escape(answer.text))])
    return message(text, [section(said), quotation(answer.text), actions(again)])


def risk_lines(words: Words, warned: Sequence[Warned]) -> list[str]:
    """Say what to think of, in lines of a list."""
    said = [(it.risk, escape(cut(it.said, SAID_LIMIT))) for it in warned]
    return [f"• {words(f'answer-risk-{risk}', said=it)}" for risk, it in said]


def _warnings(words: Words, asked: Asked) -> list[Block]:
    """Say what to think of, above everything else."""
    news = [f"• {words('answer-news')}"] if asked.is_news else []
    advice = [f"• {line}" for line in asked.advice]
    lines = [*news, *risk_lines(words, asked.warned), *advice]
    return [section("\n".join([words("answer-warned"), *lines]))] if lines else []


def _known(words: Words, asked: Asked) -> list[Block]:
    """Show what the page has said in the thread so far."""
    return [
        context(words("answer-known", text=defuse(title_of(reply.text, KNOWN_LIMIT))))
        for reply in asked.known.replies[-KNOWN_SHOWN:]
    ]


def _kind(words: Words, draft: Draft) -> Block:
    options = [option(words(f"answer-kind-{kind}"), kind) for kind in Kind]
    element = select(KIND, options, draft.kind)
    return _telling(field(words("answer-kind"), element, block_id=KIND_BLOCK))


def _ready(words: Words, ready: Sequence[Reply], draft: Draft, today: date) -> list[Block]:
    """Return the menu of ready texts, if there are any."""
    groups: list[dict[str, Any]] = [
        {"label": plain(words(f"answer-ready-{kind}")), "options": options}
        for kind in Text
        if (options := [_option(words, it, today) for it in ready if it.kind is kind])
    ]
    if not groups:
        return []
    element: Block = {"type": "static_select", "action_id": FILL, "option_groups": groups}
    every = [each for group in groups for each in group["options"]]
    chosen = next((each for each in every if each["value"] == draft.chosen), None)
    if chosen:
        element["initial_option"] = chosen
    label = words("answer-ready")
    return [_telling(field(label, element, block_id=FILL_BLOCK, optional=True))]


def _option(words: Words, reply: Reply, today: date) -> Block:
    stale = reply.is_stale(today)
    label = words("answer-ready-stale", name=reply.name) if stale else reply.name
    return option(label, str(reply.id))


def _telling(block: Block) -> Block:
    """Let the bot hear at once what is chosen."""
    return {**block, "dispatch_action": True}


def _text(words: Words, asked: Asked, draft: Draft, origin: Origin) -> Block:
    element = text_input("value", cut(draft.text, LIMIT), multiline=True, limit=LIMIT)
    key = "answer-text-hint" if asked.signature else "answer-text-hint-unsigned"
    hint = words(key, signature=asked.signature)
    return field(words("answer-text"), element, block_id=text_block(origin), hint=hint)


def _public(words: Words, asked: Asked) -> str:
    page = asked.page
    shown = escape(page) if page and not is_blank(page) else words("publish-page-nameless")
    said = words("answer-public", page=shown)
    is_deep = asked.shown.comment.parent_id is not None
    return " ".join([said, *([words("answer-in-thread")] if is_deep else [])])
