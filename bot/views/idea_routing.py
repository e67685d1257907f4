"""Where does it belong? The question, the list of ideas that wait for it, and the answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from bot.domain.ideas import Idea
from bot.domain.outlets import Outlet
from bot.domain.reasons import REASON_LIMIT
from bot.domain.routing import Later
from bot.locales import Words
from bot.locales import format as say
from bot.views import idea_words
from bot.views.blocks import (
    Block,
    Message,
    actions,
    button,
    context,
    cut,
    escape,
    field,
    header,
    message,
    modal,
    option,
    plain,
    quote,
    section,
    simple,
    text_input,
)
from bot.views.forms import Origin

ROUTE = "idea.route"
LATER = "idea.later"
NO = "idea.no"
NO_SAVE = "idea.no_save"
UNROUTE = "idea.unroute"
WAITING = "idea.waiting"

REASON = "reason"
PAGE = 10
_MOST_BUTTONS = 4
_MOST_OUTLETS = 100  # of what a menu can show


class Shown(StrEnum):
    """Where the question stands: alone, in the list that is shown anew, or in the meeting's pack."""

    ONE = "one"
    MANY = "many"
    PACK = "pack"


@dataclass(frozen=True, slots=True)
class Inbox:
    """The ideas that wait, the oldest first: the first of *count*, with *names* of authors."""

    ideas: Sequence[Idea]
    count: int
    names: Mapping[str, str]
    outlets: Sequence[Outlet]


def question(
    words: Words, idea: Idea, outlets: Sequence[Outlet], shown: Shown = Shown.ONE
) -> Block:
    """Return the row of answers."""
    return actions(
        *_outlets(words, idea, outlets, shown),
        _later(words, idea, shown),
        button(
            words("idea-no"),
            NO,
            _value(idea, "no", shown),
            says=words("idea-no-says", title=idea.title),
        ),
    )


def asked(words: Words, idea: Idea, outlets: Sequence[Outlet]) -> Message:
    """Ask about one idea."""
    text = words("idea-where", title=escape(idea.title))
    return simple(text, question(words, idea, outlets))


def inbox(
    words: Words, box: Inbox, *, now: datetime, today: date, first: Sequence[Block] = ()
) -> Message:
    """Show the ideas that wait, each with its answers; *first* is what was just decided."""
    title = words("idea-inbox", count=box.count)
    blocks: list[Block] = [*first, header(title)]
    rows = [_row(words, idea, box, now=now, today=today) for idea in box.ideas]
    blocks += _asked(words, box, rows, Shown.MANY)
    if box.count > len(rows):
        blocks.append(context(words("idea-inbox-more", count=box.count - len(rows))))
    said = [block["text"]["text"] for block in first if block["type"] == "section"]
    return message("\n".join([*said, title, *rows]), blocks)


def in_pack(words: Words, box: Inbox, *, now: datetime, today: date, prefix: str) -> list[Block]:
    """Show the first ideas that wait among other things, and how to see the rest."""
    rows = [_row(words, idea, box, now=now, today=today) for idea in box.ideas]
    if not rows:
        return []
    blocks = [section(f"*{words('idea-inbox', count=box.count)}*")]
    blocks += _asked(words, box, rows, Shown.PACK)
    more = box.count - len(rows)
    return [
        *blocks,
        *([context(words("pack-ideas-more", count=more, prefix=prefix))] if more else []),
    ]


def decided(
    words: Words, idea: Idea, outlets: Mapping[int, str], plan: Block, today: date
) -> list[Block]:
    """Say what was decided about *idea*, with *plan*, the button that plans it, and a way back."""
    standing = idea_words.standing(words, idea, None, outlets, today)
    text = words("idea-decided", title=escape(idea.title), standing=standing)
    undo = button(words("idea-undo"), UNROUTE, f"{idea.id} {idea.decision}")
    return [section(text), actions(plan, undo)]


def no_form(words: Words, idea: Idea, origin: Origin) -> dict[str, Any]:
    """Return the form that asks for the reason of a no."""
    reason = field(
        words("idea-no-reason"),
        text_input("value", multiline=True, limit=REASON_LIMIT),
        block_id=REASON,
        hint=words("idea-no-hint"),
    )
    title = section(words("idea-no-about", title=escape(idea.title)))
    labels = (words("idea-no-title"), words("idea-no-save"), words("idea-form-close"))
    return modal(NO_SAVE, *labels, [title, reason], private_metadata=origin.pack())


def told_no(words: Words, idea: Idea, who: str) -> Message:
    """Tell an idea's author that it was turned down by *who*, and why."""
    shown = {"title": escape(idea.title), "who": escape(who)}
    return simple(words("idea-no-told", **shown, reason=quote(escape(idea.routing.reason))))


def told_back(words: Words, idea: Idea, who: str) -> Message:
    """Tell an idea's author that the no was taken back."""
    return simple(words("idea-no-back", title=escape(idea.title), who=escape(who)))


def _asked(words: Words, box: Inbox, rows: Sequence[str], shown: Shown) -> list[Block]:
    blocks: list[Block] = []
    for idea, row in zip(box.ideas, rows, strict=True):
        blocks += [section(row), question(words, idea, box.outlets, shown)]
    return blocks


def _outlets(words: Words, idea: Idea, outlets: Sequence[Outlet], shown: Shown) -> list[Block]:
    """Return a button for each of a few outlets, or a menu of many."""
    values = [(o, _value(idea, str(o.id), shown)) for o in outlets[:_MOST_OUTLETS]]
    if len(values) > _MOST_BUTTONS:
        options = [option(o.name, value) for o, value in values]
        return [_menu(ROUTE, words("idea-outlet"), options)]
    return [
        button(
            o.name,
            f"{ROUTE}.{o.id}",
            value,
            says=words("idea-outlet-says", outlet=o.name, title=cut(idea.title, 30)),
        )
        for o, value in values
    ]


def _later(words: Words, idea: Idea, shown: Shown) -> Block:
    options = [option(words(f"idea-later-{later}"), _value(idea, later, shown)) for later in Later]
    return _menu(LATER, words("idea-not-now"), options)


def _menu(action_id: str, label: str, options: list[Block]) -> Block:
    return {
        "type": "static_select",
        "action_id": action_id,
        "placeholder": plain(label),
        "options": options,
    }


def _value(idea: Idea, answer: str, shown: Shown) -> str:
    return f"{idea.id} {idea.decision} {answer} {shown}"


def _row(words: Words, idea: Idea, box: Inbox, *, now: datetime, today: date) -> str:
    facts = [
        idea_words.author(words, idea, box.names),
        words("idea-age", age=say.ago(now - idea.created_at, words)),
        words("idea-votes", count=idea.votes) if idea.votes else "",
        idea_words.tags(idea),
        idea_words.season(words, idea.season, today=today) if idea.season else "",
    ]
    return f"*{escape(idea.title)}*\n" + " · ".join(fact for fact in facts if fact)
