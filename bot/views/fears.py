"""What the team feared before there were figures, in the settings and in its form."""

from collections.abc import Mapping
from typing import Any

from bot.domain.tagging import FEAR_LIMIT, Fear
from bot.locales import Words
from bot.views.blocks import Message, escape, field, modal, text_input, values
from bot.views.forms import Origin
from bot.views.settings import Topic, kept

CHANGE = "fear.change"
SAVE = "fear.save"

CRITICISM, TIME = "criticism", "time"


def topic(words: Words, fear: Fear | None) -> Topic:
    """Say what the team feared."""
    label = "" if fear else words("fear-write")
    return Topic(words("fear-title"), _now(words, fear), CHANGE, label)


def form(words: Words, fear: Fear | None, origin: Origin) -> dict[str, Any]:
    """Return the form for the words; both may be corrected, and the day of the first ones stays."""
    said = (fear.criticism, fear.time) if fear else ("", "")
    blocks = [
        field(
            words(f"fear-{name}"),
            text_input("value", text, limit=FEAR_LIMIT),
            block_id=name,
            hint=words(f"fear-{name}-hint"),
            optional=True,
        )
        for name, text in zip((CRITICISM, TIME), said, strict=True)
    ]
    labels = (words("fear-title"), words("settings-save"), words("settings-close"))
    return modal(SAVE, *labels, blocks, private_metadata=origin.pack())


def read(state: Mapping[str, Any]) -> tuple[str, str]:
    """Read the words about criticism and about time from the submitted form."""
    said = values(state)
    return said.get(CRITICISM) or "", said.get(TIME) or ""


def saved(words: Words, fear: Fear) -> Message:
    """Say what is kept."""
    return kept(words, words("fear-saved", fear=_now(words, fear)))


def _now(words: Words, fear: Fear | None) -> str:
    if fear is None:
        return words("fear-none")
    return " · ".join(
        words(f"fear-now-{name}", text=escape(text))
        for name, text in ((CRITICISM, fear.criticism), (TIME, fear.time))
        if text
    )
