"""The language in the settings, named so that nobody has to know the one that is spoken now."""

from collections.abc import Mapping
from typing import Any

from bot.domain.language import Language
from bot.locales import Words
from bot.views.blocks import Message, context, field, modal, option, select, values
from bot.views.forms import Origin
from bot.views.settings import Topic, kept

CHANGE = "language.change"
SAVE = "language.save"

LANGUAGE = "language"


def topic(words: Words, chosen: Language | None) -> Topic:
    """Say which language is spoken, and whether the team has chosen it."""
    return Topic(words("language-title"), _now(words, chosen), CHANGE, words("language-change"))


def form(words: Words, origin: Origin) -> dict[str, Any]:
    """Return the form that asks for the language."""
    choices = [option(words(f"language-{each}"), each) for each in Language]
    labels = (words("language-title"), words("settings-save"), words("settings-close"))
    asked = field(
        words("language-title"), select("value", choices, words.language), block_id=LANGUAGE
    )
    blocks = [asked, context(words("language-hint"))]
    return modal(SAVE, *labels, blocks, private_metadata=origin.pack())


def read(state: Mapping[str, Any]) -> Language:
    """Read the language. A value that was not offered raises ValueError."""
    return Language(values(state).get(LANGUAGE) or "")


def saved(words: Words, chosen: Language) -> Message:
    """Say which language is spoken from now on."""
    return kept(words, "\n".join([words("language-saved"), _now(words, chosen)]))


def _now(words: Words, chosen: Language | None) -> str:
    if chosen is None:
        return words("language-usual", name=words(f"language-{words.usual}"))
    return words("language-now", name=words(f"language-{chosen}"))
