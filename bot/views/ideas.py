"""The idea bank in words: what was kept, what was found, and the form."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.domain.ideas import NOTE_LIMIT, TITLE_LIMIT, Idea
from bot.domain.plan import Post
from bot.locales import Words
from bot.locales import format as say
from bot.views.blocks import (
    Block,
    Message,
    actions,
    button,
    cut,
    escape,
    field,
    header,
    link,
    message,
    modal,
    section,
    simple,
    text_input,
)
from bot.views.forms import Origin

PLAN = "idea.plan"
CHANGE = "idea.change"
UNDO = "idea.undo"
MORE = "idea.more"
NEW = "idea.new"
SAVE = "idea.save"
SAVE_MESSAGE = "idea.save_message"

TITLE, NOTE = "title", "note"

PAGE = 10
_NOTE_SHOWN = 120
_SEARCH_SHOWN = 100
_VALUE_LIMIT = 1900  # of what a button can carry, with room for a number


@dataclass(frozen=True, slots=True)
class Found:
    """One page of what a search found: *text* is what was searched, *more* says there is more.

    *planned* are living posts by idea, *names* those of authors by id.
    """

    text: str
    ideas: Sequence[Idea]
    planned: Mapping[int, Post]
    names: Mapping[str, str]
    offset: int
    more: bool


def kept(words: Words, idea: Idea, *, again: bool = False) -> Message:
    """Say that *idea* is kept (or was, a moment ago), and what can be done with it now."""
    text = words("idea-kept-again" if again else "idea-kept", title=escape(idea.title))
    return simple(text, _next_steps(words, idea))


def changed(words: Words, idea: Idea) -> Message:
    """Say that *idea* was changed."""
    text = words("idea-changed", title=escape(idea.title))
    return simple(text, actions(_plan_button(words, idea)))


def dropped(words: Words, idea: Idea) -> Message:
    """Say that *idea* is out of the bank; what it said is shown, so that it can be kept anew."""
    whole = f"{idea.title}\n{idea.note}".strip()
    again = button(words("idea-keep-again"), NEW, cut(whole, _VALUE_LIMIT))
    return simple(words("idea-dropped", title=escape(idea.title)), actions(again))


def found(words: Words, page: Found, *, now: datetime, today: date, command: str) -> Message:
    """Show one page of ideas, newest first, or say kindly that there is none."""
    if not page.ideas:
        return _nothing(words, page, command)
    heading = words("idea-list")
    if page.text:
        heading = words("idea-list-search", text=cut(page.text, _SEARCH_SHOWN))
    rows = [_row(words, idea, page, now=now, today=today) for idea in page.ideas]
    blocks: list[Block] = [header(heading)]
    for idea, text in zip(page.ideas, rows, strict=True):
        free = idea.id not in page.planned
        blocks.append(section(text, accessory=_plan_button(words, idea) if free else None))
    if page.more:
        further = f"{page.offset + PAGE} {cut(page.text, _VALUE_LIMIT)}".strip()
        blocks.append(actions(button(words("idea-more"), MORE, further)))
    return message("\n".join([escape(heading), *rows]), blocks)


def usage(words: Words, *, command: str) -> Message:
    """Say what can be written after the command."""
    return simple(words("idea-usage", command=command))


def form(words: Words, origin: Origin, *, title: str = "", note: str = "") -> dict[str, Any]:
    """Return the form that keeps an idea, or changes the one that *origin* names."""
    changes = origin.subject is not None
    blocks = [
        field(
            words("idea-form-name"), text_input("value", title, limit=TITLE_LIMIT), block_id=TITLE
        ),
        field(
            words("idea-form-note"),
            text_input("value", note, multiline=True, limit=NOTE_LIMIT),
            block_id=NOTE,
            hint=words("idea-form-source" if origin.permalink else "idea-form-hint"),
            optional=True,
        ),
    ]
    heading = words("idea-form-change" if changes else "idea-form-new")
    labels = (heading, words("idea-form-save"), words("idea-form-close"))
    return modal(SAVE, *labels, blocks, private_metadata=origin.pack())


def _next_steps(words: Words, idea: Idea) -> Block:
    return actions(
        _plan_button(words, idea),
        button(words("idea-change"), CHANGE, str(idea.id)),
        button(words("idea-undo"), UNDO, str(idea.id)),
    )


def _plan_button(words: Words, idea: Idea) -> Block:
    return button(
        words("idea-plan"), PLAN, str(idea.id), says=words("idea-plan-says", title=idea.title)
    )


def _row(words: Words, idea: Idea, page: Found, *, now: datetime, today: date) -> str:
    name, post = page.names.get(idea.author), page.planned.get(idea.id)
    who = escape(name) if name else words("somebody")
    age = words("idea-age", age=say.ago(now - idea.created_at, words))
    plan = words("idea-free")
    if post:
        plan = words("idea-planned", day=say.day_long(post.day, words, today=today))
    facts = [who, age, plan]
    if idea.permalink:
        facts.append(link(idea.permalink, words("idea-source")))
    note = " ".join(idea.note.split())
    lines = [f"*{escape(idea.title)}*", escape(cut(note, _NOTE_SHOWN)), " · ".join(facts)]
    return "\n".join(line for line in lines if line)


def _nothing(words: Words, page: Found, command: str) -> Message:
    """Say that nothing was found, and offer to keep what was written after all."""
    if not page.text:
        return simple(words("idea-list-empty", command=command))
    keep = button(words("idea-keep-search"), NEW, cut(page.text, _VALUE_LIMIT))
    return simple(
        words("idea-list-none", text=escape(cut(page.text, _SEARCH_SHOWN))), actions(keep)
    )
