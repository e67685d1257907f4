"""What the digest, the nag and the home tab say about gaps, and the answers to clicks on them."""

from collections.abc import Iterable, Sequence
from datetime import date

from bot.domain.errors import RefusalValue
from bot.domain.nags import Later, remind_on
from bot.domain.outlets import Slot
from bot.domain.plan import slot_value
from bot.domain.reuse import Offer
from bot.domain.suggestions import Suggestion
from bot.locales import Words
from bot.locales import format as say
from bot.views.blocks import Block, Message, actions, button, option, plain, section, simple
from bot.views.free_days import ask_menu, free_name
from bot.views.plan import OPEN, Frame, fill_button

PLAN_IDEA = "gap.plan_idea"
TAKE = "gap.take"
LEAVE_EMPTY = "gap.leave_empty"
LATER = "gap.later"
RESTORE = "gap.restore"

AGAIN = "post-"
"""Begins the word for a post that is to be made anew, where an idea has only its number."""


def value(slot: Slot, more: object = "") -> str:
    """Write *slot*, and what is to become of it, as the value of a button."""
    return f"{slot_value(slot)} {more}".rstrip()


def offer_value(slot: Slot, offer: Offer) -> str:
    """Write that *offer* is to be planned in *slot* as the value of a button."""
    if isinstance(offer, Suggestion):
        return value(slot, offer.idea.id)
    return value(slot, f"{AGAIN}{offer.post.id}")


def title_of(offer: Offer) -> str:
    """Return what is offered, as people wrote it."""
    return offer.idea.title if isinstance(offer, Suggestion) else offer.post.title


def named(words: Words, slot: Slot, frame: Frame) -> str:
    """Name a gap by day, date, week, outlet and time; escaped, the day in bold."""
    return words(
        "gap-named",
        day=say.day_with_week(slot.day, words, today=frame.today),
        outlet=frame.outlet(slot.outlet_id),
        clock=say.clock(slot.at, words),
    )


def rows_to_fill(words: Words, slots: Iterable[Slot], frame: Frame) -> list[Block]:
    """Return one line per gap with a button that opens the form for it; on a free day it asks."""
    return [_row(words, slot, frame) for slot in slots]


def _row(words: Words, slot: Slot, frame: Frame) -> Block:
    line, free = say.sentence(named(words, slot, frame)), frame.calendar.free_day(slot.day)
    if free is None:
        return section(line, accessory=fill_button(words, slot, line))
    named_day = words("plan-free-day", day=line, name=free_name(words, free))
    return section(named_day, accessory=ask_menu(words, slot))


def idea_menu(words: Words, slot: Slot, ideas: Sequence[Offer]) -> Block:
    """Return the menu that plans one of *ideas* in *slot* at once."""
    return {
        "type": "static_select",
        "action_id": PLAN_IDEA,
        "placeholder": plain(words("gap-plan-idea")),
        "options": [option(title_of(one), offer_value(slot, one)) for one in ideas],
    }


def later_menu(words: Words, slot: Slot, choices: Iterable[Later], frame: Frame) -> Block:
    """Return the menu of days on which to be reminded of *slot* again."""
    today = frame.today
    days = {each: remind_on(each, today=today, calendar=frame.calendar) for each in choices}
    return {
        "type": "overflow",
        "action_id": LATER,
        "options": [
            option(
                words("gap-later", day=say.day_relative(day, words, today=today)),
                value(slot, later.value),
            )
            for later, day in days.items()
        ],
    }


def filled(words: Words, said: Message, filler: RefusalValue) -> Message:
    """Let the answer that a gap is filled, which is *said*, lead to the post in it."""
    return simple(said["text"], actions(button(words("plan-act-open"), OPEN, str(filler))))


def left_empty(words: Words, slot: Slot, frame: Frame) -> Message:
    """Answer that *slot* is left empty, with a way back."""
    gap = say.sentence(named(words, slot, frame))
    return simple(words("gap-said-empty", gap=gap), actions(restore_button(words, slot)))


def postponed(words: Words, slot: Slot, until: date, frame: Frame) -> Message:
    """Answer that *slot* comes up again on *until*, with a way back."""
    gap = named(words, slot, frame)
    day = say.day_relative(until, words, today=frame.today)
    return simple(words("gap-said-later", gap=gap, day=day), actions(restore_button(words, slot)))


def restored(words: Words, slot: Slot, frame: Frame) -> Message:
    """Answer that *slot* is an ordinary gap again."""
    return simple(words("gap-said-restored", gap=say.sentence(named(words, slot, frame))))


def restore_button(words: Words, slot: Slot) -> Block:
    """Return the button that makes *slot* an ordinary gap again."""
    return button(words("gap-undo"), RESTORE, value(slot))


def spoken(blocks: Iterable[Block]) -> str:
    """Return all that *blocks* say, for notifications and screen readers; menus are not read."""
    return "\n".join(text for block in blocks for text in _texts(block))


def _texts(block: Block) -> list[str]:
    if block["type"] in ("header", "section"):
        return [block["text"]["text"]]
    return [element["text"] for element in block["elements"]] if block["type"] == "context" else []
