"""The units that get praise, in the settings: what a unit looks like, and its form."""

from collections.abc import Mapping
from typing import Any

from bot.domain.praise import CONTACT_LIMIT, NAME_LIMIT, Unit
from bot.locales import Words
from bot.views.blocks import Block, escape, field, text_input, values
from bot.views.kept_lists import KeptList

NAME, CONTACT = "unit", "contact"


def read(state: Mapping[str, Any]) -> tuple[str, str]:
    """Read a unit's name and how it is reached."""
    said = values(state)
    contact = " ".join((said.get(CONTACT) or "").split())
    return said.get(NAME) or "", contact[:CONTACT_LIMIT]


def _said(_words: Words, unit: Unit) -> str:
    return " · ".join(escape(part) for part in (unit.name, unit.contact) if part)


def _fields(words: Words, unit: Unit | None) -> list[Block]:
    name = text_input("value", unit.name if unit else "", limit=NAME_LIMIT)
    contact = text_input("value", unit.contact if unit else "", limit=CONTACT_LIMIT)
    hint = words("units-contact-hint")
    return [
        field(words("units-name"), name, block_id=NAME),
        field(words("units-contact"), contact, block_id=CONTACT, hint=hint, optional=True),
    ]


UNITS = KeptList("units", _said, _fields, (NAME, CONTACT))
