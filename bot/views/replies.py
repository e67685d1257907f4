"""Ready texts in the settings: the list, one with its buttons, the form, the monthly word."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from bot.domain.plan import LINK_LIMIT
from bot.domain.replies import NAME_LIMIT, TEXT_LIMIT, Kind, Reply
from bot.locales import Words
from bot.locales import format as say
from bot.views.blocks import (
    Block,
    Message,
    actions,
    button,
    context,
    escape,
    field,
    header,
    message,
    modal,
    option,
    plain,
    quotation,
    quote,
    section,
    text_input,
    values,
)
from bot.views.forms import Origin
from bot.views.pickers import day_picker, person_picker
from bot.views.settings import Topic, kept

SHOW = "replies.show"
PICK = "replies.pick"
ADD = "replies.add"
ADD_ROUTE = "replies.add_route"
CHANGE = "replies.change"
DELETE = "replies.delete"
RESTORE = "replies.restore"
SAVE = "replies.save"
SAVE_ROUTE = "replies.save_route"

NAME, TEXT, LINK, OWNER, REVIEW = "name", "text", "link", "owner", "review"
STALE_SHOWN = 10


def topic(words: Words, known: Sequence[Reply], today: date) -> Topic:
    """Say how many texts there are, and how many need a review."""
    counts = {kind: sum(1 for it in known if it.kind is kind) for kind in Kind}
    line = words("replies-now", replies=counts[Kind.REPLY], routes=counts[Kind.ROUTE])
    stale = sum(1 for it in known if it.is_stale(today))
    lines = [line, *([words("replies-now-stale", count=stale)] if stale else [])]
    return Topic(words("replies-title"), "\n".join(lines), SHOW, words("replies-open"))


def page(words: Words, known: Sequence[Reply], today: date) -> Message:
    """Show which texts there are, to choose one from, and how to add one."""
    stale = [it for it in known if it.is_stale(today)][:STALE_SHOWN]
    lines = [words("replies-stale", name=escape(it.name)) for it in stale]
    intro = words("replies-intro" if known else "replies-empty")
    acts = [
        *_menu(words, known, today),
        button(words("replies-add"), ADD),
        button(words("replies-add-route"), ADD_ROUTE),
    ]
    blocks = [
        header(words("replies-title")),
        section("\n".join([intro, *lines])),
        actions(*acts),
        context(words("replies-places")),
    ]
    return message("\n".join([words("replies-title"), intro, *lines]), blocks)


def card(words: Words, reply: Reply, names: Mapping[str, str], today: date) -> Message:
    """Show one text with what can be done."""
    head = f"*{escape(reply.name)}*"
    said = [words(f"replies-kind-{reply.kind}")]
    if reply.owner:
        said.append(words("replies-owned", who=escape(names.get(reply.owner, words("somebody")))))
    if reply.review_on:
        key = "replies-review-passed" if reply.is_stale(today) else "replies-review-on"
        said.append(words(key, day=say.day_long(reply.review_on, words, today=today)))
    if reply.link:
        said.append(escape(reply.link))
    small, ident = " · ".join(said), str(reply.id)
    acts = actions(
        button(words("settings-change"), CHANGE, ident),
        button(words("settings-remove"), DELETE, ident),
    )
    text = "\n".join([head, quote(escape(reply.text)), small])
    return message(text, [section(head), quotation(reply.text), context(small), acts])


def form(words: Words, kind: Kind, reply: Reply | None, origin: Origin) -> dict[str, Any]:
    """Return the form for a new text, or for *reply*."""
    link = text_input("value", (reply and reply.link) or "", limit=LINK_LIMIT)
    blocks = [
        field(
            words("replies-name"),
            text_input("value", reply.name if reply else "", limit=NAME_LIMIT),
            block_id=NAME,
        ),
        field(
            words("replies-text"),
            text_input("value", reply.text if reply else "", multiline=True, limit=TEXT_LIMIT),
            block_id=TEXT,
            hint=words("replies-places"),
        ),
        field(words("replies-link"), link, block_id=LINK, optional=True),
        field(
            words("replies-owner"),
            person_picker(reply.owner if reply else None),
            block_id=OWNER,
            hint=words("replies-owner-hint"),
            optional=True,
        ),
        field(
            words("replies-review"),
            day_picker(reply.review_on if reply else None),
            block_id=REVIEW,
            optional=True,
        ),
    ]
    labels = (words(f"replies-form-{kind}"), words("settings-save"), words("settings-close"))
    saves = SAVE if kind is Kind.REPLY else SAVE_ROUTE
    return modal(saves, *labels, blocks, private_metadata=origin.pack())


def read(state: Mapping[str, Any]) -> dict[str, str | None]:
    """Read what the form says, by field; whether it fits is the domain's."""
    said = values(state)
    return {name: said.get(name) for name in (NAME, TEXT, LINK, OWNER, REVIEW)}


def saved(words: Words, reply: Reply) -> Message:
    """Say that a text is kept."""
    change = button(words("settings-change"), CHANGE, str(reply.id))
    return kept(words, words("replies-saved", name=escape(reply.name)), change, _all(words))


def deleted(words: Words, reply: Reply) -> Message:
    """Say that a text is gone, with the way back."""
    undo = button(words("plan-undo"), RESTORE, str(reply.id))
    return kept(words, words("replies-deleted", name=escape(reply.name)), undo, _all(words))


def due(words: Words, stale: Sequence[Reply]) -> Message:
    """Ask an owner to look at their texts again."""
    lines = [f"• {escape(it.name)}" for it in stale[:STALE_SHOWN]]
    text = "\n".join([words("replies-due", count=len(stale)), *lines])
    return message(text, [section(text), actions(button(words("replies-open"), SHOW))])


def _all(words: Words) -> Block:
    return button(words("replies-title"), SHOW)


def _menu(words: Words, known: Sequence[Reply], today: date) -> list[Block]:
    groups = [
        {
            "label": plain(words(f"answer-ready-{kind}")),
            "options": [_option(words, it, today) for it in known if it.kind is kind],
        }
        for kind in Kind
    ]
    filled = [group for group in groups if group["options"]]
    if not filled:
        return []
    label = plain(words("replies-pick"))
    return [
        {
            "type": "static_select",
            "action_id": PICK,
            "option_groups": filled,
            "placeholder": label,
        }
    ]


def _option(words: Words, reply: Reply, today: date) -> Block:
    stale = reply.is_stale(today)
    return option(
        words("answer-ready-stale", name=reply.name) if stale else reply.name, str(reply.id)
    )
