"""Absences and quiet hours in the settings: who is away, and when people may be disturbed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.domain.calendar import ONE_DAY
from bot.domain.presence import Absence, Stretch, Week
from bot.locales import Words
from bot.locales import format as say
from bot.views.blocks import (
    Block,
    Message,
    actions,
    button,
    context,
    escape,
    field,
    header,
    message,
    modal,
    section,
    values,
)
from bot.views.forms import Origin
from bot.views.pickers import day_picker, person_picker
from bot.views.settings import Topic, kept
from bot.views.workdays import hours_fields, week_words

SHOW = "presence.show"
ADD = "presence.add"
ADD_SAVE = "presence.add_save"
REMOVE = "presence.remove"
RESTORE = "presence.restore"
HOURS = "presence.hours"
HOURS_SAVE = "presence.hours_save"

PERSON, FIRST, LAST = "person", "first", "last"
IN_FULL = 30
IN_SHORT = 5
_NO_HOURS: Week = ((),) * 7


@dataclass(frozen=True, slots=True)
class Reader:
    """Who looks: their own hours, and whether they may set anyone's absence."""

    user: str
    hours: Week | None
    decides: bool


@dataclass(frozen=True, slots=True)
class Known:
    """The absences that are not over, and what people are called."""

    absences: Sequence[Absence]
    names: Mapping[str, str]
    today: date


def topic(words: Words, known: Known) -> Topic:
    """Say who is away."""
    lines = [line(words, each, known) for each in known.absences[:IN_SHORT]]
    more = len(known.absences) - IN_SHORT
    if more > 0:
        lines.append(words("presence-more", count=more))
    return Topic(words("presence-title"), "\n".join(lines) or words("presence-nobody"), SHOW)


def page(words: Words, known: Known, reader: Reader) -> Message:
    """Show who is away and the reader's hours, with the buttons that change them."""
    title = words("presence-title")
    hours = words("presence-hours-team")
    if reader.hours:
        hours = words("presence-hours", hours=week_words(words, reader.hours))
    rows = [_row(words, each, known, reader) for each in known.absences[:IN_FULL]]
    more = len(known.absences) - IN_FULL
    blocks = [
        header(title),
        context(words("presence-intro")),
        section(hours, accessory=button(words("settings-change"), HOURS)),
        *(rows or [section(words("presence-nobody"))]),
        *([context(words("presence-more", count=more))] if more > 0 else []),
        actions(button(words("presence-add"), ADD)),
    ]
    said = [row["text"]["text"] for row in rows] or [words("presence-nobody")]
    return message("\n".join([title, hours, *said]), blocks)


def line(words: Words, absence: Stretch, known: Known) -> str:
    """Say whose which days are."""
    first, last = (
        say.day_long(day, words, today=known.today) for day in (absence.start, absence.last)
    )
    who = escape(known.names.get(absence.user, words("somebody")))
    if absence.start == absence.last:
        return words("presence-day", who=who, day=first)
    return words("presence-days", who=who, first=first, last=last)


def form(words: Words, reader: Reader, origin: Origin, *, today: date) -> dict[str, Any]:
    """Return the form for an absence; only who decides is asked whose it is."""
    person = person_picker(reader.user)
    whose = [field(words("presence-person"), person, block_id=PERSON)] if reader.decides else []
    day = day_picker(today)
    blocks = [
        *whose,
        field(words("presence-first"), day, block_id=FIRST),
        field(words("presence-last"), day, block_id=LAST, hint=words("presence-last-hint")),
    ]
    return _form(words, ADD_SAVE, "presence-add-form", blocks, origin)


def hours_form(words: Words, reader: Reader, origin: Origin) -> dict[str, Any]:
    """Return the form for the reader's own hours."""
    fields = hours_fields(words, reader.hours or _NO_HOURS)
    blocks = [context(words("presence-hours-hint")), *fields]
    return _form(words, HOURS_SAVE, "presence-hours-form", blocks, origin)


def read(state: Mapping[str, Any]) -> tuple[str | None, date | None, date | None]:
    """Read whose absence it is, where that was asked, and its first and last day."""
    said = values(state)
    return said.get(PERSON), _day(said.get(FIRST)), _day(said.get(LAST))


def added(words: Words, absence: Absence, known: Known) -> Message:
    """Say who is away, with the way back."""
    undo = button(words("plan-undo"), REMOVE, str(absence.id))
    return kept(words, words("presence-added", line=line(words, absence, known)), undo)


def removed(words: Words, absence: Absence, known: Known) -> Message:
    """Say that somebody is there again, with the way back."""
    undo = button(words("plan-undo"), RESTORE, value(absence))
    return kept(words, words("presence-removed", line=line(words, absence, known)), undo)


def hours_saved(words: Words, week: Week) -> Message:
    """Say when the reader may be disturbed from now on."""
    if not any(week):
        return kept(words, words("presence-hours-team"))
    return kept(words, words("presence-hours", hours=week_words(words, week)))


def value(absence: Stretch) -> str:
    """Write *absence* as the value of a button."""
    return f"{absence.user} {absence.start.isoformat()} {absence.last.isoformat()}"


def read_value(written: str) -> tuple[str, date, date] | None:
    """Read what `value` wrote: whose it is, its first day and the day after; None for else."""
    user, _, days = written.partition(" ")
    first, _, last = days.partition(" ")
    start, end = _day(first), _day(last)
    return (user, start, end + ONE_DAY) if user and start and end and start <= end else None


def _row(words: Words, absence: Absence, known: Known, reader: Reader) -> Block:
    said = line(words, absence, known)
    if not reader.decides and absence.user != reader.user:
        return section(said)
    remove = button(words("settings-remove"), REMOVE, str(absence.id))
    return section(said, accessory=remove)


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat(written or "")
    except ValueError:
        return None


def _form(
    words: Words, callback_id: str, title: str, blocks: list[Block], origin: Origin
) -> dict[str, Any]:
    labels = (words(title), words("settings-save"), words("settings-close"))
    return modal(callback_id, *labels, blocks, private_metadata=origin.pack())
