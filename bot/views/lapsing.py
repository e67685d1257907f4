"""What lapses, in the settings: after how many office hours a taken comment waits for anybody again.

And after how many the question for a second person is back with whoever asked it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.locales import Words
from bot.views.blocks import Block, Message, field, modal, option, select, values
from bot.views.forms import Origin
from bot.views.settings import Topic, kept

CHANGE = "lapsing.change"
SAVE = "lapsing.save"

HOURS, SECOND, OFF = "hours", "second", "off"
CHOICES = (2, 4, 8, 16, 24, 40)


@dataclass(frozen=True, slots=True)
class Lapsing:
    """After how many office hours a claim lapses, None for never, and the question for a second."""

    hours: int | None
    second: int


def topic(words: Words, now: Lapsing) -> Topic:
    """Say when a claim lapses, and a question."""
    return Topic(words("lapsing-title"), _now(words, now), CHANGE)


def form(words: Words, now: Lapsing, origin: Origin) -> dict[str, Any]:
    """Return the form that asks when a claim lapses, and a question."""
    spans = [option(words("lapsing-hours", hours=each), str(each)) for each in CHOICES]
    choices = [*spans, option(words("lapsing-never"), OFF)]
    chosen = OFF if now.hours is None else str(now.hours)
    labels = (words("lapsing-title"), words("settings-save"), words("settings-close"))
    asked = [
        _field(words, "lapsing-after", HOURS, select("value", choices, chosen)),
        _field(words, "lapsing-second", SECOND, select("value", spans, str(now.second))),
    ]
    return modal(SAVE, *labels, asked, private_metadata=origin.pack())


def read(state: Mapping[str, Any]) -> Lapsing:
    """Read the hours. A value that was not offered raises ValueError."""
    said = values(state)
    hours = None if said.get(HOURS) == OFF else _offered(said.get(HOURS))
    return Lapsing(hours, _offered(said.get(SECOND)))


def saved(words: Words, now: Lapsing) -> Message:
    """Say how it is from now on."""
    return kept(words, "\n".join([words("lapsing-saved"), _now(words, now)]))


def _offered(said: str | None) -> int:
    return CHOICES[[str(each) for each in CHOICES].index(said or "")]


def _field(words: Words, label: str, block_id: str, menu: Block) -> Block:
    return field(words(label), menu, block_id=block_id, hint=words(f"{label}-hint"))


def _now(words: Words, now: Lapsing) -> str:
    hours = now.hours
    taken = words("lapsing-now-never") if hours is None else words("lapsing-now", hours=hours)
    return "\n".join([taken, words("lapsing-now-second", hours=now.second)])
