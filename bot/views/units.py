"""The units that get praise, in the settings: listed, added, changed, archived."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.domain.praise import CONTACT_LIMIT, NAME_LIMIT, Unit, in_use
from bot.locales import Words
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
    option,
    section,
    simple,
    text_input,
    values,
)
from bot.views.forms import Origin
from bot.views.settings import Topic

SHOW = "units.show"
NEW = "units.new"
MENU = "units.menu"
REVIVE = "units.revive"
ARCHIVE = "units.archive"
SAVE = "units.save"

NAME, CONTACT = "unit", "contact"
CHANGE, PUT_AWAY = "change", "archive"

ARCHIVED_SHOWN = 15
IN_TOPIC = 5


def topic(words: Words, units: Sequence[Unit]) -> Topic:
    """Say which units there are."""
    used = in_use(units)
    lines = [line(words, unit) for unit in used[:IN_TOPIC]]
    if more := len(used[IN_TOPIC:]):
        lines.append(words("units-more", count=more))
    return Topic(words("units-title"), "\n".join(lines) or words("units-none"), SHOW)


def page(words: Words, units: Sequence[Unit]) -> Message:
    """Show every unit with what can be done; the archived ones last."""
    title, intro = words("units-title"), words("units-intro")
    archived = [unit for unit in units if unit.archived_at][:ARCHIVED_SHOWN]
    rows = [_row(words, unit) for unit in (*in_use(units), *archived)]
    said = [row["text"]["text"] for row in rows]
    none = [] if rows else [section(words("units-none"))]
    new = actions(button(words("units-new"), NEW))
    blocks = [header(title), context(intro), *none, *rows, new]
    return message("\n".join([title, intro, *said]), blocks)


def form(words: Words, unit: Unit | None, origin: Origin) -> dict[str, Any]:
    """Return the form for a unit."""
    name = text_input("value", unit.name if unit else "", limit=NAME_LIMIT)
    contact = text_input("value", unit.contact if unit else "", limit=CONTACT_LIMIT)
    hint = words("units-contact-hint")
    blocks = [
        field(words("units-name"), name, block_id=NAME),
        field(words("units-contact"), contact, block_id=CONTACT, hint=hint, optional=True),
    ]
    title = words("units-form-change" if unit else "units-form-new")
    labels = (title, words("settings-save"), words("settings-close"))
    return modal(SAVE, *labels, blocks, private_metadata=origin.pack())


def read(state: Mapping[str, Any]) -> tuple[str, str]:
    """Read a unit's name and how it is reached."""
    said = values(state)
    contact = " ".join((said.get(CONTACT) or "").split())
    return said.get(NAME) or "", contact[:CONTACT_LIMIT]


def saved(words: Words, unit: Unit) -> Message:
    """Say that a unit is there, or is another."""
    return simple(words("units-saved", unit=line(words, unit)))


def turned(words: Words, unit: Unit) -> Message:
    """Say that a unit was archived or taken back, with the way back."""
    way, key = (REVIVE, "units-archived") if unit.archived_at else (ARCHIVE, "units-revived")
    undo = button(words("plan-undo"), way, str(unit.id))
    named = line(words, replace(unit, archived_at=None))
    return simple(words(key, unit=named), actions(undo))


def line(words: Words, unit: Unit) -> str:
    """Say a unit in mrkdwn."""
    said = " · ".join(escape(part) for part in (unit.name, unit.contact) if part)
    return words("units-archived-line", unit=said) if unit.archived_at else said


def _row(words: Words, unit: Unit) -> Block:
    said = line(words, unit)
    if unit.archived_at:
        return section(said, accessory=button(words("units-revive"), REVIVE, str(unit.id)))
    options = [
        option(words("settings-change"), f"{CHANGE} {unit.id}"),
        option(words("units-archive"), f"{PUT_AWAY} {unit.id}"),
    ]
    menu: Block = {"type": "overflow", "action_id": MENU, "options": options}
    return section(said, accessory=menu)
