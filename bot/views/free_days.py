"""A free day: what it is called, and what a slot on it asks."""

from datetime import date

from bot.domain.calendar import FreeDay, FreeDayKind
from bot.domain.outlets import Slot
from bot.domain.plan import slot_value
from bot.locales import Words
from bot.locales import format as say
from bot.views.blocks import Block, Message, actions, button, escape, option, simple

MENU = "slot.menu"
MOVE = "slot.move"
MOVE_BACK = "slot.move_back"

FILL_ANYWAY, MOVE_AWAY, LEAVE_EMPTY = ANSWERS = ("fill", "move", "empty")
_LABELS = ("gap-fill-anyway", "gap-move", "gap-leave-empty")


def free_name(words: Words, free: FreeDay) -> str:
    """Name *free* in the reader's language; escaped, for the team names its own days."""
    if free.kind is FreeDayKind.SQUEEZE:
        return words("free-day-squeeze")
    return escape(free.name(words.language))


def ask_menu(words: Words, slot: Slot) -> Block:
    """Return the three answers to a slot on a free day; each value is `answer slot`."""
    choices = zip(_LABELS, ANSWERS, strict=True)
    options = [option(words(label), f"{answer} {slot_value(slot)}") for label, answer in choices]
    return {"type": "overflow", "action_id": MENU, "options": options}


def moved(
    words: Words, slot: Slot, to: Slot, *, outlet: str, way_back: str, today: date
) -> Message:
    """Answer that *slot* of *outlet* (escaped) has moved *to* another day, with a *way_back*."""
    old, new = (say.day_with_week(each.day, words, today=today) for each in (slot, to))
    clock = say.clock(to.at, words)
    text = words("gap-said-moved", outlet=outlet, old=old, new=new, clock=clock)
    return simple(text, actions(button(words("gap-undo"), MOVE_BACK, way_back)))


def moved_back(words: Words, outlet: str) -> Message:
    """Answer that a slot of *outlet* (escaped) is on its free day again."""
    return simple(words("gap-said-moved-back", outlet=outlet))
