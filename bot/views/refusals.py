"""What is said when something is not done: why, and what to do next."""

from datetime import date, time
from typing import Any

from bot.domain.errors import Refusal
from bot.locales import Words
from bot.locales import format as say
from bot.views.blocks import Message, escape, simple


def refusal(words: Words, refused: Refusal, *, today: date) -> Message:
    """Say in the reader's language why something was not done."""
    values = {name: _shown(words, value, today) for name, value in refused.values.items()}
    return simple(say.sentence(words(refused.kind, **values)))


def surprise(words: Words) -> Message:
    """Apologise for what nobody foresaw; nothing has been changed."""
    return simple(words("surprise"))


def _shown(words: Words, value: Any, today: date) -> Any:  # noqa: ANN401 -- what a refusal carries
    if isinstance(value, date):
        return say.day_with_week(value, words, today=today)
    if isinstance(value, time):
        return say.clock(value, words)
    return escape(value) if isinstance(value, str) else value
