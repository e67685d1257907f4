"""The watch words in the settings: what flags by itself, how often, and how often that was wrong."""

from collections.abc import Mapping
from typing import Any

from bot.domain.watch_words import LIMIT, WordCount, WordKind, WordList
from bot.locales import Words
from bot.views.blocks import (
    Block,
    Message,
    button,
    context,
    cut,
    escape,
    field,
    header,
    message,
    modal,
    section,
    text_input,
    values,
)
from bot.views.forms import Origin
from bot.views.settings import Topic, kept

SHOW = "watch_words.show"
CHANGE = "watch_words.change"
SAVE = "watch_words.save"

ON, OFF = "on", "off"

_SHOWN = 2400  # characters of a kind's words, before they are escaped
_NONE = WordCount()

Lists = Mapping[WordKind, WordList]
Counts = Mapping[str, WordCount]


def topic(words: Words, lists: Lists) -> Topic:
    """Say how many words flag by themselves."""
    count = sum(len(each.on) for each in lists.values())
    return Topic(words("watch-words-title"), words("watch-words-topic", count=count), SHOW)


def page(words: Words, lists: Lists, counts: Counts) -> Message:
    """Show the words of each kind with what they have found, each kind with its button."""
    title, intro = words("watch-words-title"), words("watch-words-intro")
    told = {kind: _kind(words, kind, lists[kind], counts) for kind in WordKind}
    rows = [_row(words, kind, text) for kind, text in told.items()]
    text = "\n\n".join([title, intro, *told.values()])
    return message(text, [header(title), context(intro), *rows])


def form(words: Words, kind: WordKind, held: WordList, origin: Origin) -> dict[str, Any]:
    """Return the form for the words of *kind*; one that is switched off is moved down."""
    blocks = [
        section(f"*{words(f'watch-words-{kind}')}*"),
        _field(words, ON, held.on),
        _field(words, OFF, held.off),
    ]
    labels = (words("watch-words-title"), words("settings-save"), words("settings-close"))
    metadata = Origin(channel=origin.channel, subject=list(WordKind).index(kind)).pack()
    return modal(SAVE, *labels, blocks, private_metadata=metadata)


def read(state: Mapping[str, Any]) -> tuple[str, str]:
    """Read the two fields: the words that flag, and those that do not."""
    said = values(state)
    return said.get(ON) or "", said.get(OFF) or ""


def saved(words: Words, kind: WordKind, held: WordList, counts: Counts) -> Message:
    """Say how it is from now on."""
    return kept(words, f"{words('watch-words-saved')}\n{_kind(words, kind, held, counts)}")


def _field(words: Words, block_id: str, held: tuple[str, ...]) -> Block:
    written = text_input("value", "\n".join(held), multiline=True, limit=LIMIT)
    hint = words(f"watch-words-{block_id}-hint")
    label = words(f"watch-words-{block_id}")
    return field(label, written, block_id=block_id, hint=hint, optional=True)


def _row(words: Words, kind: WordKind, text: str) -> Block:
    label = words("settings-change")
    says = words("settings-says", label=label, title=words(f"watch-words-{kind}"))
    return section(text, accessory=button(label, CHANGE, kind, says=says))


def _kind(words: Words, kind: WordKind, held: WordList, counts: Counts) -> str:
    """Name the words of a kind, those that found most first, and those that are switched off."""
    ranked = sorted(held.on, key=lambda word: -counts.get(word, _NONE).found)
    said = [_word(words, word, counts.get(word, _NONE)) for word in ranked]
    off = words("watch-words-are-off", words=escape(cut(", ".join(held.off), _SHOWN // 4)))
    lines = [
        f"*{words(f'watch-words-{kind}')}*",
        escape(cut(", ".join(said), _SHOWN)) or words("watch-words-none"),
        *([off] if held.off else []),
    ]
    return "\n".join(lines)


def _word(words: Words, word: str, count: WordCount) -> str:
    """Name a word; one that has found something with how often, and how often in vain."""
    shown = word.replace("*", "…")
    if not count.found:
        return shown
    return words("watch-words-found", word=shown, found=count.found, kept=count.kept)
