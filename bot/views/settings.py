"""The settings: what the team has decided, topic by topic, each with the button that changes it."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.locales import Words
from bot.views.blocks import (
    Block,
    Message,
    actions,
    button,
    context,
    header,
    message,
    section,
    simple,
)

OPEN = "settings.open"
HISTORY = "settings.history"
UNDO = "settings.undo"
AS_FILE = "settings.file"
READ_FILE = "settings.read_file"


@dataclass(frozen=True, slots=True)
class Topic:
    """One thing that can be set: its name, how it is now (mrkdwn), and the button's act and words.

    Without an act it is only told. Without words of its own the button says "change".
    """

    title: str
    now: str
    act: str | None = None
    label: str = ""
    value: str = ""


def overview(words: Words, topics: Sequence[Topic], *, reads_files: bool = False) -> Message:
    """Show every topic as it is now; with *reads_files* a file can be read in."""
    title, intro = words("settings-title"), words("settings-intro")
    lines = [f"*{topic.title}*\n{topic.now}" for topic in topics]
    rows = [_row(words, topic, line) for topic, line in zip(topics, lines, strict=True)]
    ways = [(words("settings-history"), HISTORY), (words("settings-as-file"), AS_FILE)]
    ways += [(words("settings-read-file"), READ_FILE)] if reads_files else []
    tail = actions(*(button(label, act) for label, act in ways))
    return message("\n\n".join([title, *lines]), [header(title), context(intro), *rows, tail])


def open_button(words: Words) -> Block:
    """Return the button that shows the settings."""
    return button(words("settings-open"), OPEN)


def kept(words: Words, text: str, *acts: Block) -> Message:
    """Say *text* (mrkdwn) about what was changed, with the way back to the settings."""
    return simple(text, actions(*acts, open_button(words)))


def _row(words: Words, topic: Topic, line: str) -> Block:
    if topic.act is None:
        return section(line)
    label = topic.label or words("settings-change")
    says = words("settings-says", label=label, title=topic.title)
    return section(line, accessory=button(label, topic.act, topic.value, says=says))
