"""Lapsing claims in the settings: after how many office hours a comment waits for anybody again."""

from collections.abc import Mapping
from typing import Any

from bot.locales import Words
from bot.views.blocks import Message, field, modal, option, select, values
from bot.views.forms import Origin
from bot.views.settings import Topic, kept

CHANGE = "lapsing.change"
SAVE = "lapsing.save"

HOURS, OFF = "hours", "off"
CHOICES = (2, 4, 8, 16, 24, 40)


def topic(words: Words, hours: int | None) -> Topic:
    """Say when a claim lapses."""
    return Topic(words("lapsing-title"), _now(words, hours), CHANGE)


def form(words: Words, hours: int | None, origin: Origin) -> dict[str, Any]:
    """Return the form that asks when a claim lapses."""
    spans = [option(words("lapsing-hours", hours=each), str(each)) for each in CHOICES]
    choices = [*spans, option(words("lapsing-never"), OFF)]
    asked = field(
        words("lapsing-after"),
        select("value", choices, OFF if hours is None else str(hours)),
        block_id=HOURS,
        hint=words("lapsing-after-hint"),
    )
    labels = (words("lapsing-title"), words("settings-save"), words("settings-close"))
    return modal(SAVE, *labels, [asked], private_metadata=origin.pack())


def read(state: Mapping[str, Any]) -> int | None:
    """Read the hours; None for never. A value that was not offered raises ValueError."""
    said = values(state).get(HOURS)
    return None if said == OFF else CHOICES[[str(each) for each in CHOICES].index(said or "")]


def saved(words: Words, hours: int | None) -> Message:
    """Say how it is from now on."""
    return kept(words, "\n".join([words("lapsing-saved"), _now(words, hours)]))


def _now(words: Words, hours: int | None) -> str:
    return words("lapsing-now-never") if hours is None else words("lapsing-now", hours=hours)
