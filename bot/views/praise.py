"""Praise on its way to the unit it belongs to: the form, the note to send, and the month's list."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import quote as quoted

from bot.domain.calendar import WorkingCalendar
from bot.domain.comments import Relayed
from bot.domain.months import Month
from bot.domain.praise import (
    NAME_LIMIT,
    NOTE_LIMIT,
    PATIENCE,
    Heard,
    Praise,
    Unit,
    by_unit,
    working_days,
)
from bot.domain.text import tidy, title_of
from bot.locales import Words
from bot.views.blocks import (
    Block,
    Message,
    actions,
    button,
    chosen,
    context,
    cut,
    defuse,
    escape,
    field,
    header,
    message,
    modal,
    option,
    quotation,
    quote,
    section,
    select,
    several,
    simple,
    text_input,
    values,
)
from bot.views.comments import PASS_ON, Reader, row
from bot.views.discretion import masked
from bot.views.forms import Origin

SAVE = "praise.save"
SENT = "praise.sent"
UNSENT = "praise.unsent"

UNIT, OTHER, NOTE, CONSENT = "unit", "other", "note", "consent"

QUOTED = 700  # of what was written; the note has room for more words
UNITS_SHOWN = 8
WORDS_SHOWN = 3
WAITING_SHOWN = 8
MAIL_LIMIT = 2500

_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Said:
    """What stands in the form: a unit's id, or another one's name; the note; and the consent."""

    unit: str
    other: str
    note: str
    has_consent: bool


@dataclass(frozen=True, slots=True)
class MonthHeard:
    """The praise of one month, the first first."""

    month: Month
    heard: Sequence[Heard]


def form(
    reader: Reader, shown: Relayed, units: Sequence[Unit], praise: Praise | None, origin: Origin
) -> dict[str, Any]:
    """Return the form: to whom, and in which words; what was written before stands there."""
    words = reader.words
    options = [option(unit.name, str(unit.id)) for unit in units]
    known = next((str(u.id) for u in units if praise and u.name == praise.unit), None)
    other = praise.unit if praise and known is None else ""
    consent = option(words("praise-consent-yes"), "yes")
    note = praise.note if praise else ready_note(words, shown)
    held = ["yes"] if praise and praise.has_consent else []
    menu = select("value", options, known)
    choice = field(words("praise-unit"), menu, block_id=UNIT, optional=True) if options else None
    blocks = [
        section(row(reader, shown)),
        *([choice] if choice else []),
        field(
            words("praise-other" if options else "praise-unit"),
            text_input("value", other, limit=NAME_LIMIT),
            block_id=OTHER,
            optional=bool(options),
        ),
        field(
            words("praise-note"),
            text_input("value", cut(note, NOTE_LIMIT), multiline=True, limit=NOTE_LIMIT),
            block_id=NOTE,
            hint=words("praise-note-hint"),
        ),
        field(
            words("praise-consent"),
            several("checkboxes", "value", [consent], held),
            block_id=CONSENT,
            hint=words("praise-consent-hint"),
            optional=True,
        ),
    ]
    labels = (words("praise-title"), words("praise-next"), words("settings-close"))
    return modal(SAVE, *labels, blocks, private_metadata=origin.pack())


def read(state: Mapping[str, Any]) -> Said:
    """Read the form."""
    said = values(state)
    return Said(
        unit=said.get(UNIT) or "",
        other=said.get(OTHER) or "",
        note=said.get(NOTE) or "",
        has_consent=bool(chosen(state, CONSENT)),
    )


def ready_note(words: Words, shown: Relayed) -> str:
    """Write to a unit what a resident said, in plain words and without the name."""
    return words("praise-ready", text=cut(masked(words, tidy(shown.comment.text).strip()), QUOTED))


def with_name(words: Words, note: str, name: str | None) -> str:
    """Return *note* with the name of who wrote the praise, which they have consented to."""
    said = title_of(name or "", 60)
    if not said or said in note:
        return note
    line = f"\n\n{words('praise-from', name=said)}"
    return cut(note, NOTE_LIMIT - len(line)) + line


def ready(words: Words, praise: Praise) -> Message:
    """Show what can be sent, and to where: a person sends it, the bot does not."""
    to = " · ".join(escape(part) for part in (praise.unit, praise.contact) if part)
    lines = [words("praise-send", unit=to), *_mail(words, praise)]
    buttons = actions(
        button(words("praise-sent"), SENT, praise.comment_id, primary=True),
        button(words("praise-change"), PASS_ON, praise.comment_id),
    )
    head = "\n".join(lines)
    blocks = [section(head), quotation(praise.note), buttons]
    return message(f"{head}\n{escape(praise.note)}", blocks)


def sent(words: Words, praise: Praise) -> Message:
    """Say that it was sent, with the way back."""
    undo = button(words("plan-undo"), UNSENT, praise.comment_id)
    return simple(words("praise-sent-said", unit=escape(praise.unit)), actions(undo))


def unsent(words: Words, praise: Praise) -> Message:
    """Say that it was not sent after all."""
    again = button(words("praise-sent"), SENT, praise.comment_id)
    return simple(words("praise-unsent-said", unit=escape(praise.unit)), actions(again))


def listing(reader: Reader, months: Sequence[MonthHeard], calendar: WorkingCalendar) -> Message:
    """Show the praise of some months by unit, without names, and what waits to be passed on."""
    words = reader.words
    title = words("praise-list")
    blocks: list[Block] = [header(title)]
    for month in months:
        blocks += _month(reader, month, calendar)
    text = "\n".join(b["text"]["text"] for b in blocks[1:] if b["type"] == "section")
    return message(f"{title}\n{text}", blocks)


def _month(reader: Reader, month: MonthHeard, calendar: WorkingCalendar) -> list[Block]:
    words, heard = reader.words, month.heard
    passed = sum(one.is_passed for one in heard)
    name = words("month", number=month.month.number)
    head = words("praise-month", month=name, count=len(heard), passed=passed)
    waiting = [one for one in heard if not one.is_passed]
    more = len(waiting) - WAITING_SHOWN
    return [
        section(head),
        *(section(_unit(words, line, heard)) for line in by_unit(heard)[:UNITS_SHOWN]),
        *(_waiting(reader, one, calendar) for one in waiting[:WAITING_SHOWN]),
        *([context(words("praise-more", count=more))] if more > 0 else []),
    ]


def _unit(words: Words, line: tuple[str, int, int], heard: Sequence[Heard]) -> str:
    """Say what a unit has been given, with some of the words."""
    name, count, passed = line
    its = [one for one in heard if one.praise and one.praise.unit == name and one.is_passed]
    head = words("praise-of-unit", unit=defuse(name), count=count, passed=passed)
    return "\n".join([head, *(quote(_words(words, one)) for one in its[:WORDS_SHOWN])])


def _waiting(reader: Reader, one: Heard, calendar: WorkingCalendar) -> Block:
    words = reader.words
    days = working_days(reader.day(one.praised_at), reader.today, calendar)
    key = "praise-waited" if days > PATIENCE else "praise-not-yet"
    head = words(key, days=days)
    says = words("praise-pass-on-says")
    accessory = button(words("comments-pass-on"), PASS_ON, one.comment_id, says=says)
    return section(f"{head}\n{quote(_words(words, one))}", accessory=accessory)


def _words(words: Words, one: Heard) -> str:
    return defuse(title_of(masked(words, one.text), 150)) or words("comments-no-text")


def _mail(words: Words, praise: Praise) -> list[str]:
    """Return a link that opens a mail with the note, where the contact is an address."""
    if not _ADDRESS.fullmatch(praise.contact):
        return []
    subject = f"mailto:{praise.contact}?subject={quoted(words('praise-subject'))}"
    whole = f"{subject}&amp;body={quoted(praise.note)}"
    label = words("praise-mail")
    return [f"<{whole if len(whole) <= MAIL_LIMIT else subject}|{label}>"]


def is_praised(shown: Relayed, _user: str) -> bool:
    """Tell whether there is praise to pass on."""
    return shown.relay.praised_by is not None


def month_range(today: date) -> tuple[Month, Month]:
    """Return this month and the last."""
    this = Month.of(today)
    return this, this.shifted(-1)
