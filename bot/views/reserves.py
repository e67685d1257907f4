"""The reserve in words: how many there are, the list, the form, and the answers."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.domain.ideas import NOTE_LIMIT, TITLE_LIMIT
from bot.domain.media import NOTHING, Kind
from bot.domain.outlets import Outlet
from bot.domain.reserves import Reserve, Stock
from bot.locales import Words
from bot.locales import format as say
from bot.views import plan_media, plan_photos
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
    section,
    several,
    simple,
    text_input,
)
from bot.views.forms import Origin
from bot.views.ideas import NOTE, OUTLETS, PLAN, TITLE
from bot.views.settings import Topic

OPEN = "reserve.open"
FORM = "reserve.form"
CHECK = "reserve.check"
REMOVE = "reserve.remove"
RESTORE = "reserve.restore"
SAVE = "reserve.save"

SHOWN = 20
"""How many are listed, what was looked over longest ago first; a team has a handful."""

_TEXT_SHOWN = 120
_OUTLET_SHOWN = 40
_MOST_OUTLETS = 100


def stock_line(words: Words, stock: Stock) -> str:
    """Say how many there are of how many wanted, and kindly what might be done."""
    key = "reserve-stock-low" if stock.is_low else "reserve-stock"
    said = words(key, count=stock.count, wanted=stock.wanted)
    return f"{said} {words('reserve-stale', count=stock.stale)}" if stock.stale else said


def row(words: Words, stock: Stock) -> Block:
    """Return the line about the reserve with the button that opens it."""
    text = f"*{words('reserve-title')}*\n{stock_line(words, stock)}"
    return section(text, accessory=button(words("reserve-open"), OPEN))


def topic(words: Words, stock: Stock) -> Topic:
    """Return how the reserve stands, among the settings."""
    return Topic(words("reserve-title"), stock_line(words, stock), OPEN, words("reserve-open"))


def render(
    words: Words, every: Sequence[Reserve], stock: Stock, outlets: Mapping[int, str], now: datetime
) -> Message:
    """Show the reserve."""
    lines = [_line(words, each, outlets, now) for each in every[:SHOWN]]
    blocks: list[Block] = [header(words("reserve-title")), section(stock_line(words, stock))]
    for each, line in zip(every, lines, strict=False):
        blocks += [section(line), _acts(words, each, now)]
    if more := len(every) - len(lines):
        blocks.append(context(words("reserve-more", count=more)))
    add = button(words("reserve-add"), FORM, primary=stock.is_low)
    text = "\n".join([words("reserve-title"), stock_line(words, stock), *lines])
    return message(text, [*blocks, actions(add), context(words("reserve-means"))])


def form(
    words: Words,
    origin: Origin,
    reserve: Reserve | None,
    *,
    outlets: Sequence[Outlet],
    takes_photos: bool = False,
) -> dict[str, Any]:
    """Return the form for a new reserve post, or for *reserve*; with pictures where it may.

    The words for the whole are those of a picture that is added, so that it is finished at once.
    """
    idea, media = (reserve.idea, reserve.media) if reserve else (None, NOTHING)
    kind, alt, *others = plan_media.fields(words, media)
    photos = plan_photos.fields(words, media, takes_more=takes_photos)
    title = text_input("value", idea.title if idea else "", limit=TITLE_LIMIT)
    text = text_input("value", idea.note if idea else "", multiline=True, limit=NOTE_LIMIT)
    blocks = [
        context(words("reserve-form-intro")),
        field(words("plan-form-post-title"), title, block_id=TITLE),
        field(words("plan-form-text"), text, block_id=NOTE),
        *_outlets(words, reserve, outlets),
        kind,
        alt,
        *photos,
        *others,
    ]
    labels = (words("reserve-form-title"), words("plan-save"), words("plan-close"))
    return modal(SAVE, *labels, blocks, private_metadata=origin.pack())


def kept(words: Words, reserve: Reserve, stock: Stock) -> Message:
    """Say that a post is in reserve, and how many there are now."""
    title = escape(reserve.idea.title)
    text = f"{words('reserve-kept', title=title)} {stock_line(words, stock)}"
    return simple(text, actions(_change(words, reserve), _remove(words, reserve, "reserve-undo")))


def removed(words: Words, reserve: Reserve) -> Message:
    """Say that it is an ordinary idea again, with a way back."""
    back = button(words("reserve-undo"), RESTORE, str(reserve.idea.id))
    return simple(words("reserve-removed", title=escape(reserve.idea.title)), actions(back))


def checked(words: Words, reserve: Reserve) -> Message:
    """Thank whoever looked it over."""
    return simple(words("reserve-checked", title=escape(reserve.idea.title)))


def _outlets(words: Words, reserve: Reserve | None, outlets: Sequence[Outlet]) -> list[Block]:
    options = [option(o.name, str(o.id)) for o in outlets[:_MOST_OUTLETS]]
    suits = {str(outlet) for outlet in reserve.outlets} if reserve else set()
    menu = several("multi_static_select", "value", options, suits)
    hint = words("reserve-outlets-hint")
    label = words("idea-form-outlets")
    return [field(label, menu, block_id=OUTLETS, hint=hint, optional=True)] if options else []


def _line(words: Words, each: Reserve, outlets: Mapping[int, str], now: datetime) -> str:
    names = [cut(outlets[one], _OUTLET_SHOWN) for one in each.outlets if one in outlets]
    checked_at = each.checked_at or now
    facts = [
        words("reason-outlet", outlet=escape(", ".join(names))) if names else "",
        words(f"post-kind-{each.media.kind}") if each.media.kind is not Kind.NONE else "",
        words("reserve-age", age=say.ago(now - checked_at, words)),
        words("reserve-look") if each.is_stale(now) else "",
    ]
    text = escape(cut(" ".join(each.idea.note.split()), _TEXT_SHOWN))
    said = " · ".join(fact for fact in facts if fact)
    return "\n".join([f"*{escape(each.idea.title)}*", text, said])


def _acts(words: Words, each: Reserve, now: datetime) -> Block:
    idea = each.idea
    says = words("idea-plan-says", title=idea.title)
    good = words("reserve-good-says", title=idea.title)
    return actions(
        button(words("idea-plan"), PLAN, str(idea.id), says=says),
        _change(words, each),
        *(
            [button(words("reserve-good"), CHECK, str(idea.id), says=good)]
            if each.is_stale(now)
            else []
        ),
        _remove(words, each, "reserve-remove"),
    )


def _change(words: Words, each: Reserve) -> Block:
    says = words("reserve-change-says", title=each.idea.title)
    return button(words("idea-change"), FORM, str(each.idea.id), says=says)


def _remove(words: Words, each: Reserve, label: str) -> Block:
    says = words("reserve-remove-says", title=each.idea.title)
    return button(words(label), REMOVE, str(each.idea.id), says=says)
