"""What residents ask about: which unit a comment concerns, the month's list, the note to a unit."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.domain.comments import Relayed
from bot.domain.concerns import ANSWER_LIMIT, NOTE_LIMIT, Concern, OfUnit
from bot.domain.months import Month
from bot.domain.praise import Unit
from bot.locales import Words
from bot.views.blocks import (
    Block,
    Message,
    actions,
    button,
    context,
    cut,
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
    simple,
    text_input,
    values,
)
from bot.views.comments import CONCERN, Reader, row
from bot.views.forms import Origin

SAVE = "concern.save"
NOTE = "concern.note"
SENT = "concern.sent"
UNSENT = "concern.unsent"
ANSWER = "concern.answer"
ANSWERED = "concern.answered"

UNIT, TEXT, REPLY = "unit", "note", "answer"
NOBODY = "0"

UNITS_SHOWN = 8
LINES_SHOWN = 6
READY_LIMIT = 2800


def form(
    reader: Reader, shown: Relayed, units: Sequence[Unit], known: Concern | None, origin: Origin
) -> dict[str, Any]:
    """Return the form: which unit, and what is asked, in the team's own words."""
    words = reader.words
    nobody = [option(words("concern-nobody"), NOBODY)] if known else []
    options = [*(option(unit.name, str(unit.id)) for unit in units), *nobody]
    held = str(known.unit_id) if known else None
    blocks = [
        section(row(reader, shown)),
        field(words("concern-unit"), select("value", options, held), block_id=UNIT),
        field(
            words("concern-note"),
            text_input("value", known.note if known else "", limit=NOTE_LIMIT),
            block_id=TEXT,
            hint=words("concern-note-hint"),
            optional=True,
        ),
    ]
    labels = (words("concern-title"), words("settings-save"), words("settings-close"))
    return modal(SAVE, *labels, blocks, private_metadata=origin.pack())


def read(state: Mapping[str, Any]) -> tuple[str, str]:
    """Read the form: a unit's id, and the note."""
    said = values(state)
    return said.get(UNIT) or "", said.get(TEXT) or ""


def saved(words: Words, unit: Unit | None, comment_id: str, *, prefix: str) -> Message:
    """Say what a comment concerns now, with the way to change it."""
    change = actions(button(words("concern-change"), CONCERN, comment_id))
    if unit is None:
        return simple(words("concern-dropped"), change)
    said = words("concern-saved", unit=escape(unit.name), prefix=prefix)
    return simple(said, change)


def listing(words: Words, months: Sequence[tuple[Month, Sequence[OfUnit]]]) -> Message:
    """Show what each unit was asked about, month by month, without names."""
    title, intro = words("concern-list"), words("concern-list-intro")
    blocks: list[Block] = [header(title), context(intro)]
    for month, found in months:
        name = words("month-with-year", month=_name(words, month), year=str(month.year))
        head = words("concern-month", month=name, count=sum(len(each.asked) for each in found))
        blocks.append(section(head))
        for each in found[:UNITS_SHOWN]:
            blocks += _unit(words, month, each)
    text = "\n".join(b["text"]["text"] for b in blocks[1:] if b["type"] == "section")
    return message(f"{title}\n{text}", blocks)


def ready(words: Words, month: Month, each: OfUnit) -> Message:
    """Show what can be sent to a unit, and to where: a person sends it, the bot does not."""
    to = " · ".join(escape(part) for part in (each.unit.name, each.unit.contact) if part)
    head, note = words("concern-send", unit=to), ready_note(words, month, each)
    done = button(words("concern-sent"), SENT, value(month, each.unit), primary=True)
    return message(f"{head}\n{escape(note)}", [section(head), quotation(note), actions(done)])


def ready_note(words: Words, month: Month, each: OfUnit) -> str:
    """Write to a unit what residents asked: numbers, the team's own words, the posts."""
    lines = [
        words("concern-ready", month=_name(words, month), count=len(each.asked)),
        *_lines(words, "concern-ready-notes", each.notes()),
        *_lines(words, "concern-ready-posts", each.posts()),
        "",
        words("concern-ready-end"),
    ]
    return cut("\n".join(lines), READY_LIMIT)


def turned(words: Words, month: Month, unit: Unit, *, is_sent: bool) -> Message:
    """Say that a unit was told, or was not after all, with the way back."""
    act, key = (UNSENT, "concern-sent-said") if is_sent else (SENT, "concern-unsent-said")
    label = words("plan-undo" if is_sent else "concern-sent")
    ways = [button(label, act, value(month, unit))]
    if is_sent:
        ways.append(button(words("concern-answer"), ANSWER, value(month, unit)))
    return simple(words(key, unit=escape(unit.name)), actions(*ways))


def answer_form(words: Words, each: OfUnit, origin: Origin) -> dict[str, Any]:
    """Return the form in which a unit's answer is noted."""
    blocks = [
        section(words("concern-answer-of", unit=escape(each.unit.name))),
        field(
            words("concern-answer-text"),
            text_input("value", each.told.answer, multiline=True, limit=ANSWER_LIMIT),
            block_id=REPLY,
            hint=words("concern-answer-hint"),
        ),
    ]
    labels = (words("concern-answer-title"), words("settings-save"), words("settings-close"))
    return modal(ANSWERED, *labels, blocks, private_metadata=origin.pack())


def read_answer(state: Mapping[str, Any]) -> str:
    """Read what a unit answered."""
    return values(state).get(REPLY) or ""


def answered(words: Words, unit: Unit, answer: str) -> Message:
    """Say what a unit's answer is from now on."""
    return simple(f"{words('concern-answered', unit=escape(unit.name))}\n{quote(escape(answer))}")


def value(month: Month, unit: Unit) -> str:
    """Write which unit's list of which month a button is about."""
    return f"{unit.id} {code(month)}"


def code(month: Month) -> str:
    """Write *month* as it is stored: *2026-11*."""
    return f"{month.year}-{month.number:02}"


def _unit(words: Words, month: Month, each: OfUnit) -> list[Block]:
    name = escape(each.unit.name)
    lines = [words("concern-of-unit", unit=name, count=len(each.asked), state=_state(words, each))]
    lines += [escape(_counted(words, *note)) for note in each.notes()[:LINES_SHOWN]]
    lines += [
        escape(words("concern-under", post=post, count=count))
        for post, count in each.posts()[: LINES_SHOWN // 2]
    ]
    if each.told.answer:
        lines.append(quote(escape(each.told.answer)))
    ways = [button(words("concern-ready-open"), NOTE, value(month, each.unit))]
    if each.told.sent_at:
        ways.append(button(words("concern-answer"), ANSWER, value(month, each.unit)))
    return [section("\n".join(lines)), actions(*ways)]


def _state(words: Words, each: OfUnit) -> str:
    if each.told.answer:
        return words("concern-state-answered")
    return words("concern-state-sent" if each.told.sent_at else "concern-state-open")


def _lines(words: Words, key: str, counted: Sequence[tuple[str, int]]) -> list[str]:
    if not counted:
        return []
    return ["", words(key), *(_counted(words, *each) for each in counted[:LINES_SHOWN])]


def _counted(words: Words, text: str, count: int) -> str:
    return words("concern-line", text=text, count=count)


def _name(words: Words, month: Month) -> str:
    return words("month", number=month.number)
