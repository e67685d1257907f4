"""A list that is kept in the settings: its topic, its page, its form, and what is said about it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic

from bot.domain.kept import K, in_use
from bot.locales import Words
from bot.views.blocks import (
    Block,
    Message,
    actions,
    button,
    context,
    header,
    message,
    modal,
    option,
    section,
    simple,
)
from bot.views.forms import Origin
from bot.views.settings import Topic, kept

SHOW, NEW, MENU, REVIVE, ARCHIVE, SAVE = "show", "new", "menu", "revive", "archive", "save"

CHANGE, PUT_AWAY = "change", "archive"

ARCHIVED_SHOWN = 15
"""How many archived entries are shown; with those in use a message has room for them."""

IN_TOPIC = 5


@dataclass(frozen=True, slots=True)
class KeptList(Generic[K]):
    """How a list is shown. *name* begins the ids of its words and its acts (`rules.save`).

    *said* says an entry in mrkdwn, *fields* are those of its form (None: for a new one), and
    *asked* their ids, in order.
    """

    name: str
    said: Callable[[Words, K], str]
    fields: Callable[[Words, K | None], list[Block]]
    asked: tuple[str, ...]

    def act(self, what: str) -> str:
        """Return the id of an act: a button, a menu or the form."""
        return f"{self.name}.{what}"

    def topic(self, words: Words, entries: Sequence[K]) -> Topic:
        """Say which entries there are."""
        used = in_use(entries)
        lines = [self.said(words, entry) for entry in used[:IN_TOPIC]]
        if more := len(used[IN_TOPIC:]):
            lines.append(words(f"{self.name}-more", count=more))
        now = "\n".join(lines) or words(f"{self.name}-none")
        return Topic(words(f"{self.name}-title"), now, self.act(SHOW))

    def page(self, words: Words, entries: Sequence[K]) -> Message:
        """Show every entry with what can be done; the archived ones last."""
        title, intro = words(f"{self.name}-title"), words(f"{self.name}-intro")
        archived = [entry for entry in entries if entry.archived_at][:ARCHIVED_SHOWN]
        rows = [self._row(words, entry) for entry in (*in_use(entries), *archived)]
        rows = rows or [section(words(f"{self.name}-none"))]
        new = actions(button(words(f"{self.name}-new"), self.act(NEW)))
        text = "\n".join([title, intro, *(row["text"]["text"] for row in rows)])
        return message(text, [header(title), context(intro), *rows, new])

    def form(self, words: Words, entry: K | None, origin: Origin) -> dict[str, Any]:
        """Return the form for an entry."""
        key = f"{self.name}-form-change" if entry else f"{self.name}-form-new"
        labels = (words(key), words("settings-save"), words("settings-close"))
        fields = self.fields(words, entry)
        return modal(self.act(SAVE), *labels, fields, private_metadata=origin.pack())

    def saved(self, words: Words, entry: K) -> Message:
        """Say that an entry is there, or is another."""
        return kept(words, words(f"{self.name}-saved", entry=self._line(words, entry)))

    def turned(self, words: Words, entry: K) -> Message:
        """Say that an entry was archived or taken back, with the way back."""
        way = self.act(REVIVE if entry.archived_at else ARCHIVE)
        key = f"{self.name}-archived" if entry.archived_at else f"{self.name}-revived"
        undo = button(words("plan-undo"), way, str(entry.id))
        return simple(words(key, entry=self.said(words, entry)), actions(undo))

    def _line(self, words: Words, entry: K) -> str:
        said = self.said(words, entry)
        return words(f"{self.name}-archived-line", entry=said) if entry.archived_at else said

    def _row(self, words: Words, entry: K) -> Block:
        said = self._line(words, entry)
        if entry.archived_at:
            again = button(words(f"{self.name}-revive"), self.act(REVIVE), str(entry.id))
            return section(said, accessory=again)
        options = [
            option(words("settings-change"), f"{CHANGE} {entry.id}"),
            option(words(f"{self.name}-archive"), f"{PUT_AWAY} {entry.id}"),
        ]
        menu: Block = {"type": "overflow", "action_id": self.act(MENU), "options": options}
        return section(said, accessory=menu)
