"""Who changed which setting when, and what it said then; the last change of each can be undone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.locales import Words
from bot.locales import format as say
from bot.views.blocks import (
    Block,
    Message,
    actions,
    button,
    cut_markup,
    escape,
    header,
    message,
    quote,
    section,
)
from bot.views.settings import HISTORY, UNDO, kept, open_button

SHOWN = 10
SAID_LIMIT = 300


@dataclass(frozen=True, slots=True)
class Row:
    """One change: *title* is the setting's, *said* (mrkdwn) what it was from then on."""

    id: int
    at: datetime
    who: str
    title: str
    said: str
    can_undo: bool


def page(
    words: Words, rows: Sequence[Row], names: Mapping[str, str], today: date, *, is_more: bool
) -> Message:
    """Show changes, the newest first; their instants are local already."""
    title = words("settings-history")
    lines = [_line(words, row, names, today) for row in rows]
    shown = [_block(words, row, line) for row, line in zip(rows, lines, strict=True)]
    none = [] if rows else [section(words("settings-history-none"))]
    older = [button(words("settings-history-older"), HISTORY, str(rows[-1].id))] if is_more else []
    blocks = [header(title), *none, *shown, actions(*older, open_button(words))]
    return message("\n\n".join([title, *(lines or [words("settings-history-none")])]), blocks)


def undone(words: Words, title: str, said: str) -> Message:
    """Say what a setting is again."""
    return kept(words, f"{words('settings-history-undone', title=title)}\n{quote(cut_said(said))}")


def step_undone(words: Words, titles: Sequence[str]) -> Message:
    """Say what is again as it was before a file was read in."""
    said = words("settings-history-step-undone")
    return kept(words, f"{said}\n{quote(cut_said(', '.join(titles)))}")


def cut_said(said: str) -> str:
    """Cut what a setting says to a few lines."""
    return cut_markup(said, SAID_LIMIT)


def _block(words: Words, row: Row, line: str) -> Block:
    if not row.can_undo:
        return section(line)
    label = words("plan-undo")
    says = words("settings-says", label=label, title=row.title)
    return section(line, accessory=button(label, UNDO, str(row.id), says=says))


def _line(words: Words, row: Row, names: Mapping[str, str], today: date) -> str:
    when = say.sentence(say.day_at(row.at.date(), row.at.time(), words, today=today))
    who = escape(names.get(row.who, words("somebody")))
    head = words("settings-history-line", when=when, who=who, title=row.title)
    return f"{head}\n{quote(row.said)}"
