"""The tip of the week: its line in the digest, and its switch in the settings."""

from bot.domain.tips import Tip
from bot.locales import Words
from bot.views.blocks import Block, Message, button, context
from bot.views.settings import Topic, kept

SWITCH = "tips.switch"
ON, OFF = "on", "off"


def lines(words: Words, tip: Tip | None) -> list[Block]:
    """Return the tip as small print, if there is one."""
    return [context(words("tips-line", tip=words(f"tip-{tip}")))] if tip else []


def topic(words: Words, *, is_on: bool) -> Topic:
    """Say whether there are tips, with the switch."""
    now = words("tips-on" if is_on else "tips-off")
    label = words("tips-switch-off" if is_on else "tips-switch-on")
    return Topic(words("tips-title"), now, SWITCH, label, OFF if is_on else ON)


def switched(words: Words, *, is_on: bool) -> Message:
    """Say how it is from now on, with the way back."""
    now = words("tips-on" if is_on else "tips-off")
    back = button(words("plan-undo"), SWITCH, OFF if is_on else ON)
    return kept(words, now, back)
