"""A file of settings in Slack: its form, what it would change in words, and what it has changed."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from bot.domain.first_steps import Decision
from bot.domain.settings_file import Difference, Json
from bot.domain.settings_file import differences as values_of
from bot.domain.settings_turns import Turn, entries
from bot.locales import Words
from bot.views.blocks import (
    Message,
    actions,
    button,
    context,
    cut,
    cut_markup,
    escape,
    message,
    modal,
    quote,
    section,
    simple,
)
from bot.views.forms import Origin
from bot.views.given import file_field
from bot.views.settings import READ_FILE, UNDO, kept

SAVE = "settings.read"
USE = "settings.use_file"
LEAVE = "settings.leave_file"

SAID_LIMIT = 600  # of what a setting is, and of what it would be
NAME_LIMIT = 60
VALUE_LIMIT = 80
MOST_NAMES = 12
MOST_VALUES = 10

_COUNTED = frozenset({"decisions", "watch_words"})
"""Settings whose own words only tell how much there is."""

_UNTOLD = ("rights.stand_ins", "hours.own", "roster.")
"""Values of which a setting's own words tell nothing, or only what they come to today."""


def form(words: Words, origin: Origin) -> dict[str, Any]:
    """Return the form in which a file is given."""
    blocks = [
        section(words("settings-read-intro")),
        file_field(words, words("settings-read-label"), ["json"]),
    ]
    labels = (words("settings-read-file"), words("settings-read-next"), words("settings-close"))
    return modal(SAVE, *labels, blocks, private_metadata=origin.pack())


def differences(
    words: Words, name: str, turns: Sequence[Turn], value: str, *, is_anew: bool = False
) -> Message:
    """Tell what a file would change, and ask whether it is to."""
    head = words("settings-read-anew" if is_anew else "settings-read-would", name=_name(name))
    told = [_turn(words, turn) for turn in turns]
    ways = actions(
        button(words("settings-read-use"), USE, value, primary=True),
        button(words("settings-read-leave"), LEAVE, value.partition(" ")[0]),
    )
    foot = context(words("settings-read-whole"))
    return message("\n\n".join([head, *told]), [*map(section, [head, *told]), foot, ways])


def used(words: Words, name: str, titles: Sequence[str], step: str) -> Message:
    """Say that a file counts, with the way back."""
    head = words("settings-read-used", name=_name(name))
    said = quote(cut_markup(", ".join(titles), SAID_LIMIT))
    return kept(words, f"{head}\n{said}", button(words("plan-undo"), UNDO, step))


def same(words: Words, name: str) -> Message:
    """Say that a file changes nothing."""
    return simple(words("settings-read-same", name=_name(name)))


def left(words: Words, name: str) -> Message:
    """Say that nothing was changed, with the way to another file."""
    again = actions(button(words("settings-read-file"), READ_FILE))
    return simple(words("settings-read-left", name=_name(name)), again)


def _turn(words: Words, turn: Turn) -> str:
    """Tell of one setting in its own words; where these only count, value by value."""
    before, after = turn.lines()
    found = values_of(turn.before, turn.after, turn.name)
    if entries(turn.before, turn.after) is not None:
        lines = list(_entries(words, turn)) or [words("settings-read-order")]
    elif turn.name in _COUNTED or not (before or after):
        lines = [_value(words, each) for each in found[:MOST_VALUES]]
    else:
        lines = [
            words("settings-read-now", said=_said(words, before)),
            words("settings-read-then", said=_said(words, after)),
        ]
        untold = [each for each in found if each.path.startswith(_UNTOLD)]
        lines += [_value(words, each) for each in untold[:MOST_VALUES]]
    return "\n".join([f"*{turn.title}*", *lines])


def _entries(words: Words, turn: Turn) -> Iterator[str]:
    listed = entries(turn.before, turn.after)
    if listed is None:
        return
    kinds = {"come": listed.come, "go": listed.go, "change": listed.change}
    for kind, names in kinds.items():
        if names:
            more = len(names) - MOST_NAMES
            shown = ", ".join(escape(cut(each, NAME_LIMIT)) for each in names[:MOST_NAMES])
            rest = words("settings-read-more", count=more) if more > 0 else ""
            yield words(f"settings-read-{kind}", names=shown) + rest


def _said(words: Words, lines: Sequence[str]) -> str:
    return cut_markup(" · ".join(filter(None, lines)), SAID_LIMIT) or words("settings-read-nothing")


def _value(words: Words, each: Difference) -> str:
    """Tell of one value; what is decided in words has a name that people know."""
    setting, _, name = each.path.partition(".")
    is_decided = setting == "decisions" and name in set(Decision)
    label = words(f"first-{name}") if is_decided else f"`{escape(each.path)}`"
    before, after = (_plain(words, it) for it in (each.before, each.after))
    return f"{label}: {before} → {after}"


def _plain(words: Words, value: str) -> str:
    said: Json = json.loads(value)
    if said is None or isinstance(said, str):
        shown = words("settings-undecided") if said is None else said or words("first-is-declined")
        return escape(cut(shown, VALUE_LIMIT))
    return escape(cut(value, VALUE_LIMIT))


def _name(name: str) -> str:
    return escape(cut(name, NAME_LIMIT))
